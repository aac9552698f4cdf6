"""Organise folders…: where files would go, the choices, and the copying or moving itself."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from genre_desktop.core.albums import Albums
from genre_desktop.core.organising.whole_files import whole_file
from genre_desktop.core.organising.wishes import How, PlaceRow
from genre_desktop.core.rules import Rules, ruled
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.services.tagging import Tagging, WritingEnd
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.organising import organise_words as words_of
from genre_desktop.ui.organising.organise_options import OrganiseOptions
from genre_desktop.ui.organising.place_lines import PlaceLine
from genre_desktop.ui.organising.places_model import PlaceColumn, PlacesModel
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.tagging.cell_words import BeginningDelegate, EndDelegate
from genre_desktop.ui.tagging.closely import Closely
from genre_desktop.ui.tagging.doing_dialog import DoingDialog
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.plain_table import Widths
from genre_desktop.ui.tagging.preview_lines import STEP_LINES, heard_of_row
from genre_desktop.ui.tagging.preview_table import PreviewTable

_WIDTHS = Widths((32, 185, 140, 235, 130), {1: 3, 2: 3, 3: 4, 4: 1}, spare=PlaceColumn.NOW)


class OrganiseDialog(DoingDialog):
    """Looks for places, shows them, and copies or moves when it is told to."""

    model: PlacesModel
    table: PreviewTable[PlaceLine]
    options: OrganiseOptions

    def __init__(
        self,
        look: Look,
        tagging: Tagging,
        settings: TaggingSettings,
        rules: Rules,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tagging, parent)
        self._rules = rules
        self._heard: list[Heard] = []
        self._is_added = self._is_looking = False
        self._how = How.COPY
        self.setWindowTitle(self.tr("Organise folders"))
        self._open_at(1040, 640)
        self.model = PlacesModel(look.theme, self)
        name = self.tr("Files and where they would go")
        self.table = PreviewTable(look.theme, self.model, name, _WIDTHS)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setItemDelegateForColumn(PlaceColumn.NOW, EndDelegate(self.table))
        self.table.setItemDelegateForColumn(PlaceColumn.NOTE, BeginningDelegate(self.table))
        self.options = OrganiseOptions(look.theme, settings)
        self.closely = Closely(look.theme, self.tr("File"), self.tr("New place"))
        self.progress.setAccessibleName(self.tr("Progress of organising"))
        self.place = QPushButton(" ")
        self._adding = Steps(self)
        self._lay_out(self.place)
        self._connect()

    def look_at(self, rows: Sequence[RowState]) -> None:
        """Preview the places of these rows' files."""
        self._adding.begin(self._added(rows), len(rows))

    def _added(self, rows: Sequence[RowState]) -> Iterator[None]:
        albums, plain = Albums(), list[Heard]()
        files: dict[Path, list[Heard]] = {}
        for start in range(0, len(rows), STEP_LINES):
            for row in rows[start : start + STEP_LINES]:
                files.setdefault(row.listing.track.path, []).append(heard_of_row(row))
            yield
        parts = list(files.values())
        for start in range(0, len(parts), STEP_LINES):
            part = [whole_file(one) for one in parts[start : start + STEP_LINES]]
            for one in part:
                albums.add(one)
            plain += part
            yield
        for start in range(0, len(plain), STEP_LINES):
            part = [ruled(one, self._rules, albums) for one in plain[start : start + STEP_LINES]]
            self._heard += part
            self.model.lines.add(part)
            yield
        self.model.arrange()
        self._is_added = True
        self._look_anew()

    def _connect(self) -> None:
        self.place.clicked.connect(self._place_or_close)
        self.options.typed.connect(self._enable)
        self.options.chosen.connect(self._look_anew)
        self._tagging.found.connect(self._take_rows)
        self._tagging.looking_ended.connect(self._end_looking)
        self._tagging.writing_ended.connect(self._end_placing)

    # What happens

    @Slot()
    def _look_anew(self) -> None:
        if not self._is_added or self._is_at_work or self._end is not None:
            return
        self._is_looking = not self.options.problem
        if self._is_looking:
            choice = self.options.choice
            self._how = choice.how
            self.model.look_anew(choice.into)
            self._tagging.plan_places(self._heard, choice)
        else:
            self._tagging.forget()
        self._show_counts()

    @Slot(tuple)
    def _take_rows(self, rows: tuple[PlaceRow, ...]) -> None:
        self.model.take_rows(rows)

    @Slot()
    def _end_looking(self) -> None:
        self._is_looking = False
        self.model.arrange()
        self._show_counts()

    @Slot()
    def _show_closely(self) -> None:
        line = self.table.current_line()
        if line is None:
            self.closely.say("", "")
        else:
            self.closely.say(*words_of.closely(line))

    @Slot()
    def _place_or_close(self) -> None:
        if self._end is not None:
            self.accept()
            return
        choice = self.options.choice
        wishes = tuple(self.model.lines.wishes())
        self.options.keep()
        self._begin_work(len(wishes))
        self._tagging.place(wishes, choice.into)
        self._show_counts()

    @Slot(WritingEnd)
    def _end_placing(self, end: WritingEnd) -> None:
        self._end_work(end)
        self.model.arrange()
        self._show_counts()

    # What is shown

    @Slot()
    def _show_counts(self) -> None:
        lines = self.model.lines
        self.table.show_all_box()
        self._show_closely()
        self.filter.show_counts(lines.groups, is_over=self._end is not None)
        self._sentence.take_role("problem" if self._is_refused else "muted")
        self._say(self._heading_words(), self._sentence_words())
        is_over = self._end is not None
        words = self.tr("&Close") if is_over else words_of.button_words(lines.wanted, self._how)
        self.place.setText(words)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        """Places are those of what is chosen, or nothing can be done."""
        options = self.options
        is_planned = not (self._is_looking or options.is_being_typed or options.problem)
        is_ready = is_planned and self.model.lines.wanted > 0 and not self._is_at_work
        self.place.setEnabled(self._end is not None or is_ready)

    @property
    def _is_refused(self) -> bool:
        """Whether something is chosen that cannot be; nothing chosen yet is no problem."""
        is_chosen = bool(self.options.into.text().strip())
        return self._end is None and is_chosen and bool(self.options.problem)

    def _heading_words(self) -> str:
        lines = self.model.lines
        if self._end is not None:
            return words_of.done_heading(self._end.written, self._asked, self._how)
        if self._is_at_work:
            return words_of.at_work(self._asked, self._how)
        if self._is_looking:
            return words_of.looking(lines)
        if self.options.problem:
            return self.tr("Organise folders")
        return words_of.heading(lines, self._how)

    def _sentence_words(self) -> str:
        end = self._end
        if end is None:
            return self.options.problem or words_of.sentence(self.model.lines)
        told = [in_our_language(end.problem)] if end.problem else []
        if end.is_stopped:
            told.append(self.tr("You stopped it; the files that were left are where they were."))
        if end.refused:
            one = self.tr("%1 was left as it was; its note says why.")
            many = self.tr("%1 were left as they were; their notes say why.")
            told.append(counted(end.refused, one, many))
        if end.written:
            told.append(self.tr("History puts files back, at any time."))
        return " ".join(told)
