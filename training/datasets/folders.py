"""The kinds "folders" and "csv": one folder per genre, or a table of recordings."""

import math
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from genre_desktop.dsp.printable import printable
from training.datasets.artist_tags import artist_in, one_spelling
from training.datasets.checks import Unusable
from training.datasets.hearing import without_bad_files
from training.datasets.lists import clip_name, read_lists, side_of
from training.datasets.rows import TableUnreadable, rows_of
from training.datasets.values import Index, Item, Rejected, index_of
from training.datasets.wishes import Wishes

_SOUND_NAME = re.compile(
    r"[^.].*\.(aac|ac3|aiff?|alac|ape|au|caf|flac|m4[ab]|mka|mp[234c]|og[ag]|opus|"
    r"tta|w64|wav|webm|wma|wv)",
    re.IGNORECASE | re.DOTALL,
)
_UNWRITABLE_NAME = "Its name holds signs that cannot be written; rename it."
_UNKNOWN = "unknown, of "  # before a file whose parts are by nobody knows whom
_EMPTY = "The folder holds no recordings."
_LABELS = ("label", "genre")
_PART = ("path", "start_seconds", "length_seconds")


def folders_index(source: Path, wishes: Wishes) -> Index:
    """Every sound file in a folder per genre, also in folders inside it and linked there.

    Raises:
        Unusable: There are no such folders.
    """
    if not source.is_dir():
        message = f"{source} is no folder; give the folder that holds a folder for each genre."
        raise Unusable(message)
    genres = sorted(f for f in source.iterdir() if f.is_dir() and not f.name.startswith("."))
    if not genres:
        message = f"{source} holds no folders; put the recordings of each genre into one."
        raise Unusable(message)
    items: list[Item] = []
    rejected: list[Rejected] = []
    for genre in genres:
        readable = len(rejected)
        paths = sorted(_sounds_in(genre, rejected))
        if not paths and len(rejected) == readable:
            rejected.append(Rejected(printable(genre.name), _EMPTY))
        for path in paths:
            name = path.relative_to(source).as_posix()
            if printable(name) == name:
                items.append(Item(name, name, genre.name))
            else:
                rejected.append(Rejected(printable(name), _UNWRITABLE_NAME))
    return _of_recordings("folders", source, items, rejected, wishes)


def _sounds_in(folder: Path, rejected: list[Rejected]) -> Iterator[Path]:
    """What is called like a recording below a folder; what leads back above itself is passed by."""

    def unreadable(error: OSError) -> None:
        place = Path(error.filename).relative_to(folder.parent).as_posix()
        rejected.append(
            Rejected(printable(place), f"The folder cannot be read ({error.strerror}).")
        )

    for inside, folders, files in os.walk(folder, onerror=unreadable, followlinks=True):
        above = {os.path.realpath(one) for one in (Path(inside), *Path(inside).parents)}
        folders[:] = [name for name in folders if os.path.realpath(Path(inside, name)) not in above]
        yield from (Path(inside, n) for n in (*folders, *files) if _SOUND_NAME.fullmatch(n))


def csv_index(source: Path, wishes: Wishes) -> Index:
    """The recordings that a table names: path,label[,artist][,split], paths from its own folder.

    "genre" may stand for "label"; start_seconds and length_seconds may tell a part of a file.

    Raises:
        TableUnreadable: A column is missing or a number is none.
    """
    same: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(source, ("path",)):
        if not any(name in row for name in _LABELS):
            message = f"{source} has no column {' or '.join(_LABELS)}; name each track's genre."
            raise TableUnreadable(message)
        same[tuple(row.get(name, "") for name in _PART)].append(row)
    items: list[Item] = []
    rejected: list[Rejected] = []
    for rows in same.values():
        labels = sorted({_label(row) for row in rows})
        item = _item(source, rows[0], labels[0])
        if len(labels) > 1:
            reason = f"It stands there with several genres: {', '.join(labels)}."
            rejected.append(Rejected(item.track, reason))
        elif not labels[0]:
            rejected.append(Rejected(item.track, "No genre is given."))
        else:
            items.append(item)
    return _of_recordings("csv", source.parent, items, rejected, wishes)


def _label(row: dict[str, str]) -> str:
    return next((row[name].strip() for name in _LABELS if row.get(name)), "")


def _item(source: Path, row: dict[str, str], label: str) -> Item:
    path, start, length = (row.get(name, "") for name in _PART)
    try:
        seconds = float(start or 0), float(length or 0)
    except ValueError as error:
        message = f"{source}: the part of {path} is no number of seconds ({error})."
        raise TableUnreadable(message) from error
    if not all(0 <= one < math.inf for one in seconds):
        message = f"{source}: the part of {path} must be seconds from 0 on, not {start}, {length}."
        raise TableUnreadable(message)
    track = f"{path} {seconds[0]:g}+{seconds[1]:g}" if any(seconds) else path
    artist = one_spelling(row.get("artist", ""))
    return Item(track, path, label, artist, side_of(row.get("split", "")), *seconds)


def _of_recordings(
    kind: str, source: Path, items: list[Item], rejected: list[Rejected], wishes: Wishes
) -> Index:
    good, unheard = without_bad_files(items, source, wishes, copies=False)
    lists = read_lists(wishes.split_lists, wishes.artist_list)
    known = []
    listed = {*lists.artists, *lists.sides}
    for item in good:
        clip = clip_name(item.path)
        artist = item.artist or lists.artists.get(clip, "") or artist_in(source / item.path)
        side = item.split or lists.sides.get(clip, "")
        known.append(replace(item, artist=artist, split=side))
    together = [_with_its_file(item) for item in known]
    notes = []
    if listed and listed.isdisjoint(clip_name(item.path) for item in good):
        notes.append(f"No track has a name of the lists', which tell of {min(listed)} and others.")
    return index_of(kind, source, together, [*rejected, *unheard], notes)


def _with_its_file(item: Item) -> Item:
    """A part of a file by nobody knows whom stays on one side with the file's other parts."""
    if item.artist or not (item.start_seconds or item.length_seconds):
        return item
    return replace(item, artist=f"{_UNKNOWN}{item.path}")


def artist_notes(index: Index) -> list[str]:
    """A sentence on how many of an index's tracks are by nobody knows whom."""
    unknown = sum(not item.artist or item.artist.startswith(_UNKNOWN) for item in index.items)
    if not unknown:
        return []
    sentence = (
        f"The artist of {unknown} of {len(index.items)} tracks is neither given nor in their "
        "tags: each file counts as an artist of its own, so that scores may be too good."
    )
    return [sentence]
