"""`genre-desktop classify`: from paths to a table, a CSV and a JSON file."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import ignore_interruptions
from genre_desktop.cli.table import print_result
from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import ModelEntry, available_models, default_model
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import write_csv
from genre_desktop.core.export_json import write_json
from genre_desktop.core.export_target import is_same_file, refuse_target
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library, LibraryUnavailable
from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.part_tags import tags_of, with_part
from genre_desktop.core.places import PlaceUnavailable, data_folder
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.core.workers import WorkerPool
from genre_desktop.dsp.sound import Problem
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.verdict import Verdict

log = logging.getLogger(__name__)

_LOOK_AHEAD = 1_000_000  # the whole scan: known tracks come first and the bar knows its end


@dataclass(frozen=True, slots=True)
class Classify:
    """What was asked for; the names are those of the options."""

    paths: tuple[Path, ...]
    model: str | None
    csv: Path | None
    json: Path | None
    jobs: int | None
    min_confidence: float | None
    exclude: tuple[str, ...]
    again: bool
    byte_order_mark: bool
    relative_to: Path | None
    use_library: bool


def classify_paths(asked: Classify) -> ExitCode:
    """Listens to everything under the paths, prints it and writes the files asked for.

    Raises:
        CommandRefused: Where the model or a target is of no use.
    """
    model = _chosen(asked.model)
    _refuse_targets(asked)
    with Display(console_for(error=True)) as display:
        library = _open_library(display) if asked.use_library else None
        try:
            run = _Run(asked, display, library)
            is_interrupted = run.listen(model)
            listings = run.listings()
        finally:
            if library is not None:
                library.close()
    _write(asked, listings)
    with standard_output():
        print_result(console_for(error=False), listings)
    tracks = counted(run.found, "track")
    head = f"Interrupted: {len(listings)} of {tracks}" if is_interrupted else tracks
    display.say(f"{head}, {_summary(listings, display.seconds)}{_written(asked)}")
    return _exit_code(listings, run.skipped, is_interrupted=is_interrupted)


class _Run:
    """One pass over the paths: what was found, in its order, and what became of it."""

    def __init__(self, asked: Classify, display: Display, library: Library | None) -> None:
        self._asked = asked
        self._display = display
        self._library = library
        self._listings: dict[Track, Listing | None] = {}
        self.skipped = 0

    @property
    def found(self) -> int:
        """How many tracks there are, as far as the paths have been looked through."""
        return len(self._listings)

    def listings(self) -> list[Listing]:
        """What has been heard, in the order in which it was found."""
        return [listing for listing in self._listings.values() if listing is not None]

    def listen(self, model: ModelEntry) -> bool:
        """Hears everything; True where it was interrupted."""
        pool = WorkerPool(self._asked.jobs)
        chapters = ChapterReading()
        outcomes = classify(
            self._tracks(chapters),
            pool,
            model.folder,
            self._library,
            self._asked.again,
            look_ahead=_LOOK_AHEAD,
            with_details=self._asked.json is not None,
        )
        try:
            with closing(chapters), closing(outcomes):
                for outcome in outcomes:
                    self._take(outcome)
            ignore_interruptions()
        except KeyboardInterrupt:
            return True
        except (PackageRefused, WorkersUselessError) as refused:
            raise CommandRefused(refused.sentence) from refused
        finally:
            pool.shutdown(cancel_futures=True)
        return False

    def _tracks(self, chapters: ChapterReading) -> Iterator[Track]:
        for item in scan(self._asked.paths, self._asked.exclude, chapters.parts_of):
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
        self._listings[track] = Listing(track, self._tags(track), self._slim(outcome))
        if problem is not None:
            self._display.say(f"{track.path}: {problem.sentence}")
        self._display.done()
        for notice in self._library.take_notices() if self._library else ():
            self._display.say(notice)

    def _tags(self, track: Track) -> Tags:
        if self._asked.csv is None and self._asked.json is None:
            return Tags()
        if self._library is None:
            return tags_of(track)
        try:
            stamp = stamp_of(track.path)
        except OSError:
            return Tags()
        return with_part(track, self._library.tags(track.path, stamp))

    def _slim(self, outcome: Outcome) -> Outcome:
        """Without what is not written, so that a whole library fits into memory."""
        verdict, least = outcome.verdict, self._asked.min_confidence
        if verdict is None or (least is None and not _has_details(verdict)):
            return outcome
        return replace(
            outcome,
            verdict=replace(
                verdict,
                embedding=None,
                timeline=verdict.timeline if self._asked.json else None,
                unsure=verdict.unsure if least is None else verdict.ranked()[0][1] < least,
            ),
        )


def _has_details(verdict: Verdict) -> bool:
    return verdict.embedding is not None or verdict.timeline is not None


def _chosen(name: str | None) -> ModelEntry:
    if name is None:
        entry = default_model()
        if entry is None:
            raise CommandRefused("There is no model; `genre-desktop models` says why.")
        return entry
    entries = {entry.name: entry for entry in reversed(available_models())}
    if name not in entries:
        known = ", ".join(sorted(entries)) or "none"
        raise CommandRefused(f"There is no model called {name}; there are: {known}.")
    if entries[name].refusal:
        raise CommandRefused(entries[name].refusal)
    return entries[name]


def _refuse_targets(asked: Classify) -> None:
    """Says before the work begins what would be in vain after it, or would destroy something."""
    if asked.csv is not None and asked.json is not None and is_same_file(asked.csv, asked.json):
        raise CommandRefused(f"CSV and JSON cannot both be written to {asked.csv}; name two files.")
    try:
        for target in (asked.csv, asked.json):
            if target is not None:
                refuse_target(target, asked.paths)
    except ExportFailed as failed:
        raise CommandRefused(failed.sentence) from failed


def _open_library(display: Display) -> Library | None:
    try:
        library = Library.open(data_folder() / LIBRARY_NAME)
    except (LibraryUnavailable, PlaceUnavailable) as error:
        display.say(error.sentence)
        return None
    for notice in library.take_notices():
        display.say(notice)
    return library


def _write(asked: Classify, listings: list[Listing]) -> None:
    options = ExportOptions(
        byte_order_mark=asked.byte_order_mark,
        relative_to=asked.relative_to.absolute() if asked.relative_to else None,
    )
    try:
        if asked.csv is not None:
            write_csv(listings, asked.csv, options)
        if asked.json is not None:
            write_json(listings, asked.json, options)
    except ExportFailed as failed:
        raise CommandRefused(failed.sentence) from failed


def _summary(listings: list[Listing], seconds: float) -> str:
    outcomes = [listing.outcome for listing in listings if listing.outcome]
    problems = sum(outcome.verdict is None for outcome in outcomes)
    known = sum(outcome.from_library for outcome in outcomes)
    heard = sum(
        outcome.report.decoded_seconds
        for outcome in outcomes
        if outcome.report and not outcome.from_library
    )
    parts = [f"{problems} with problems"]
    if known:
        parts.append(f"{known} known already")
    if heard and seconds:
        parts.append(f"{heard / seconds:.0f} times as fast as they play")
    return f"{', '.join(parts)}; {seconds:.1f} s."


def _written(asked: Classify) -> str:
    names = [str(target) for target in (asked.csv, asked.json) if target is not None]
    return f" Written: {', '.join(names)}." if names else ""


def _exit_code(listings: list[Listing], skipped: int, *, is_interrupted: bool) -> ExitCode:
    if is_interrupted:
        return ExitCode.INTERRUPTED
    if not listings:
        return ExitCode.NOTHING_FOUND
    if skipped or any(one.outcome and one.outcome.verdict is None for one in listings):
        return ExitCode.SOME_PROBLEMS
    return ExitCode.FINE
