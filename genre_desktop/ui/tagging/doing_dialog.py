"""What every dialog shares that looks at files first and does something with them then."""

from typing import Any, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from genre_desktop.core.tagging.history import Done
from genre_desktop.services.tagging import Tagging, WritingEnd
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.tagging.closely import Closely
from genre_desktop.ui.tagging.filter_row import FilterRow
from genre_desktop.ui.tagging.lines_model import LinesModel
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.plain_table import ThinProgress
from genre_desktop.ui.tagging.preview_table import PreviewTable
from genre_desktop.ui.tagging.scrolled_options import ScrolledOptions

_COUNT_MS: Final = 100


class DoingDialog(FramedDialog):
    """Its counts follow what is found, soon but not each time; closing it stops the work first.

    A subclass makes `model`, `table`, `options` and `closely`, has them laid out, and overrides
    the methods that do nothing here.
    """

    enter_presses_default = False  # it would work on files
    model: LinesModel[Any]
    table: PreviewTable[Any]
    options: QWidget
    closely: Closely

    def __init__(self, look: Look, tagging: Tagging, parent: QWidget | None) -> None:
        super().__init__(look.theme, " ", parent=parent)
        self._tagging = tagging
        self.filter = FilterRow(look.icons)
        self.progress = ThinProgress()
        self.cancel = QPushButton(self.tr("&Cancel"))
        self._asked = 0
        self._is_at_work = False
        self._end: WritingEnd | None = None
        self._count = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._count.timeout.connect(self._show_counts)
        tagging.done.connect(self._take_done)

    def _lay_out(self, work: QPushButton) -> None:
        """The filter, table and choices in the middle, and below them the button that does it."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        middle = QFrame()
        middle.setObjectName("framed")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.closely)
        row.addLayout(left, 1)
        row.addWidget(ScrolledOptions(self.options))
        column.addWidget(middle, 1)
        column.addWidget(self.progress)
        self._finish(content, self.cancel, work)
        self.cancel.clicked.connect(self.reject)
        self.filter.changed.connect(self.model.show_only)
        self.table.line_chosen.connect(self._show_closely)
        self.model.counted.connect(self._count_soon)

    def reject(self) -> None:
        """Close; while files are being worked on, stop after the present one instead."""
        if self._is_at_work:
            self._tagging.stop()
            self.cancel.setEnabled(False)
            return
        super().reject()

    def done(self, result: int) -> None:
        self._tagging.rest()
        super().done(result)

    def _begin_work(self, files: int) -> None:
        self._asked, self._is_at_work = files, True
        self.progress.begin(files)
        self.options.setEnabled(False)
        self.cancel.setText(self.tr("&Stop"))

    def _end_work(self, end: WritingEnd) -> None:
        self._is_at_work, self._end = False, end
        self.progress.hide()
        self.cancel.hide()
        self.model.leave_rest()

    @Slot(tuple)
    def _take_done(self, done: tuple[Done, ...]) -> None:
        self.model.take_done(done)
        self.progress.setValue(self.progress.value() + len(done))

    @Slot()
    def _count_soon(self) -> None:
        if not self._count.isActive():  # else it would never come while files are looked at
            self._count.start()

    @Slot()
    def _show_closely(self) -> None:
        """Show what the current line's cells have no room for."""

    @Slot()
    def _show_counts(self) -> None:
        """Show how many files there are of each kind, and what can be done."""
