"""What an edited table would correct: old and new genre of each track, before anything is kept."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop.core.edited_csv import Edit
from genre_desktop.ui.counted import counted
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.genres import own_word
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.tagging.cells_model import CellsModel
from genre_desktop.ui.tagging.plain_table import PlainTable, Widths
from genre_desktop.ui.theme import Theme

_WIDTHS = Widths((420, 140, 140), {0: 2, 1: 1, 2: 1})


class EditsDialog(FramedDialog):
    """Accepted where the user wants the corrections."""

    enter_presses_default = False  # it would correct tracks

    def __init__(
        self, theme: Theme, edits: Sequence[Edit], left_out: str, parent: QWidget | None = None
    ) -> None:
        """Show what would change.

        Args:
            theme: The colours.
            edits: What the table says otherwise.
            left_out: What became of its other rows, in a sentence.
            parent: The window.
        """
        heading = counted(
            len(edits),
            self.tr("%1 genre would be corrected"),
            self.tr("%1 genres would be corrected"),
        )
        super().__init__(theme, heading, left_out, parent)
        self.setWindowTitle(self.tr("Corrections from a table"))
        self._open_at(760, 480)
        headers = (self.tr("File"), self.tr("Genre now"), self.tr("In the table"))
        self.model: CellsModel[Edit] = CellsModel(theme, headers, _words, _tone, self)
        self.model.show_items(edits)
        name = self.tr("Genres that would be corrected")
        table = PlainTable(theme, self.model, name, _WIDTHS)
        cancel = QPushButton(self.tr("&Cancel"))
        self.correct = QPushButton(
            counted(len(edits), self.tr("C&orrect %1 track"), self.tr("C&orrect %1 tracks"))
        )
        cancel.clicked.connect(self.reject)
        self.correct.clicked.connect(self.accept)
        self._finish(table, cancel, self.correct)


def _words(edit: Edit) -> tuple[str, ...]:
    return printable_path(edit.track.path), own_word(edit.old), own_word(edit.new)


def _tone(_edit: Edit, column: int) -> str:
    return "muted" if column == 1 else ""
