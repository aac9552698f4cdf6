"""A user who does anything at random, on files that come and go: nothing breaks or contradicts."""

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.corrections import known_corrections
from genre_desktop.core.places import CORRECTIONS_NAME, data_folder
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.totals import Totals
from genre_desktop.ui.track_table_model import TrackTableModel
from genre_desktop.ui.urls import url_of
from tests.gui.conftest import Desktops, close
from tests.support.window import drop_mime, is_welcome

HANDLES = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_1)
WORDS = ("rock", "genre:jazz", "unsure", "-blues", "conf<50", "(", '"', "%1 &", "")
PAUSES_MS = (0, 0, 5, 20, 50)
STEP_MS = 500  # at most, on average
SOAK = (pytest.mark.soak, pytest.mark.timeout(3_600))


class RandomUser(QObject):
    """Acts between two events of the window from now on, also while a dialog has a loop of its own.

    Attributes:
        is_misled: Whether the list has contradicted itself, after which nothing more is done.

    Signals:
        left: All is done, and no dialog is open any more.
    """

    left = Signal()

    def __init__(self, desktop: GenreDesktop, music: Path, seed: int, steps: int) -> None:
        super().__init__()
        self._desktop, self._music, self._steps = desktop, music, steps
        self._kept = shutil.copytree(music, music.with_name("kept"))
        self.is_misled = False
        self._random = random.Random(seed)
        own, library = desktop.actions, desktop.library_actions
        never = {own.quit, own.show_in_folder, library.show_in_folder}  # which begins a program
        actions = desktop.window.findChildren(QAction) + 3 * desktop.actions.findChildren(QAction)
        self._actions = [one for one in actions if one.menu() is None and one not in never]
        doings = (self._choose_action, self._choose_action, self._use_something, self._press_key)
        self._doings = (*doings, self._select, self._drop, self._change_files)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    @Slot()
    def _turn(self) -> None:
        self._timer.start(self._random.choice(PAUSES_MS))  # first: a dialog may begin a loop
        self.is_misled = self.is_misled or contradicts_itself(self._desktop.model)
        self._steps = -1 if self.is_misled else self._steps - 1
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(modal, FramedDialog):
            modal.may_ask = self._steps >= 0  # else it would ask for ever
        if popup is not None:
            self._use_popup(popup)
        elif isinstance(modal, QFileDialog):
            self._choose_file(modal)
        elif modal is not None and self._has_enough_of(modal):
            QTest.keyClick(modal, Qt.Key.Key_Escape)
        elif modal is not None:
            self._use_something(modal)
        elif self._steps < 0:
            self._timer.stop()
            self.left.emit()
        else:
            self._random.choice(self._doings)()

    def _has_enough_of(self, modal: QWidget) -> bool:
        is_question = isinstance(modal, QMessageBox)  # may everything be deleted? No
        return is_question or self._steps < 0 or self._random.random() < 0.1

    def _choose_action(self) -> None:
        self._random.choice([action for action in self._actions if action.isEnabled()]).trigger()

    def _press_key(self) -> None:
        QTest.keyClick(self._desktop.table, self._random.choice(KEYS))

    def _use_popup(self, popup: QWidget) -> None:
        chosen = [action for action in popup.actions() if action in self._actions]
        if isinstance(popup, QMenu) and chosen and self._steps >= 0:
            popup.setActiveAction(self._random.choice(chosen))
            QTest.keyClick(popup, Qt.Key.Key_Return)
        popup.close()

    def _choose_file(self, dialog: QFileDialog) -> None:
        saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        names = ("a.csv", "b.json", "c.m3u8", "d.npy", "none/e.csv")
        places = [self._kept.parent / name for name in names] if saves else self._places()
        is_folder = dialog.fileMode() == QFileDialog.FileMode.Directory
        dialog.selectFile(str(self._music if is_folder else self._random.choice(places)))
        dialog.accept()
        dialog.close()  # where it is not content with the name

    def _use_something(self, inside: QWidget | None = None) -> None:
        window = inside or self._desktop.window
        never = (self._desktop.browser, self._desktop.first_run)  # other files than the test's
        found = [
            each
            for each in window.findChildren(QWidget)
            if isinstance(each, HANDLES)
            and (each.isVisible() and each.isEnabled() and each.window() is window)
            and not any(other.isAncestorOf(each) for other in never)
        ]
        handle = self._random.choice(found) if found else window
        if isinstance(handle, QComboBox) and handle.count():
            handle.setCurrentIndex(self._random.randrange(handle.count()))
            handle.activated.emit(handle.currentIndex())
        elif isinstance(handle, QLineEdit):
            QTest.keyClicks(handle, self._random.choice(WORDS))
        else:
            hit = handle.viewport() if isinstance(handle, QAbstractItemView) else handle
            QTest.mouseClick(hit, Qt.MouseButton.LeftButton)

    def _select(self) -> None:
        model, chosen = self._desktop.model, self._desktop.table.selectionModel()
        wish = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
        for _ in range(min(3, model.rowCount())):
            chosen.select(model.index(self._random.randrange(model.rowCount()), 0), wish)

    def _drop(self) -> None:
        target, mime = self._desktop.table.viewport(), QMimeData()
        mime.setUrls([url_of(self._random.choice(self._places()))])
        if target.isVisible() and is_welcome(target, mime):
            drop_mime(target, mime)

    def _change_files(self) -> None:
        files, change = [one for one in self._places() if one.is_file()], self._random.randrange(4)
        if change == 0 or len(files) < 2:
            shutil.copytree(self._kept, self._music, dirs_exist_ok=True)
        elif change == 1:
            files[0].unlink()
        elif change == 2:
            files[-1].rename(files[-1].with_name(f"x{files[-1].name}"[-60:]))
        else:
            shutil.copyfile(files[0], files[-1])

    def _places(self) -> list[Path]:
        return [self._music, self._music / "gone.mp3", *self._music.rglob("*")]


def contradicts_itself(model: TrackTableModel) -> bool:
    """Whether rows are numbered or summed up wrongly, which is never so between two events."""
    rows, kept, counted = model.playlist.rows, model.playlist.totals, Totals()
    for row in rows:
        counted.count(row.state, row.seconds, 1)
    counted.seconds = round(counted.seconds - kept.seconds, 3) + kept.seconds
    return counted != kept or [row.number for row in rows] != list(range(1, len(rows) + 1))


def unfinished(desktop: GenreDesktop) -> list[str]:
    """What has not come to its end once the user has left."""
    if desktop.actions.pause.isChecked():
        desktop.actions.pause.trigger()
    desktop.model.finish_corrections()
    rows, services = desktop.model.playlist.rows, desktop.services
    own = services.correcting.all()
    said = {row.state.correction == own.get(row.audio_key) for row in rows if row.audio_key}
    ended = {
        "listening": not services.classification.progress.is_running,
        "looking for music": not services.scanning.is_running,
        "rows": all(row.state.is_finished for row in rows),
        "what can be stopped": not desktop.actions.cancel.isEnabled(),
        "the user's word": said <= {True},
    }
    return [what for what, is_so in ended.items() if not is_so]


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 100), *(pytest.param(seed, 5_000, marks=SOAK) for seed in (2, 3, 4, 5))]
)
def test_whatever_is_done_the_window_says_what_is_so(
    open_desktop: Desktops, folder_of_music: Path, qtbot: QtBot, seed: int, steps: int
) -> None:
    desktop = open_desktop(paths=(folder_of_music,))
    user = RandomUser(desktop, folder_of_music, seed, steps)
    with qtbot.waitSignal(user.left, timeout=steps * STEP_MS):
        pass
    assert not user.is_misled
    qtbot.waitUntil(lambda: unfinished(desktop) == [])
    tracks, own = desktop.model.tracks(), desktop.services.correcting.all()
    close(desktop)
    assert known_corrections(data_folder() / CORRECTIONS_NAME) == own
    assert open_desktop().model.tracks() == tracks
