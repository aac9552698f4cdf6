"""A genre is corrected in the list: by key, by menu, in own words; and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.corrections import known_corrections
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import State
from tests.gui.conftest import Desktops, close, is_heard
from tests.support.window import InstantListener

_CTRL = Qt.KeyboardModifier.ControlModifier


def cells(desktop: GenreDesktop, column: Column) -> list[str]:
    model = desktop.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def select(desktop: GenreDesktop, rows: list[Row]) -> None:
    desktop.table.select_rows(rows, rows[0])


def test_a_key_gives_the_selected_tracks_a_genre(full: GenreDesktop, qtbot: QtBot) -> None:
    full.window.activateWindow()
    full.table.setFocus()
    qtbot.waitUntil(full.table.hasFocus)
    select(full, full.model.playlist.rows[:2])
    first = full.correcting.menu.genres[0]
    QTest.keyClick(full.table, Qt.Key.Key_1, _CTRL)
    assert cells(full, Column.GENRE) == [first, first, "Jazz"]
    assert cells(full, Column.CONFIDENCE) == ["yours", "yours", "75 %"]
    assert cells(full, Column.SECOND)[0] == "Jazz"
    assert cells(full, Column.STATUS)[0] == "Ends at 0:11"  # what is the matter with the file


def test_twenty_genres_have_a_key_each(full: GenreDesktop, qtbot: QtBot) -> None:
    full.window.activateWindow()
    full.table.setFocus()
    qtbot.waitUntil(full.table.hasFocus)
    select(full, full.model.playlist.rows[:1])
    for key, modifiers, genre in (
        (Qt.Key.Key_0, _CTRL, "Genre 09"),
        (Qt.Key.Key_1, _CTRL | Qt.KeyboardModifier.AltModifier, "Genre 10"),
        (Qt.Key.Key_0, _CTRL | Qt.KeyboardModifier.AltModifier, "Genre 19"),
    ):
        full.correcting.menu.offer([f"Genre {number:02}" for number in range(21)], [])
        QTest.keyClick(full.table, key, modifiers)
        assert cells(full, Column.GENRE)[0] == genre


def test_the_details_offer_the_menu(full: GenreDesktop, qtbot: QtBot) -> None:
    select(full, full.model.playlist.rows[:1])
    full.details._track.correct.click()
    menu = full.actions.correct_menu
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_every_genre_of_the_model_is_on_offer_in_the_spelling_of_tags(
    full: GenreDesktop,
) -> None:
    model = full.models.current
    assert model is not None
    assert len(full.correcting.menu.genres) == len(model.labels)
    assert "Hip-Hop" in full.correcting.menu.genres


def test_it_is_undone_and_done_again(full: GenreDesktop) -> None:
    select(full, full.model.playlist.rows[:1])
    full.correcting.correct("Rock")
    full.actions.undo.trigger()
    assert cells(full, Column.GENRE) == ["Jazz"] * 3
    full.actions.redo.trigger()
    assert cells(full, Column.GENRE) == ["Rock", "Jazz", "Jazz"]
    full.correcting.take_back()
    assert cells(full, Column.GENRE) == ["Jazz"] * 3


def test_a_genre_of_ones_own_is_typed_once_and_then_on_offer(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    select(full, full.model.playlist.rows[:1])
    full.correcting.menu.own_wanted.emit()
    dialog = full.window.findChild(QInputDialog)
    dialog.setTextValue("  Fado   de Lisboa ")
    dialog.accept()
    assert cells(full, Column.GENRE)[0] == "Fado de Lisboa"
    assert full.correcting.menu.genres[-1] == "Fado de Lisboa"


def test_a_label_is_given_its_name_and_other_words_stay_as_typed(full: GenreDesktop) -> None:
    select(full, full.model.playlist.rows[:1])
    for typed, name in (("hiphop", "Hip-Hop"), ("Hip Hop", "Hip Hop"), ("POP", "POP")):
        full.correcting._take_typed(typed, full.correcting.correct)
        correction = full.model.playlist.rows[0].state.correction
        assert correction is not None
        assert (correction.genre, cells(full, Column.GENRE)[0]) == (name, name)
    full.correcting._take_typed("   ", full.correcting.correct)
    assert full.model.playlist.rows[0].state.correction == correction


def test_corrections_are_there_after_the_next_start(
    open_desktop: Desktops,
    listener: InstantListener,
    folder_of_music: Path,
    a_home_of_its_own: Path,
    qtbot: QtBot,
) -> None:
    desktop = open_desktop(listener, (folder_of_music,))
    qtbot.waitUntil(lambda: is_heard(desktop, 3))
    select(desktop, desktop.model.playlist.rows[1:2])
    desktop.correcting.correct("Rock")
    close(desktop)
    kept = known_corrections(a_home_of_its_own / "data" / "corrections.sqlite")
    assert [one.genre for one in kept.values()] == ["Rock"]

    again = open_desktop(listener)
    qtbot.waitUntil(lambda: is_heard(again, 3))
    qtbot.waitUntil(lambda: cells(again, Column.GENRE) == ["Jazz", "Rock", "Jazz"])


def test_it_stays_when_the_track_is_heard_again(full: GenreDesktop, qtbot: QtBot) -> None:
    rows = full.model.playlist.rows
    select(full, rows[:1])
    full.correcting.correct("Rock")
    with qtbot.waitSignal(full.services.classification.outcomes):
        full.hearing.hear_again([rows[0].track])
    assert cells(full, Column.GENRE)[0] == "Rock"


def test_it_is_shown_when_a_removed_row_comes_back(full: GenreDesktop) -> None:
    rows = list(full.model.playlist.rows)
    select(full, rows[:1])
    full.correcting.correct("Rock")
    full.editing.remove_selected()
    full.services.correcting.correct([(rows[0].audio_key, None)])  # type: ignore[list-item]  # heard: it has one
    full.actions.undo.trigger()
    assert cells(full, Column.GENRE)[0] == "Jazz"


@pytest.mark.parametrize("wanted", ["status:corrected", "genre:rock", "conf = 100"])
def test_the_filter_finds_it(full: GenreDesktop, wanted: str) -> None:
    rows = full.model.playlist.rows
    select(full, rows[:1])
    full.correcting.correct("Rock")
    full._filter(wanted)
    shown = [row.track for row in full.model.rows_on_show()]
    assert shown == [rows[0].track]


def test_a_track_without_trouble_says_that_it_is_corrected() -> None:

    from genre_desktop.core.corrected import corrected
    from genre_desktop.core.track import AudioKey, Correction, Listing, Tags
    from genre_desktop.ui.row_state import row_of
    from genre_desktop.ui.row_words import genre_accessible, status_word
    from genre_desktop.ui.track_facts import state_sentence
    from tests.core.answers import answered

    known: dict[AudioKey, Correction] = {
        ("a1", None): Correction("Rock", "2026-11-22T01:00:00+00:00")
    }
    outcome = corrected(answered(Path("/s.mp3"))._replace(report=None), known)
    row = row_of(Listing(outcome.track, Tags(), outcome))
    assert (row.state, status_word(row)) == (State.CORRECTED, "Corrected")
    assert genre_accessible(row) == "Rock, corrected by you"
    assert state_sentence(row).startswith("Rock, by your own word of")
    assert state_sentence(row).endswith("The model heard Jazz.")
