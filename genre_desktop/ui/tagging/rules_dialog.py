"""Rules…: the user's rules as a form and as text, with what they would do to tracks on show."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.core.albums import Albums
from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.rule_conflicts import conflicts
from genre_desktop.core.rules import Rules, is_contested, ruled
from genre_desktop.core.rules_file import (
    RulesRefused,
    parse_rules,
    read_rules,
    save_rules,
)
from genre_desktop.core.rules_rewriting import rewritten
from genre_desktop.core.rules_text import explanations
from genre_desktop.core.tagging.wishes import Heard
from genre_desktop.ui.core_sentences import in_every_language, in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.tagging.preview_lines import STEP_LINES, heard_of_row
from genre_desktop.ui.tagging.rules_form import RulesForm
from genre_desktop.ui.theme import Theme

_PAUSE_MS = 200
_WIDTH, _HEIGHT = 900, 600
_MOST_CONFLICTS = 3  # that are told at once


class Where(Enum):
    """Where the tracks are listed that are counted."""

    LIST = auto()
    LIBRARY = auto()
    PREVIEW = auto()


class RulesDialog(FramedDialog):
    """What is typed is understood at once, and counts only when it is saved.

    Signals:
        saved: The `Rules`.
    """

    enter_presses_default = False  # it ends what is typed into a field
    saved = Signal(Rules)

    def __init__(self, theme: Theme, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            self.tr("Rules for tags"),
            self.tr("They hold for what is written; a genre that you corrected stays yours."),
            parent,
        )
        self._file = file
        self._rows: tuple[RowState, ...] | None = None
        self._where = Where.LIST
        self._rules: Rules | None = None
        self._conflicts: list[str] = []
        self._is_from_form = False
        self._counting = Steps(self, at_once=STEP_LINES)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._understand)
        self.setWindowTitle(self.tr("Rules"))
        self._open_at(_WIDTH, _HEIGHT)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Rules as TOML"))
        self.text.setTabChangesFocus(True)
        self.told = ToneLabel(theme)
        self.told.setWordWrap(True)
        self.form = RulesForm(theme)
        self.form.changed.connect(self._take_form)
        content = self._content()
        self.save = QPushButton(self.tr("&Save rules"))
        cancel = QPushButton(self.tr("&Cancel"))
        load = QPushButton(self.tr("&Import…"))
        keep = QPushButton(self.tr("&Export…"))
        self._finish(content, load, keep, cancel, self.save)
        load.clicked.connect(self._ask_for_import)
        keep.clicked.connect(self._ask_for_export)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.text.textChanged.connect(self._pause.start)
        self.read(file)
        self._saved_text = self.text.toPlainText()

    def look_at(self, rows: Sequence[RowState] | None, where: Where) -> None:
        """Count what the rules would do to rows, None while these are being read."""
        self._rows, self._where = None if rows is None else tuple(rows), where
        if self._rules is not None:
            self._understand()

    def reject(self) -> None:
        """Close; where that loses what was typed, once the user means it."""
        if self.may_ask and self.text.toPlainText() != self._saved_text:
            self._ask_to_discard()
        else:
            super().reject()

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.form, 1)
        both.addWidget(self.text, 1)
        column.addLayout(both, 1)
        column.addWidget(self.told)
        return content

    @Slot(str)
    def read(self, file: Path | str) -> None:
        """Show the rules of a file; they are not saved yet."""
        try:
            self.text.setPlainText(read_rules(Path(file), in_our_language))
        except RulesRefused as refused:
            self._tell(in_our_language(refused.sentence), problem=True)
            self.save.setEnabled(self._rules is not None)  # nothing takes an unread file's place
            return
        self._understand()

    @Slot(str)
    def export(self, file: str) -> None:
        """Write the rules to another file."""
        self._write(Path(file))

    @Slot()
    def _understand(self) -> None:
        self._pause.stop()
        try:
            self._rules = parse_rules(self.text.toPlainText())
        except RulesRefused as refused:
            self._rules = None
            self._counting.begin(iter(()), 0)
            self._tell(in_our_language(refused.sentence), problem=True)
        else:
            self._conflicts = conflicts(self._rules, self.text.toPlainText())
            if not self._is_from_form:
                self.form.show_rules(self._rules)
            rows = self._rows or ()
            self._counting.begin(self._counted(self._rules, rows), len(rows))
        self.save.setEnabled(self._rules is not None)
        self.form.setEnabled(self._rules is not None or self._is_from_form)

    @Slot(Rules)
    def _take_form(self, rules: Rules) -> None:
        """Write the form's rules into the text, whose own undoing takes that back."""
        self._is_from_form = True
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        ours = explanations(in_every_language)
        cursor.insertText(rewritten(self.text.toPlainText(), rules, in_our_language, ours))
        self._understand()
        self._is_from_form = False

    def _counted(self, rules: Rules, rows: Sequence[RowState]) -> Iterator[None]:
        heard: list[Heard] = []
        albums = Albums()
        for start in range(0, len(rows), STEP_LINES):
            part = [heard_of_row(row) for row in rows[start : start + STEP_LINES]]
            for one in part:
                albums.add(one)
            heard += part
            yield
        tally: Counter[str] = Counter()
        for start in range(0, len(heard), STEP_LINES):
            for one in heard[start : start + STEP_LINES]:
                after = ruled(one, rules, albums)
                tally["named"] += after.by_rule
                tally["unsure"] += after.unsure
                tally["left"] += after.is_left_out
                tally["contested"] += is_contested(one, rules)
            yield
        self._tell("\n".join([*self._told_conflicts(tally["contested"]), self._count_words(tally)]))

    def _told_conflicts(self, contested: int) -> list[str]:
        told = [in_our_language(each) for each in self._conflicts[:_MOST_CONFLICTS]]
        more = len(self._conflicts) - len(told)
        if more:
            words = self.tr("%1 more rule contradicts another.")
            told.append(counted(more, words, self.tr("%1 more rules contradict others.")))
        if contested:
            words = self.tr("Of %1 track folder and artist say different genres; the folder wins.")
            many = self.tr("Of %1 tracks folder and artist say different genres; the folder wins.")
            told.append(counted(contested, words, many))
        return told

    def _count_words(self, tally: Counter[str]) -> str:
        if self._rows is None:
            return self.tr("The tracks on show are being read.")
        number = QLocale().toString
        words = self.tr("%1: %2 by another name, %3 unsure, %4 not among yours.")
        words = words.replace("%1", counted(len(self._rows), *self._of_which()))
        words = words.replace("%2", number(tally["named"]))
        return words.replace("%3", number(tally["unsure"])).replace("%4", number(tally["left"]))

    def _of_which(self) -> tuple[str, str]:
        """Of one track and of many."""
        return {
            Where.LIST: (self.tr("Of %1 track in the list"), self.tr("Of %1 tracks in the list")),
            Where.LIBRARY: (
                self.tr("Of %1 track on show in the library"),
                self.tr("Of %1 tracks on show in the library"),
            ),
            Where.PREVIEW: (
                self.tr("Of %1 track of the preview"),
                self.tr("Of %1 tracks of the preview"),
            ),
        }[self._where]

    def _tell(self, words: str, *, problem: bool = False) -> None:
        self.told.take_role("problem" if problem else "muted")
        self.told.setText(words)

    @Slot()
    def _save(self) -> None:
        self._understand()
        if self._rules is not None and self._write(self._file):
            self.saved.emit(self._rules)
            self.accept()

    def _write(self, file: Path) -> bool:
        try:
            save_rules(file, self.text.toPlainText())
        except RulesRefused as refused:
            self._tell(in_our_language(refused.sentence), problem=True)
        except (ExportFailed, OSError) as failed:
            self._tell(in_our_language(str(failed)), problem=True)
        else:
            return True
        return False

    def _ask_to_discard(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Rules"), "", parent=self)
        box.setText(self.tr("Close the rules without saving them?"))
        box.setInformativeText(self.tr("What you changed here would be lost."))
        words = self.tr("Close &without saving")
        discard = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        discard.clicked.connect(lambda: self.done(self.DialogCode.Rejected.value))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @Slot()
    def _ask_for_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import rules"))
        dialog.setNameFilters([self.tr("Rules (*.toml)")])
        dialog.fileSelected.connect(self.read)
        dialog.open()

    @Slot()
    def _ask_for_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export rules"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Rules (*.toml)")])
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self.export)
        dialog.open()
