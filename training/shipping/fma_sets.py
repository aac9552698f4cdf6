"""FMA-small as its archives hold it: first seconds, snapshots of whole clips on our mel bands."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import STANDARD_MEL
from training.data import required
from training.datasets.archive_forms import (
    BANDS,
    FLOOR_DB,
    read_mfcc,
    read_snapshots,
    smoothed_log_mel,
    stored_tracks,
)
from training.datasets.rows import rows_of
from training.features.stored import on_our_bands
from training.recordings import application_log_mel

FOLDER = "fma_small"
USUAL_RATE = 44_100
SNAPSHOT_HOP = 512  # samples at the file's own rate
SNAPSHOT_WINDOW = 2_048
RIDGE = 1.0  # dB² a snapshot

Levels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FmaTracks:
    """Who is who among the archived tracks.

    Attributes:
        tracks: (n,) track numbers, in the order of the archives.
        artists: (n,) numbers of artists.
        labels: The genres in alphabetical order.
        truth: (n,) numbers of the genres.
        validating: (n,) whether the official split validates on it; else it trains.
        rates: (n,) sample rates of the files.
    """

    tracks: NDArray[np.int64]
    artists: NDArray[np.str_]
    labels: tuple[str, ...]
    truth: NDArray[np.int64]
    validating: NDArray[np.bool_]
    rates: NDArray[np.int64]


def fma_tracks(data: Path) -> FmaTracks:
    """Read data/fma_small/tracks.csv in the order of the archives.

    Raises:
        DataMissing: The list or the archive is not there.
    """
    folder = data / FOLDER
    needed = ("track_id", "genre", "split", "artist_no", "sr_guess")
    known = {row["track_id"]: row for row in rows_of(required(folder / "tracks.csv"), needed)}
    tracks = stored_tracks(required(folder / "mfcc.npz"))
    rows = [known[str(track)] for track in tracks.tolist()]
    genres = np.array([row["genre"] for row in rows])
    labels = np.unique(genres)
    return FmaTracks(
        tracks=tracks,
        artists=np.array([row["artist_no"] for row in rows]),
        labels=tuple(labels.tolist()),
        truth=np.searchsorted(labels, genres).astype(np.int64),
        validating=np.array([row["split"] != "training" for row in rows]),
        rates=np.array([int(row["sr_guess"] or USUAL_RATE) for row in rows]),
    )


def first_seconds(data: Path) -> NDArray[np.float16]:
    """Log-mel (n, 128, 130) of each track's first 3.02 s, smoothed along frequency.

    Levels are counted from the loudest bin and held to 80 dB.
    """
    coefficients = read_mfcc(required(data / FOLDER / "mfcc.npz"))
    made = np.empty((len(coefficients), BANDS, coefficients.shape[1]), np.float16)
    for number, one in enumerate(coefficients):
        levels = smoothed_log_mel(one).T
        made[number] = np.maximum(levels - levels.max(), FLOOR_DB)
    return made


def snapshots(data: Path, tracks: FmaTracks) -> NDArray[np.float16]:
    """Snapshots (n, 128, 128 moments) of each whole clip as our frames would show them."""
    pictures = read_snapshots(required(data / FOLDER / "pictures.npz"))
    weight, bias = fitted_map(data, tracks, pictures)
    made = np.empty(pictures.shape, np.float16)
    for number, (picture, rate) in enumerate(zip(pictures, tracks.rates.tolist(), strict=True)):
        levels = weight @ on_our_bands(picture.astype(np.float32), rate) + bias[:, None]
        made[number] = np.clip(levels, FLOOR_DB, 0)
    return made


def fitted_map(
    data: Path, tracks: FmaTracks, pictures: NDArray[np.float16]
) -> tuple[Levels, Levels]:
    """Weight (128, 128) and bias (128,): from snapshots on our bands to our frames' levels.

    Ridge regression on the tracks that are there as recordings: a snapshot hears 46 ms of the
    file's own rate, a frame of ours 93 ms.

    Raises:
        DataMissing: None of the tracks is there as a recording.
    """
    heard, shown = [], []
    for row, path in recorded(data, tracks).items():
        log_mel, rate = application_log_mel(path), int(tracks.rates[row])
        frames = snapshot_frames(log_mel.shape[1], rate)
        heard.append(np.maximum(log_mel - log_mel.max(), FLOOR_DB)[:, frames].T)
        shown.append(on_our_bands(pictures[row].astype(np.float32), rate).T)
    return ridge(np.concatenate(shown), np.concatenate(heard), RIDGE)


def snapshot_frames(frames: int, rate: int, moments: int = BANDS) -> NDArray[np.int64]:
    """Which of our frames (moments,) lie where a clip's snapshots were taken.

    Args:
        frames: Frames of the clip's log-mel, not centred.
        rate: Samples per second of the file that the snapshots were taken from.
        moments: Snapshots of a clip.
    """
    ours = STANDARD_MEL
    seconds = ((frames - 1) * ours.hop_samples + ours.window_samples) / ours.sample_rate
    theirs = 1 + int(seconds * rate) // SNAPSHOT_HOP
    taken = np.floor((np.arange(moments) + 0.5) * theirs / moments) * SNAPSHOT_HOP / rate
    centre = ours.window_samples / 2 / ours.hop_samples
    nearest = np.rint(taken * ours.sample_rate / ours.hop_samples - centre)
    return np.clip(nearest, 0, frames - 1).astype(np.int64)


def ridge(given: Levels, wanted: Levels, strength: float) -> tuple[Levels, Levels]:
    """Weight (e, d) and bias (e,) of the ridge regression from rows (n, d) to rows (n, e).

    Args:
        given: What is known.
        wanted: What it is to give.
        strength: Added to the variance of each column of `given`.
    """
    middle, aim = given.mean(axis=0, dtype=np.float64), wanted.mean(axis=0, dtype=np.float64)
    x, y = given - middle, wanted - aim
    variance = x.T @ x + strength * len(x) * np.eye(x.shape[1])
    weight = np.linalg.solve(variance, x.T @ y).T
    return weight.astype(np.float32), (aim - weight @ middle).astype(np.float32)


def recorded(data: Path, tracks: FmaTracks) -> dict[int, Path]:
    """The tracks that are there as recordings: their rows and files, in order.

    Raises:
        DataMissing: The folder of recordings is not there.
    """
    place = {int(track): row for row, track in enumerate(tracks.tracks)}
    folder = required(data / FOLDER / "audio")
    return {place[int(path.stem)]: path for path in sorted(folder.iterdir())}
