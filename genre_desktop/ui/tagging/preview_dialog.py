"""Write tags…: what would be written to which file, the choices, and the writing itself."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop.core.tagging.wishes import Choice, Found
from genre_desktop.services.tagging import Tagging, WritingEnd
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.row_state import RowState, printable_path
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.tagging.closely import Closely
from genre_desktop.ui.tagging.doing_dialog import DoingDialog
from genre_desktop.ui.tagging.history_words import owners_words
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.plain_table import Widths
from genre_desktop.ui.tagging.preview_lines import STEP_LINES, Line, heard_of_row
from genre_desktop.ui.tagging.preview_model import PreviewColumn, PreviewModel
from genre_desktop.ui.tagging.preview_options import PreviewOptions
from genre_desktop.ui.tagging.preview_table import PreviewTable
from genre_desktop.ui.tagging.preview_words import (
    change_words,
    done_heading,
    heading,
    reason_of,
    sentence,
)

_WIDTHS = Widths(
    (32, 190, 124, 124, 86, 150), {1: 3, 2: 1, 3: 1, 5: 1}, spare=PreviewColumn.CONFIDENCE
)


class PreviewDialog(DoingDialog):
    """Looks at the files, shows what would change, and writes it when it is told to.

    Attributes:
        rows: What is previewed, as it was when the preview began.

    Signals:
        written: A list of the `Track`s that were written.
        rules_wanted: The user wants to see or change the rules.
    """

    model: PreviewModel
    table: PreviewTable[Line]
    options: PreviewOptions
    written = Signal(list)
    rules_wanted = Signal()

    def __init__(
        self,
        look: Look,
        tagging: Tagging,
        settings: TaggingSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tagging, parent)
        self._settings = settings
        self._preferences = settings.preferences
        self._is_looking = True
        self.rows: Sequence[RowState] = ()
        self.setWindowTitle(self.tr("Write tags"))
        self._open_at(1000, 640)
        self.model = PreviewModel(look, self)
        name = self.tr("Files and what would be written")
        self.table = PreviewTable(look.theme, self.model, name, _WIDTHS)
        self.options = PreviewOptions(look.theme, settings.choice)
        self.model.choose(settings.choice)
        self.closely = Closely(look.theme, self.tr("File"), self.tr("Change"))
        self.progress.setAccessibleName(self.tr("Progress of writing"))
        self.write = QPushButton(" ")
        self._adding = Steps(self)
        self._lay_out(self.write)
        safety = self.tr("Each file is written as a checked copy first. History takes it back.")
        self._buttons.insertWidget(0, ToneLabel(look.theme, safety, role="muted"))
        self._connect()

    def look_at(self, rows: Sequence[RowState]) -> None:
        """Preview these rows."""
        self.rows = rows
        self._adding.begin(self._added(rows), len(rows))
        self._show_counts()

    def _added(self, rows: Sequence[RowState]) -> Iterator[None]:
        waiting: list[Line] = []
        for start in range(0, len(rows), STEP_LINES):
            self.model.lines.count_in(map(heard_of_row, rows[start : start + STEP_LINES]))
            yield
        for start in range(0, len(rows), STEP_LINES):
            part = rows[start : start + STEP_LINES]
            waiting += self.model.add(
                (row.listing.track, row.title, heard_of_row(row)) for row in part
            )
            yield
        self._tagging.look_at([line.track.path for line in waiting], self._preferences)

    @property
    def is_writing(self) -> bool:
        """Whether files are being written."""
        return self._is_at_work

    def _connect(self) -> None:
        self.write.clicked.connect(self._write_or_close)
        self.options.chosen.connect(self._choose)
        self.options.rules.clicked.connect(self.rules_wanted)
        self._tagging.found.connect(self._take_found)
        self._tagging.looking_ended.connect(self._end_looking)
        self._tagging.writing_ended.connect(self._end_writing)

    # What happens

    @Slot(tuple)
    def _take_found(self, found: tuple[Found, ...]) -> None:
        self.model.take_found(found)

    @Slot(Choice)
    def _choose(self, choice: Choice) -> None:
        self._settings.choice = choice
        self.model.choose(choice)

    @Slot()
    def _end_looking(self) -> None:
        self._is_looking = False
        if self.model.is_filtered:
            self.model.arrange()
        self._show_counts()

    @Slot()
    def _show_closely(self) -> None:
        line = self.table.current_line()
        if line is None:
            self.closely.say("", "")
        else:
            change = reason_of(line) or change_words(line)
            self.closely.say(printable_path(line.track.path), change)

    @Slot()
    def _write_or_close(self) -> None:
        if self._end is not None:
            self.accept()
            return
        if self.model.is_deciding:
            return  # some lines are of an earlier choice still
        wishes = tuple(self.model.lines.wishes())
        self._begin_work(len(wishes))
        self._tagging.write(wishes, self._preferences)
        self._show_counts()

    @Slot(WritingEnd)
    def _end_writing(self, end: WritingEnd) -> None:
        self._end_work(end)
        if self.model.is_filtered:
            self.model.arrange()
        self._show_counts()
        lines = self.model.lines.lines
        self.written.emit([line.track for line in lines if line.done and line.done.is_written])

    # What is shown

    @Slot()
    def _show_counts(self) -> None:
        self.table.show_all_box()
        self._show_closely()
        lines = self.model.lines
        self.filter.show_counts(lines.groups, is_over=self._end is not None)
        self._say(self._heading_words(), self._sentence_words())
        self.write.setText(self._button_words())
        is_busy = self._is_at_work or self._is_looking or self.model.is_deciding
        self.write.setEnabled(self._end is not None or (lines.wanted > 0 and not is_busy))

    def _heading_words(self) -> str:
        if self._end is not None:
            return done_heading(self._end.written, self._asked)
        if self._is_at_work:
            return counted(self._asked, self.tr("Writing %1 file…"), self.tr("Writing %1 files…"))
        return heading(self.model.lines, is_looking=self._is_looking)

    def _sentence_words(self) -> str:
        end = self._end
        if end is None:
            return sentence(self.model.lines)
        told = [in_our_language(end.problem)] if end.problem else []
        if end.is_stopped:
            told.append(self.tr("You stopped it; the files that were left are as they were."))
        if end.refused:
            words = self.tr("%1 was left as it was; its note says why.")
            many = self.tr("%1 were left as they were; their notes say why.")
            told.append(counted(end.refused, words, many))
        if end.new_owners:
            told.append(owners_words(end.new_owners))
        if end.written:
            told.append(self.tr("History takes back what was written, at any time."))
        return " ".join(told)

    def _button_words(self) -> str:
        if self._end is not None:
            return self.tr("&Close")
        one, many = self.tr("&Write %1 file"), self.tr("&Write %1 files")
        return counted(self.model.lines.wanted, one, many)
