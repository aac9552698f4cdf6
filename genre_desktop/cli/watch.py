"""`genre-desktop watch`: classifies what lies in folders, then what arrives there."""

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from genre_desktop.cli.classify import chosen_model, open_library
from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.heard_albums import HeardAlbums
from genre_desktop.cli.heard_tags import HeardTags
from genre_desktop.cli.hearing import with_least
from genre_desktop.cli.interruption import drawn, interruption_held
from genre_desktop.cli.own_words import own_words, own_words_for_writing
from genre_desktop.cli.tag import TagFiles, ruled_heard
from genre_desktop.cli.tag_preview import refusal_of
from genre_desktop.cli.tag_writing import journal_path, say_new_owners
from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.corrected import corrected, is_unsure, ranked
from genre_desktop.core.folder_watch import FolderWatch, absolute_folders
from genre_desktop.core.holding import Holding, folders_among
from genre_desktop.core.library import Library
from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.tagging.history import JournalUnavailable
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.there import is_folder
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Problem
from genre_desktop.inference.refusal import PackageRefused

log = logging.getLogger(__name__)

_WAIT_SECONDS = 0.5  # an interruption is noticed as soon
_WRITTEN_AT_ONCE = 100  # files of one run in the history


def watch_folders(tagging: TagFiles, *, settle_seconds: float, tags: bool) -> ExitCode:
    """Goes on until it is interrupted.

    Args:
        tagging: How tracks are heard, and how genres are written.
        settle_seconds: How long a file must keep still.
        tags: Whether genres are written at all.

    Raises:
        CommandRefused: A folder or the model is of no use.
    """
    model = chosen_model(tagging.heard.model)
    for path in tagging.heard.paths:
        if not is_folder(path):
            raise CommandRefused(f"{path} is not a folder; only folders can be watched.")
    folders = absolute_folders(tagging.heard.paths)
    display = Display(console_for(error=True), is_quiet=True)
    library = open_library(display) if tagging.heard.use_library else None
    try:
        with (
            interruption_held() as interrupted,
            closing(
                FolderWatch(
                    folders, display.say, tagging.heard.exclude, settle_seconds=settle_seconds
                )
            ) as watch,
            closing(ChapterReading()) as chapters,
            closing(HeardTags(None)) as read,
        ):
            work = _Work(model, tagging, display, library, watch, chapters, read, interrupted)
            if tags:
                work.writing = _Writing(tagging, display, watch, read, interrupted)
            work.go_on(scan(folders, tagging.heard.exclude, chapters.parts_of))
    except KeyboardInterrupt:
        log.info("Interrupted while looking for music.")
    except (PackageRefused, WorkersUselessError) as refused:
        raise CommandRefused(refused.sentence) from refused
    finally:
        if library is not None:
            library.close()
    display.say("Interrupted; what was done is kept.")
    return ExitCode.INTERRUPTED


class _Writing:
    """Writes the genres of what was heard, some files at a time, each time as a run of its own."""

    def __init__(
        self,
        asked: TagFiles,
        display: Display,
        watch: FolderWatch,
        tags: HeardTags,
        interrupted: threading.Event,
    ) -> None:
        self._asked, self._display, self._heard_tags = asked, display, tags
        self._watch, self._interrupted = watch, interrupted
        self._waiting: list[Outcome] = []
        self._albums = HeardAlbums()
        self._told = ""

    def add(self, outcome: Outcome) -> None:
        """Has a track written with the next ones."""
        if outcome.verdict is not None and outcome.track.span is None:
            self._waiting.append(outcome)
        if len(self._waiting) >= _WRITTEN_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Writes what waits; what the journal has no time for now is tried again later."""
        if not self._waiting or self._interrupted.is_set():
            return
        try:
            with Journal.open(journal_path()) as journal:
                self._write(journal, self._waiting)
        except JournalUnavailable as unavailable:
            self._tell_once(unavailable.sentence)
            return
        self._waiting, self._told = [], ""

    def _write(self, journal: Journal, outcomes: Iterable[Outcome]) -> None:
        asked = self._asked
        new = {one.track.path: Listing(one.track, self._tags(one.track), one) for one in outcomes}
        heard = ruled_heard(self._with_their_albums(new), asked.rules)
        if asked.choice.append:  # an album's earlier genre would stay beside its new one
            heard = [one for one in heard if one.path in new]
        rows = list(plan(heard, asked.choice, asked.preferences))
        for row in rows:
            if row.sentence and row.path in new:
                self._display.say_of(row.path, f"{refusal_of(row)}.")
        wishes = [row.wish for row in rows if row.wish is not None]
        if not wishes:
            return
        written = new_owners = 0
        for result in write_genres(journal, wishes, asked.preferences, self._interrupted):
            if result.is_written:  # else it may be another program's, to be heard next
                self._watch.expect(result.path)
                written += 1
                new_owners += result.has_new_owner
            if result.refused:
                self._display.say_of(result.path, f"{result.refused}.")
        self._display.say(f"{counted(written, 'file')} written.")
        say_new_owners(new_owners, self._display)

    def _with_their_albums(self, new: dict[Path, Listing]) -> list[Listing]:
        """With what was heard before of the same albums, where these are to have one genre."""
        has_albums = self._asked.rules.one_genre_per_album
        return self._albums.grown_by(new) if has_albums else list(new.values())

    def _tags(self, track: Track) -> Tags:
        return self._heard_tags.of(track) if self._asked.rules.need_tags else Tags()

    def _tell_once(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self._display.say(sentence)


@dataclass(slots=True)
class _Work:
    model: ModelEntry
    asked: TagFiles
    display: Display
    library: Library | None
    watch: FolderWatch
    chapters: ChapterReading
    tags: HeardTags
    interrupted: threading.Event
    writing: _Writing | None = None
    _pool: WorkerPool = field(init=False)

    def __post_init__(self) -> None:
        self._pool = WorkerPool(self.asked.heard.jobs)

    def go_on(self, present: Iterator[Track | Skipped]) -> None:
        """Hears what is there, then what arrives, until it is interrupted."""
        try:
            self._hear(self._at_rest(present), tells_known=False)
            if not self.interrupted.is_set():
                self.display.say("Everything there is heard; waiting for more. Ctrl-C ends this.")
            while not self.interrupted.is_set():
                arrived = self.watch.wait(_WAIT_SECONDS)
                if arrived:
                    found = scan(arrived, (), self.chapters.parts_of, self.watch.leaves_out)
                    self._hear(self._tracks(found), tells_known=True)
                elif self.writing is not None:
                    self.writing.write()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _tracks(self, found: Iterator[Track | Skipped]) -> Iterator[Track]:
        for item in drawn(found):
            if isinstance(item, Skipped):
                self.display.say(item.sentence)
            else:
                self.watch.note(item)
                yield item

    def _at_rest(self, found: Iterator[Track | Skipped]) -> Iterator[Track]:
        return (track for track in self._tracks(found) if self.watch.is_at_rest(track.path))

    def _hear(self, tracks: Iterator[Track], *, tells_known: bool) -> None:
        heard = self.asked.heard
        words = own_words(self.display) if self.writing is None else own_words_for_writing()
        outcomes = classify(
            tracks,
            self._pool,
            self.model.folder,
            self.library,
            heard.again,
            quick=heard.quick,
            with_details=False,
            cancelled=self.interrupted,
            holding=Holding(self.display.say, folders_among(heard.paths)),
            limit=self.tags.limit,
        )
        with closing(outcomes):
            for outcome in outcomes:
                judged = with_least(corrected(outcome, words), heard.min_confidence)
                self._take(judged, is_told=tells_known or not outcome.from_library)
        if self.writing is not None:
            self.writing.write()

    def _take(self, outcome: Outcome, *, is_told: bool) -> None:
        problem = outcome.problem
        if problem is not None and problem.problem is Problem.MODEL_REFUSED:
            raise CommandRefused(problem.sentence)
        if is_told:
            with standard_output():
                console_for(error=False).print(_line(outcome), soft_wrap=True)
        if self.writing is not None:
            self.writing.add(outcome)
        for notice in self.library.take_notices() if self.library else ():
            self.display.say(notice)


def _line(outcome: Outcome) -> str:
    name = one_line(str(outcome.track.path))
    if outcome.track.part_title:
        name = f"{name}, {one_line(outcome.track.part_title)}"
    if outcome.verdict is None:
        return f"{name}: {outcome.problem.sentence if outcome.problem else ''}"
    genre, share = ranked(outcome)[0]
    unsure = ", unsure" if is_unsure(outcome) else ""
    said = "yours" if outcome.correction is not None else f"{share:.0%}"
    return f"{name}: {one_line(genre)} ({said}{unsure})"
