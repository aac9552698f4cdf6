"""An index on disk: a table of tracks, and beside it what belongs to the whole."""

import csv
import json
import math
from pathlib import Path
from typing import Any

import numpy as np

from training.cache import replacing
from training.datasets.values import Index, Item, Rejected
from training.refusal import Refused

_COLUMNS = ("track", "path", "label", "artist", "split", "start_seconds", "length_seconds")
_FOLD = "fold_"
_FORM = 1


class IndexUnreadable(Refused):
    """A file is no index; the text says which and what to do."""


class IndexUnwritable(Refused):
    """An index cannot be written; the text says why and what to do."""


def beside(path: Path) -> Path:
    """Where the part of an index lies that is no table."""
    return path.with_suffix(".json")


def refuse_other_files(path: Path) -> None:
    """Refuse to write an index over a table, or a .json beside it, that is something else.

    Raises:
        IndexUnwritable: It would be lost.
    """
    for place, is_ours in ((path, _is_table), (beside(path), _is_whole)):
        if place.exists() and not is_ours(place):
            message = (
                f"{place} is there and no part of an index: it is not written over. Name another "
                "file with --out, or move it."
            )
            raise IndexUnwritable(message)


def _is_table(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.readline().startswith(",".join(_COLUMNS))
    except (OSError, ValueError):
        return False


def _is_whole(path: Path) -> bool:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(whole, dict) and {"form", "division", "rejected"} <= set(whole)


def write_index(index: Index, path: Path) -> None:
    """Write the table of tracks to `path` and the rest beside it, under the same name in .json.

    Raises:
        IndexUnwritable: The folder is full or may not be written.
    """
    try:
        _write_table(index, path)
        _write_whole(index, beside(path))
    except OSError as error:
        message = f"{path} cannot be written ({error}); name another place with --out."
        raise IndexUnwritable(message) from error


def _write_table(index: Index, path: Path) -> None:
    with replacing(path) as target, target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([*_COLUMNS, *(f"{_FOLD}{seed}" for seed in index.fold_seeds)])
        folds = index.folds.T.tolist()
        for item, row in zip(index.items, folds, strict=True):
            writer.writerow([*(getattr(item, name) for name in _COLUMNS), *row])


def _write_whole(index: Index, path: Path) -> None:
    whole = {
        "form": _FORM,
        "kind": index.kind,
        "source": str(index.source),
        "division": index.division,
        "labels": list(index.labels),
        "notes": list(index.notes),
        "rejected": [[one.path, one.reason] for one in index.rejected],
    }
    with replacing(path) as target:
        target.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_index(path: Path) -> Index:
    """Read what `write_index` wrote.

    Raises:
        IndexUnreadable: A file is missing or is something else.
    """
    if not path.exists():
        raise IndexUnreadable(f"There is no index {path}; make it with python -m training index.")
    try:
        whole: dict[str, Any] = json.loads(beside(path).read_text(encoding="utf-8"))
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            header = next(rows)
            if tuple(header[: len(_COLUMNS)]) != _COLUMNS or whole["form"] != _FORM:
                raise ValueError(path)
            read = [_item(row) for row in rows]
        _refuse_other_labels(whole["labels"], [item for item, _ in read])
        seeds = tuple(int(name.removeprefix(_FOLD)) for name in header[len(_COLUMNS) :])
        return Index(
            kind=whole["kind"],
            source=Path(whole["source"]),
            items=tuple(item for item, _ in read),
            rejected=tuple(Rejected(*one) for one in whole["rejected"]),
            notes=tuple(whole["notes"]),
            labels=tuple(whole["labels"]),
            division=whole["division"],
            fold_seeds=seeds,
            folds=np.array([folds for _, folds in read], np.int64).reshape(len(read), len(seeds)).T,
        )
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        StopIteration,
        RecursionError,
        csv.Error,
    ) as error:
        message = (
            f"{path} with {beside(path).name} is no index that can be read ({error}); make it "
            "with python -m training index."
        )
        raise IndexUnreadable(message) from error


def _item(row: list[str]) -> tuple[Item, list[int]]:
    track, path, label, artist, split, start, length, *folds = row
    part = float(start), float(length)
    if not all(0 <= seconds < math.inf for seconds in part):
        message = f"{track} begins at {start} and is {length} seconds long"
        raise ValueError(message)
    return Item(track, path, label, artist, split, *part), [int(fold) for fold in folds]


def _refuse_other_labels(labels: Any, items: list[Item]) -> None:
    """Both parts must name the same genres: what is changed in one by hand is not in the other."""
    other = {item.label for item in items} ^ set(labels)
    if other:
        message = f"one part of it knows the genre {min(map(str, other))}, the other does not"
        raise ValueError(message)
