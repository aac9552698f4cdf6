"""The preview as Qt's table model: lines on show, with a box to deselect each."""

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon, QPixmap

from genre_desktop.core.rules import Rules
from genre_desktop.core.tagging.history import Done
from genre_desktop.core.tagging.wishes import Choice, Fate, Found, Heard
from genre_desktop.core.track import Track
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.row_words import percent, yours
from genre_desktop.ui.runs import runs
from genre_desktop.ui.steps import STEP_ROWS, Steps
from genre_desktop.ui.swatch import Filling
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.preview_lines import STEP_LINES, Line, PreviewLines
from genre_desktop.ui.tagging.preview_words import genres_word, is_problem, note_word, reason_of
from genre_desktop.ui.tooltips import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ICON = QSize(14, 14)
_Role = Qt.ItemDataRole
_CELL = (  # asked for thousands of times, and enums are slow
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_BOX = _CELL | Qt.ItemFlag.ItemIsUserCheckable


class PreviewColumn(IntEnum):
    """The columns, from the left."""

    WANTED = 0
    TRACK = 1
    NOW = 2
    AFTER = 3
    CONFIDENCE = 4
    NOTE = 5


class PreviewModel(QAbstractTableModel):
    """Lines on show.

    Signals:
        counted: The counts have changed.
    """

    counted = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.lines = PreviewLines()
        self._theme, self._icons, self._swatches = look.theme, look.icons, look.swatches
        self._shown: list[Line] = []
        self._group, self._text = Group.ALL, ""
        self._deciding = Steps(self, at_once=STEP_LINES)
        self._arranging = Steps(self)
        self._answers: dict[int, Callable[[Line, PreviewColumn], Any]] = {
            _Role.DisplayRole: self._words,
            _Role.CheckStateRole: self._check,
            _Role.DecorationRole: self._decoration,
            _Role.ForegroundRole: self._colour,
            _Role.FontRole: self._font,
            _Role.TextAlignmentRole: self._alignment,
            _Role.ToolTipRole: self._tooltip,
            _Role.AccessibleTextRole: self._spoken,
        }
        look.theme.changed.connect(self._say_all_changed)

    # Qt's interface

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(PreviewColumn)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return answer(self._shown[index.row()], PreviewColumn(index.column())) if answer else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.want([self._shown[index.row()]], wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_box = index.column() == PreviewColumn.WANTED
        return _BOX if is_box and self._shown[index.row()].can_be_wanted else _CELL

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and section == PreviewColumn.CONFIDENCE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != _Role.DisplayRole:
            return None
        return {
            PreviewColumn.WANTED: "",
            PreviewColumn.TRACK: self.tr("Track"),
            PreviewColumn.NOW: self.tr("Genre now"),
            PreviewColumn.AFTER: self.tr("Genre after"),
            PreviewColumn.CONFIDENCE: self.tr("Confidence"),
            PreviewColumn.NOTE: self.tr("Note"),
        }[PreviewColumn(section)]

    # What comes in

    def add(self, tracks: Iterable[tuple[Track, str, Heard]]) -> list[Line]:
        """Add tracks with their titles; returns the lines that are to be looked at."""
        wanted = self.lines.add(tracks)
        self.arrange()
        return wanted

    @Slot(tuple)
    def take_found(self, found: Iterable[Found]) -> None:
        """Fill in what files say."""
        changed, doubles = self.lines.take_found(found)
        if doubles:
            self.arrange()
        self._say_changed(changed)

    @Slot(tuple)
    def take_done(self, done: Iterable[Done]) -> None:
        """Fill in what became of files."""
        self._say_changed(self.lines.take_done(done))

    def leave_rest(self) -> None:
        """The work is over: what it did not come to stays."""
        self._say_changed(self.lines.leave_rest())

    def choose(self, choice: Choice) -> None:
        """Decide every line anew; a long list takes some turns of the event loop."""
        self.lines.choose(choice)
        self._decide_again()

    def obey(self, rules: Rules) -> None:
        """Decide every line anew by other rules."""
        self.lines.obey(rules)
        self._decide_again()

    @Slot(Group, str)
    def show_only(self, group: Group, text: str) -> None:
        """Show lines of one kind that hold a text."""
        self._group, self._text = group, text.strip().casefold()
        self.arrange()

    @property
    def is_filtered(self) -> bool:
        """Whether lines may leave or join those on show when they change."""
        return self._group is not Group.ALL or bool(self._text)

    @property
    def is_deciding(self) -> bool:
        """Whether some lines still say what an earlier choice or earlier rules made of them."""
        return self._deciding.is_busy

    def want(self, lines: Iterable[Line], *, wanted: bool) -> None:
        """Select or deselect lines."""
        self._say_changed(self.lines.want(lines, wanted=wanted))

    def line_at(self, row: int) -> Line:
        """The line at a row."""
        return self._shown[row]

    def on_show(self) -> list[Line]:
        """All lines on show."""
        return list(self._shown)

    @Slot()
    def arrange(self) -> None:
        """Choose anew what is shown."""
        self._arranging.begin(self._arranged(), len(self.lines.lines))

    def _arranged(self) -> Iterator[None]:
        lines = self.lines.lines
        shown: list[Line] = []
        for start in range(0, len(lines), STEP_ROWS):
            shown += [line for line in lines[start : start + STEP_ROWS] if self._is_shown(line)]
            yield
        self.beginResetModel()
        for line in self._shown:
            line.place = -1
        self._shown = shown
        for place, line in enumerate(shown):
            line.place = place
        self.endResetModel()
        self.counted.emit()

    def _decide_again(self) -> None:
        self._deciding.begin(self._decided_again(), len(self.lines.lines))
        self.counted.emit()

    def _decided_again(self) -> Iterator[None]:
        lines = self.lines.lines
        for start in range(0, len(lines), STEP_LINES):
            self.lines.decide_again(lines[start : start + STEP_LINES])
            yield
        self._say_all_changed()
        if self.is_filtered:
            self.arrange()

    def _is_shown(self, line: Line) -> bool:
        if self._group is not Group.ALL and line.group is not self._group:
            return False
        if not self._text:
            return True
        plan = line.plan
        genres = (*plan.old, *plan.new) if plan is not None else ()
        hay = "\n".join((line.title, str(line.track.path), line.heard.genre, *genres))
        return self._text in hay.casefold()

    def _say_changed(self, lines: Iterable[Line]) -> None:
        for first, last in runs(sorted(line.place for line in lines if line.place >= 0)):
            end = self.index(last, PreviewColumn.NOTE)
            self.dataChanged.emit(self.index(first, 0), end, [])
        self.counted.emit()

    @Slot()
    def _say_all_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, PreviewColumn.NOTE)
            self.dataChanged.emit(self.index(0, 0), last, [])
        self.counted.emit()

    # Cells

    def _words(self, line: Line, column: PreviewColumn) -> str:
        plan = line.plan
        if column is PreviewColumn.TRACK:
            return line.title
        if column is PreviewColumn.NOTE:
            return note_word(line)
        if column is PreviewColumn.CONFIDENCE:
            return _confidence_word(line)
        if plan is None or column not in {PreviewColumn.NOW, PreviewColumn.AFTER}:
            return ""
        if column is PreviewColumn.NOW:
            return genres_word(plan.old) if line.found is not None and line.found.kind else ""
        return genres_word(plan.new) if _changes(line) else self.tr("unchanged")

    def _check(self, line: Line, column: PreviewColumn) -> Qt.CheckState | None:
        if column is not PreviewColumn.WANTED or not line.can_be_wanted:
            return None
        return Qt.CheckState.Checked if line.is_wanted else Qt.CheckState.Unchecked

    def _decoration(self, line: Line, column: PreviewColumn) -> Any:
        if column is PreviewColumn.AFTER and _changes(line):
            return _untinted(self._swatches.pixmap(line.heard.label, Filling.SOLID))
        if column is PreviewColumn.NOTE and note_word(line):
            name, role = _icon_of(line)
            return _untinted(self._icons.pixmap(name, _ICON, getattr(self._theme.colours, role)))
        return None

    def _colour(self, line: Line, column: PreviewColumn) -> Any:
        if column is PreviewColumn.NOTE and is_problem(line):
            return self._theme.colours.problem
        is_quiet = line.wish is None and line.done is None
        return self._theme.colours.muted if is_quiet else None

    def _font(self, line: Line, column: PreviewColumn) -> Any:
        is_new = column is PreviewColumn.AFTER and line.wish is not None
        return self._theme.font(demi=True) if is_new else None

    @staticmethod
    def _alignment(_: Line, column: PreviewColumn) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft
        if column is PreviewColumn.CONFIDENCE:
            side = Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    @staticmethod
    def _tooltip(line: Line, column: PreviewColumn) -> str:
        words = reason_of(line) if column is PreviewColumn.NOTE else ""
        return plain_tooltip(words or printable_path(line.track.path))

    def _spoken(self, line: Line, column: PreviewColumn) -> str:
        if column is not PreviewColumn.WANTED:
            return self._words(line, column)
        if not line.can_be_wanted:
            return note_word(line)
        return self.tr("selected") if line.is_wanted else self.tr("not selected")


def _changes(line: Line) -> bool:
    """Whether the file's genre is another one afterwards, as far as is known."""
    return line.plan is not None and line.plan.fate is Fate.CHANGES and not line.stays


def _untinted(pixmap: QPixmap) -> QIcon:
    """A picture whose colours stay in a chosen row, where Qt would mix them with that of choice."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _confidence_word(line: Line) -> str:
    if line.heard.is_corrected:
        return yours()
    return percent(line.heard.probability) if line.heard.genre else ""


def _icon_of(line: Line) -> tuple[str, str]:
    """The name of a note's icon and the role of its colour."""
    if is_problem(line):
        short = line.plan.short if line.plan is not None else ""
        return ("lock" if short == "read-only" else "warning"), "problem"
    if line.done is not None or line.group is Group.ALREADY:
        return "check", "muted"
    if line.plan is None:
        return "clock", "muted"
    if _changes(line) and line.is_wanted:
        return "pencil", "text"
    return ("unsure" if line.plan.fate is Fate.UNSURE else "skip"), "muted"
