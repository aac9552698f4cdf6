"""What every dialog shares that looks at files first and does something with them then."""

from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop.core.tagging.history import Done
from genre_desktop.services.tagging import Tagging, WritingEnd
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.tagging.plain_table import ThinProgress
from genre_desktop.ui.theme import Theme

_COUNT_MS: Final = 100


class DoingDialog(FramedDialog):
    """Its counts follow what is found, soon but not each time; closing it stops the work first.

    A subclass makes `cancel` and `progress`, and overrides the methods that do nothing here.
    """

    enter_presses_default = False  # it would work on files
    cancel: QPushButton
    progress: ThinProgress

    def __init__(self, theme: Theme, tagging: Tagging, parent: QWidget | None) -> None:
        super().__init__(theme, " ", parent=parent)
        self._tagging = tagging
        self._asked = 0
        self._is_at_work = False
        self._end: WritingEnd | None = None
        self._count = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._count.timeout.connect(self._show_counts)
        tagging.done.connect(self._take_done)

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

    def _end_work(self, end: WritingEnd) -> None:
        self._is_at_work, self._end = False, end
        self.progress.hide()
        self.cancel.hide()

    @Slot(tuple)
    def _take_done(self, done: tuple[Done, ...]) -> None:
        self._show_done(done)
        self.progress.setValue(self.progress.value() + len(done))

    def _show_done(self, done: tuple[Done, ...]) -> None:
        """Show in their lines what became of files."""

    @Slot()
    def _count_soon(self) -> None:
        if not self._count.isActive():  # else it would never come while files are looked at
            self._count.start()

    @Slot()
    def _show_counts(self) -> None:
        """Show how many files there are of each kind, and what can be done."""
