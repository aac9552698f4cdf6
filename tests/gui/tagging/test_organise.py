"""Organise folders… in the real window: preview, choices, moving, and what the list shows then."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.labels import WrappedLabel
from genre_desktop.ui.organising.organise_dialog import OrganiseDialog
from genre_desktop.ui.organising.places_model import PlaceColumn
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.scrolled_options import ScrolledOptions
from tests.gui.conftest import is_heard
from tests.gui.tagging.conftest import SPAWN_MS
from tests.support.divided import album

PATTERN = "{genre}/{file name}"


@pytest.fixture
def organising(full: GenreDesktop, tmp_path: Path, qtbot: QtBot) -> OrganiseDialog:
    """The preview of three files, which were all heard as jazz, into a folder."""
    settings = full.services.tagging_settings
    settings.organise_into, settings.organise_pattern = str(tmp_path / "into"), PATTERN
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        full.actions.organise.trigger()
    return full.window.findChild(OrganiseDialog)


def test_places_are_shown_deselected_and_files_are_moved(
    full: GenreDesktop,
    organising: OrganiseDialog,
    tmp_path: Path,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
) -> None:
    dialog, model, rows = organising, organising.model, full.model.playlist.rows
    before = [row.track.path for row in rows]
    assert dialog._heading.text() == "3 of 3 files would be copied"
    assert "pictures and other files stay" in dialog._sentence.text()
    assert model.index(0, 3).data() == str(Path("Jazz") / before[0].name)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has none there
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert model.index(1, 4).data() == "Deselected by you"
    with qtbot.waitSignal(full.services.tagging.looking_ended, timeout=SPAWN_MS):
        dialog.options.move_files.click()
    assert dialog.place.text() == "M&ove 2 files"
    with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
        dialog.place.click()
    assert dialog._heading.text() == "2 of 2 files were moved"
    told = [
        dialog.filter.tabs[one].text().replace("&", "") for one in (Group.CHANGES, Group.LEFT_ALONE)
    ]
    assert told == ["Changed 2", "Left alone 1"]
    folder = tmp_path / "into" / "Jazz"
    assert [row.track.path for row in rows] == [
        folder / before[0].name,
        before[1],
        folder / before[2].name,
    ]
    assert all(row.track.path.is_file() for row in rows)
    assert full.services.tagging_settings.organise_moves
    dialog.place.click()


def test_an_album_goes_as_one_with_its_sheet_and_all_its_parts_are_listed_there(
    desktop: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    file = album(tmp_path / "music")
    settings, tagging = desktop.services.tagging_settings, desktop.services.tagging
    settings.organise_into, settings.organise_pattern = str(tmp_path / "into"), PATTERN
    settings.organise_moves = True
    desktop.adding.add([file.parent])
    qtbot.waitUntil(lambda: is_heard(desktop, 2) and not desktop.services.scanning.is_running)
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        desktop.actions.organise.trigger()
    dialog = desktop.window.findChild(OrganiseDialog)
    assert dialog._heading.text() == "1 of 1 file would be moved"
    assert dialog.model.index(0, PlaceColumn.NOTE).data() == "With its CUE sheet"
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        dialog.place.click()
    assert dialog._heading.text() == "1 of 1 file was moved"
    there = tmp_path / "into" / "Jazz" / "album.flac"
    assert there.with_suffix(".cue").is_file()
    tracks = desktop.model.tracks()
    assert [(one.path, one.part_title) for one in tracks] == [(there, "Dawn"), (there, "Noon")]
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        tagging.take_back(1, [1])  # the file, by whose side the sheet goes
    assert sorted(one.name for one in file.parent.iterdir()) == ["album.cue", "album.flac"]
    assert [one.path for one in desktop.model.tracks()] == [file] * 2
    dialog.place.click()


def test_names_and_new_places_have_most_of_the_room(
    organising: OrganiseDialog, qtbot: QtBot
) -> None:
    table = organising.table
    organising.resize(1_040, 640)  # as it opens where the screen has room
    qtbot.waitUntil(lambda: not table.isColumnHidden(PlaceColumn.NOW))
    widths = [table.columnWidth(column) for column in range(5)]
    assert min(widths[1], widths[3]) > max(widths[2], widths[4])
    organising.resize(960, 560)
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())


def test_in_a_narrow_window_new_places_have_the_room_of_the_old_ones(
    organising: OrganiseDialog, full: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    table, theme = organising.table, full.theme
    organising.resize(theme.scaled(1_100), 560)
    qtbot.waitUntil(lambda: not table.isColumnHidden(PlaceColumn.NOW))
    organising.resize(theme.scaled(800), 560)
    qtbot.waitUntil(lambda: table.isColumnHidden(PlaceColumn.NOW))
    assert table.columnWidth(PlaceColumn.AFTER) >= theme.scaled(160)
    assert not table.horizontalScrollBar().isVisible()
    table.selectRow(1)
    path = full.model.playlist.rows[1].track.path
    told = (organising.closely.above.text(), organising.closely.below.text())
    assert told == (str(path), str(tmp_path / "into" / "Jazz" / path.name))


def test_the_end_of_the_folder_is_seen_and_the_tooltip_has_all_of_it(
    desktop: GenreDesktop, three_pieces: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    end = " of all that I like" * 4
    while desktop.table.fontMetrics().horizontalAdvance(end) > 55:
        end = end[1:]
    folders = [tmp_path / f"{one}{end}" for one in "bd"]
    for folder, piece in zip(folders, ("1 one.mp3", "2 two.flac"), strict=True):
        folder.mkdir()
        shutil.copyfile(three_pieces / piece, folder / piece)
    settings = desktop.services.tagging_settings
    settings.organise_into, settings.organise_pattern = str(tmp_path / "into"), PATTERN
    desktop.adding.add(folders)
    qtbot.waitUntil(lambda: is_heard(desktop, 2) and not desktop.services.scanning.is_running)
    with qtbot.waitSignal(desktop.services.tagging.looking_ended, timeout=SPAWN_MS):
        desktop.actions.organise.trigger()
    dialog = desktop.window.findChild(OrganiseDialog)
    table, model = dialog.table, dialog.model
    dialog.resize(1_040, 640)
    qtbot.waitUntil(lambda: not table.isColumnHidden(PlaceColumn.NOW))
    table.setAlternatingRowColors(False)
    cells = [model.index(row, PlaceColumn.NOW) for row in range(2)]
    for cell, folder in zip(cells, folders, strict=True):
        assert table.visualRect(cell).width() < table.fontMetrics().horizontalAdvance(str(folder))
        assert str(folder) in cell.data(Qt.ItemDataRole.ToolTipRole)
    one, other = (table.viewport().grab(table.visualRect(cell)).toImage() for cell in cells)
    assert one != other  # so that they are told apart
    dialog.reject()


def test_in_a_low_window_the_choices_are_scrolled_and_not_cut(
    organising: OrganiseDialog, qtbot: QtBot
) -> None:
    organising.resize(960, 420)
    area = organising.findChild(ScrolledOptions)
    assert area is not None
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    for words in organising.options.findChildren(WrappedLabel):
        assert words.height() >= words.heightForWidth(words.width())
    assert organising.options.width() <= area.viewport().width()


def test_nothing_is_placed_by_an_earlier_choice_while_another_is_typed(
    full: GenreDesktop, organising: OrganiseDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    tagging, left = full.services.tagging, Qt.MouseButton.LeftButton
    assert organising.place.isEnabled()
    QTest.keyClick(organising.options.pattern, Qt.Key.Key_End)
    QTest.keyClicks(organising.options.pattern, "}")  # cannot be meant
    QTest.mouseClick(organising.place, left)
    with qtbot.waitSignal(tagging.looking_ended, timeout=SPAWN_MS):
        QTest.keyClick(organising.options.pattern, Qt.Key.Key_Backspace)
        QTest.keyClicks(organising.options.pattern, " new")
        QTest.mouseClick(organising.place, left)
    assert not (tmp_path / "into").exists()
    with qtbot.waitSignal(tagging.writing_ended, timeout=SPAWN_MS):
        QTest.mouseClick(organising.place, left)
    names = sorted(path.name for path in (tmp_path / "into" / "Jazz").iterdir())
    assert names == ["1 one new.mp3", "2 two new.flac", "three new.ogg"]


def test_what_cannot_be_meant_is_said_and_nothing_can_be_done(
    organising: OrganiseDialog, qtbot: QtBot
) -> None:
    options = organising.options
    options.pattern.clear()
    QTest.keyClicks(options.pattern, "{gerne}/{file name}")
    qtbot.waitUntil(lambda: "{gerne}" in organising._sentence.text())
    assert not organising.place.isEnabled()
    options.pattern.setText(PATTERN)
    options.into.clear()
    options.chosen.emit()
    assert "Choose the folder" in organising._sentence.text()
    assert not organising.place.isEnabled()
    organising.filter.tabs[Group.REFUSED].click()
    assert organising.model.rowCount() == 0
    organising.reject()


def test_a_pattern_that_cannot_be_is_told_as_a_problem(organising: OrganiseDialog) -> None:
    told, colours = organising._sentence, organising._theme.colours
    assert told.palette().windowText().color() == colours.muted
    organising.options.pattern.setText("{genre}/{nonsense}")
    organising.options.chosen.emit()
    assert told.palette().windowText().color() == colours.problem
    organising.options.into.clear()
    organising.options.pattern.setText(PATTERN)
    organising.options.chosen.emit()
    assert told.palette().windowText().color() == colours.muted
