"""Takes the genres that were changed in a table as corrections, after a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.track import Correction
from genre_desktop.services.correcting import Change
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.correction_change import CorrectionChange
from genre_desktop.ui.counted import counted
from genre_desktop.ui.steps import STEP_ROWS
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # not before the first paint
    from genre_desktop.core.edited_csv import Edit
    from genre_desktop.core.edited_rows import LeftOut
    from genre_desktop.core.rules import Rules

_LONG_MS: Final = 1_000  # what is over by then needs no telling
_WAITING: Final = "edited table"  # topic of the message that it takes long


class TableReading(QObject):
    """Stands between a table on disk, what was heard, and the corrections."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        model: TrackTableModel,
        rules: Callable[[], Rules],
        *,
        services: Services,
        changes: QUndoStack,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._model, self._rules = window, look, model, rules
        self._reading, self._correcting = services.edited_table, services.correcting
        self._messages, self._changes = services.messages, changes
        self._long = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._long.timeout.connect(self._tell_of_wait)
        actions.read_corrections.triggered.connect(self.ask)
        if (qt := QCoreApplication.instance()) is not None:
            qt.aboutToQuit.connect(model.finish_corrections)
        self._reading.found.connect(self._show)
        self._reading.failed.connect(self._messages.problem)
        for over in (self._reading.found, self._reading.failed):
            over.connect(self._end_wait)

    @Slot()
    def ask(self) -> None:
        """Let the user choose a table."""
        dialog = QFileDialog(self._window, self.tr("Read corrections from CSV"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("CSV (*.csv)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    @Slot(str)
    def read(self, file: str) -> None:
        """Compare a table with the list, and with all else that was ever heard."""
        self._long.start()
        listings = [state.listing for state in self._model.states(self._model.playlist.rows)]
        self._reading.read(Path(file), listings, self._rules())

    @Slot()
    def _tell_of_wait(self) -> None:
        self._messages.news(
            self.tr("The table is compared with all that was ever heard."), topic=_WAITING
        )

    @Slot()
    def _end_wait(self) -> None:
        self._long.stop()
        self._messages.withdraw(_WAITING)

    @Slot(tuple, int, int, tuple)
    def _show(
        self, edits: tuple[Edit, ...], unknown: int, as_ruled: int, left_out: tuple[LeftOut, ...]
    ) -> None:
        from genre_desktop.ui.review.edits_dialog import EditsDialog

        rows_left = sum(len(one.lines) for one in left_out)
        of_others = self._of_others(unknown, as_ruled, rows_left)
        if not edits and not left_out:
            words = self.tr("The table says no genre otherwise.")
            self._messages.news(f"{words} {of_others}".rstrip())
            return
        dialog = EditsDialog(self._look.theme, edits, of_others, left_out, self._window)
        dialog.accepted.connect(
            lambda: self._model.correct_in_turns(self._keep(edits, rows_left), len(edits))
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _of_others(self, unknown: int, as_ruled: int, rows_left: int) -> str:
        """What became of the other rows, in whole sentences."""
        of_others = counted(
            unknown,
            self.tr(
                "%1 row of the table is about no track that was ever heard, or about a part of a "
                "file, and does not name its sound."
            ),
            self.tr(
                "%1 rows of the table are about no track that was ever heard, or about parts of a "
                "file, and do not name their sounds."
            ),
        )
        of_rules = counted(
            as_ruled,
            self.tr("%1 row says what your rules say already."),
            self.tr("%1 rows say what your rules say already."),
        )
        told = (
            (unknown, of_others),
            (as_ruled, of_rules),
            (rows_left, self._of_left_out(rows_left)),
        )
        return " ".join(words for count, words in told if count)

    def _of_left_out(self, rows: int) -> str:
        return counted(
            rows,
            self.tr("%1 row of the table is left out."),
            self.tr("%1 rows of the table are left out."),
        )

    def _keep(self, edits: tuple[Edit, ...], rows_left: int) -> Iterator[None]:
        """Correct the tracks, in steps; anew where the user says something else amid them."""
        before, after, said = list[Change](), list[Change](), -1
        now: dict[str, Correction] = {}
        while said != self._correcting.times_said:
            said = self._correcting.times_said
            before.clear()
            after.clear()
            for start in range(0, len(edits), STEP_ROWS):
                for one in edits[start : start + STEP_ROWS]:
                    if one.new not in now:
                        now[one.new] = corrected_now(one.new)
                    before.append((one.key, self._correcting.correction_of(one.key)))
                    after.append((one.key, now[one.new]))
                yield
        words = counted(len(edits), self.tr("correct %1 track"), self.tr("correct %1 tracks"))
        self._changes.push(CorrectionChange(words, self._correcting, before, after))
        if rows_left:
            done = counted(
                len(edits), self.tr("%1 track was corrected."), self.tr("%1 tracks were corrected.")
            )
            self._messages.news(f"{done} {self._of_left_out(rows_left)}")
