"""The recordings and tables that a report shows beside the runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.datasets.files import read_index
from training.datasets.kinds import read_source
from training.datasets.tables import Table, read_table
from training.datasets.values import Index
from training.datasets.wishes import Wishes
from training.refusal import Refused

# in a folder of data sets: name, kind, place
ARCHIVES = (
    ("GTZAN", "archive", "gtzan/mel"),
    ("FMA-small", "archive", "fma_small/mfcc.npz"),
)
TABLE = "gtzan/features_30_sec.csv"


@dataclass(frozen=True, slots=True)
class Material:
    """What is shown of the data.

    Attributes:
        indexes: By name.
        features: A table of features, or None.
        table: The name of its file.
    """

    indexes: tuple[tuple[str, Index], ...]
    features: Table | None
    table: str = ""


def material(data: Path | None, indexes: Sequence[Path], features: Path | None) -> Material:
    """What was named: indexes and a table, else those of a folder of data sets.

    Raises:
        Refused: Something that was named is not there, or the folder holds nothing known.
    """
    found = _named([(path, read_index(path)) for path in indexes])
    if data is not None:
        if not data.is_dir():
            raise Refused(f"The data folder {data} does not exist; give another with --data DIR.")
        found = found or [
            (name, read_source(kind, data / place, Wishes()))
            for name, kind, place in ARCHIVES
            if (data / place).exists()
        ]
        features = features or (data / TABLE if (data / TABLE).is_file() else None)
        if not found and features is None:
            raise Refused(f"{data} holds no data set that the report knows; name --index FILE.")
    if features is None:
        return Material(tuple(found), None)
    return Material(tuple(found), read_table(features), features.name)


def _named(read: Sequence[tuple[Path, Index]]) -> list[tuple[str, Index]]:
    """Indexes by what the rows of runs on them call their data; of two that are alike, the file."""
    words = [f"{index.source.name} ({index.kind})" for _, index in read]
    return [
        (name if words.count(name) == 1 else f"{name}, {path}", index)
        for name, (path, index) in zip(words, read, strict=True)
    ]
