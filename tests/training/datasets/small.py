"""Tiny data sets in the true formats: GTZAN, FMA with its header lines, tables, pictures."""

import csv
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.support.sounds import music, write_sound
from training.datasets.archive_forms import dct
from training.datasets.picture_forms import SIZE, picture_of

RATE = 22_050

# The columns of FMA's tracks.csv, as its first two lines name them.
TRACKS_HEADER = {
    "album": "comments date_created date_released engineer favorites id information listens "
    "producer tags title tracks type",
    "artist": "active_year_begin active_year_end associated_labels bio comments date_created "
    "favorites id latitude location longitude members name related_projects tags website "
    "wikipedia_page",
    "set": "split subset",
    "track": "bit_rate comments composer date_created date_recorded duration favorites genre_top "
    "genres genres_all information interest language_code license listens lyricist number "
    "publisher tags title",
}
# Number, parent, title and top level of some of FMA's genres.
GENRES = (
    (2, 0, "International", 2),
    (4, 0, "Jazz", 4),
    (10, 0, "Pop", 10),
    (12, 0, "Rock", 12),
    (15, 0, "Electronic", 15),
    (21, 0, "Hip-Hop", 21),
    (76, 10, "Experimental Pop", 10),
    (181, 15, "Techno", 15),
)


def clip(path: Path, seed: int, kind: str = "wav", seconds: float = 1.5, **tags: str) -> Path:
    """Some music at GTZAN's rate; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_sound(path, music(seconds, seed, RATE), kind, rate=RATE, tags=tags)


def gtzan(
    folder: Path,
    genres: Sequence[str] = ("blues", "jazz"),
    count: int = 3,
    kind: str = "wav",
    seconds: float = 1.5,
) -> Path:
    """genres_original/<genre>/<genre>.NNNNN.wav, or the older genres/…au."""
    inside = folder / ("genres" if kind == "au" else "genres_original")
    for at, genre in enumerate(genres):
        for number in range(count):
            name = f"{genre}.{number:05d}.{kind}"
            clip(inside / genre / name, 100 * at + number, kind, seconds)
    return folder


def table(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A CSV file of these rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def fma_metadata(folder: Path, tracks: Sequence[Mapping[str, object]]) -> Path:
    """tracks.csv and genres.csv with FMA's header lines.

    Args:
        folder: To fill.
        tracks: By track, its "id" and any of "artist", "split", "subset", "top" and "genres".
    """
    columns = [(group, name) for group, names in TRACKS_HEADER.items() for name in names.split()]
    lines: list[list[object]] = [["", *(g for g, _ in columns)], ["", *(n for _, n in columns)]]
    lines.append(["track_id", *("" for _ in columns)])
    for track in tracks:
        values: dict[tuple[str, str], object] = {
            ("artist", "id"): track.get("artist", track["id"]),
            ("artist", "bio"): 'A "band", <p>\nof two lines, with commas</p>',
            ("set", "split"): track.get("split", "training"),
            ("set", "subset"): track.get("subset", "small"),
            ("track", "genre_top"): track.get("top", ""),
            ("track", "genres"): track.get("genres", "[]"),
        }
        lines.append([track["id"], *(values.get(column, "") for column in columns)])
    table(folder / "tracks.csv", lines)
    header = ("genre_id", "#tracks", "parent", "title", "top_level")
    table(folder / "genres.csv", [header, *((n, 1, p, t, top) for n, p, t, top in GENRES)])
    return folder


FMA_FEATURES = {
    **dict.fromkeys(("chroma_cens", "chroma_cqt", "chroma_stft"), 12),
    "mfcc": 20,
    "rmse": 1,
    **dict.fromkeys(("spectral_bandwidth", "spectral_centroid"), 1),
    "spectral_contrast": 7,
    "spectral_rolloff": 1,
    "tonnetz": 6,
    "zcr": 1,
}
FMA_STATISTICS = ("kurtosis", "max", "mean", "median", "min", "skew", "std")


def fma_features(path: Path, values: Mapping[int, NDArray[np.float64]]) -> Path:
    """features.csv with its three header lines and 518 columns."""
    columns = [
        (feature, statistic, f"{number:02d}")
        for feature, rows in FMA_FEATURES.items()
        for statistic in FMA_STATISTICS
        for number in range(1, rows + 1)
    ]
    lines: list[list[object]] = [
        [name, *(column[at] for column in columns)]
        for at, name in enumerate(("feature", "statistics", "number"))
    ]
    lines.append(["track_id", *("" for _ in columns)])
    lines += [[track, *row] for track, row in values.items()]
    return table(path, lines)


KAGGLE_NAMES = (
    *(
        f"{feature}_{statistic}"
        for feature in (
            "chroma_stft",
            "rms",
            "spectral_centroid",
            "spectral_bandwidth",
            "rolloff",
            "zero_crossing_rate",
            "harmony",
            "perceptr",
        )
        for statistic in ("mean", "var")
    ),
    "tempo",
    *(f"mfcc{n}_{statistic}" for n in range(1, 21) for statistic in ("mean", "var")),
)


def kaggle(path: Path, rows: Sequence[tuple[str, str, Sequence[float]]]) -> Path:
    """features_30_sec.csv or features_3_sec.csv: file name, length, 57 features, label."""
    lines: list[list[object]] = [["filename", "length", *KAGGLE_NAMES, "label"]]
    lines += [[name, 66_149, *values, label] for name, label, values in rows]
    return table(path, lines)


def features57(seed: int) -> list[float]:
    """A row of a table that no other seed gives."""
    return [float(v) for v in np.random.default_rng(seed).normal(size=len(KAGGLE_NAMES))]


def chirp_levels(frames: int, seed: int = 0) -> NDArray[np.float32]:
    """A log-mel (128, frames) in dB: bands that rise and fall slowly, −70 to 0."""
    rng = np.random.default_rng(seed)
    band, time = np.mgrid[0:128, 0:frames]
    waves = np.sin(band / 14 + rng.uniform(0, 6)) * np.cos(time / 25 + rng.uniform(0, 6))
    return np.asarray(-35 + 35 * waves, np.float32)


def picture(path: Path, seed: int) -> Path:
    """A picture as matplotlib saves it: white, with the spectrogram where its axes lie."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = np.full((SIZE[1], SIZE[0], 4), 255, np.uint8)
    page[35:253, 54:390] = picture_of(chirp_levels(1_292, seed))
    Image.fromarray(page, "RGBA").save(path)
    return path


def mosaics(folder: Path, genres: Sequence[str] = ("blues", "jazz"), count: int = 2) -> Path:
    """A folder mel with mosaics, and index.csv above it."""
    mel, frames = folder / "mel", 1_200
    kept = np.array([n for n in range(frames) if n % 3 != 1], np.int64)
    mel.mkdir(parents=True)
    clips, known = [], []
    for at, genre in enumerate(genres):
        tiles = []
        for number in range(count):
            name = f"{genre}.{number:05d}"
            levels = chirp_levels(frames, 10 * at + number)
            levels -= levels.max()
            grey = np.rint((levels[::-1][:, kept] + 80) / 2 * 6)
            tiles.append(grey.astype(np.uint8))
            clips.append((name, number, frames, len(kept), 80.0, 30.0))
            known.append((name, genre, "train" if number else "valid", f"{genre}-{number}", ""))
        Image.fromarray(np.concatenate(tiles), "L").save(mel / f"{genre}.png")
    table(
        mel / "clips.csv", [("clip", "row", "frames", "exact_frames", "range_db", "ref_db"), *clips]
    )
    table(folder / "index.csv", [("clip", "genre", "split", "artist_group", "audio"), *known])
    arrays: dict[str, NDArray[np.generic]] = {f"exact_{frames}": kept}
    channels = (18, 4, 4, 4, 1)  # a network that adds nothing to the linear fill
    for at, layer in enumerate((0, 2, 4, 6)):
        arrays[f"net_n.{layer}.weight"] = np.zeros((channels[at + 1], channels[at], 3), np.float16)
        arrays[f"net_n.{layer}.bias"] = np.zeros(channels[at + 1], np.float16)
    np.savez(mel / "exact_frames_and_interpolator.npz", allow_pickle=False, **arrays)
    return mel


def fma_list(path: Path, numbers: Sequence[int]) -> Path:
    """The tracks.csv that lies beside packed archives of FMA."""
    header = ("track_id", "genre", "split", "artist_no", "artist", "title", "sr_guess")
    rows = [
        (n, ("Pop", "Rock")[n % 2], "training" if n % 3 else "validation", n, "A", "T", 44_100)
        for n in numbers
    ]
    return table(path, [header, *rows])


def mfcc_archive(path: Path, levels: Mapping[int, NDArray[np.float32]]) -> Path:
    """MFCC in the packed form: rounded to steps, differences along time."""
    step = np.full(20, 0.5, np.float32)
    cepstra = np.stack([dct(128)[:20] @ one for one in levels.values()])
    steps = np.rint(cepstra.transpose(1, 0, 2) / step[:, None, None]).astype(np.int32)
    changes = np.diff(steps, axis=2, prepend=steps[:, :, :1]).astype(np.int8)
    tracks, frames = len(levels), steps.shape[2]
    np.savez(
        path,
        track_id=np.array(list(levels), np.int64),
        shape=np.array([tracks, frames, 20]),
        first=steps[:, :, 0].T.astype(np.int16),
        step=step,
        xz=np.frombuffer(lzma.compress(changes.tobytes()), np.uint8),
    )
    return path


def snapshot_archive(path: Path, pictures: Mapping[int, NDArray[np.float32]]) -> Path:
    """Snapshots (128, 128) in the packed form: cosines of blocks, means as differences."""
    tracks, high, wide = len(pictures), 16, 8
    grey = (np.stack(list(pictures.values())) + 80) * (255 / 80)
    blocks = grey.reshape(tracks, 128 // high, high, 128 // wide, wide)
    cosines = np.einsum("kf,lt,nifjt->klnij", dct(high), dct(wide), blocks, optimize=True)
    step = np.float32(12.0)
    planes = np.rint(cosines / step).astype(np.int64)
    level = planes[0, 0].reshape(tracks, -1)
    changes = np.diff(level, axis=1, prepend=0).astype(np.int16)
    planes[0, 0] = 0
    np.savez(
        path,
        track_id=np.array(list(pictures), np.int64),
        shape=np.array([tracks, high, wide]),
        step=step,
        xz=np.frombuffer(lzma.compress(planes.astype(np.int8).tobytes()), np.uint8),
        dc=np.frombuffer(lzma.compress(changes.tobytes()), np.uint8),
    )
    return path
