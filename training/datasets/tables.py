"""Ready-made tables of features: Kaggle's 57 columns, FMA's 518, 25 means."""

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.datasets.fma_metadata import top_genres
from training.datasets.gtzan_lists import notes_on_lists, with_lists
from training.datasets.lists import plain_number, read_lists
from training.datasets.rows import TableUnreadable, lines_of
from training.datasets.values import Index, Item, Rejected, index_of
from training.datasets.wishes import Wishes

WHOLE_TRACK = -1
_NAME_COLUMN, _LABEL_COLUMN, _LENGTH_COLUMN = "filename", "label", "length"
_FMA_HEADER = ("feature", "statistics", "number")
_TWICE = "It shares rows with {}: the same music under two names."
_SEGMENT = re.compile(r"(?P<track>.+\.\d+)\.(?P<segment>\d+)")
_ENDING = re.compile(r"\.(wav|au|mp3|flac|ogg|opus|m4a)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Features in rows.

    Attributes:
        names: Of the columns.
        values: float32 (n, d), memory-mapped where it is large.
        tracks: (n,) which track a row is of.
        labels: (n,) genres.
        segment: (n,) which piece of its track a row is of; -1 for the whole track.
    """

    names: tuple[str, ...]
    values: NDArray[np.float32]
    tracks: NDArray[np.str_]
    labels: NDArray[np.str_]
    segment: NDArray[np.int64]


def read_table(path: Path) -> Table:
    """Every row of a table as it lies on disk; `table_index` leaves out what misleads.

    Kaggle's form has one header line with "filename" first and "label" last; FMA's has three and
    no labels, which are taken from tracks.csv beside it.

    Raises:
        TableUnreadable: It is neither, or a field is no number.
    """
    lines = lines_of(path)
    first = next(lines, [])
    if first[:1] == [_FMA_HEADER[0]]:
        return _read_fma(path, first)
    if first[:1] == [_NAME_COLUMN] and first[-1:] == [_LABEL_COLUMN]:
        return _read_kaggle(path, first)
    message = (
        f"{path} is no table of features: its first line must begin with {_NAME_COLUMN} and end "
        f"with {_LABEL_COLUMN}, or begin with {_FMA_HEADER[0]} as FMA's features.csv does."
    )
    raise TableUnreadable(message)


def table_index(source: Path, wishes: Wishes) -> Index:
    """The tracks of a table; those that share rows with another are left out, each with why.

    Artists and sides come from `wishes`, or from tracks.csv beside FMA's table.
    """
    table = read_table(source)
    rows_of_track: dict[str, list[int]] = defaultdict(list)
    for row, track in enumerate(table.tracks.tolist()):
        rows_of_track[track].append(row)
    known = top_genres(source.parent) if _is_fma(source) else {}
    listed, left_out = with_lists(
        [
            known.get(track, Item(track, "", str(table.labels[rows[0]])))
            for track, rows in rows_of_track.items()
        ],
        read_lists(wishes.split_lists, wishes.artist_list),
    )
    bad = _misleading(table, {item.track: rows_of_track[item.track] for item in listed})
    items = [item for item in listed if item.track not in bad]
    rejected = [Rejected(track, reason) for track, reason in bad.items()]
    notes = [f"A table of {len(table.names)} columns: features that were computed elsewhere."]
    return index_of("table", source, items, [*left_out, *rejected], notes)


def _read_kaggle(path: Path, header: list[str]) -> Table:
    skipped = {_NAME_COLUMN, _LABEL_COLUMN, _LENGTH_COLUMN}
    columns = [place for place, name in enumerate(header) if name not in skipped]
    if not columns:
        message = f"{path} has no columns of features between {_NAME_COLUMN} and {_LABEL_COLUMN}."
        raise TableUnreadable(message)
    values = array("f")
    names, labels = [], []
    for number, line in enumerate(lines_of(path), start=1):
        if number == 1 or not line:
            continue
        _append(values, line, columns, len(header), f"Line {number} of {path}")
        names.append(plain_number(_ENDING.sub("", line[0])))
        labels.append(line[-1])
    parsed = [_SEGMENT.fullmatch(name) for name in names]
    tracks = [found["track"] if found else name for found, name in zip(parsed, names, strict=True)]
    segments = [int(found["segment"]) if found else WHOLE_TRACK for found in parsed]
    return Table(
        names=tuple(header[place] for place in columns),
        values=_table_of(values, len(columns)),
        tracks=np.array(tracks, np.str_),
        labels=np.array(labels, np.str_),
        segment=np.array(segments, np.int64),
    )


def _read_fma(path: Path, first: list[str]) -> Table:
    lines = lines_of(path)
    header = [next(lines, []) for _ in _FMA_HEADER]
    if [line[:1] for line in header] != [[name] for name in _FMA_HEADER]:
        message = f"{path} must begin with three header lines: {', '.join(_FMA_HEADER)}."
        raise TableUnreadable(message)
    columns = list(range(1, len(first)))
    if not columns or {len(line) for line in header} != {len(first)}:
        message = f"The header lines of {path} name no columns, or not equally many."
        raise TableUnreadable(message)
    values = array("f")
    tracks = []
    for number, line in enumerate(lines, start=len(_FMA_HEADER) + 1):
        if not line or line[0] == "track_id":
            continue  # the name of the first column has a line to itself
        where = f"Line {number} of {path}"
        if not line[0].isdecimal():
            message = f"{where} begins with {line[0]!r}, no track_id; get the table again."
            raise TableUnreadable(message)
        _append(values, line, columns, len(first), where)
        tracks.append(str(int(line[0])))
    known = top_genres(path.parent)
    labels = [known[track].label if track in known else "" for track in tracks]
    return Table(
        names=tuple("_".join(line[place] for line in header) for place in columns),
        values=_table_of(values, len(columns)),
        tracks=np.array(tracks, np.str_),
        labels=np.array(labels, np.str_),
        segment=np.full(len(tracks), WHOLE_TRACK, np.int64),
    )


def _append(
    values: "array[float]", line: list[str], columns: list[int], fields: int, where: str
) -> None:
    if len(line) != fields:
        message = f"{where} has {len(line)} fields instead of {fields}; get the table again."
        raise TableUnreadable(message)
    try:
        values.extend(float(line[place]) for place in columns)
    except ValueError as error:
        message = f"{where} holds what is no number ({error}); get the table again."
        raise TableUnreadable(message) from error


def _table_of(values: "array[float]", columns: int) -> NDArray[np.float32]:
    return np.frombuffer(values, np.float32).reshape(-1, columns)


def _misleading(table: Table, rows_of_track: dict[str, list[int]]) -> dict[str, str]:
    """Tracks that would be learnt from and judged under two names, with the reason."""
    bad: dict[str, str] = {}
    first_with: dict[bytes, str] = {}
    for track, rows in rows_of_track.items():
        for row in rows:
            other = first_with.setdefault(table.values[row].tobytes(), track)
            if other != track:
                bad[track] = _TWICE.format(other)
                bad.setdefault(other, _TWICE.format(track))
        labels = sorted(set(table.labels[rows].tolist()))
        if not np.isfinite(table.values[rows]).all():
            bad[track] = "A field is missing or no finite number."
        elif len(labels) > 1:
            bad[track] = f"It carries two genres: {' and '.join(labels)}."
        elif not labels[0]:
            bad[track] = "Its top genre is not known."
    return bad


def table_notes(index: Index) -> list[str]:
    """What lists say of GTZAN's clips; of other tracks, how many are by nobody knows whom."""
    items = index.items
    if all(item.track.startswith(f"{item.label}.") for item in items):
        return notes_on_lists(items)
    unknown = sum(not item.artist for item in items)
    if not unknown:
        return []
    sentence = (
        f"The artist of {unknown} of {len(items)} tracks is unknown: they are divided by track, so "
        "that scores may be too good."
    )
    return [sentence]


def _is_fma(source: Path) -> bool:
    return next(lines_of(source), [])[:1] == [_FMA_HEADER[0]]
