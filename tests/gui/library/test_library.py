"""The library in the real window: looked through, added from, tagged, kept in order."""

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.library_facets import Facet
from genre_desktop.core.track import AudioKey
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.labels import ElidedLabel
from genre_desktop.ui.library.facet_words import group_word
from genre_desktop.ui.library.library_model import LibraryModel
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.review.review_dialog import ReviewDialog
from genre_desktop.ui.roles import Column
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tool_bar import NARROW_FILTER
from tests.gui.conftest import Desktops
from tests.gui.library.conftest import show_only, titles
from tests.support.remembered import small_library
from tests.support.window import InstantListener


def test_the_library_takes_the_place_of_the_list_and_gives_it_back(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    assert page.isVisible()
    assert not desktop.table.isVisible()
    assert not desktop.browser.isVisible()
    assert not desktop.tool_bar.filter_box.isVisible()
    assert not desktop.actions.write_tags.isEnabled()
    assert desktop.library_actions.write_tags.isEnabled()
    desktop.library_actions.show_library.trigger()
    assert not page.isVisible()
    assert desktop.browser.isVisible()
    qtbot.waitUntil(desktop.tool_bar.filter_box.isVisible)


def test_a_library_that_is_switched_off_before_it_is_laid_out_leaves_the_list_where_it_was(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    for _ in range(2):
        desktop.library_actions.show_library.trigger()
    page = desktop.library.page
    assert page is not None
    assert not page.is_laid_out
    qtbot.waitUntil(lambda: page.is_laid_out)
    assert not page.isVisible()
    assert desktop.browser.isVisible()
    desktop.library_actions.show_library.trigger()
    assert page.isVisible()


def test_a_group_of_genres_has_the_word_that_its_rows_have() -> None:
    assert group_word(Facet.GENRE, "Hip-Hop") == "Hip-Hop"
    assert group_word(Facet.UNSURE, "Swing") == "Swing"
    assert group_word(Facet.GENRE, "baroque") == "baroque"
    assert group_word(Facet.GENRE, "hiphop") == "Hip-Hop"


def test_groups_and_filter_choose_what_is_on_show(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    page.groups.choose(Facet.ARTIST)
    groups = page.groups.model
    qtbot.waitUntil(lambda: groups.rowCount() == 4)
    assert [groups.index(row, 0).data() for row in range(4)] == ["All", "Five", "Trio", "No artist"]
    page.groups.list.setFocus()
    for _ in range(2):
        QTest.keyClick(page.groups.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "Slow.flac"])
    QTest.keyClick(desktop.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter_box.hasFocus()
    QTest.keyClicks(page.filter_box, "genre:jazz")
    qtbot.waitUntil(lambda: titles(page) == ["Cool"])
    assert page.count.text() == "1 track"


def test_a_group_of_a_genre_wears_its_square(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def is_coloured(genre: str) -> bool:
        picture = page.groups.list.grab().toImage()
        colour = genre_of(genre).colour(is_dark=desktop.theme.colours.is_dark)
        return any(
            picture.pixelColor(x, y) == colour
            for x in range(min(40, picture.width()))
            for y in range(picture.height())
        )

    page.groups.choose(Facet.GENRE)
    groups = page.groups.model
    qtbot.waitUntil(lambda: groups.filling is not None)
    genres = [groups.genre_at(row) for row in range(groups.rowCount())]
    assert genres[0] == ""  # of all tracks
    named = next(genre for genre in genres if genre)
    qtbot.waitUntil(lambda: is_coloured(named))
    page.groups.choose(Facet.ARTIST)
    qtbot.waitUntil(lambda: groups.filling is None)
    assert not is_coloured(named)


def test_the_filter_gives_way_to_what_stands_beside_it(page: LibraryPage, qtbot: QtBot) -> None:
    box = page.filter_box
    box.setMaximumWidth(4_000)  # as the hint of a large font would have it
    right = page.saved.parentWidget()
    assert right is not None
    qtbot.waitUntil(lambda: box.geometry().right() < page.saved.geometry().left())
    assert page.saved.geometry().right() < right.width()
    assert box.width() >= NARROW_FILTER


def test_columns_sort_and_a_filter_without_a_match_says_so(page: LibraryPage, qtbot: QtBot) -> None:
    show_only(page, qtbot, "no such thing", [])
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.text() == "No track of the library matches no such thing."
    page.clear.click()
    assert not page.filter_box.text()
    qtbot.waitUntil(lambda: not page.empty.isVisible())
    header = page.table.horizontalHeader()
    header.setSortIndicator(Column.CONFIDENCE, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: titles(page) == ["=Loud", "Cool", "Slow.flac", "broken.mp3"])


def test_a_library_that_is_not_there_yet_says_at_once_what_will_be_in_it(
    open_desktop: Desktops, listener: InstantListener, qtbot: QtBot
) -> None:
    desktop = open_desktop(listener)
    assert not desktop.services.library.file.exists()
    desktop.library_actions.show_library.trigger()
    page = desktop.library.page
    assert page is not None
    qtbot.waitUntil(lambda: page.is_laid_out)
    assert page.empty.isVisible()
    assert "will be here" in page.empty.text()
    assert not page.clear.isVisible()
    assert not desktop.message_bar.messages


def test_the_lists_counts_are_not_shown_below_the_library(
    desktop: GenreDesktop, page: LibraryPage
) -> None:
    counts = desktop.status.findChildren(ElidedLabel)[-1]
    assert page.isVisible()
    assert not counts.isVisible()
    desktop.library_actions.show_library.trigger()
    assert counts.isVisible()


def test_saved_filters_are_kept_and_deleted(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    show_only(page, qtbot, "artist:trio", ["Cool", "Slow.flac"])
    page.saved.keep("Mine")
    page.filter_box.clear()
    assert desktop.services.settings.saved_filters == {"Mine": "artist:trio"}
    menu = page.saved.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "Slow.flac"])
    page.saved.delete("Mine")
    assert desktop.services.settings.saved_filters == {}


def test_selected_tracks_are_added_and_played(
    desktop: GenreDesktop, page: LibraryPage, music: Path, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 1)
    track = desktop.model.tracks()[0]
    assert track.path == music / "Cool.flac"
    qtbot.waitUntil(lambda: desktop.services.player.track == track)
    page.table.selectAll()
    desktop.library_actions.add.trigger()
    qtbot.waitUntil(lambda: len(desktop.model.playlist) == 4)


def test_the_row_under_the_cursor_comes_with_its_timeline(page: LibraryPage, qtbot: QtBot) -> None:
    def has_timeline() -> bool:
        row = page.model.row_state(0)
        return row is not None and row.verdict is not None and row.verdict.timeline is not None

    with qtbot.waitSignal(page.table.current_row_changed):
        page.table.selectRow(0)
    qtbot.waitUntil(has_timeline)


def test_tags_of_the_selection_are_previewed(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    page.table.selectRow(1)
    desktop.library_actions.write_selected_tags.trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(PreviewDialog)))
    (preview,) = desktop.window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: preview.model.rowCount() == 1)
    preview.close()


def test_files_are_organised_and_the_library_shows_where_they_went(
    desktop: GenreDesktop, page: LibraryPage, tmp_path: Path, qtbot: QtBot
) -> None:
    settings, tagging = desktop.services.tagging_settings, desktop.services.tagging
    settings.organise_into, settings.organise_moves = str(tmp_path / "into"), True
    settings.organise_pattern = "{genre}/{file name}"
    actions = desktop.library_actions
    assert not desktop.actions.organise.isVisible()
    assert (actions.organise.isEnabled(), actions.organise_selected.isEnabled()) == (True, False)
    with qtbot.waitSignal(tagging.looking_ended, timeout=60_000):  # a process has to start
        actions.organise.trigger()
    (everything,) = desktop.window.findChildren(OrganiseDialog)
    assert everything._heading.text() == "2 of 4 files would be moved"
    with qtbot.waitSignal(everything.destroyed):
        everything.reject()
    page.table.selectRow(0)
    with qtbot.waitSignal(tagging.looking_ended, timeout=60_000):
        actions.organise_selected.trigger()
    (selected,) = desktop.window.findChildren(OrganiseDialog)
    assert selected.place.text() == "M&ove 1 file"
    with qtbot.waitSignal(tagging.writing_ended, timeout=60_000):
        selected.place.click()
    selected.place.click()
    place = tmp_path / "into" / "Jazz" / "Cool.flac"
    assert place.is_file()

    def paths() -> list[Path]:
        states = [page.model.row_state(row) for row in range(page.model.rowCount())]
        return [state.listing.track.path for state in states if state is not None]

    qtbot.waitUntil(lambda: len(paths()) == 4 and place in paths())


def test_rows_that_could_not_be_read_are_asked_for_again(qtbot: QtBot) -> None:
    model = LibraryModel()
    for _ in range(2):
        model.show(array("q", [7]))
        with qtbot.waitSignal(model.rows_wanted) as wanted:
            assert model.row_state(0) is None
        assert wanted.args == [(7,)]


def test_a_correction_shows_in_the_library(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    key = ("sound of Cool.flac", None)
    desktop.services.correcting.correct([(key, corrected_now("Swing"))])
    show_only(page, qtbot, "genre:swing", ["Cool"])


def test_the_selection_is_corrected_with_a_key_and_undone(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def corrected() -> dict[AudioKey, str]:
        return {key: one.genre for key, one in desktop.services.correcting.all().items()}

    page.table.selectAll()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    key = ("sound of Cool.flac", None)
    qtbot.waitUntil(lambda: len(corrected()) == 3)  # nothing was heard in the broken one
    assert corrected()[key] == "Classical"
    show_only(page, qtbot, "genre:classical", ["Cool", "=Loud", "Slow.flac"])
    assert desktop.actions.undo.text() == "&Undo correct 3 tracks"
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert corrected() == {}
    page.filter_box.clear()
    show_only(page, qtbot, "title:cool", ["Cool"])
    QTest.keyRelease(page.table, Qt.Key.Key_Control)  # which would take it off the selection
    page.table.selectRow(0)
    (own,) = (
        one
        for one in desktop.library_actions.correct_menu.actions()
        if "Another genre" in one.text()
    )
    own.trigger()
    (dialog,) = desktop.window.findChildren(QInputDialog)
    dialog.textValueSelected.emit(" Swing ")
    dialog.close()
    qtbot.waitUntil(lambda: corrected() == {key: "Swing"})
    desktop.library_actions.correct_menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: corrected() == {})


def reviewed(desktop: GenreDesktop, qtbot: QtBot) -> ReviewDialog:
    """The review of the library, once it has found what is doubtful."""
    key = Qt.Key.Key_G
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desktop.window, key, modifiers)
    dialog = desktop.window.findChild(ReviewDialog)
    qtbot.waitUntil(lambda: "Looking" not in dialog._heading.text())
    return dialog


def test_the_doubtful_on_show_are_reviewed_played_and_answered_with_a_key(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    review = reviewed(desktop, qtbot)
    names = [one.row.listing.track.path.name for one in review.review.items]
    assert names == ["Slow.flac"]
    QTest.keyClick(review, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desktop.services.player.track is not None)
    assert desktop.services.player.track == review.review.items[0].row.listing.track
    QTest.keyClick(review, Qt.Key.Key_2)
    key = review.review.items[0].key
    assert desktop.services.correcting.correction_of(key) is not None
    QTest.keyClick(review, Qt.Key.Key_Z)
    assert desktop.services.correcting.correction_of(key) is None
    QTest.keyClick(review, Qt.Key.Key_R)
    review.reject()
    assert [one.genre for one in desktop.services.correcting.all().values()] == ["Blues"]


def test_nothing_doubtful_on_show_is_a_sentence(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    show_only(page, qtbot, "-title:slow", ["Cool", "=Loud", "broken.mp3"])
    review = reviewed(desktop, qtbot)
    assert review._heading.text() == "Nothing is doubtful in this list"
    assert review.close_button.isVisible()
    review.reject()


def test_a_file_that_has_gone_is_marked(
    desktop: GenreDesktop, page: LibraryPage, music: Path, qtbot: QtBot
) -> None:
    (music / "Cool.flac").unlink()
    desktop.library_actions.look_for_files.trigger()
    page.groups.choose(Facet.GONE)
    qtbot.waitUntil(lambda: titles(page) == ["Cool"])
    page.table.selectRow(0)
    desktop.library_actions.add.trigger()
    said = "1 file is gone and was left out."
    qtbot.waitUntil(lambda: any(one.sentence == said for one in desktop.message_bar._messages))
    assert len(desktop.model.playlist) == 0


def test_that_files_were_looked_for_is_said_once_however_often_it_was_asked(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    said: list[str] = []
    desktop.services.messages.posted.connect(lambda message: said.append(message.sentence))
    for _ in range(2):
        desktop.library_actions.look_for_files.trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert [one.partition(".")[0] for one in said] == ["Every file of the library was looked for"]
    desktop.library_actions.show_library.trigger()
    desktop.message_bar._action.click()
    assert page.isVisible()
    assert page.groups.facet is Facet.GONE
    qtbot.waitUntil(lambda: page.empty.text() == "Every file is where it was.")


def test_removing_asks_first(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["Cancel", "Remove"])

    def answer(box: QMessageBox) -> int:
        wanted = next(answers)
        next(one for one in box.buttons() if one.text().replace("&", "") == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.table.selectRow(0)
    desktop.library_actions.forget.trigger()
    assert titles(page)[0] == "Cool"
    desktop.library_actions.forget.trigger()
    qtbot.waitUntil(lambda: titles(page) == ["=Loud", "broken.mp3", "Slow.flac"])
    assert desktop.actions.undo.text() == "&Undo remove 1 track from the library"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["Cool", "=Loud", "broken.mp3", "Slow.flac"])
    desktop.changes.redo()
    qtbot.waitUntil(lambda: titles(page) == ["=Loud", "broken.mp3", "Slow.flac"])


def test_what_is_heard_meanwhile_comes_by_itself(
    desktop: GenreDesktop, page: LibraryPage, music: Path, a_home_of_its_own: Path, qtbot: QtBot
) -> None:
    small_library(a_home_of_its_own / "data", music / "new")
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)


def test_the_table_model_keeps_qts_rules(page: LibraryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    qtmodeltester.check(page.groups.model)  # type: ignore[no-untyped-call]  # as above
