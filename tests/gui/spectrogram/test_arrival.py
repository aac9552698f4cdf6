"""When the spectrogram is loaded: soon after a row is looked at, but not under the user's hands."""

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.spectrogram.arrival import LOOKED_AT_MILLISECONDS
from tests.gui.spectrogram.conftest import choose, dock_of

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
