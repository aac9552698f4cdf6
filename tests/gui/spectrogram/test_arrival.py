"""When the spectrogram is loaded: soon after a row is looked at, but not under the user's hands."""

import time
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.spectrogram.arrival import LOOKED_AT_MILLISECONDS, SpectrogramArrival
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from genre_desktop.ui.spectrogram.modes import CHOSEN_MILLISECONDS
from tests.gui.conftest import close
from tests.gui.spectrogram.conftest import choose, dock_of
from tests.support.tab_order import tab_from
from tests.support.window import InstantListener

_LOOKED_AT_SECONDS = LOOKED_AT_MILLISECONDS / 1e3


def test_it_is_not_loaded_while_the_list_is_being_scrolled(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    choose(full, 0)
    began = before = time.monotonic()
    longest = 0.0

    def scroll() -> None:
        nonlocal before, longest
        now = time.monotonic()
        before, longest = now, max(longest, now - before)
        bar = full.table.verticalScrollBar()
        bar.valueChanged.emit(bar.value())  # three rows have nowhere to go

    scrolling = QTimer(full.window, interval=20)
    scrolling.timeout.connect(scroll)
    scrolling.start()
    qtbot.waitUntil(lambda: time.monotonic() - began > 2 * _LOOKED_AT_SECONDS)
    while_scrolled = full.spectrogram.menus
    scrolling.stop()

    if longest < _LOOKED_AT_SECONDS:  # else this machine itself let the list rest
        assert while_scrolled is None
    dock_of(full, qtbot)


def test_tab_comes_to_it_between_the_details_and_the_seek_bar(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    choose(full, 0)
    full.spectrogram.start()
    dock = dock_of(full, qtbot)
    order = tab_from(full.table, qtbot)
    in_it = [place for place, one in enumerate(order) if dock.isAncestorOf(one)]
    in_details = [place for place, one in enumerate(order) if full.details.isAncestorOf(one)]
    assert dock.plot in order
    assert in_it == list(range(in_it[0], in_it[0] + len(in_it)))
    assert 0 < max(in_details) < in_it[0]
    assert order.index(full.views.seek_bar) == in_it[-1] + 1


def test_while_tracks_are_heard_its_place_says_when_the_selected_one_is_shown(
    desktop: GenreDesktop, listener: InstantListener, folder_of_music: Path, qtbot: QtBot
) -> None:
    place = desktop.spectrogram_place
    listener.held.clear()
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist.rows) == 3)
    assert place.words.startswith("Select a track")
    choose(desktop, 0)
    qtbot.waitUntil(lambda: "once all tracks are heard" in place.words)
    assert place.spectrogram is None
    desktop.table.clearSelection()
    desktop.table.setCurrentIndex(QModelIndex())
    qtbot.waitUntil(lambda: place.words.startswith("Select a track"))
    choose(desktop, 0)
    listener.held.set()
    dock_of(desktop, qtbot)


def test_one_that_no_window_has_yet_ends_with_the_program(full: GenreDesktop, qtbot: QtBot) -> None:
    built: list[SpectrogramDock] = []
    arrival = SpectrogramArrival(
        full.services, full.theme, full.icons, full.spectrogram_actions, put=built.append
    )
    arrival.start()
    qtbot.waitUntil(lambda: bool(built))
    arrival.choose_row(full.model.rows_on_show()[0].state)
    arrival.close()
    close(full)
    with qtbot.captureExceptions() as exceptions:
        qtbot.wait(2 * CHOSEN_MILLISECONDS)
    assert exceptions == []
