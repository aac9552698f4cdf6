"""A session of the program from the start of its process to the last thing it says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.user_folders import PLAYLIST_FILE, UserFolders
from genre_desktop.services.services import Services
from genre_desktop.services.session import read_tracks, write_tracks
from genre_desktop.ui.error_dialog import ErrorDialog
from genre_desktop.ui.failed_start import failed_start
from genre_desktop.ui.file_manager import FileManager
from tests.core.answers import answered, verdict
from tests.gui.conftest import MODEL, close
from tests.support.folder_opener import folders_opened
from tests.support.packages import mel_package
from tests.support.remembered import heard, library_of, song
from tests.support.window import InstantListener

ROOT = Path(__file__).parents[2]
MANY = 20_000  # tracks, which do not come back in one turn
LAST = tuple(Track(Path(f"/music/{number}.mp3")) for number in range(MANY))


# Starts the program, tells of each database that is opened, and opens one at last itself.
_WATCHED = """
import runpy, sys
def tell(event, args):
    if event == "sqlite3.connect":
        print(f"opens {args[0]}", flush=True)
sys.addaudithook(tell)
try:
    runpy.run_module("bench.first_paint", run_name="__main__")
except SystemExit as end:
    import sqlite3
    sqlite3.connect(":memory:").close()
    sys.exit(end.code)
"""


def test_the_program_starts_paints_logs_and_ends_and_reads_no_library_before_it_paints(
    a_home_of_its_own: Path,
) -> None:
    library_of(a_home_of_its_own / "data", heard(song(a_home_of_its_own / "a.flac")))
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED],
        cwd=ROOT,
        env={**os.environ, HOME_VARIABLE: str(a_home_of_its_own)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    first, *_opened, longest, last = done.stdout.splitlines()
    assert (first, longest.split()[0], last) == ("painted", "longest", "opens :memory:")
    log = a_home_of_its_own / "logs" / "genre-desktop.log"
    assert "Started: Genre Desktop" in log.read_text(encoding="utf-8")


class ListenerThatLooks(InstantListener):
    """Notes what was saved when the workers are stopped."""

    def __init__(self, playlist: Path) -> None:
        super().__init__(self._answer_of)
        self._playlist = playlist
        self.saved: list[tuple[Track, ...]] = []

    def _answer_of(self, track: Track) -> Outcome:
        return answered(track.path)

    def stop(self) -> None:
        self.saved.append(tuple(read_tracks(self._playlist)))


def test_the_playlist_is_saved_before_anything_that_can_hang_is_ended(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    tracks = (Track(Path("/music/a.mp3")),)
    listener = ListenerThatLooks(tmp_path / PLAYLIST_FILE)
    services = Services(
        folders=UserFolders(tmp_path, tmp_path, tmp_path),
        playlist=lambda: tracks,
        on_show=tracks,
        make_listener=lambda _: listener,
    )
    with qtbot.waitSignal(services.session.restoring_finished):
        services.session.restore()
    services.classification.use_model(tmp_path)
    with qtbot.waitSignal(services.classification.outcomes):
        services.classification.listen(tracks)
    services.session.changed()
    services.close()
    assert listener.saved[0] == tracks


class Paints(QObject):
    """Notes in which order things come: a pane's painting, and what the window says of it."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
        if event.type() == QEvent.Type.Paint:
            self.order.append("pane")
        return super().eventFilter(watched, event)


def test_the_panes_are_painted_before_the_window_says_so(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = build(qapp, lambda _: InstantListener(lambda track: answered(track.path)))
    paints = Paints()
    desktop.first_run.installEventFilter(paints)
    desktop.window.painted.connect(lambda: paints.order.append("said"))
    with qtbot.waitSignal(desktop.services.session.restoring_finished):
        desktop.start()
    assert paints.order.index("pane") < paints.order.index("said")
    close(desktop)


def test_one_error_dialog_is_open_at_a_time(desktop: GenreDesktop, qtbot: QtBot) -> None:
    for number in range(3):
        desktop.dialogs.show_error(f"fault {number}")
    dialogs = desktop.window.findChildren(ErrorDialog)
    assert len(dialogs) == 1
    dialogs[0].close()
    qtbot.waitUntil(lambda: not desktop.window.findChildren(ErrorDialog))
    desktop.dialogs.show_error("a later one")
    assert len(desktop.window.findChildren(ErrorDialog)) == 1


def test_a_start_that_fails_can_be_copied_and_the_box_stays(qapp: object, qtbot: QtBot) -> None:
    box = failed_start("The window could not be opened.", "LookupError: lost")
    qtbot.addWidget(box)
    box.open()
    copy = next(one for one in box.findChildren(QPushButton) if one.text() == "Copy the &report")
    copy.click()
    assert QGuiApplication.clipboard().text() == "LookupError: lost"
    assert box.isVisible()


@pytest.mark.skipif(sys.platform != "linux", reason="the other platforms' programs are started")
def test_without_a_file_manager_on_the_bus_the_folder_is_opened(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    files = FileManager()
    with folders_opened() as opened:
        files.show_file(tmp_path / "a.mp3")
        qtbot.waitUntil(lambda: opened == [str(tmp_path)])


def test_rows_that_come_back_after_a_change_of_model_are_heard_by_the_new_one(
    desktop: GenreDesktop,
    listener: InstantListener,
    qtbot: QtBot,
    a_home_of_its_own: Path,
    folder_of_music: Path,
) -> None:
    def models_heard() -> list[str]:
        verdicts = [row.state.verdict for row in desktop.model.playlist.rows]
        return [verdict.model for verdict in verdicts if verdict is not None]

    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: models_heard() == [MODEL] * 3)
    desktop.table.selectRow(1)
    desktop.actions.remove.trigger()

    mel_package(a_home_of_its_own / "data" / "models", "another")
    with qtbot.waitSignal(desktop.services.models.models_read):
        desktop.services.models.read()
    listener.answer = lambda track: answered(track.path)._replace(verdict=verdict("another"))
    names = [desktop.models.box.itemText(at) for at in range(desktop.models.box.count())]
    desktop.models.box.activated.emit(next(at for at, name in enumerate(names) if "nother" in name))
    qtbot.waitUntil(lambda: models_heard() == ["another"] * 2)

    desktop.changes.undo()
    qtbot.waitUntil(lambda: models_heard() == ["another"] * 3)


def test_tags_that_were_given_up_are_read_when_their_rows_come_back(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)
    desktop.actions.clear.trigger()
    desktop.changes.undo()
    rows = desktop.model.playlist.rows
    qtbot.waitUntil(lambda: [row.state.listing.tags.artist for row in rows] == ["A", "B", ""])


@pytest.fixture
def cleared(
    qapp: QApplication, qtbot: QtBot, listener: InstantListener, a_home_of_its_own: Path
) -> Iterator[GenreDesktop]:
    """A window whose list was cleared by key while a long one was being restored."""
    data = a_home_of_its_own / "data"
    mel_package(data / "models", MODEL)
    write_tracks(data / PLAYLIST_FILE, LAST)
    desktop = build(qapp, lambda _: listener)
    desktop.services.settings.model = MODEL
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desktop.start()
    qtbot.waitUntil(desktop.actions.clear.isEnabled)
    assert 0 < len(desktop.model.playlist) < MANY
    QTest.keyClick(desktop.window, Qt.Key.Key_Delete, ctrl_shift)
    assert len(desktop.model.playlist) == 0
    yield desktop
    close(desktop)


def test_clearing_gives_up_what_is_left_of_the_last_playlist(
    cleared: GenreDesktop, a_home_of_its_own: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: cleared.services.session._is_restored, timeout=60_000)
    assert len(cleared.model.playlist) == 0
    close(cleared)
    assert tuple(read_tracks(a_home_of_its_own / "data" / PLAYLIST_FILE)) == ()


@pytest.mark.parametrize("is_late", [False, True])
def test_clearing_is_undone_with_what_was_left_of_the_last_playlist(
    cleared: GenreDesktop, is_late: bool, a_home_of_its_own: Path, qtbot: QtBot
) -> None:
    session = cleared.services.session
    if is_late:
        qtbot.waitUntil(lambda: session._is_restored, timeout=60_000)
        session.save()
    QTest.keyClick(cleared.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(cleared.model.playlist) == MANY, timeout=60_000)
    assert tuple(cleared.model.tracks()) == LAST
    close(cleared)
    assert tuple(read_tracks(a_home_of_its_own / "data" / PLAYLIST_FILE)) == LAST


def test_what_is_left_of_the_last_playlist_is_saved_where_the_window_is_closed_after_an_undo(
    cleared: GenreDesktop, a_home_of_its_own: Path
) -> None:
    cleared.actions.undo.trigger()
    assert len(cleared.model.playlist) < MANY
    close(cleared)
    assert tuple(read_tracks(a_home_of_its_own / "data" / PLAYLIST_FILE)) == LAST


def test_of_two_clearings_the_first_is_undone_with_what_was_left(
    cleared: GenreDesktop, qtbot: QtBot
) -> None:
    other = Track(Path("/elsewhere.mp3"))
    cleared.model.add_tracks([other])
    cleared.actions.clear.trigger()
    cleared.actions.undo.trigger()
    qtbot.waitUntil(lambda: cleared.services.session._is_restored, timeout=60_000)
    assert cleared.model.tracks() == [other]
    cleared.actions.undo.trigger()
    qtbot.waitUntil(lambda: len(cleared.model.playlist) == MANY + 1, timeout=60_000)
    cleared.actions.redo.trigger()
    assert cleared.model.tracks() == []


def test_clearing_ends_the_scan_and_the_reading_of_tags(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)
    desktop.adding.add([folder_of_music / "more"])
    with qtbot.assertNotEmitted(desktop.services.tags.tags_read, wait=200):
        desktop.actions.clear.trigger()
    assert len(desktop.model.playlist) == 0
