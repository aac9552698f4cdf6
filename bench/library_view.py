"""A library of 200,000 tracks: the window's questions, a second scan, and the window itself."""

import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Self

import numpy as np

from bench.library import template_answer, touched_files
from bench.library_window import run_in
from bench.shipped_model import shipped_model
from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.library_facets import Facet, Order, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_tags import KeptTags
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.core.workers import InProcess
from genre_desktop.inference.package_files import read_files
from genre_desktop.services.library.browsing import FIRST_ROWS
from genre_desktop.services.library.doubting import MOST
from genre_desktop.services.library.row_reading import ROWS_AT_ONCE

FILES = 200_000
TARGET_MS = 50.0
SCAN_TARGET_SECONDS = 60.0
ROUNDS = 3
TAGS_AT_ONCE = 256
TURN = 1_000

_TEXTS = (  # one for each round, for what was asked before is kept in memory
    ("title 1234", "title 1235", "title 1236"),
    ("title", "itle", "titl"),
    ("artist 12 rock", "rtist 13 rock", "artis 14 rock"),
    ("genre:rock", "genre:jazz", "genre:blues"),
    ("conf < 60", "conf < 61", "conf < 62"),
    ("-genre:rock bpm > 100", "-genre:jazz bpm > 101", "-genre:blues bpm > 102"),
    ("-tag:pop", "-tag:po", "-tag:op"),
    ("artist album title", "rtist lbum itle", "artis albu titl"),
    ("path:album", "path:lbum", "path:albu"),
    ("-path:title", "-path:itle", "-path:titl"),
    ("title:title", "title:itle", "title:titl"),
    ("time > 200", "time > 201", "time > 202"),
    ("status:done", "status:don", "status:one"),
)


def run() -> Iterator[str]:
    """Fill a library, list it, then ask what the window asks."""
    model = shipped_model()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary) / "home"
        place = home / "data" / LIBRARY_NAME
        tracks = touched_files(Path(temporary) / "music", FILES)
        fill(place, tracks, model)
        yield listed(place, FILES)
        yield from _questions(place)
        with Library.open(place) as library:
            begun = perf_counter()
            known = sum(
                one.from_library for one in classify(tracks, InProcess(), model.folder, library)
            )
            taken = perf_counter() - begun
        if known != FILES:
            raise RuntimeError(f"only {known} of {FILES} files were known")
        yield (
            f"a second scan of {FILES:,} unchanged files: {taken:.1f} s; "
            f"target {SCAN_TARGET_SECONDS:.0f} s"
        )
        yield from run_in(home, FILES)


def fill(place: Path, tracks: list[Track], model: ModelEntry) -> None:
    """Make a library of answers about these, each another one, and of their tags."""
    template = template_answer(model.name, model.version, model.labels)
    template = template._replace(model_digest=read_files(model.folder).digest)
    chance = np.random.default_rng(0)
    with Library.open(place) as library:
        for number, track in enumerate(tracks):
            outcome = _varied(template, chance, number, track)
            library.store(outcome, stamp_of(track.path))
    with KeptTags(place) as kept:
        for start in range(0, len(tracks), TAGS_AT_ONCE):
            for _ in kept.read(tracks[start : start + TAGS_AT_ONCE], _tags):
                pass


def _varied(template: Outcome, chance: np.random.Generator, number: int, track: Track) -> Outcome:
    verdict = template.verdict
    if verdict is None:
        raise RuntimeError("the template has no answer")
    shares = chance.dirichlet(np.full(len(verdict.labels), 0.3)).astype(np.float32)
    verdict = replace(verdict, probabilities=shares, unsure=bool(shares.max() < 0.4))
    return template._replace(track=track, audio_hash=f"{number:040x}", verdict=verdict)


def _tags(tracks: Sequence[Track]) -> list[tuple[Track, Tags]]:
    return [(track, _tag(track.path)) for track in tracks]


def _tag(path: Path) -> Tags:
    artist, album = path.parts[-3], path.parts[-2]
    return Tags(title=path.stem, artist=artist, album=album, genre="Pop", seconds=240.0)


def listed(place: Path, files: int) -> str:
    """List all files of a library, and say how long that took."""
    begun = perf_counter()
    with LibraryListing(place, lambda _: ()) as listing:
        while listing.take_turn(TURN, {}).files:
            pass
    taken = perf_counter() - begun
    return f"listing {files:,} files once: {taken:.0f} s ({taken / files * 1e6:.0f} µs each)"


def _questions(place: Path) -> Iterator[str]:
    before = _memory_mb()
    with LibraryView(place) as opened:
        change = partial(_change, place)
        yield from _orders_and_groups(opened, change)
        opened.prepare(Facet.ALBUM)  # as the window does once it has shown groups
        for texts in _TEXTS:
            yield from _filtered(opened, texts)
        numbers = opened.numbers(View())
        page = numbers[FILES // 2 : FILES // 2 + 64]
        yield _timed("a page of 64 rows", [lambda: opened.rows(page)] * ROUNDS)
        doubtful = opened.most_doubtful(numbers)
        which = [partial(opened.most_doubtful, numbers)] * ROUNDS
        yield _timed(f"which are doubtful, {len(doubtful):,} in order", which)
        yield _timed("the same after a change, if groups were not shown", which, change)
        review = partial(opened.rows, doubtful[:ROWS_AT_ONCE], with_details=True)
        yield _timed(f"{ROWS_AT_ONCE} of {MOST} rows for the review", [review] * ROUNDS)
    yield f"memory that all this took: {_memory_mb() - before:.0f} MB"


def _orders_and_groups(opened: LibraryView, change: Callable[[], None]) -> Iterator[str]:
    for order in Order:
        view = View(order=order)
        first = [partial(opened.beginning, view, FIRST_ROWS)] * ROUNDS
        yield _timed(f"first rows by {order}", first)
        yield _timed(f"all by {order}", [partial(opened.numbers, view)] * ROUNDS, change)
    for facet in Facet:
        view = View(facet=facet)
        yield _timed(f"groups by {facet}", [partial(opened.groups, view)] * ROUNDS)
        ahead = partial(opened.prepare, facet)
        taken = _taken([ahead] * ROUNDS, change)
        yield f"{_words(f'{facet} read ahead, for counting', taken)}; nobody waits for it"
    opened.numbers(View())  # in memory from now on, as in the window


def _filtered(opened: LibraryView, texts: Sequence[str]) -> Iterator[str]:
    """What the window asks, in its order, when somebody types a text."""
    asked: dict[str, list[_Taken]] = {}
    for text in texts:
        view = View(text, Facet.ALBUM)
        for words, ask in (
            ("first rows", partial(opened.beginning, view, FIRST_ROWS)),
            ("filter", partial(opened.numbers, view)),
            ("groups", partial(opened.groups, view)),
        ):
            asked.setdefault(words, []).append(_Taken.by(ask))
    for words, taken in asked.items():
        yield _line(f"{words} of {texts[0]!r}", taken)


def _change(place: Path) -> None:
    """Write something, after which nothing holds that is in memory."""
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE listed SET seconds = seconds + 1 WHERE id = 1")


def _timed(
    words: str, asked: Sequence[Callable[[], object]], before: Callable[[], None] | None = None
) -> str:
    return _line(words, _taken(asked, before))


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a question took, in milliseconds: of the clock, and of a processor."""

    clock: float
    processor: float

    @classmethod
    def by(cls, ask: Callable[[], object]) -> Self:
        begun, worked = perf_counter(), thread_time()
        ask()
        return cls(1e3 * (perf_counter() - begun), 1e3 * (thread_time() - worked))


def _taken(
    asked: Sequence[Callable[[], object]], before: Callable[[], None] | None
) -> list[_Taken]:
    taken = []
    for ask in asked:
        if before is not None:
            before()
        taken.append(_Taken.by(ask))
    return taken


def _line(words: str, taken: Sequence[_Taken]) -> str:
    late = "" if median(one.clock for one in taken) <= TARGET_MS else "  OVER"
    return f"{_words(words, taken)}; target {TARGET_MS:.0f} ms{late}"


def _words(words: str, taken: Sequence[_Taken]) -> str:
    times, works = [one.clock for one in taken], [one.processor for one in taken]
    return (
        f"{words}: {median(times):.0f} ms ({min(times):.0f} to {max(times):.0f}), of which a "
        f"processor worked {median(works):.0f} ms ({min(works):.0f} to {max(works):.0f})"
    )


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
