"""The window with the hands of a user: drops, keys, menus, undo, and what is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Tags
from genre_desktop.services.exporting import Form
from genre_desktop.services.messages import Weight
from genre_desktop.ui.main_window import size_within
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import State
from tests.gui.conftest import Desktops, close, is_heard, names
from tests.gui.widgets.test_panels import words_on
from tests.support.window import InstantListener, drop_paths


@pytest.mark.parametrize(
    ("room", "opened"),
    [
        ((1920, 1080), (1280, 800)),
        ((1024, 700), (1024, 700)),
        ((1600, 700), (1280, 700)),
        ((960, 600), (960, 600)),
    ],
)
def test_a_window_opens_no_larger_than_the_screen(
    room: tuple[int, int], opened: tuple[int, int]
) -> None:
    assert size_within(QSize(*room)) == QSize(*opened)


def test_an_empty_list_shows_where_to_drop_music(desktop: GenreDesktop) -> None:
    assert desktop.first_run.isVisible()
    assert not desktop.table.isVisible()
    assert not desktop.actions.export.isEnabled()


def test_a_folder_dropped_on_the_table_falls_where_it_is_let_go(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path, folder_of_music: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.mp3").write_bytes((folder_of_music / "1 one.mp3").read_bytes())
    second = full.table.visualRect(full.model.index(1, Column.TITLE))
    event = drop_paths(full.table.viewport(), [other], second.topLeft() + QPoint(0, 2))
    assert event.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: len(full.model.playlist) == 4)
    assert names(full) == ["1 one.mp3", "x.mp3", "2 two.flac", "three.ogg"]


def test_a_playlist_dropped_beside_the_table_gives_its_files(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    playlist = folder_of_music / "list.m3u8"
    playlist.write_text("more/three.ogg\n1 one.mp3\n", encoding="utf-8")
    drop_paths(desktop.window, [playlist])
    qtbot.waitUntil(lambda: is_heard(desktop, 2))
    assert names(desktop) == ["three.ogg", "1 one.mp3"]


def test_the_same_folder_twice_lists_nothing_twice_and_says_so(
    full: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    with qtbot.waitSignal(full.services.messages.posted) as posted:
        full.adding.add([folder_of_music])
    assert posted.args is not None
    assert posted.args[0].sentence == "Everything there is in the list already."
    assert len(full.model.playlist) == 3


def test_what_is_missing_is_told_and_the_rest_is_listed(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    with qtbot.waitSignal(desktop.services.messages.posted) as posted:
        desktop.adding.add([folder_of_music / "nothing.mp3", folder_of_music])
    assert posted.args is not None
    assert posted.args[0].weight is Weight.PROBLEM
    assert "nothing.mp3" in posted.args[0].sentence
    assert len(desktop.model.playlist) == 3


def test_rows_are_moved_by_keys(full: GenreDesktop, qtbot: QtBot) -> None:
    full.table.setFocus()
    full.table.selectRow(0)
    QTest.keyClick(full.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(full) == ["2 two.flac", "1 one.mp3", "three.ogg"]
    assert [row.track.path.name for row in full.table.selected_rows()] == ["1 one.mp3"]
    QTest.keyClick(full.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(full) == ["1 one.mp3", "2 two.flac", "three.ogg"]


def test_removing_selects_the_next_row_and_is_undone(full: GenreDesktop, qtbot: QtBot) -> None:
    full.table.setFocus()
    full.table.selectRow(1)
    QTest.keyClick(full.table, Qt.Key.Key_Delete)
    assert names(full) == ["1 one.mp3", "three.ogg"]
    assert [row.track.path.name for row in full.table.selected_rows()] == ["three.ogg"]
    QTest.keyClick(full.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(full) == ["1 one.mp3", "2 two.flac", "three.ogg"]
    assert is_heard(full, 3)


def test_clearing_shows_the_first_page_and_undo_brings_all_back(full: GenreDesktop) -> None:
    assert words_on(full.status).startswith("Done:")
    full.actions.clear.trigger()
    assert full.first_run.isVisible()
    assert words_on(full.status).startswith("Ready")
    full.changes.undo()
    assert full.table.isVisible()
    assert len(full.model.playlist) == 3


def test_a_track_removed_before_it_was_heard_is_heard_once_it_is_back(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener, folder_of_music: Path
) -> None:
    listener.held.clear()
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)
    desktop.actions.clear.trigger()
    qtbot.waitUntil(lambda: not desktop.services.classification.progress.is_running)
    listener.held.set()
    desktop.changes.undo()
    qtbot.waitUntil(lambda: is_heard(desktop, 3))


def test_paste_takes_files_and_lines_that_are_paths(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    one, two = folder_of_music / "1 one.mp3", folder_of_music / "2 two.flac"
    QGuiApplication.clipboard().setText(f"{one}\n{two.as_uri()}\nno path\n")
    desktop.first_run.setFocus()
    desktop.actions.paste.trigger()
    qtbot.waitUntil(lambda: is_heard(desktop, 2))
    assert names(desktop) == ["1 one.mp3", "2 two.flac"]


def test_paste_adds_nothing_where_nothing_was_copied(desktop: GenreDesktop) -> None:
    QGuiApplication.clipboard().clear()
    desktop.actions.paste.trigger()
    assert not desktop.model.playlist


def test_rows_are_copied_as_they_are_shown(full: GenreDesktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: full.model.row_state(0).title == "One")
    full.table.selectAll()
    full.actions.copy.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[0].split("\t")[:4] == ["1", "One", "A", "Jazz"]
    full.actions.copy_path.trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1].endswith("2 two.flac")


def test_a_line_break_in_a_title_does_not_break_a_copied_row(full: GenreDesktop) -> None:
    track = full.model.playlist.rows[0].track
    full.model.take_tags([(track, Tags(title="One\r\nand\ta half", artist="A"))])
    full.table.selectRow(0)
    full.actions.copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\t")[:4] == ["1", "One and a half", "A", "Jazz"]
    assert "\n" not in copied


def test_commands_for_one_row_act_on_the_selected_one_wherever_the_cursor_is(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.table.selectRow(1)
    full.table.selectionModel().setCurrentIndex(
        full.model.index(0, Column.TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    selected = full.model.row_state(1)
    with qtbot.waitSignal(full.row_actions.properties_requested) as asked:
        full.actions.properties.trigger()
    assert asked.args == [selected]
    full.table.play_requested.disconnect()  # no music player is to open
    with qtbot.waitSignal(full.table.play_requested) as played:
        QTest.keyClick(full.table, Qt.Key.Key_Return)
    assert played.args == [selected]


def test_a_double_click_plays_and_what_a_desktop_calls_activation_does_not(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    full.table.play_requested.disconnect()  # no music player is to open
    index = full.model.index(1, Column.TITLE)
    with qtbot.assertNotEmitted(full.table.play_requested):
        full.table.activated.emit(index)
    at = full.table.visualRect(index).center()
    with qtbot.waitSignal(full.table.play_requested) as played:
        QTest.mouseClick(full.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(full.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert played.args == [full.model.row_state(1)]


def test_a_music_file_is_never_saved_over(
    full: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    song = folder_of_music / "1 one.mp3"
    before = song.read_bytes()
    with qtbot.waitSignal(full.services.exporting.failed):
        full.export.save(song, Form.CSV)
    assert song.read_bytes() == before
    assert "1 one.mp3" in full.message_bar.messages[-1].sentence


def test_a_search_for_music_is_shown_and_can_be_stopped(
    desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path
) -> None:
    desktop.adding.add([folder_of_music])
    assert desktop.actions.cancel.isEnabled()
    assert "Looking for music…" in [
        label.text() for label in desktop.status.findChildren(QLabel) if label.isVisible()
    ]
    desktop.actions.cancel.trigger()
    assert not desktop.actions.cancel.isEnabled()
    with qtbot.waitSignal(desktop.adding.scanning_changed, check_params_cb=lambda on: not on):
        desktop.adding.add([folder_of_music / "more"])
    assert names(desktop) == ["three.ogg"]  # of the first search nothing came
    assert not desktop.message_bar.messages


def test_the_selection_outlives_sorting_and_filtering(full: GenreDesktop, qtbot: QtBot) -> None:
    full.table.selectRow(0)
    full.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    assert [row.number for row in full.table.selected_rows()] == [1]
    box = full.tool_bar.filter_box
    QTest.keyClicks(box, "one")
    qtbot.waitUntil(lambda: full.model.rowCount() == 1)
    assert [row.number for row in full.table.selected_rows()] == [1]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: full.model.rowCount() == 3)


def test_the_playlist_and_the_look_come_back_at_the_next_start(
    full: GenreDesktop, open_desktop: Desktops, qtbot: QtBot, listener: InstantListener
) -> None:
    full.editing.move_rows(full.model.rows_at([2]), 0)
    full.table.columns.show_column(Column.ALBUM, shown=True)
    full.actions.show_browser.trigger()
    order = names(full)
    close(full)

    again = open_desktop(listener)
    qtbot.waitUntil(lambda: is_heard(again, 3))
    assert names(again) == order
    assert Column.ALBUM in again.table.columns.on_show
    assert not again.browser.isVisible()


def test_another_model_hears_everything_again(
    full: GenreDesktop, qtbot: QtBot, listener: InstantListener
) -> None:
    listener.heard.clear()
    before = full.models.current
    other = (full.models.box.currentIndex() + 1) % full.models.box.count()
    full.models.box.activated.emit(other)
    assert full.models.current not in {None, before}
    qtbot.waitUntil(lambda: len(listener.heard) == 3 and is_heard(full, 3))


def test_choosing_the_same_model_again_keeps_every_answer(
    full: GenreDesktop, qtbot: QtBot, listener: InstantListener
) -> None:
    listener.heard.clear()
    full.models.box.activated.emit(full.models.box.currentIndex())
    full.models.menu.actions()[full.models.box.currentIndex()].trigger()
    assert is_heard(full, 3)
    assert not full.services.classification.progress.is_running
    assert not listener.heard


def test_listening_again_passes_over_what_is_known(
    full: GenreDesktop, qtbot: QtBot, listener: InstantListener
) -> None:
    listener.heard.clear()
    full.table.selectRow(1)
    full.actions.listen_again.trigger()
    qtbot.waitUntil(lambda: is_heard(full, 3) and len(listener.heard) == 1)
    assert listener.heard[0] == (full.model.playlist.rows[1].track, True)


def test_after_a_stop_rows_say_that_they_were_not_heard_and_the_rest_can_be_heard(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener, folder_of_music: Path
) -> None:
    listener.held.clear()
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)
    desktop.actions.cancel.trigger()
    states = {row.state.state for row in desktop.model.playlist.rows}
    assert states == {State.NOT_HEARD}
    assert not desktop.actions.cancel.isEnabled()
    message = desktop.message_bar.messages[-1]
    assert message.sentence.endswith("3 tracks were not heard to their end.")
    assert message.action == "Classify the rest"
    qtbot.waitUntil(desktop.actions.listen_to_rest.isEnabled)
    listener.held.set()
    desktop.actions.listen_to_rest.trigger()
    qtbot.waitUntil(lambda: is_heard(desktop, 3))
    assert not desktop.message_bar.messages
    qtbot.waitUntil(lambda: not desktop.actions.listen_to_rest.isEnabled())


def test_one_track_of_those_left_out_is_heard_by_itself(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener, folder_of_music: Path
) -> None:
    listener.held.clear()
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 3)
    desktop.table.selectRow(1)
    button = desktop.details._track.listen_again
    assert not button.isEnabled()
    desktop.actions.cancel.trigger()
    assert button.isEnabled()
    listener.held.set()
    button.click()
    rows = desktop.model.playlist.rows
    qtbot.waitUntil(lambda: [row.is_unheard for row in rows] == [True, False, True])


def test_a_model_that_cannot_be_used_is_told_once_and_rows_wait(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener, folder_of_music: Path
) -> None:
    listener.impossible = "The model is damaged; install it again."
    with qtbot.waitSignal(desktop.services.classification.failed) as failed:
        desktop.adding.add([folder_of_music])
    assert failed.args == [listener.impossible]
    assert desktop.message_bar.messages[-1].sentence == listener.impossible


def test_f6_goes_from_pane_to_pane_and_back(full: GenreDesktop, qtbot: QtBot) -> None:
    full.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    full.table.setFocus()
    visited = []
    for _ in range(3):
        full.actions.next_pane.trigger()
        visited.append(QApplication.focusWidget())
    assert len(set(map(id, visited))) == 3
    for _ in range(3):
        full.actions.previous_pane.trigger()
    assert QApplication.focusWidget() is full.table


def test_a_narrow_window_gives_the_folders_room_to_the_table(full: GenreDesktop) -> None:
    full.window.resize(1280, 700)
    assert full.browser.isVisible()
    full.window.resize(960, 600)
    assert (full.browser.isVisible(), full.views.now.width()) == (False, full.details.width())
    full.window.resize(1280, 700)
    assert full.browser.isVisible()


def test_twenty_thousand_signals_arrive(full: GenreDesktop) -> None:
    seen: list[int] = []
    full.services.session.failed.connect(lambda text: seen.append(len(text)))
    for _ in range(20_000):
        full.services.session.failed.emit("x")
        full.table.selected_rows_changed.emit(1)
        full.adding.scanning_changed.emit(False)  # noqa: FBT003 (Qt's own signature)
    assert len(seen) == 20_000
