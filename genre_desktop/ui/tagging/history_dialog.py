"""History…: what was written when, and taking it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from genre_desktop.core.tagging.history import Done, FileChange, Run
from genre_desktop.services.tagging import Tagging, WritingEnd
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.tagging.cell_words import WrappedColumn
from genre_desktop.ui.tagging.cells_model import CellsModel
from genre_desktop.ui.tagging.history_words import (
    back_heading,
    back_sentence,
    file_place,
    file_words,
    heading,
    run_words,
    sentence,
)
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.plain_table import PlainTable, ThinProgress, Widths

_RUN_WIDTHS = Widths((55, 190, 170, 90, 140), {1: 1, 2: 2, 4: 1})
_FILE_WIDTHS = Widths((230, 120, 130, 320), {0: 3, 1: 1, 2: 1, 3: 3})
_COUNTS = (0, 3, 4)  # columns of runs
_NOTE_COLUMN = 3  # of files


class HistoryDialog(FramedDialog):
    """Runs above, the files of the chosen run below.

    Signals:
        changed: A set of the paths, as text, of files that went back.
    """

    changed = Signal(set)

    def __init__(self, look: Look, tagging: Tagging, parent: QWidget | None = None) -> None:
        theme = look.theme
        super().__init__(
            theme,
            self.tr("Reading the history…"),
            sentence(1),
            parent,
        )
        self._tagging = tagging
        self._notes: dict[int, str] = {}
        self._number: int | None = None
        self._is_writing = False
        self._result: WritingEnd | None = None
        self._went_back: set[str] = set()
        self.setWindowTitle(self.tr("History"))
        self._open_at(900, 600)
        self.runs = CellsModel[Run](
            theme, self._run_headers(), run_words, _run_tone, self, numbers=_COUNTS
        )
        self.files = CellsModel[FileChange](
            theme,
            self._file_headers(),
            lambda change: file_words(change, self._notes),
            self._file_tone,
            self,
            at_length=file_place,
        )
        self.run_table = PlainTable(theme, self.runs, self.tr("Runs"), _RUN_WIDTHS)
        self.run_table.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.file_table = PlainTable(theme, self.files, self.tr("Files of the run"), _FILE_WIDTHS)
        self.file_table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        WrappedColumn(self.file_table, _NOTE_COLUMN)
        self._lay_out(look.icons)
        self._connect()
        tagging.read_runs()

    def reject(self) -> None:
        """Close; where files are being written, stop after the present one instead."""
        if self._is_writing:
            self._tagging.stop()
            return
        super().reject()

    def done(self, result: int) -> None:
        self._tagging.rest()
        super().done(result)

    # Building

    def _run_headers(self) -> Sequence[str]:
        return (
            self.tr("Run"),
            self.tr("When"),
            self.tr("What"),
            self.tr("Files"),
            self.tr("Taken back since"),
        )

    def _file_headers(self) -> Sequence[str]:
        return self.tr("File"), self.tr("Before"), self.tr("After"), self.tr("Note")

    def _lay_out(self, icons: Icons) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        tables = QSplitter(Qt.Orientation.Vertical)
        tables.setChildrenCollapsible(False)
        tables.setHandleWidth(8)
        tables.setStyleSheet("QSplitter::handle { background: transparent; }")
        tables.addWidget(self.run_table)
        tables.addWidget(self.file_table)
        tables.setSizes([190, 280])
        column.addWidget(tables, 1)
        self.progress = ThinProgress()
        self.progress.setAccessibleName(self.tr("Progress of taking back"))
        column.addWidget(self.progress)
        self.close_button = QPushButton(self.tr("&Close"))
        self.back_files = QPushButton(self.tr("Take back the selected &files"))
        self.back_run = QPushButton(icons.icon("undo"), self.tr("Take back the &run"))
        self._finish(content, self.back_files, self.back_run, self.close_button)
        self._enable()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.back_run.clicked.connect(self._take_back_run)
        self.back_files.clicked.connect(self._take_back_files)
        self.run_table.selectionModel().selectionChanged.connect(self._choose_run)
        self.file_table.selectionModel().selectionChanged.connect(self._enable)
        self._tagging.runs_read.connect(self._show_runs)
        self._tagging.files_read.connect(self._show_files)
        self._tagging.staying_read.connect(self._show_staying)
        self._tagging.done.connect(self._take_done)
        self._tagging.writing_ended.connect(self._end_writing)
        self._tagging.failed.connect(self._show_failure)

    # What is shown

    @Slot(tuple)
    def _show_runs(self, runs: tuple[Run, ...]) -> None:
        number = self._number
        self.runs.show_items(runs)
        if self._result is None:
            self._say(heading(len(runs)), sentence(len(runs)))
        else:
            told = back_sentence(self._result) or sentence(len(runs))
            self._say(back_heading(self._result.written), told)
        row = next((row for row, run in enumerate(runs) if run.number == number), 0)
        if runs:
            self.run_table.selectRow(row)
        self._enable()

    @Slot()
    def _choose_run(self) -> None:
        rows = self.run_table.selectionModel().selectedRows()
        if not rows:
            return
        number = self.runs.items[rows[0].row()].number
        if number != self._number:
            self._notes, self._result = {}, None
            self.files.show_items(())
        self._number = number
        self._tagging.read_files(number)
        self._enable()

    @Slot(int, tuple)
    def _show_files(self, run: int, files: tuple[FileChange, ...]) -> None:
        if run == self._number:
            self.files.show_items(files)
            self._enable()

    @Slot(int, tuple)
    def _show_staying(self, run: int, reasons: tuple[tuple[int, str], ...]) -> None:
        if run == self._number:
            self._notes = dict(reasons)
            self.files.refresh()

    @Slot(str)
    def _show_failure(self, words: str) -> None:
        self._say(self.tr("The history cannot be shown"), in_our_language(words))

    @Slot()
    def _enable(self) -> None:
        able = [change for change in self.files.items if change.undone_by is None]
        chosen = self._chosen_files()
        self.back_run.setEnabled(bool(able) and not self._is_writing)
        self.back_files.setEnabled(bool(chosen) and not self._is_writing)
        self.run_table.setEnabled(not self._is_writing)
        self.close_button.setText(self.tr("&Stop") if self._is_writing else self.tr("&Close"))

    def _file_tone(self, change: FileChange, column: int) -> str:
        if change.undone_by is not None:
            return "muted"
        return "problem" if column == _NOTE_COLUMN and change.number in self._notes else ""

    # Taking back

    @Slot()
    def _take_back_run(self) -> None:
        able = [change for change in self.files.items if change.undone_by is None]
        self._take_back(able, whole=True)

    @Slot()
    def _take_back_files(self) -> None:
        self._take_back(self._chosen_files(), whole=False)

    def _chosen_files(self) -> list[FileChange]:
        rows = self.file_table.selectionModel().selectedRows()
        chosen = [self.files.items[index.row()] for index in rows]
        return [change for change in chosen if change.undone_by is None]

    def _take_back(self, changes: Sequence[FileChange], *, whole: bool) -> None:
        if self._number is None or not changes:
            return
        self._is_writing = True
        self._heading.setText(
            counted(len(changes), self.tr("Taking back %1 file…"), self.tr("Taking back %1 files…"))
        )
        self.progress.begin(len(changes))
        only = None if whole else frozenset(change.number for change in changes)
        self._tagging.take_back(self._number, only)
        self._enable()

    @Slot(tuple)
    def _take_done(self, done: tuple[Done, ...]) -> None:
        self.progress.setValue(self.progress.value() + len(done))
        self._went_back |= {str(one.path) for one in done if one.is_written}
        reasons = {str(one.path): one.refused for one in done if one.refused}
        for change in self.files.items if reasons else ():
            if str(change.path) in reasons:
                self._notes[change.number] = reasons[str(change.path)]

    @Slot(WritingEnd)
    def _end_writing(self, end: WritingEnd) -> None:
        self._is_writing = False
        self._result = end
        self.progress.hide()
        self._enable()
        if self._went_back:
            self.changed.emit(self._went_back)
        self._went_back = set()
        self._tagging.read_runs()


def _run_tone(run: Run, column: int) -> str:
    del column
    return "muted" if run.undone == run.files else ""
