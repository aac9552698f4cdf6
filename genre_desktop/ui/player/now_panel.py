"""What is heard now: the genres of the present piece, moving with the music."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.genre_bars import LINES, GenreBars
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.labels import HeaderLabel, ToneLabel
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_pieces import SILENCE, UNSURE, pieces_of


class NowPanel(QWidget):
    """Shows the piece of a timeline that a moment lies in; nothing jumps while it is empty."""

    def __init__(self, theme: Theme, swatches: Swatches) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._piece = -1
        self._times = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._bars = GenreBars(theme, swatches)
        self._next = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._next.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(HeaderLabel(theme, self.tr("Now")))
        head.addStretch(1)
        head.addWidget(self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bars)
        column.addWidget(self._next)
        column.addStretch(1)
        self.setAccessibleName(self.tr("What is heard now"))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the pieces of this verdict from now on."""
        self._verdict, self._piece = verdict, -1
        if verdict is None or verdict.timeline is None:
            self._times.setText("")
            self._next.setText("")
            self._bars.show_guesses(())

    def show_place(self, seconds: float) -> None:
        """Show the piece at a moment of the track."""
        verdict = self._verdict
        if verdict is None or verdict.timeline is None or not len(verdict.timeline.heard):
            return
        timeline = verdict.timeline
        piece = min(int(seconds / timeline.piece_seconds), len(timeline.heard) - 1)
        if piece == self._piece:
            return
        self._piece = piece
        start = piece * timeline.piece_seconds
        words = self.tr("%1 to %2").replace("%1", clock(start))
        self._times.setText(words.replace("%2", clock(start + timeline.piece_seconds)))
        self._bars.show_guesses(_guesses(verdict, piece))
        self._next.setText(self._next_change(verdict, piece))

    def _next_change(self, verdict: Verdict, piece: int) -> str:
        pieces = pieces_of(verdict)
        timeline = verdict.timeline
        assert timeline is not None
        for place in range(piece + 1, len(pieces)):
            if pieces[place].label != pieces[piece].label:
                words = self.tr("Next change at %1: %2")
                words = words.replace("%1", clock(place * timeline.piece_seconds))
                return words.replace("%2", self._word_of(pieces[place].label))
        return self.tr("No other genre to the end")

    def _word_of(self, label: str) -> str:
        if label == SILENCE:
            return self.tr("silence")
        return self.tr("unsure") if label == UNSURE else genre_of(label).word


def _guesses(verdict: Verdict, piece: int) -> tuple[Guess, ...]:
    timeline = verdict.timeline
    assert timeline is not None
    if not timeline.heard[piece]:
        return ()
    chances = timeline.probabilities[piece].astype(float).tolist()
    best = sorted(zip(chances, verdict.labels, strict=True), reverse=True)[:LINES]
    return tuple(Guess(label, chance) for chance, label in best)
