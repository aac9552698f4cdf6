"""The preview of places as Qt's table model."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QObject

from genre_desktop.core.organising.wishes import PlaceRow
from genre_desktop.ui.organising.organise_words import is_problem, note_word, reason_of
from genre_desktop.ui.organising.place_lines import PlaceLine, PlaceLines
from genre_desktop.ui.row_state import printable, printable_path
from genre_desktop.ui.tagging.lines_model import LinesModel
from genre_desktop.ui.theme import Theme


class PlaceColumn(IntEnum):
    """The columns, from the left."""

    WANTED = 0
    FILE = 1
    NOW = 2
    AFTER = 3
    NOTE = 4


class PlacesModel(LinesModel[PlaceLine]):
    """Where files lie, and where they would."""

    lines: PlaceLines

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, self._headers_of(), parent)
        self.lines = PlaceLines()
        self._into = Path()

    def look_anew(self, into: Path) -> None:
        """Forget where files would go; they are being looked at for another folder or pattern."""
        self._into = into
        self.lines.forget_places()
        self.refresh()
        self.counted.emit()

    def take_rows(self, rows: Iterable[PlaceRow]) -> None:
        """Fill in where files would go."""
        self._say_changed(self.lines.take_rows(rows))

    def _hay(self, line: PlaceLine) -> str:
        return "\n".join((str(line.heard.path), line.heard.genre, str(_target(line) or "")))

    # Cells

    def _headers_of(self) -> Sequence[str]:
        return (
            "",
            self.tr("File"),
            self.tr("Folder now"),
            self.tr("New place"),
            self.tr("Note"),
        )

    def _words(self, line: PlaceLine, column: int) -> str:
        if column == PlaceColumn.FILE:
            return printable(line.heard.path.name)
        if column == PlaceColumn.NOW:
            return printable_path(line.heard.path.parent)
        if column == PlaceColumn.AFTER:
            return self._new(line)
        return note_word(line) if column == PlaceColumn.NOTE else ""

    def _new(self, line: PlaceLine) -> str:
        target = _target(line)
        if target is None:
            return ""
        below = target.relative_to(self._into) if target.is_relative_to(self._into) else target
        return printable(str(below))

    def _tone(self, line: PlaceLine, column: int) -> str:
        if column == PlaceColumn.NOTE and is_problem(line):
            return "problem"
        return "muted" if line.wish is None and line.done is None else ""

    def _at_length(self, line: PlaceLine, column: int) -> str:
        if column == PlaceColumn.WANTED:
            return ""
        if column == PlaceColumn.NOTE and reason_of(line):
            return reason_of(line)
        target = _target(line) if column == PlaceColumn.AFTER else None
        return printable_path(target or line.heard.path)


def _target(line: PlaceLine) -> Path | None:
    return line.row.target if line.row is not None else None
