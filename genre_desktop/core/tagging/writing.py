"""Runs that write tags and runs that take them back: file by file, each journaled twice."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.tagging.copying import Digests, digest_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.journal_rows import Entry
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import (
    Preferences,
    TagRefused,
    genre_of,
    reversed_splices,
)
from genre_desktop.core.tagging.safe_write import (
    Change,
    discard,
    prepare_fields,
    prepare_genres,
    prepare_splices,
    put_in_place,
    refusal,
)
from genre_desktop.core.tagging.temporary import temporary_beside


@dataclass(frozen=True, slots=True)
class Wish:
    """A file and the genres that its tags are to say.

    Attributes:
        path: The file.
        stamp: When its tags were read.
        genres: What they are to say.
    """

    path: Path
    stamp: Stamp
    genres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one file.

    Attributes:
        path: The file.
        change: What was written, None where nothing was.
        refused: Why, empty where nothing had to be.
    """

    path: Path
    change: Change | None
    refused: str = ""


def write_genres(
    journal: Journal,
    wishes: Sequence[Wish],
    preferences: Preferences,
    cancelled: threading.Event | None = None,
) -> Iterator[Written]:
    """Writes one file after the other, as one run that can be taken back.

    Closing the generator, or setting `cancelled`, stops it between two files.

    Yields:
        What became of each.
    """

    def tasks() -> Iterator[_Task]:
        for wish in wishes:
            yield _Task(wish.path, _preparing(wish, preferences), None)

    paths = [wish.path for wish in wishes]
    yield from _carried_out(journal, "tag", paths, tasks(), cancelled)


def take_back(
    journal: Journal,
    entries: Sequence[Entry],
    preferences: Preferences,
    cancelled: threading.Event | None = None,
) -> Iterator[Written]:
    """Gives files the genre that they had before; itself a run that can be taken back.

    A file that still is, byte for byte, what the run wrote becomes, byte for byte, what it was.
    In one that was changed since only the genre goes back, and only where it still is the run's.

    Yields:
        What became of each.
    """

    def tasks() -> Iterator[_Task]:
        for entry in entries:
            yield _Task(entry.change.path, _going_back(entry, preferences), entry.number)

    paths = [entry.change.path for entry in entries]
    yield from _carried_out(journal, "undo", paths, tasks(), cancelled)


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    prepare: Callable[[], Change | None]
    undoes: int | None


def _preparing(wish: Wish, preferences: Preferences) -> Callable[[], Change | None]:
    return lambda: prepare_genres(wish.path, wish.stamp, wish.genres, preferences)


def _going_back(entry: Entry, preferences: Preferences) -> Callable[[], Change | None]:
    return lambda: _prepare_back(entry.change, preferences)


def _carried_out(
    journal: Journal,
    what: str,
    paths: Iterable[Path],
    tasks: Iterator[_Task],
    cancelled: threading.Event | None,
) -> Iterator[Written]:
    run = journal.begin_run(what, paths)
    try:
        for task in tasks:
            if cancelled is not None and cancelled.is_set():
                return
            yield _written(journal, run, task)
    finally:
        journal.end_run(run)


def _written(journal: Journal, run: int, task: _Task) -> Written:
    try:
        change = task.prepare()
        if change is None:
            return Written(task.path, None)
        try:
            entry = journal.about_to_write(run, change, task.undoes)
        except BaseException:
            discard(change)
            raise
        try:
            put_in_place(change)
        except TagRefused:
            journal.not_written(entry)
            raise
        journal.written(entry)
    except TagRefused as refused:
        return Written(task.path, None, refused.sentence)
    return Written(task.path, change)


def _prepare_back(change: Change, preferences: Preferences) -> Change | None:
    path = change.path
    try:
        stamp = stamp_of(path)
        document = read_document(path, preferences)
        if genre_of(document) != change.new_genre and document.genres() != change.new_genres:
            raise TagRefused(
                "its genre is no more what that run wrote; it is left as it is", "changed since"
            )
        is_untouched = digest_of(path) == change.digests.new
    except OSError as error:
        raise refusal(error) from error
    if is_untouched:
        return prepare_splices(_mirrored(change), stamp, reversed_splices(change.splices))
    if document.kind == change.kind and genre_of(document) == change.new_genre:
        return prepare_fields(path, stamp, change.old_genre, preferences)
    return prepare_genres(path, stamp, change.old_genres, preferences)


def _mirrored(change: Change) -> Change:
    """The same change the other way round."""
    return replace(
        change,
        temporary=temporary_beside(change.path),
        digests=Digests(change.digests.new, change.digests.old),
        old_genre=change.new_genre,
        new_genre=change.old_genre,
        old_genres=change.new_genres,
        new_genres=change.old_genres,
    )
