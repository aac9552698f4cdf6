"""One pass over the paths: from what was asked for to what became of every track."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace

from genre_desktop.cli.display import Display
from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.cli.heard_tags import HeardTags
from genre_desktop.cli.interruption import (
    drawn,
    ignore_interruptions,
    interruption_held,
)
from genre_desktop.cli.request import Classify
from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.cluster import ClusterUnavailable, ClusterWorkers, recognise_apart
from genre_desktop.core.corrected import corrected
from genre_desktop.core.holding import Holding, folders_among
from genre_desktop.core.library import Library
from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.recognise import recognise
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome, Tags, Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.dsp.sound import Problem
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.verdict import Verdict

_LOOK_AHEAD = 1_000_000  # the whole scan: known tracks come first and the bar knows its end


class Hearing:
    """One pass over the paths: what was found, in its order, and what became of it."""

    def __init__(
        self,
        asked: Classify,
        display: Display,
        library: Library | None,
        own: Mapping[AudioKey, Correction],
    ) -> None:
        self._asked = asked
        self._display = display
        self._library = library
        self._tags = HeardTags(library)
        self._needs_tags = asked.csv is not None or asked.json is not None
        self._listings: dict[Track, Listing | None] = {}
        self._corrections = own
        self.skipped = 0

    @property
    def found(self) -> int:
        """How many tracks there are, as far as the paths have been looked through."""
        return len(self._listings)

    def listings(self, titles_for: int) -> list[Listing]:
        """What has been heard, in the order in which it was found.

        Args:
            titles_for: Of so many tracks at most the tags are read also where no file needs them.
        """
        heard = [listing for listing in self._listings.values() if listing is not None]
        if self._needs_tags or len(heard) > titles_for:
            return heard
        return [listing._replace(tags=self._tags.of(listing.track)) for listing in heard]

    def close(self) -> None:
        """Nothing is listened to or read any more."""
        self._tags.close()

    def listen(self, model: ModelEntry) -> bool:
        """Hears everything; True where it was interrupted."""
        with interruption_held() as interrupted:
            try:
                self._hear_all(model, interrupted)
                ignore_interruptions()
            except KeyboardInterrupt:
                return True
            except (PackageRefused, WorkersUselessError, ClusterUnavailable) as refused:
                raise CommandRefused(refused.sentence) from refused
        return interrupted.is_set()

    def _hear_all(self, model: ModelEntry, interrupted: threading.Event) -> None:
        pool, listen = self._workers()
        chapters = ChapterReading()
        outcomes = classify(
            self._tracks(chapters),
            pool,
            model.folder,
            self._library,
            self._asked.again,
            quick=self._asked.quick,
            look_ahead=_LOOK_AHEAD,
            with_details=self._asked.json is not None,
            cancelled=interrupted,
            holding=Holding(self._display.say, folders_among(self._asked.paths)),
            listen=listen,
            limit=self._tags.limit,
        )
        try:
            with closing(chapters), closing(outcomes):
                for outcome in outcomes:
                    self._take(outcome)
        finally:
            pool.shutdown(cancel_futures=True)

    def _workers(self) -> tuple[WorkerPool | ClusterWorkers, Callable[..., Outcome]]:
        """Processes of this machine, or a cluster, with what they run."""
        if self._asked.scheduler is None:
            return WorkerPool(self._asked.jobs), recognise
        return ClusterWorkers(self._asked.scheduler), recognise_apart

    def _tracks(self, chapters: ChapterReading) -> Iterator[Track]:
        found = scan(self._asked.paths, self._asked.exclude, chapters.parts_of)
        for item in drawn(found):
            if isinstance(item, Skipped):
                self.skipped += 1
                self._display.say(item.sentence)
            else:
                self._listings[item] = None
                self._display.found()
                yield item

    def _take(self, outcome: Outcome) -> None:
        problem = outcome.problem
        if problem is not None and problem.problem is Problem.MODEL_REFUSED:
            raise CommandRefused(problem.sentence)
        track = outcome.track
        tags = self._tags.of(track) if self._needs_tags else Tags()
        slim = corrected(self._slim(outcome), self._corrections)
        self._listings[track] = Listing(track, tags, slim)
        if problem is not None:
            self._display.say_of(track.path, problem.sentence)
        self._display.done()
        for notice in self._library.take_notices() if self._library else ():
            self._display.say(notice)

    def _slim(self, outcome: Outcome) -> Outcome:
        """Without what is not written, so that a whole library fits into memory."""
        judged = with_least(outcome, self._asked.min_confidence)
        verdict = judged.verdict
        if verdict is None or not _has_details(verdict):
            return judged
        timeline = verdict.timeline if self._asked.json else None
        return judged._replace(verdict=replace(verdict, embedding=None, timeline=timeline))


def with_least(outcome: Outcome, least: float | None) -> Outcome:
    """The outcome, unsure below this probability; None leaves that to the model."""
    verdict = outcome.verdict
    if verdict is None or least is None:
        return outcome
    return outcome._replace(verdict=replace(verdict, unsure=verdict.ranked()[0][1] < least))


def _has_details(verdict: Verdict) -> bool:
    return verdict.embedding is not None or verdict.timeline is not None
