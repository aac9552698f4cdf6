"""The window with a large library: its start, and its waits while the library is looked through."""

import os
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bench.waits import Watch, after_turns, scrolled, turn
from bench.window import started
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.library_facets import Facet
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.services.quick_start import start_quickly
from genre_desktop.services.short_pauses import keep_pauses_short
from genre_desktop.ui.roles import Column

TARGET_START_SECONDS = 1.5
TARGET_SEEN_MS = 50.0
STARTS = 5
SCROLLED_STEPS = 200
_COLUMNS = (Column.TITLE, Column.ARTIST, Column.CONFIDENCE, Column.PATH)
_TEXTS = ("title", "title 1234", "genre:rock", "conf < 60", "no such thing", "")


def run_in(home: Path, files: int) -> Iterator[str]:
    """Start the program with the library that lies in a home, then look through it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ[HOME_VARIABLE] = str(home)
    yield _starts(home, files)
    start_quickly()
    desktop = build(QApplication(sys.argv[:1]))
    desktop.window.painted.connect(keep_pauses_short)
    desktop.start()
    turn(lambda: desktop.browser.model.rowCount() > 0)
    before = _memory_mb()
    yield from _Looking(desktop, files).lines()
    yield f"memory of the window's process: {before:.0f} MB before, {_memory_mb():.0f} MB at most"
    desktop.window.close()
    desktop.close()


def _starts(home: Path, files: int) -> str:
    """How long a start takes with the library and without one, in turns."""
    homes = (home, home.with_name("empty home"))
    taken: dict[Path, list[float]] = {one: [] for one in homes}
    for turn_ in range(STARTS + 1):
        for one, paints in taken.items():
            paint, _ = started({**os.environ, HOME_VARIABLE: str(one)})
            if turn_:  # the first has all compiled, and in the disk's cache
                paints.append(paint)
    with_it, without = (
        f"median {median(paints):.2f} s ({min(paints):.2f} to {max(paints):.2f})"
        for paints in taken.values()
    )
    return (
        f"start to first paint with {files:,} tracks in the library: {with_it}; "
        f"target {TARGET_START_SECONDS} s; with none, in turns: {without}"
    )


class _Looking:
    """Does in the library view what a user does, and notes when the first rows say something."""

    def __init__(self, desktop: GenreDesktop, files: int) -> None:
        self._desktop, self._files = desktop, files
        self._watch = Watch(f"{files:,} tracks in the library view")
        self._answers = 0
        self._asked_at = self._seen_at = 0.0
        browsing = desktop.services.library.browsing
        browsing.groups_found.connect(self._count)
        browsing.rows_read.connect(self._see)

    def _count(self) -> None:
        self._answers += 1

    def _see(self) -> None:
        if not self._seen_at:
            self._seen_at = perf_counter()

    def lines(self) -> Iterator[str]:
        desktop = self._desktop
        yield self._asked("shown", desktop.library_actions.show_library.trigger)
        page = desktop.library.page
        assert page is not None
        for column in _COLUMNS:
            yield self._asked(
                f"sorted by {column.name.lower()}",
                lambda column=column: page.table.sortByColumn(column, _DOWN),  # type: ignore[misc]  # a default binds the loop's value
            )
        for text in _TEXTS:
            yield self._asked(
                f"filtered by {text!r}",
                lambda text=text: page.filter_box.setText(text),  # type: ignore[misc]  # a default binds the loop's value
            )
        for facet in (Facet.ARTIST, Facet.ALBUM, Facet.FOLDER):
            yield self._asked(
                f"by {facet}",
                lambda facet=facet: page.groups.choose(facet),  # type: ignore[misc]  # a default binds the loop's value
            )
        yield self._watch.measured("all selected", page.table.selectAll, after_turns(5))
        yield self._watch.measured(
            f"scrolled through in {SCROLLED_STEPS} steps",
            lambda: None,
            scrolled(page.table, SCROLLED_STEPS),
        )
        self._watch.end()

    def _asked(self, what: str, act: Callable[[], object]) -> str:
        """Ask, and wait for all that follows from that."""
        before = self._answers

        def ask() -> None:
            act()
            self._asked_at, self._seen_at = perf_counter(), 0.0

        painted = after_turns(5)
        line = self._watch.measured(what, ask, lambda: self._answers > before and painted())
        seen = 1e3 * (self._seen_at - self._asked_at)
        more = f"; first rows read after {seen:.0f} ms, target {TARGET_SEEN_MS:.0f} ms"
        return line + (more if self._seen_at else "")


def _memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_DOWN = Qt.SortOrder.DescendingOrder
