"""A window in which nothing happens costs nothing."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from tests.support.paints import Paints


def test_a_window_in_which_nothing_happens_is_not_painted(
    full: GenreDesktop, qtbot: QtBot, qapp: QApplication
) -> None:
    full.window.activateWindow()
    full.table.setFocus()
    paints = Paints(qapp)
    try:
        for row in reversed(full.model.playlist.rows):  # the first is selected already
            before = paints.count
            full.table.select_rows([row], row)
            qtbot.waitUntil(lambda before=before: paints.count > before)  # type: ignore[misc]  # a default binds the loop's value
            qtbot.waitUntil(paints.rest)
    finally:
        paints.end()
