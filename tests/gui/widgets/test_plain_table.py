"""Tables of the dialogs: columns fill the room, until the user gives one a width."""

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from genre_desktop.ui.tagging.cells_model import CellsModel
from genre_desktop.ui.tagging.plain_table import PlainTable, Widths
from genre_desktop.ui.theme import Theme

WIDTHS = Widths((32, 150, 100, 80), {1: 3, 2: 1})


def table_of(qtbot: QtBot, theme: Theme, width: int, folder: str = "Folder") -> PlainTable:
    headers = ("", "File", folder, "Note")
    parent = QObject(theme)
    cells: CellsModel[str] = CellsModel(theme, headers, lambda _: headers, lambda *_: "", parent)
    cells.show_items(["a", "b"])
    table = PlainTable(theme, cells, "Files", WIDTHS)
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    return table


def widths_in(table: PlainTable) -> list[int]:
    return [table.columnWidth(column) for column in range(4)]


def test_more_room_goes_to_the_columns_that_share_it(qtbot: QtBot, theme: Theme) -> None:
    table = table_of(qtbot, theme, 600)
    marks, file, folder, note = (theme.scaled(width) for width in WIDTHS.usual)
    assert widths_in(table)[0] == marks
    more = table.viewport().width() - marks - file - folder - note
    assert more > 0
    assert widths_in(table)[1] == file + more * 3 // 4
    assert sum(widths_in(table)) == table.viewport().width()


def test_a_lack_of_room_is_shared_before_anything_is_scrolled(qtbot: QtBot, theme: Theme) -> None:
    table = table_of(qtbot, theme, theme.scaled(310))
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    assert widths_in(table)[1] < theme.scaled(150)


def test_the_words_of_the_header_are_never_cut(qtbot: QtBot, theme: Theme) -> None:
    table = table_of(qtbot, theme, theme.scaled(150), "Folder before it was moved")
    header = table.horizontalHeader()
    for column in range(1, 4):
        words = table.model().headerData(column, Qt.Orientation.Horizontal)
        assert table.columnWidth(column) >= header.fontMetrics().horizontalAdvance(words)


def test_a_width_of_the_users_stays(qtbot: QtBot, theme: Theme) -> None:
    table = table_of(qtbot, theme, 600)
    table.horizontalHeader().resizeSection(1, 222)
    table.resize(900, 200)
    assert table.columnWidth(1) == 222
