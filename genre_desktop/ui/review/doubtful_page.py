"""The track under review: what it is called, why it is doubted, and a button for each guess."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.labels import ElidedLabel, HeaderLabel, IconSentence
from genre_desktop.ui.review.doubtful import Doubtful, reason_words
from genre_desktop.ui.review.guess_button import GuessButton
from genre_desktop.ui.row_state import Guess, RowState, printable_path
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.timeline_strip import TimelineStrip
from genre_desktop.ui.track_facts import subtitle

KEYS = "1234567890"
_ICON = QSize(16, 16)


class DoubtfulPage(QWidget):
    """Every line keeps its place from one track to the next.

    Signals:
        chosen: The label of a guess.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = ElidedLabel(theme)
        self._title.setFont(theme.font(demi=True))
        self._subtitle = ElidedLabel(theme, role="muted")
        self._path = ElidedLabel(theme, role="muted", elide=Qt.TextElideMode.ElideMiddle)
        self._strip = TimelineStrip(theme)
        self._reason = IconSentence(theme, "text")
        for widget in (self._title, self._subtitle, self._path):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._strip)
        column.addWidget(self._reason)
        column.addSpacing(4)
        column.addWidget(HeaderLabel(theme, self.tr("Which genre is it?")))
        self.guesses = [self._guess_button(key) for key in KEYS]
        for button in self.guesses:
            column.addWidget(button)
        column.addStretch(1)

    def show_doubtful(self, one: Doubtful | None) -> None:
        """Show a track, or nothing."""
        row = one.row if one is not None else None
        self._title.setText(row.title if row is not None else "")
        self._subtitle.setText((subtitle(row) or " ") if row is not None else "")
        self._path.setText(printable_path(row.listing.track.path) if row is not None else "")
        verdict = row.verdict if row is not None else None
        self.show_timeline(verdict, row)
        pixel_ratio = self.devicePixelRatioF()
        icon = "unsure" if one is not None and one.doubt.is_unsure else "info"
        pixmap = self._look.icons.pixmap(icon, _ICON, self._look.theme.colours.text, pixel_ratio)
        self._reason.say(reason_words(one) if one is not None else "", pixmap)
        guesses = [Guess(*pair) for pair in verdict.ranked()] if verdict is not None else []
        for place, button in enumerate(self.guesses):
            button.show_guess(guesses[place] if place < len(guesses) else None)

    def show_timeline(self, verdict: Verdict | None, row: RowState | None) -> None:
        """Show the timeline of a track's verdict."""
        self._strip.show_verdict(verdict, row.seconds if row is not None else None)

    def _guess_button(self, key: str) -> GuessButton:
        button = GuessButton(self._look.theme, self._look.swatches, key)
        button.clicked.connect(lambda: self._choose(button))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)  # a key held down would answer for tracks nobody heard
        shortcut.activated.connect(lambda: self._choose(button))
        return button

    def _choose(self, button: GuessButton) -> None:
        if button.guess is not None:
            self.chosen.emit(button.guess.label)
