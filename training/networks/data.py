"""Which tracks a network's config names: a set of the data folder, or an index from a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from training.datasets.files import read_index
from training.datasets.kinds import read_source, with_labels, with_per_class
from training.datasets.rows import rows_of
from training.datasets.splits import TEST, TRAIN, judged_side
from training.datasets.values import Index, Item, index_of
from training.datasets.wishes import Wishes
from training.refusal import Refused

EMOTIFY = "emotify"


@dataclass(frozen=True, slots=True)
class Known:
    """A set of the data folder.

    Attributes:
        words: What it is, for people.
        path: Below the data folder.
    """

    words: str
    path: str


SETS: Mapping[str, Known] = {
    "gtzan": Known("GTZAN, archived spectrograms", "gtzan/mel"),
    "fma": Known("FMA-small, first 3 s from MFCC", "fma_small/mfcc.npz"),
    "fma_snapshots": Known("FMA-small, snapshots over 30 s", "fma_small/pictures.npz"),
    EMOTIFY: Known("Emotify, recordings", "emotify/index.csv"),
}
_WISHES = ("labels", "per_class", "stretch")


def words_of(name: str, index: Index) -> str:
    """What a set is, for people; of an index its source and kind, as tabular runs say."""
    return SETS[name].words if name in SETS else f"{index.source.name} ({index.kind})"


def set_name(config: Mapping[str, Any]) -> str:
    """A set's name as part of the names of parameters, which know no dots."""
    return Path(str(config["data"])).stem.replace(".", "_")


def index_named(name: str, data: Path | None, wishes: Mapping[str, Any]) -> Index:
    """The index that a config's `data` and its [tracks] table name.

    Args:
        name: One of SETS, or the path of an index that the command `index` wrote.
        data: The folder of data sets; not needed for an index from a file.
        wishes: `labels` keeps only some genres, `per_class` learns from only so many tracks of
            each, `stretch` hears only so many first seconds of each recording.

    Raises:
        Refused: The set is unknown or not there, or a wish is unknown.
    """
    unknown = sorted(set(wishes) - set(_WISHES))
    if unknown:
        raise Refused(
            f"The config's [tracks] table names {', '.join(unknown)}; it may hold "
            f"{', '.join(_WISHES)}."
        )
    index = _without_test(_read(name, data))
    if wishes.get("labels"):
        index = with_labels(index, tuple(wishes["labels"]))
    if wishes.get("per_class"):
        index = _fewer_to_learn_from(index, int(wishes["per_class"]))
    stretch = float(wishes.get("stretch", 0.0))
    if stretch:
        items = [replace(item, start_seconds=0.0, length_seconds=stretch) for item in index.items]
        index = replace(index, items=tuple(items))
    return index


def _read(name: str, data: Path | None) -> Index:
    if name not in SETS:
        if not name.endswith(".csv"):
            raise Refused(
                f"Networks know no data set {name}; there are {', '.join(SETS)}, or name the "
                "index.csv that `python -m training index` wrote."
            )
        return read_index(Path(name))
    if data is None:
        raise Refused("Say where the data sets lie: --data DIR, or set GENRE_DESKTOP_DATA.")
    path = data / SETS[name].path
    if name == EMOTIFY:
        rows = rows_of(path, ("path", "genre", "artist"))
        items = [Item(row["path"], row["path"], row["genre"], row["artist"]) for row in rows]
        return index_of("csv", path.parent, items)
    return read_source("archive", path, Wishes())


def _without_test(index: Index) -> Index:
    """The index without tracks of a test side, unless they are what is judged."""
    judged = index.division not in ("", "folds") and judged_side(index) == TEST
    kept = [row for row, item in enumerate(index.items) if judged or item.split != TEST]
    return index.only(kept) if len(kept) < len(index.items) else index


def _fewer_to_learn_from(index: Index, count: int) -> Index:
    """So many tracks of each genre on the training side; what is judged stays whole."""
    sides = index.splits
    learnt = with_per_class(index.only(np.nonzero(sides == TRAIN)[0]), count, 0)
    judged = index.only(np.nonzero(sides != TRAIN)[0])
    fewer = index_of(
        index.kind, index.source, [*learnt.items, *judged.items], index.rejected, learnt.notes
    )
    return replace(fewer, labels=index.labels)
