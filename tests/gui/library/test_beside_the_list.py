"""The library on show while the list behind it goes on: rows of the library are looked at."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.ui.details_panel import DetailsPanel
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.roles import Column
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from tests.gui.conftest import is_heard
from tests.gui.spectrogram.conftest import dock_of


def title_of(details: DetailsPanel) -> str:
    row = details._row
    return row.title if row is not None else ""


def still_of(dock: SpectrogramDock) -> Track | None:
    return dock.modes._still.track


def test_details_stay_with_the_library_while_a_track_of_the_list_is_played(
    desktop: GenreDesktop, page: LibraryPage, music: Path, qtbot: QtBot
) -> None:
    desktop.adding.add([music / "deep" / "Slow.flac"])
    qtbot.waitUntil(lambda: is_heard(desktop, 1))
    desktop.table.selectRow(0)
    page.table.selectRow(0)
    assert title_of(desktop.details) == "Cool"
    (row,) = desktop.model.playlist.rows
    desktop.playback.play_row(row.state)
    qtbot.waitUntil(lambda: desktop.model.playlist.rows[0].state.is_playing)
    assert title_of(desktop.details) == "Cool"
    assert not desktop.details._track.changes.isVisible()
    desktop.library_actions.show_library.trigger()
    assert title_of(desktop.details) == "Slow.flac"
    assert desktop.details._track.changes.isVisible()


def test_without_a_track_the_details_tell_the_keys_of_what_is_on_show(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def told() -> list[str]:
        return [one.text() for one in desktop.details.findChildren(ToneLabel) if one.isVisible()]

    qtbot.waitUntil(lambda: "Write tags of the selection" in told())
    assert "Remove from the list" not in told()
    desktop.library_actions.show_library.trigger()
    qtbot.waitUntil(lambda: "Remove from the list" in told())
    assert "Write tags of the selection" not in told()


def test_the_spectrogram_is_that_of_the_row_on_show(
    desktop: GenreDesktop, page: LibraryPage, music: Path, qtbot: QtBot
) -> None:
    desktop.adding.add([music / "deep" / "Slow.flac"])
    qtbot.waitUntil(lambda: is_heard(desktop, 1))
    desktop.table.selectRow(0)
    desktop.spectrogram.start()
    dock = dock_of(desktop, qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: still_of(dock) == Track(music / "Cool.flac"))
    desktop.library_actions.show_library.trigger()
    qtbot.waitUntil(lambda: still_of(dock) == Track(music / "deep" / "Slow.flac"))


def test_the_track_that_is_heard_is_marked_in_the_library(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def statuses() -> list[str]:
        rows = range(page.model.rowCount())
        return [str(page.model.index(row, Column.STATUS).data()) for row in rows]

    page.table.selectRow(0)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: statuses()[0] == "Playing")
    assert statuses().count("Playing") == 1
    page.table.selectRow(1)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: statuses()[1] == "Playing")
    assert statuses().count("Playing") == 1
    desktop.services.player.stop()
    qtbot.waitUntil(lambda: "Playing" not in statuses())


def test_whoever_plays_a_listed_track_is_not_told_that_it_is_listed(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def told() -> list[str]:
        return [one.sentence for one in desktop.message_bar.messages]

    page.table.selectRow(0)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: "1 track was added to the list." in told())
    desktop.message_bar.close_message()
    desktop.services.player.stop()
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: desktop.services.player.track is not None)
    assert not any("list" in sentence for sentence in told())
    desktop.library_actions.add.trigger()
    qtbot.waitUntil(lambda: "All of that is in the list already." in told())


def test_the_playing_track_is_gone_to_in_the_list(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    page.table.selectRow(1)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: desktop.services.player.track is not None)
    desktop.window.activateWindow()
    QTest.keyClick(page.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desktop.table.isVisible()
    row = desktop.table.current_row()
    assert row is not None
    assert row.track == desktop.services.player.track


def test_space_plays_the_chosen_track_of_the_library(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    page.table.selectRow(1)
    row = page.table.current_row()
    assert row is not None
    desktop.window.activateWindow()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desktop.services.player.track == row.listing.track)
