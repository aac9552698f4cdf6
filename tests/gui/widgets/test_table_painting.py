"""What the table paints anew, and what it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services import right_of_way
from genre_desktop.services.right_of_way import Way
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.table_dress import TableDress
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

FULL = 40  # rows, more than the table shows


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, table: TrackTable) -> None:
        super().__init__(table)
        self.times = 0
        self.heights: list[int] = []
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt's name
        del watched
        if isinstance(event, QPaintEvent):
            self.times += 1
            self.heights.append(event.rect().height())
        return False

    def by(self, qtbot: QtBot) -> int:
        """How often it was painted since the last time, once all that waits is done."""
        for _ in range(3):
            QApplication.processEvents()
        qtbot.wait(1)  # Qt lays out by a timer
        QApplication.processEvents()
        times, self.times = self.times, 0
        return times


@pytest.fixture
def model() -> TrackTableModel:
    return TrackTableModel()


@pytest.fixture
def table(
    model: TrackTableModel, qtbot: QtBot, theme: Theme, icons: Icons, swatches: Swatches
) -> Iterator[TrackTable]:
    table = TrackTable(model)
    TableDress(table, theme, icons, swatches)
    qtbot.addWidget(table)
    table.resize(900, 300)
    with qtbot.waitExposed(table):
        table.show()
    yield table
    table.close()


def tracks(first: int, end: int) -> list[Track]:
    return [Track(Path(f"/music/{number:03}.mp3")) for number in range(first, end)]


def test_rows_that_come_in_below_the_view_paint_nothing(
    model: TrackTableModel, table: TrackTable, qtbot: QtBot
) -> None:
    painted = Painted(table)
    model.add_tracks(tracks(0, FULL))
    assert painted.by(qtbot) > 0
    longest = table.verticalScrollBar().maximum()
    model.add_tracks(tracks(FULL, 2 * FULL))
    assert painted.by(qtbot) == 0
    assert table.verticalScrollBar().maximum() > longest


def test_rows_that_come_into_view_are_painted(
    model: TrackTableModel, table: TrackTable, qtbot: QtBot
) -> None:
    painted = Painted(table)
    model.add_tracks(tracks(0, 2))
    assert painted.by(qtbot) > 0
    model.add_tracks(tracks(2, 4))
    assert painted.by(qtbot) > 0
    model.add_tracks(tracks(4, FULL))
    assert painted.by(qtbot) > 0
    model.add_tracks(tracks(FULL, FULL + 2), before=1)
    assert painted.by(qtbot) > 0


def test_another_font_or_order_is_painted_though_rows_came_in_below(
    model: TrackTableModel, table: TrackTable, qtbot: QtBot
) -> None:
    painted = Painted(table)
    model.add_tracks(tracks(0, FULL))
    assert painted.by(qtbot) > 0
    model.add_tracks(tracks(FULL, FULL + 2))
    font = QFont(table.font())
    font.setPointSize(font.pointSize() + 2)
    table.setFont(font)
    assert painted.by(qtbot) > 0
    model.add_tracks(tracks(FULL + 2, FULL + 4))
    model.take_out(model.rows_at([0]))
    assert painted.by(qtbot) > 0


def test_of_rows_that_say_something_else_only_they_are_painted(
    model: TrackTableModel, table: TrackTable, qtbot: QtBot
) -> None:
    listed = tracks(0, FULL)
    model.add_tracks(listed)
    painted = Painted(table)
    painted.by(qtbot)
    painted.heights.clear()
    model.take_tags([(listed[2], Tags(title="Two")), (listed[FULL - 1], Tags(title="Last"))])
    qtbot.waitUntil(lambda: bool(painted.heights))
    assert painted.heights == [table.rowHeight(2)]


def test_other_threads_rest_while_cells_are_painted(
    table: TrackTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = Way()
    monkeypatch.setattr(right_of_way, "_way", way)
    table.viewport().repaint()
    assert way.is_taken
    qtbot.waitUntil(lambda: not way.is_taken)
