"""Dragging rows: within the list by real drop events, and what is dragged out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QDrag
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.ui.roles import Column
from genre_desktop.ui.rows_mime import RowsMime
from tests.gui.conftest import names
from tests.support.window import drop_mime, is_welcome

LetGo = Callable[[QPoint], list[bool]]
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def let_go(full: GenreDesktop, monkeypatch: pytest.MonkeyPatch) -> LetGo:
    """Lets go of the next drag at a point of the table; says whether it was welcome there.

    Without a screen Qt drags nothing: the events are those that it would send.
    """

    def prepare(at: QPoint) -> list[bool]:
        welcome: list[bool] = []

        class Drag(QDrag):
            def exec(self, *_: object) -> Qt.DropAction:
                viewport = full.table.viewport()
                welcome.append(is_welcome(viewport, self.mimeData(), at))
                if welcome[0]:
                    drop_mime(viewport, self.mimeData(), at)
                return COPY

        monkeypatch.setattr("genre_desktop.ui.track_table.QDrag", Drag)
        return welcome

    return prepare


def above(full: GenreDesktop, row: int) -> QPoint:
    """A point in the upper half of a row."""
    return full.table.visualRect(full.model.index(row, Column.TITLE)).topLeft() + QPoint(20, 2)


def test_rows_are_moved_by_dragging_and_the_move_is_undone(
    full: GenreDesktop, let_go: LetGo
) -> None:
    let_go(above(full, 0))
    full.table.selectRow(2)
    full.table.startDrag(COPY)
    assert names(full) == ["three.ogg", "1 one.mp3", "2 two.flac"]
    assert [row.track.path.name for row in full.table.selected_rows()] == ["three.ogg"]
    assert full.actions.undo.text() == "&Undo move 1 track"
    full.changes.undo()
    assert names(full) == ["1 one.mp3", "2 two.flac", "three.ogg"]


def test_rows_that_are_sorted_are_not_moved(full: GenreDesktop, let_go: LetGo) -> None:
    full.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    welcome = let_go(above(full, 0))
    full.table.selectRow(2)
    full.table.startDrag(COPY)
    assert welcome == [False]
    assert names(full) == ["1 one.mp3", "2 two.flac", "three.ogg"]


def test_rows_of_another_window_of_ours_are_files(full: GenreDesktop, qtbot: QtBot) -> None:
    rows = full.model.rows_at([2])
    with qtbot.waitSignal(full.table.paths_dropped) as dropped:
        drop_mime(full.table.viewport(), RowsMime(rows), above(full, 0))
    assert dropped.args == [[rows[0].track.path], 0]
    assert names(full) == ["1 one.mp3", "2 two.flac", "three.ogg"]


def test_rows_dragged_out_are_files_and_are_never_moved_away(full: GenreDesktop) -> None:
    indexes = [full.model.index(row, Column.TITLE) for row in (0, 2)]
    mime = full.model.mimeData(indexes)
    paths = [row.track.path for row in full.model.rows_at([0, 2])]
    assert [Path(url.toLocalFile()) for url in mime.urls()] == paths
    assert mime.text().splitlines() == [str(path) for path in paths]
    assert full.model.supportedDragActions() == COPY


def test_text_that_is_no_file_is_not_taken(full: GenreDesktop) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not is_welcome(full.table.viewport(), mime)
    assert not is_welcome(full.window, mime)


def test_addresses_of_the_web_are_not_taken(desktop: GenreDesktop) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/song.mp3")])
    for target in (desktop.table.viewport(), desktop.window, desktop.first_run):
        assert not is_welcome(target, mime)
    mime.setUrls([*mime.urls(), QUrl.fromLocalFile("/music/song.mp3")])
    for target in (desktop.table.viewport(), desktop.window, desktop.first_run):
        assert is_welcome(target, mime)


def test_the_first_row_of_what_was_dropped_is_selected_and_on_show(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path, folder_of_music: Path
) -> None:
    full.model.add_tracks([Track(Path(f"/music/{number}.mp3")) for number in range(200)])
    full.table.verticalScrollBar().setValue(0)
    other = tmp_path / "other"
    other.mkdir()
    for name in ("x.mp3", "y.mp3"):
        (other / name).write_bytes((folder_of_music / "1 one.mp3").read_bytes())
    full.adding.add([folder_of_music, other])
    qtbot.waitUntil(lambda: full.model.playlist.rows[-1].track.path.name == "y.mp3")
    chosen = full.table.chosen_row()
    assert chosen is not None
    assert chosen.track.path.name == "x.mp3"
    place = full.table.visualRect(full.model.index(chosen.shown_at, Column.TITLE))
    assert full.table.viewport().rect().intersects(place)


def test_rows_let_go_in_a_sorted_table_are_told_how_to_be_moved(
    full: GenreDesktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Drag(QDrag):
        def exec(self, *_: object) -> Qt.DropAction:
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("genre_desktop.ui.track_table.QDrag", Drag)
    viewport = full.table.viewport()
    QCursor.setPos(viewport.mapToGlobal(viewport.rect().center()))
    full.table.selectRow(0)
    qtbot.waitUntil(full.actions.move_down.isEnabled)
    with qtbot.assertNotEmitted(full.table.move_refused):
        full.table.startDrag(COPY)
    full.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not full.actions.move_down.isEnabled())
    full.table.startDrag(COPY)
    assert "playing order" in full.message_bar.messages[-1].sentence
