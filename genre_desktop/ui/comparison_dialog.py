"""Two models side by side on one track."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.track import Outcome
from genre_desktop.inference.verdict import Verdict
from genre_desktop.services.comparing import Comparing
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.labels import HeaderLabel, ToneLabel
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.row_state import Guess, RowState
from genre_desktop.ui.row_words import percent
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.theme import Size
from genre_desktop.ui.timeline_strip import TimelineStrip
from genre_desktop.ui.track_facts import subtitle

_GAP = 24


class ComparisonDialog(FramedDialog):
    """The track is heard while it is open; another model is heard as soon as it is chosen."""

    def __init__(
        self,
        look: Look,
        comparing: Comparing,
        row: RowState,
        models: ModelChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look.theme, row.title, subtitle(row), parent)
        self.setWindowTitle(self.tr("Compare two models"))
        self._open_at(720, 380)
        self._comparing, self._track = comparing, row.listing.track
        self._outcomes: dict[Path, Outcome | None] = {}
        self.answers = tuple(
            ModelAnswer(look, models.entries, entry, name)
            for entry, name in zip(_first_two(models), self._names(), strict=True)
        )
        self.conclusion = ToneLabel(look.theme, demi=True)
        self.conclusion.setWordWrap(True)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        row_of_both = QHBoxLayout()
        row_of_both.setSpacing(_GAP)
        for answer in self.answers:
            row_of_both.addWidget(answer, 1)
            answer.chosen.connect(self._hear)
        column.addLayout(row_of_both)
        column.addStretch()
        column.addWidget(self.conclusion)
        self._finish(content, self._close_button())
        comparing.heard.connect(self._take)
        comparing.failed.connect(self._take)
        self._hear()

    def done(self, result: int) -> None:
        self._comparing.forget()
        super().done(result)

    def _names(self) -> tuple[str, str]:
        return self.tr("Model on the &left"), self.tr("Model on the &right")

    @Slot()
    def _hear(self) -> None:
        wanted = dict.fromkeys(answer.folder for answer in self.answers)
        self._comparing.hear(self._track, [each for each in wanted if each not in self._outcomes])
        self._show()

    @Slot(Path)
    @Slot(Path, object)
    def _take(self, folder: Path, outcome: Outcome | None = None) -> None:
        self._outcomes[folder] = outcome
        self._show()

    def _show(self) -> None:
        for answer in self.answers:
            known = answer.folder in self._outcomes
            answer.show_outcome(self._outcomes.get(answer.folder), is_known=known)
        self.conclusion.setText(self._conclusion())

    def _conclusion(self) -> str:
        verdicts = [answer.verdict for answer in self.answers]
        if None in verdicts:
            return ""
        first, second = (genre_of(each.ranked()[0][0]).word for each in verdicts if each)
        if first == second:
            return self.tr("Both hear %1.").replace("%1", first)
        words = self.tr("They differ: one hears %1, the other %2.")
        return words.replace("%1", first).replace("%2", second)


class ModelAnswer(QWidget):
    """A model and what it hears.

    Signals:
        chosen: Another model is wanted here.
    """

    chosen = Signal()

    def __init__(
        self,
        look: Look,
        entries: Sequence[ModelEntry],
        entry: ModelEntry,
        name: str,
    ) -> None:
        super().__init__()
        theme = look.theme
        self._entries = tuple(entries)
        self.verdict: Verdict | None = None
        self.box = CalmComboBox()
        self.box.addItems([each.title for each in self._entries])
        self.box.setCurrentIndex(self._entries.index(entry))
        self.box.setAccessibleName(name.replace("&", ""))
        self.box.activated.connect(self.chosen)
        self._words = ToneLabel(theme, size=Size.TITLE, demi=True)
        self._words.setWordWrap(True)
        self._note = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._note.setWordWrap(True)
        self.bars = GenreBars(theme, look.swatches)
        self._strip = TimelineStrip(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        header = HeaderLabel(theme, name)
        header.setBuddy(self.box)
        for widget in (header, self.box, self._words, self._note, self.bars):
            column.addWidget(widget)
        column.addWidget(self._strip)

    @property
    def folder(self) -> Path:
        """The chosen model's."""
        return self._entries[self.box.currentIndex()].folder

    def show_outcome(self, outcome: Outcome | None, *, is_known: bool) -> None:
        """Show an answer, none where the model has not answered, or could not."""
        self.verdict = verdict = outcome.verdict if outcome is not None else None
        ranked = verdict.ranked() if verdict is not None else []
        self.bars.show_guesses(tuple(Guess(label, float(each)) for label, each in ranked))
        self._strip.show_verdict(verdict, outcome.track_seconds if outcome is not None else None)
        self._words.setText(_heading(verdict, is_known=is_known))
        note = outcome.problem if outcome is not None else None
        unsure = _words("Unsure by the model's own limits.") if verdict and verdict.unsure else ""
        self._note.setText(sentence_of(note) if note is not None else unsure)


def _heading(verdict: Verdict | None, *, is_known: bool) -> str:
    if verdict is None:
        return _words("No answer") if is_known else _words("Listening…")
    label, probability = verdict.ranked()[0]
    return f"{genre_of(label).word} · {percent(float(probability))}"


def _first_two(models: ModelChoice) -> tuple[ModelEntry, ModelEntry]:
    """The chosen model and the first other one; where there is one alone, it stands twice."""
    entries = models.entries
    left = models.current or entries[0]
    return left, next((each for each in entries if each != left), left)


def _words(text: str) -> str:
    return QCoreApplication.translate("ComparisonDialog", text)
