"""Review…: the most doubtful tracks one after the other, each answered with one key."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QPushButton, QWidget

from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.review import Review
from genre_desktop.core.track import Outcome
from genre_desktop.ui.announcing import announce
from genre_desktop.ui.correction_change import genre_typed
from genre_desktop.ui.counted import counted
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.review.doubtful import Doubtful, found_doubtful, reason_words
from genre_desktop.ui.review.doubtful_page import DoubtfulPage
from genre_desktop.ui.review.heard_while_reviewed import HeardWhileReviewed
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tagging.plain_table import ThinProgress
from genre_desktop.ui.tooltips import plain_tooltip

_WIDTH, _HEIGHT = 680, 560
_SPOKEN_GUESSES = 3


class ReviewDialog(FramedDialog):
    """Asks for one track after the other; whoever opened it keeps the answers.

    Signals:
        answered: The `AudioKey` of a track and the genre that it is.
        taken_back: The last answer shall not have been given.
        timeline_wanted: The `Outcome` of the track that is asked for, which has none yet.
        said: What is told to screen readers: the track, why it is asked for, the first guesses.
    """

    answered = Signal(tuple, str)
    taken_back = Signal()
    timeline_wanted = Signal(Outcome)
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        genres: Sequence[str],
        hearing: HeardWhileReviewed,
        parent: QWidget | None = None,
    ) -> None:
        """Wait for what is doubtful, to ask for it.

        Args:
            look: What the dialog needs to look like the window.
            genres: All that are on offer beside a track's own guesses.
            hearing: Plays the track under review.
            parent: The window.
        """
        super().__init__(look.theme, self.tr("Looking for doubtful genres…"), " ", parent)
        self._look, self._genres, self._hearing = look, tuple(genres), hearing
        self._less = 0
        self.review: Review[Doubtful] = Review(())
        self.setWindowTitle(self.tr("Review"))
        self._open_at(_WIDTH, _HEIGHT)
        self._lay_out()
        hearing.changed.connect(self._show_playing)
        self._looking = Steps(self)
        self._wait()

    def look_through(self, rows: Sequence[RowState]) -> None:
        """Look for what is doubtful among tracks, and ask for it."""
        self._looking.begin(self._looked_through(rows), len(rows))

    def begin(self, found: Sequence[Doubtful], *, less: int = 0) -> None:
        """Ask for these; so many others are less doubtful."""
        self.review, self._less = Review(found), less
        self.progress.begin(len(found))
        self._look.theme.changed.connect(self._show)
        self._show()

    @Slot(Outcome)
    def show_timeline(self, found: Outcome) -> None:
        """Show the timeline of the track that is asked for, once it was looked up."""
        one = self.review.current
        if one is not None and one.row.listing.track == found.track:
            self.page.show_timeline(found.verdict, one.row)

    def _looked_through(self, rows: Sequence[RowState]) -> Iterator[None]:
        found: list[Doubtful] = []
        yield from found_doubtful(rows, found)
        self.begin(found)

    def _wait(self) -> None:
        """Nothing can be answered yet."""
        self.page.hide()
        for button in (self.play, self.back, self.other, self.skip, self.right):
            button.hide()
        self.close_button.show()

    def done(self, result: int) -> None:
        self._hearing.end()
        super().done(result)

    # Building

    def _lay_out(self) -> None:
        self.progress = ThinProgress()
        self.progress.setAccessibleName(self.tr("Progress of the review"))
        self._column.addWidget(self.progress)
        self.page = DoubtfulPage(self._look)
        self.page.chosen.connect(self.answer)
        keeping_its_place = self.page.sizePolicy()
        keeping_its_place.setRetainSizeWhenHidden(True)
        self.page.setSizePolicy(keeping_its_place)
        icon = self._look.icons.icon
        self.play = self._button(self.tr("&Play (Space)"), "Space", self._hearing.toggle)
        self.play.setIcon(icon("play"))
        self.back = self._button(self.tr("&Undo (Z)"), "Z", self.go_back)
        self.back.setIcon(icon("undo"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.go_back)
        self.other = self._button(self.tr("&Another genre… (G)"), "G", self._ask)
        self.skip = self._button(self.tr("&Skip (S)"), "S", self.pass_over)
        self.right = self._button(self.tr("&Right as it is (R)"), "R", self.confirm)
        self._finish(self.page, self.back, self.other, self.skip, self.right)
        self._buttons.insertWidget(0, self.play)
        self.close_button = self._close_button()
        self._buttons.addWidget(self.close_button)
        self.close_button.hide()

    def _button(self, words: str, key: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(button.click)  # nothing where it is greyed out
        return button

    # What is pressed

    @Slot(str)
    def answer(self, label: str) -> None:
        """The track is what the model calls so; the next one is asked for."""
        self._give(tag_name(label))

    def _give(self, genre: str) -> None:
        one = self.review.current
        if one is not None:
            self.review.go_on(answered=True)
            self.answered.emit(one.key, genre)
            self._show()

    @Slot()
    def confirm(self) -> None:
        """The best guess is right."""
        one = self.review.current
        if one is not None and one.row.best is not None:
            self.answer(one.row.best.label)

    @Slot()
    def pass_over(self) -> None:
        """Leave the track as it is, for now."""
        if self.review.current is not None:
            self.review.go_on(answered=False)
            self._show()

    @Slot()
    def go_back(self) -> None:
        """Take the last answer or skip back and ask for that track again."""
        if self.review.can_go_back:
            if self.review.go_back():
                self.taken_back.emit()
            self._show()

    @Slot()
    def _ask(self) -> None:
        one = self.review.current
        if one is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Another genre"))
        words = self.tr("Genre of “%1”").replace("%1", one.row.title)
        dialog.setLabelText(plain_tooltip(words))
        dialog.setComboBoxItems([*([one.doubt.tagged] if one.doubt.tagged else []), *self._genres])
        dialog.setComboBoxEditable(True)
        dialog.setOkButtonText(self.tr("C&orrect"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(self._take_typed)
        dialog.open()

    @Slot(str)
    def _take_typed(self, text: str) -> None:
        one = self.review.current
        verdict = one.row.verdict if one is not None else None
        genre = genre_typed(text, verdict.labels if verdict is not None else ())
        if genre:
            self._give(genre)

    # What is shown

    @Slot()
    def _show(self) -> None:
        one = self.review.current
        self._hearing.go_to(one.row if one is not None else None)
        self.progress.setValue(self.review.place)
        self.page.setVisible(one is not None)
        if one is not None:
            self.page.show_doubtful(one)
            outcome = one.row.listing.outcome
            if outcome is not None and outcome.lacks_timeline:
                self.timeline_wanted.emit(outcome)
        for button in (self.play, self.other, self.skip, self.right):
            button.setVisible(one is not None)
        self.back.show()
        self.close_button.setVisible(one is None)
        self.back.setEnabled(self.review.can_go_back)
        self._say(*self._words(one))
        self._announce(one)
        self._show_playing()
        (self.close_button if one is None else self.right).setFocus()

    def _announce(self, one: Doubtful | None) -> None:
        told = [self._heading.text()]
        if one is not None:
            told += [one.row.title, one.row.listing.tags.artist, reason_words(one)]
            told += [each.accessibleName() for each in self.page.guesses[:_SPOKEN_GUESSES]]
        words = ". ".join(text.rstrip(".") for text in told if text)
        announce(self, words, at_once=True)
        self.said.emit(words)

    def _words(self, one: Doubtful | None) -> tuple[str, str]:
        number, total = QLocale().toString, len(self.review.items)
        if one is not None:
            place = self.tr("%1 of %2").replace("%1", number(self.review.place + 1))
            answers = self.tr("One key answers; an answer is kept as yours, with its date.")
            if self._less:
                most = self.tr(
                    "The most doubtful of %1. An answer is kept as yours, with its date."
                )
                answers = most.replace("%1", number(total + self._less))
            return place.replace("%2", number(total)), answers
        if not total:
            nothing = self.tr(
                "Unsure tracks, near ties and tags that name another genre would be asked for."
            )
            return self.tr("Nothing is doubtful in this list"), nothing
        heading = counted(
            total, self.tr("%1 track is reviewed"), self.tr("All %1 tracks are reviewed")
        )
        answered = self.review.answered
        words = self.tr("%1 answered, %2 skipped.").replace("%1", number(answered))
        words = words.replace("%2", number(total - answered))
        if self._less:
            less = counted(
                self._less,
                self.tr("%1 other is less doubtful: review again for it."),
                self.tr("%1 others are less doubtful: review again for them."),
            )
            words = f"{words} {less}"
        return heading, words

    @Slot()
    def _show_playing(self) -> None:
        playing = self._hearing.is_playing
        self.play.setText(self.tr("&Pause (Space)") if playing else self.tr("&Play (Space)"))
        self.play.setIcon(self._look.icons.icon("pause" if playing else "play"))
