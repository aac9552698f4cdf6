"""What the pages of the preferences share."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.theme import Size, Theme

BELOW_A_BOX = 21  # a check box's words begin there
_LETTERS = 80  # of usual width, on a line
_LEAST_LIST = 72  # how low a list may become before the page has to be scrolled


class PreferencesPage(QWidget):
    """Rows of names and choices, then choices with a hint below each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def begin(self) -> tuple[QVBoxLayout, QFormLayout]:
        """The page's column, and the rows at its top."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        column.addLayout(form)
        return column, form

    @staticmethod
    def add(form: QFormLayout, words: str, field: QWidget, said: str) -> None:
        """A row of a name and a choice, and what a screen reader says of it."""
        field.setAccessibleName(said)
        form.addRow(words, field)

    def add_rest(self, column: QVBoxLayout, rest: QAbstractScrollArea) -> None:
        """What takes all the height that is left."""
        rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout()
        row.addStrut(self._theme.scaled(_LEAST_LIST))
        row.addWidget(rest)
        column.addLayout(row, 1)

    def hint(self, words: str, indent: int = 0) -> ToneLabel:
        """A sentence in small letters."""
        hint = _Hint(self._theme, words, role="muted", size=Size.SMALL)
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)  # near to what it is about
        hint.setContentsMargins(indent, 0, 0, 0)
        return hint


def lettered(words: Sequence[str], *beside: str) -> list[str]:
    """Words that have no letters for the keyboard yet, with one each.

    Args:
        words: Those of choices; where no letter of theirs is free, they stay as they are.
        beside: Words whose letters are taken.
    """
    taken = {text[text.index("&") + 1].casefold() for text in beside}
    found = []
    for each in words:
        letter = next((one for one in each if one.isalpha() and one.casefold() not in taken), "")
        taken.add(letter.casefold())
        found.append(each.replace(letter, f"&{letter}", 1) if letter else each)
    return found


class _Hint(ToneLabel):
    """Wants no more lines than it needs; Qt would fold short words to a square."""

    def sizeHint(self) -> QSize:
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        line = min(
            metrics.horizontalAdvance(self.text()) + 1, _LETTERS * metrics.averageCharWidth()
        )
        width = margins.left() + line + margins.right()
        return QSize(width, self.heightForWidth(width))
