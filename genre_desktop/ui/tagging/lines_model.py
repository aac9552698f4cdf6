"""The lines of a preview as Qt's table model: those on show, with a box to deselect each."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.tagging.history import Done
from genre_desktop.ui.runs import runs
from genre_desktop.ui.steps import STEP_ROWS, Steps
from genre_desktop.ui.tagging.cells_model import Index, RowsModel
from genre_desktop.ui.tagging.counted_lines import CountedLine, CountedLines, Group
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tooltips import plain_tooltip

WANTED = 0  # the column of boxes
LineT = TypeVar("LineT", bound=CountedLine)
_Role = Qt.ItemDataRole
_CELL = (  # asked for thousands of times, and enums are slow
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_BOX = _CELL | Qt.ItemFlag.ItemIsUserCheckable


class LinesModel(RowsModel[LineT]):
    """A subclass has the lines, and overrides the methods that say nothing here.

    Attributes:
        lines: All of them, on show or not.

    Signals:
        counted: The counts have changed.
    """

    counted = Signal()
    lines: CountedLines[LineT]

    def __init__(
        self, theme: Theme, headers: Sequence[str], parent: QObject, numbers: Container[int] = ()
    ) -> None:
        super().__init__(headers, parent, numbers)
        self._theme = theme
        self._group, self._text = Group.ALL, ""
        self._arranging = Steps(self)
        self._answers: dict[int, Callable[[LineT, int], Any]] = {
            _Role.DisplayRole: self._words,
            _Role.CheckStateRole: self._check,
            _Role.ForegroundRole: self._colour,
            _Role.TextAlignmentRole: lambda _, column: self._alignment(column),
            _Role.ToolTipRole: self._tooltip,
            _Role.AccessibleTextRole: self._spoken,
        }

    # Qt's interface

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return answer(self.items[index.row()], index.column()) if answer else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.want([self.line_at(index.row())], wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        has_box = index.column() == WANTED and self.items[index.row()].can_be_wanted
        return _BOX if has_box else _CELL

    # What comes in

    @Slot(tuple)
    def take_done(self, done: Iterable[Done]) -> None:
        """Fill in what became of files."""
        self._say_changed(self.lines.take_done(done))

    def leave_rest(self) -> None:
        """The work is over: what it did not come to stays."""
        self._say_changed(self.lines.leave_rest())

    def want(self, lines: Iterable[LineT], *, wanted: bool) -> None:
        """Select or deselect lines."""
        self._say_changed(self.lines.want(lines, wanted=wanted))

    @Slot(Group, str)
    def show_only(self, group: Group, text: str) -> None:
        """Show lines of one kind that hold a text."""
        self._group, self._text = group, text.strip().casefold()
        self.arrange()

    @property
    def is_filtered(self) -> bool:
        """Whether lines may leave or join those on show when they change."""
        return self._group is not Group.ALL or bool(self._text)

    def line_at(self, row: int) -> LineT:
        """The line at a row."""
        return self.items[row]

    @Slot()
    def arrange(self) -> None:
        """Choose anew what is shown."""
        self._arranging.begin(self._arranged(), len(self.lines.lines))

    def _arranged(self) -> Iterator[None]:
        lines = self.lines.lines
        shown: list[LineT] = []
        for start in range(0, len(lines), STEP_ROWS):
            shown += [line for line in lines[start : start + STEP_ROWS] if self._is_shown(line)]
            yield
        for line in self.items:
            line.place = -1
        for place, line in enumerate(shown):
            line.place = place
        self.show_items(shown)
        self.counted.emit()

    def _is_shown(self, line: LineT) -> bool:
        if self._group is not Group.ALL and line.group is not self._group:
            return False
        return not self._text or self._text in self._hay(line).casefold()

    def _say_changed(self, lines: Iterable[LineT]) -> None:
        end = self.columnCount() - 1
        for first, last in runs(sorted(line.place for line in lines if line.place >= 0)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, end), [])
        self.counted.emit()

    # Cells

    def _words(self, line: LineT, column: int) -> str:  # noqa: ARG002 - for subclasses
        """What a cell says."""
        return ""

    def _tone(self, line: LineT, column: int) -> str:  # noqa: ARG002 - for subclasses
        """The role of a cell's colour; "" for the text's."""
        return ""

    def _at_length(self, line: LineT, column: int) -> str:  # noqa: ARG002 - for subclasses
        """What a cell's tooltip says; "" for none."""
        return ""

    def _hay(self, line: LineT) -> str:  # noqa: ARG002 - for subclasses
        """What a text is looked for in."""
        return ""

    def _check(self, line: LineT, column: int) -> Qt.CheckState | None:
        if column != WANTED or not line.can_be_wanted:
            return None
        return Qt.CheckState.Checked if line.is_wanted else Qt.CheckState.Unchecked

    def _colour(self, line: LineT, column: int) -> Any:
        tone = self._tone(line, column)
        return getattr(self._theme.colours, tone) if tone else None

    def _tooltip(self, line: LineT, column: int) -> str | None:
        words = self._at_length(line, column)
        return plain_tooltip(words) if words else None

    def _spoken(self, line: LineT, column: int) -> str:
        if column != WANTED:
            return self._words(line, column)
        if not line.can_be_wanted:
            return self._words(line, self.columnCount() - 1)  # the note
        return self.tr("selected") if line.is_wanted else self.tr("not selected")
