"""The window with heard tracks, its preview and its history of tags."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog

SPAWN_MS = 60_000  # a process starts slowly on a busy machine


@pytest.fixture
def preview(full: GenreDesktop, qtbot: QtBot) -> PreviewDialog:
    """The preview of three files, looked at; all were heard as jazz."""
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.write_tags.trigger()
    return full.window.findChild(PreviewDialog)


@pytest.fixture
def write(full: GenreDesktop, preview: PreviewDialog, qtbot: QtBot) -> Callable[[], None]:
    """Presses the button and waits until all is written."""

    def press() -> None:
        with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
            preview.write.click()

    return press


@pytest.fixture
def history(
    full: GenreDesktop, write: Callable[[], None], preview: PreviewDialog, qtbot: QtBot
) -> HistoryDialog:
    """The history with one run of three files."""
    write()
    preview.accept()
    with qtbot.waitSignal(full.services.tagging.staying_read, timeout=SPAWN_MS):
        full.actions.tag_history.trigger()
    return full.window.findChild(HistoryDialog)
