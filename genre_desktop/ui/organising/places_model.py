"""The preview of places as Qt's table model: lines on show, with a box to deselect each."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.organising.wishes import PlaceRow
from genre_desktop.core.tagging.history import Done
from genre_desktop.ui.organising.organise_words import is_problem, note_word, reason_of
from genre_desktop.ui.organising.place_lines import PlaceLine, PlaceLines
from genre_desktop.ui.row_state import printable, printable_path
from genre_desktop.ui.runs import runs
from genre_desktop.ui.steps import STEP_ROWS, Steps
from genre_desktop.ui.tagging.cells_model import CellsModel, Index
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

_Role = Qt.ItemDataRole


class PlaceColumn(IntEnum):
    """The columns, from the left."""

    WANTED = 0
    FILE = 1
    NOW = 2
    AFTER = 3
    NOTE = 4


class PlacesModel(CellsModel[PlaceLine]):
    """Lines on show.

    Signals:
        counted: The counts have changed.
    """

    counted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, self._headers_of(), self._words, _tone, parent)
        self.lines = PlaceLines()
        self._into = Path()
        self._group, self._text = Group.ALL, ""
        self._arranging = Steps(self)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.line_at(index.row()), index.column()
        if column == PlaceColumn.WANTED:
            return _box(line, role, self.tr("selected"), self.tr("not selected"))
        if role == _Role.ToolTipRole:
            return plain_tooltip(self._tip(line, column))
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.want([self.line_at(index.row())], wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        cell = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell |= Qt.ItemFlag.ItemNeverHasChildren
        is_box = index.column() == PlaceColumn.WANTED and self.line_at(index.row()).can_be_wanted
        return cell | Qt.ItemFlag.ItemIsUserCheckable if is_box else cell

    # What comes in

    def look_anew(self, into: Path) -> None:
        """Forget where files would go; they are being looked at for another folder or pattern."""
        self._into = into
        self.lines.forget_places()
        self.refresh()
        self.counted.emit()

    def take_rows(self, rows: Iterable[PlaceRow]) -> None:
        """Fill in where files would go."""
        self._say_changed(self.lines.take_rows(rows))

    def take_done(self, done: Iterable[Done]) -> None:
        """Fill in what became of files."""
        self._say_changed(self.lines.take_done(done))

    def leave_rest(self) -> None:
        """The work is over: what it did not come to stays."""
        self._say_changed(self.lines.leave_rest())

    def want(self, lines: Iterable[PlaceLine], *, wanted: bool) -> None:
        """Select or deselect lines."""
        self._say_changed(self.lines.want(lines, wanted=wanted))

    def line_at(self, row: int) -> PlaceLine:
        """The line at a row."""
        return self.items[row]

    def on_show(self) -> Sequence[PlaceLine]:
        """All lines on show."""
        return self.items

    @Slot(Group, str)
    def show_only(self, group: Group, text: str) -> None:
        """Show lines of one kind that hold a text."""
        self._group, self._text = group, text.strip().casefold()
        self.arrange()

    def arrange(self) -> None:
        """Choose anew what is shown."""
        self._arranging.begin(self._arranged(), len(self.lines.lines))

    def _arranged(self) -> Iterator[None]:
        lines = self.lines.lines
        shown: list[PlaceLine] = []
        for start in range(0, len(lines), STEP_ROWS):
            shown += [line for line in lines[start : start + STEP_ROWS] if self._is_shown(line)]
            yield
        for line in self.items:
            line.place = -1
        for place, line in enumerate(shown):
            line.place = place
        self.show_items(shown)
        self.counted.emit()

    def _is_shown(self, line: PlaceLine) -> bool:
        if self._group is not Group.ALL and line.group is not self._group:
            return False
        if not self._text:
            return True
        target = line.row.target if line.row is not None else None
        hay = "\n".join((str(line.heard.path), line.heard.genre, str(target or "")))
        return self._text in hay.casefold()

    def _say_changed(self, lines: Iterable[PlaceLine]) -> None:
        for first, last in runs(sorted(line.place for line in lines if line.place >= 0)):
            end = self.index(last, PlaceColumn.NOTE)
            self.dataChanged.emit(self.index(first, 0), end, [])
        self.counted.emit()

    # Cells

    def _headers_of(self) -> Sequence[str]:
        return (
            "",
            self.tr("File"),
            self.tr("Folder now"),
            self.tr("New place"),
            self.tr("Note"),
        )

    def _words(self, line: PlaceLine) -> Sequence[str]:
        path = line.heard.path
        here = printable_path(path.parent)
        return "", printable(path.name), here, self._new(line), note_word(line)

    def _new(self, line: PlaceLine) -> str:
        target = line.row.target if line.row is not None else None
        if target is None:
            return ""
        below = target.relative_to(self._into) if target.is_relative_to(self._into) else target
        return printable(str(below))

    def _tip(self, line: PlaceLine, column: int) -> str:
        if column == PlaceColumn.NOTE and reason_of(line):
            return reason_of(line)
        target = line.row.target if line.row is not None else None
        is_new = column == PlaceColumn.AFTER and target is not None
        return printable_path(target if is_new and target is not None else line.heard.path)


def _tone(line: PlaceLine, column: int) -> str:
    if column == PlaceColumn.NOTE and is_problem(line):
        return "problem"
    return "muted" if line.wish is None and line.done is None else ""


def _box(line: PlaceLine, role: int, selected: str, not_selected: str) -> Any:
    if not line.can_be_wanted:
        return note_word(line) if role == _Role.AccessibleTextRole else None
    if role == _Role.CheckStateRole:
        return Qt.CheckState.Checked if line.is_wanted else Qt.CheckState.Unchecked
    if role == _Role.AccessibleTextRole:
        return selected if line.is_wanted else not_selected
    return None
