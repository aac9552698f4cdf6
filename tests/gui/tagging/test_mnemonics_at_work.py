"""No letter with Alt means two things while files are worked on, nor afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.gui.tagging.conftest import SPAWN_MS
from tests.gui.test_mnemonics import faults_in

Shown = TypeVar("Shown", PreviewDialog, HistoryDialog, OrganiseDialog)


def test_while_tags_are_written_and_taken_back(with_tracks: GenreDesktop, qtbot: QtBot) -> None:
    tagging, actions = with_tracks.services.tagging, with_tracks.actions
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        actions.write_tags.trigger()
    preview = only(PreviewDialog, with_tracks)
    work_is_lettered(preview, with_tracks, preview.write.click, qtbot)
    preview.accept()
    with qtbot.waitSignal(tagging.staying_read, timeout=SPAWN_MS):
        actions.tag_history.trigger()
    history = only(HistoryDialog, with_tracks)
    assert history.back_run.isEnabled()
    work_is_lettered(history, with_tracks, history.back_run.click, qtbot)
    history.reject()


def test_while_files_are_organised(with_tracks: GenreDesktop, tmp_path: Path, qtbot: QtBot) -> None:
    services = with_tracks.services
    services.tagging_settings.organise_into = str(tmp_path / "into")
    with qtbot.waitSignal(services.tagging.looking_ended, timeout=SPAWN_MS):
        with_tracks.actions.organise.trigger()
    dialog = only(OrganiseDialog, with_tracks)
    work_is_lettered(dialog, with_tracks, dialog.place.click, qtbot)
    dialog.accept()


def test_letters_go_through_the_tabs_of_a_preview(preview: PreviewDialog, qtbot: QtBot) -> None:
    for key, group in ((Qt.Key.Key_D, Group.REFUSED), (Qt.Key.Key_N, Group.CHANGES)):
        QTest.keyClick(preview, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(preview.filter.tabs[group].isChecked)


def only(kind: type[Shown], desktop: GenreDesktop) -> Shown:
    """The dialog of this kind that the window has."""
    (dialog,) = desktop.window.findChildren(kind)
    return dialog


def work_is_lettered(
    dialog: PreviewDialog | HistoryDialog | OrganiseDialog,
    desktop: GenreDesktop,
    begin: Callable[[], None],
    qtbot: QtBot,
) -> None:
    assert faults_in(dialog) == []
    with qtbot.waitSignal(desktop.services.tagging.writing_ended, timeout=SPAWN_MS) as ended:
        begin()
        assert faults_in(dialog) == []  # it can be stopped now
    assert ended.args[0].written == 3
    assert faults_in(dialog) == []
