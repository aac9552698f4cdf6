"""The preview of tags as Qt's table model."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPixmap

from genre_desktop.core.rules import Rules
from genre_desktop.core.tagging.wishes import Choice, Fate, Found, Heard
from genre_desktop.core.track import Track
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.row_words import percent, yours
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.swatch import Filling
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.lines_model import LinesModel
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.preview_lines import STEP_LINES, Line, PreviewLines
from genre_desktop.ui.tagging.preview_words import genres_word, is_problem, note_word, reason_of

_ICON = QSize(14, 14)
_Role = Qt.ItemDataRole


class PreviewColumn(IntEnum):
    """The columns, from the left."""

    WANTED = 0
    TRACK = 1
    NOW = 2
    AFTER = 3
    CONFIDENCE = 4
    NOTE = 5


class PreviewModel(LinesModel[Line]):
    """What files say, and what they would."""

    lines: PreviewLines

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look.theme, self._headers_of(), parent, {PreviewColumn.CONFIDENCE})
        self.lines = PreviewLines()
        self._icons, self._swatches = look.icons, look.swatches
        self._deciding = Steps(self, at_once=STEP_LINES)
        self._answers |= {
            _Role.DecorationRole: self._decoration,
            _Role.FontRole: self._font,
        }
        look.theme.changed.connect(self._say_all_changed)

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

    def choose(self, choice: Choice) -> None:
        """Decide every line anew; a long list takes some turns of the event loop."""
        self.lines.choose(choice)
        self._decide_again()

    def obey(self, rules: Rules) -> None:
        """Decide every line anew by other rules."""
        self.lines.obey(rules)
        self._decide_again()

    @property
    def is_deciding(self) -> bool:
        """Whether some lines still say what an earlier choice or earlier rules made of them."""
        return self._deciding.is_busy

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

    def _hay(self, line: Line) -> str:
        plan = line.plan
        genres = (*plan.old, *plan.new) if plan is not None else ()
        return "\n".join((line.title, str(line.track.path), line.heard.genre, *genres))

    @Slot()
    def _say_all_changed(self) -> None:
        self.refresh()
        self.counted.emit()

    # Cells

    def _headers_of(self) -> Sequence[str]:
        return (
            "",
            self.tr("Track"),
            self.tr("Genre now"),
            self.tr("Genre after"),
            self.tr("Confidence"),
            self.tr("Note"),
        )

    def _words(self, line: Line, column: int) -> str:
        plan = line.plan
        if column == PreviewColumn.TRACK:
            return line.title
        if column == PreviewColumn.NOTE:
            return note_word(line)
        if column == PreviewColumn.CONFIDENCE:
            return _confidence_word(line)
        if plan is None or column == PreviewColumn.WANTED:
            return ""
        if column == PreviewColumn.NOW:
            return genres_word(plan.old) if line.found is not None and line.found.kind else ""
        return genres_word(plan.new) if _changes(line) else self.tr("unchanged")

    def _decoration(self, line: Line, column: int) -> Any:
        if column == PreviewColumn.AFTER and _changes(line):
            return _untinted(self._swatches.pixmap(line.heard.label, Filling.SOLID))
        if column == PreviewColumn.NOTE and note_word(line):
            name, role = _icon_of(line)
            return _untinted(self._icons.pixmap(name, _ICON, getattr(self._theme.colours, role)))
        return None

    def _tone(self, line: Line, column: int) -> str:
        if column == PreviewColumn.NOTE and is_problem(line):
            return "problem"
        return "muted" if line.wish is None and line.done is None else ""

    def _font(self, line: Line, column: int) -> Any:
        is_new = column == PreviewColumn.AFTER and line.wish is not None
        return self._theme.font(demi=True) if is_new else None

    def _at_length(self, line: Line, column: int) -> str:
        words = reason_of(line) if column == PreviewColumn.NOTE else ""
        return words or printable_path(line.track.path)


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
