"""The recordings and tables that tests on real music read, and what each set must hold."""

import csv
import gzip
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER_VARIABLE = "GENRE_DESKTOP_DATA"
REQUIRE_VARIABLE = "GENRE_DESKTOP_REQUIRE_DATA"


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set of the data folder.

    Attributes:
        holds: Says of which kind the set is, in words.
        faults: Yields a sentence for each thing that is missing, given the set's own folder.
    """

    holds: str
    faults: Callable[[Path], Iterator[str]]


def _rows(table: Path) -> list[dict[str, str]]:
    if not table.is_file():
        return []
    packed = table.read_bytes()
    text = gzip.decompress(packed) if table.suffix == ".gz" else packed
    return list(csv.DictReader(text.decode("utf-8").splitlines()))


def _wrong_count(table: Path, expected: int) -> Iterator[str]:
    found = len(_rows(table))
    if found != expected:
        yield f"{table.name} has {found} rows instead of {expected}"


def _absent(folder: Path, names: list[str]) -> Iterator[str]:
    for name in names:
        file = folder / name
        if not file.is_file() or file.stat().st_size == 0:
            yield f"{name} is missing or empty"


def _gtzan(folder: Path) -> Iterator[str]:
    rows = _rows(folder / "index.csv")
    recordings = [row["audio"] for row in rows if row["audio"]]
    genres = sorted({row["genre"] for row in rows})
    yield from _wrong_count(folder / "index.csv", 710)
    if len(recordings) != 101:
        yield f"index.csv names {len(recordings)} recordings instead of 101"
    yield from _absent(folder, recordings)
    yield from _absent(folder / "mel", [f"{genre}.png" for genre in genres])
    yield from _absent(folder / "mel", ["exact_frames_and_interpolator.npz"])
    yield from _wrong_count(folder / "mel" / "clips.csv", 709)
    yield from _wrong_count(folder / "features_30_sec.csv", 710)
    yield from _wrong_count(folder / "means25.csv", 710)


def _fma_small(folder: Path) -> Iterator[str]:
    yield from _wrong_count(folder / "tracks.csv", 7194)
    yield from _wrong_count(folder / "means25.csv", 7192)
    yield from _absent(folder, ["mfcc.npz", "pictures.npz", "vggish_mean.npz"])
    recordings = sorted(folder.glob("audio/*.opus"))
    if len(recordings) != 40:
        yield f"audio holds {len(recordings)} recordings instead of 40"
    yield from _absent(folder / "audio", [recording.name for recording in recordings])


def _segments57(folder: Path) -> Iterator[str]:
    yield from _wrong_count(folder / "features_3_sec.csv.gz", 22_050)


def _listed_recordings(expected: int) -> Callable[[Path], Iterator[str]]:
    def faults(folder: Path) -> Iterator[str]:
        yield from _wrong_count(folder / "index.csv", expected)
        yield from _absent(folder, [row["path"] for row in _rows(folder / "index.csv")])

    return faults


def _weights(folder: Path) -> Iterator[str]:
    sums = folder / "SHA256SUMS"
    lines = sums.read_text(encoding="utf-8").splitlines() if sums.is_file() else []
    if len(lines) != 3:
        yield f"SHA256SUMS names {len(lines)} files instead of 3"
    for digest, name in (line.split(maxsplit=1) for line in lines):
        file = folder / name.lstrip("*")
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"{file.name} is missing or differs from SHA256SUMS"


DATA_SETS = {
    "gtzan": DataSet("spectrograms and recordings in ten genres", _gtzan),
    "fma_small": DataSet("features and recordings in eight genres", _fma_small),
    "segments57": DataSet("features of three-second segments in eleven genres", _segments57),
    "emotify": DataSet("recordings in four genres", _listed_recordings(315)),
    "tracks": DataSet("whole pieces", _listed_recordings(6)),
    "weights": DataSet("published networks that training starts from", _weights),
}


def data_folder(option: str | None) -> Path | None:
    """The data folder that `--data` or else the environment names, None where neither does."""
    named = option or os.environ.get(FOLDER_VARIABLE, "")
    return Path(named).expanduser().resolve() if named else None


def every_set_is_required() -> bool:
    """Whether a set that is missing fails its tests instead of skipping them."""
    return os.environ.get(REQUIRE_VARIABLE, "") == "1"


@cache
def faults_of(name: str, data: Path) -> tuple[str, ...]:
    """Sentences on what a set that is there lacks; empty where it is complete."""
    return tuple(DATA_SETS[name].faults(data / name))
