"""What an edited table would correct: old and new genre of each track, before anything is kept.

Rows of the table that are of no use stand above them, each with its lines.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop.core.edited_csv import Edit
from genre_desktop.core.edited_rows import LeftOut
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.genres import own_word
from genre_desktop.ui.row_state import printable, printable_path
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.tagging.cells_model import CellsModel
from genre_desktop.ui.tagging.plain_table import PlainTable, Widths
from genre_desktop.ui.theme import Theme

_WIDTHS = Widths((420, 140, 140), {0: 2, 1: 1, 2: 1})


class EditsDialog(FramedDialog):
    """Accepted where the user wants the corrections."""

    enter_presses_default = False  # it would correct tracks

    def __init__(
        self,
        theme: Theme,
        edits: Sequence[Edit],
        of_others: str,
        left_out: Sequence[LeftOut] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show what would change.

        Args:
            theme: The colours.
            edits: What the table says otherwise.
            of_others: What became of its other rows, in sentences.
            left_out: Rows of no use.
            parent: The window.
        """
        would = self.tr("%1 genre would be corrected"), self.tr("%1 genres would be corrected")
        none = self.tr("The table says no genre otherwise.")
        heading = counted(len(edits), *would) if edits else none
        super().__init__(theme, heading, of_others, parent)
        self.setWindowTitle(self.tr("Corrections from a table"))
        self._open_at(760, 480)
        headers = (self.tr("File"), self.tr("Genre now"), self.tr("In the table"))
        self.model: CellsModel[Edit | LeftOut] = CellsModel(theme, headers, _words, _tone, self)
        self.model.show_items((*left_out, *edits))
        name = self.tr("Genres that would be corrected")
        table = PlainTable(theme, self.model, name, _WIDTHS)
        for row in range(len(left_out)):
            table.setSpan(row, 0, 1, len(headers))
        cancel = QPushButton(self.tr("&Cancel"))
        self.correct = QPushButton(
            counted(len(edits), self.tr("C&orrect %1 track"), self.tr("C&orrect %1 tracks"))
        )
        self.correct.setEnabled(bool(edits))
        cancel.clicked.connect(self.reject)
        self.correct.clicked.connect(self.accept)
        self._finish(table, cancel, self.correct)


def _words(item: Edit | LeftOut) -> tuple[str, ...]:
    if isinstance(item, LeftOut):
        return in_our_language(item.sentence), "", ""
    span, file = item.track.span, printable_path(item.track.path)
    part = printable(item.track.part_title) or clock(span.start_seconds) if span else ""
    return f"{file} – {part}" if part else file, own_word(item.old), own_word(item.new)


def _tone(item: Edit | LeftOut, column: int) -> str:
    if isinstance(item, LeftOut):
        return "problem"
    return "muted" if column == 1 else ""
