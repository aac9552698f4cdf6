"""Thousands of rows of the library are listed and previewed in steps, so the window lives on."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.steps import NEW_ROWS, STEP_ROWS
from genre_desktop.ui.tagging.doing_dialog import DoingDialog
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from tests.support.remembered import heard, library_of, song

MORE = STEP_ROWS + 1  # what is short is done at once
ALL = MORE + 4


@pytest.fixture
def long(
    desktop: GenreDesktop, page: LibraryPage, music: Path, a_home_of_its_own: Path, qtbot: QtBot
) -> LibraryPage:
    """All rows of a long library, selected."""
    one = song(music / "many.flac", artist="Band")
    copies = [shutil.copyfile(one, music / f"many {at:04}.flac") for at in range(1, MORE)]
    library_of(a_home_of_its_own / "data", *(heard(each) for each in (one, *copies)))
    desktop.services.library.browsing.look_for_changes()  # which it does every few seconds
    qtbot.waitUntil(lambda: page.model.rowCount() == ALL)
    page.table.selectAll()
    return page


@pytest.fixture
def inserted(desktop: GenreDesktop) -> list[int]:
    """How many rows came into the list in one go."""
    inserted: list[int] = []
    desktop.model.rowsInserted.connect(lambda _, first, last: inserted.append(last - first + 1))
    return inserted


@pytest.mark.usefixtures("long")
def test_a_long_selection_is_listed_in_steps_and_played(
    desktop: GenreDesktop, inserted: list[int], qtbot: QtBot
) -> None:
    played: list[object] = []  # the first is short: it may be over before all are listed
    desktop.services.player.track_changed.connect(played.append)
    desktop.library_actions.play.trigger()
    qtbot.waitUntil(lambda: sum(inserted) == ALL)
    assert max(inserted) <= NEW_ROWS
    assert played[0] == desktop.model.tracks()[0]


@pytest.mark.usefixtures("long")
def test_tags_of_a_long_library_are_previewed_in_steps(desktop: GenreDesktop, qtbot: QtBot) -> None:
    there: list[bool] = []

    def look() -> None:
        there.append(bool(desktop.window.findChildren(PreviewDialog)))

    desktop.services.library.browsing.listings_read.connect(look)
    desktop.library_actions.write_tags.trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(PreviewDialog)))
    assert there == [False]
    (dialog,) = desktop.window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: len(dialog.model.lines.lines) == ALL)


@pytest.mark.parametrize("action", ["write_tags", "write_selected_tags"])
def test_tags_are_previewed_with_what_was_said_of_a_long_selection_just_before(
    desktop: GenreDesktop, long: LibraryPage, action: str, qtbot: QtBot
) -> None:
    correcting = desktop.library._correcting
    assert correcting is not None
    correcting.correct("Fado")
    long.table.clearSelection()
    long.table.selectRow(ALL // 2)  # one row is sooner read than all
    getattr(desktop.library_actions, action).trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(PreviewDialog)))
    (dialog,) = desktop.window.findChildren(PreviewDialog)
    count = ALL if action == "write_tags" else 1
    qtbot.waitUntil(lambda: len(dialog.model.lines.lines) == count)
    assert {line.heard.genre for line in dialog.model.lines.lines if line.heard.genre} == {"Fado"}


@pytest.mark.usefixtures("page")
def test_a_second_dialog_that_works_on_files_is_not_opened_over_the_first(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    read: list[int] = []
    desktop.services.library.browsing.listings_read.connect(lambda wish, _: read.append(wish))
    actions = desktop.library_actions
    qtbot.waitUntil(actions.write_tags.isEnabled)
    actions.write_tags.trigger()  # and nothing is on the screen yet
    actions.write_tags.trigger()
    actions.organise.trigger()
    qtbot.waitUntil(lambda: len(read) == 3)
    (first,) = desktop.window.findChildren(DoingDialog)
    first.reject()
    qtbot.waitUntil(lambda: not desktop.window.findChildren(DoingDialog))
    actions.organise.trigger()
    qtbot.waitUntil(lambda: bool(desktop.window.findChildren(OrganiseDialog)))
