"""Runs that write tags and runs that take them back: file by file, each journaled twice."""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.tagging.copying import Digests, digest_of
from genre_desktop.core.tagging.going_back import GoingBack, fields_back, going_back
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.journal_rows import Entry
from genre_desktop.core.tagging.raw import Preferences, TagRefused, Unsettled, reversed_splices
from genre_desktop.core.tagging.safe_write import (
    Change,
    discard,
    prepare_fields,
    prepare_genres,
    prepare_splices,
    put_in_place,
    refusal,
    refuse_unwritable,
)
from genre_desktop.core.tagging.same_recording import (
    refuse_another,
    refuse_another_at_a_glance,
)
from genre_desktop.core.tagging.temporary import temporary_beside
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tags import read_tags
from genre_desktop.core.track import Tags, Track


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

    @property
    def is_written(self) -> bool:
        """Whether anything was written."""
        return self.change is not None

    @property
    def has_new_owner(self) -> bool:
        """Whether it was, and the system did not allow to keep its owner or group."""
        return self.change is not None and not self.change.keeps_owner


def write_genres(
    journal: Journal,
    wishes: Sequence[Wish],
    preferences: Preferences,
    cancelled: threading.Event | None = None,
) -> Generator[Written, None, None]:
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
) -> Generator[Written, None, None]:
    """Gives files the genre that they had before; itself a run that can be taken back.

    A file that still is, byte for byte, what the run wrote becomes, byte for byte, what it was.
    In one that was changed since each field that the run wrote goes back by itself, and only where
    it still says what the run wrote; none does where it is another recording.

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
    return lambda: prepare_genres(
        wish.path, wish.stamp, wish.genres, preferences, wish.also, audio_hash=wish.audio_hash
    )


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
        with KeptTags(journal.library) as kept:
            for task in tasks:
                if cancelled is not None and cancelled.is_set():
                    return
                done = _written(journal, run, task)
                if done.change is not None:
                    kept.renew({task.path, done.change.path}, _tags_of)
                yield done
    finally:
        journal.end_run(run)


def _tags_of(tracks: Sequence[Track]) -> Iterator[tuple[Track, Tags]]:
    return ((track, read_tags(track.path)) for track in tracks)


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
        except Unsettled:
            raise  # the journal must know
        except TagRefused:
            journal.not_written(entry)
            raise
        journal.written(entry)
    except TagRefused as refused:
        return Written(task.path, None, refused.sentence)
    return Written(task.path, change)


def look_back(change: Change, preferences: Preferences) -> GoingBack:
    """What taking it back makes of a file, as far as can be told without writing.

    Raises:
        TagRefused: It cannot go back now, and why.
    """
    try:
        refuse_unwritable(change.path, through_links=change.is_through_link)
        back = going_back(change, preferences)
        refuse_another_at_a_glance(change)
    except OSError as error:
        raise refusal(error) from error
    return back


def why_not_back(change: Change, preferences: Preferences) -> str:
    """Why a file cannot go back now; empty where it can."""
    try:
        look_back(change, preferences)
    except TagRefused as refused:
        return refused.sentence
    return ""


def what_stays(change: Change, preferences: Preferences) -> str:
    """Why a file, or fields of it, cannot go back now; empty where all can."""
    try:
        return look_back(change, preferences).stays
    except TagRefused as refused:
        return refused.sentence


def _prepare_back(change: Change, preferences: Preferences) -> Change | None:
    path = change.path
    preferences = replace(preferences, through_links=change.is_through_link)
    try:
        stamp = stamp_of(path)
        going_back(change, preferences)
        is_untouched = digest_of(path) == change.digests.new
        if not is_untouched:
            refuse_another(change, stamp)
    except OSError as error:
        raise refusal(error) from error
    if is_untouched:
        return prepare_splices(_mirrored(change), stamp, reversed_splices(change.splices))
    fields = partial(fields_back, change=change)
    return prepare_fields(path, stamp, fields, preferences, change.audio_hash)


def _mirrored(change: Change) -> Change:
    """The same change the other way round."""
    return replace(
        change,
        temporary=temporary_beside(change.path),
        digests=Digests(change.digests.new, change.digests.old),
        old_fields=change.new_fields,
        new_fields=change.old_fields,
        old_genres=change.new_genres,
        new_genres=change.old_genres,
    )
