"""Where the data lie: the folder that --data or GENRE_DESKTOP_DATA names, and its indexes."""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from training.damage import Damaged, arrays_of
from training.refusal import Refused

GENRES = (
    "blues",
    "classical",
    "country",
    "disco",
    "hiphop",
    "jazz",
    "metal",
    "pop",
    "reggae",
    "rock",
)


class DataMissing(Refused):
    """A data set that training needs is not there; the text says which, where and what to do."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip of GTZAN.

    Attributes:
        name: Such as "blues.00017".
        genre: One of GENRES.
        split: "train", "valid" or "faulty" in the published fault-filtered split.
        artist: Group of clips by one artist; a clip of unknown artist is its own group.
        audio: The recording, None where only the spectrogram is there.
    """

    name: str
    genre: str
    split: str
    artist: str
    audio: Path | None


def data_folder(given: str | None) -> Path:
    """The folder of data sets that was named on the command line or by GENRE_DESKTOP_DATA.

    Raises:
        DataMissing: Neither names an existing folder.
    """
    name = given or os.environ.get("GENRE_DESKTOP_DATA", "")
    if not name:
        raise DataMissing("Say where the data sets lie: --data DIR, or set GENRE_DESKTOP_DATA.")
    folder = Path(name)
    if not folder.is_dir():
        raise DataMissing(f"The data folder {folder} does not exist; give another with --data DIR.")
    return folder


def required(path: Path) -> Path:
    """The path itself, if it exists.

    Raises:
        DataMissing: It does not.
    """
    if not path.exists():
        raise DataMissing(f"{path} is missing; training/README.md says where each set is had.")
    return path


def required_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of an .npz file, if it exists.

    Raises:
        DataMissing: It does not, or it is damaged.
    """
    try:
        return arrays_of(required(path))
    except Damaged as damage:
        message = (
            f"{path} cannot be read ({damage}); get it again: training/README.md says where each "
            "set is had."
        )
        raise DataMissing(message) from damage


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with a header.

    Raises:
        DataMissing: The file is not there.
    """
    with required(path).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def gtzan_index(data: Path) -> dict[str, Clip]:
    """Every clip that data/gtzan/index.csv lists, by name."""
    folder = data / "gtzan"
    return {
        row["clip"]: Clip(
            name=row["clip"],
            genre=row["genre"],
            split=row["split"],
            artist=row["artist_group"] or row["clip"],
            audio=folder / row["audio"] if row["audio"] else None,
        )
        for row in rows_of(folder / "index.csv")
    }


def recordings(data: Path) -> tuple[Path, ...]:
    """Every recording that may teach without labels: those of GTZAN and of Emotify, in order."""
    of_gtzan = [clip.audio for clip in gtzan_index(data).values() if clip.audio is not None]
    of_emotify = [data / "emotify" / row["path"] for row in rows_of(data / "emotify" / "index.csv")]
    return tuple(required(path) for path in of_gtzan + of_emotify)
