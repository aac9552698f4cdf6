"""What is heard now: the genres of the present piece, moving with the music."""

from collections import deque
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genre_desktop.inference.verdict import Timeline, Verdict
from genre_desktop.services.player.live_genres import PIECE_SECONDS, LivePiece
from genre_desktop.ui.genre_bars import LINES, GenreBars
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.labels import HeaderLabel, ToneLabel, WrappedLabel
from genre_desktop.ui.row_state import Guess
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.timeline_pieces import SILENCE, UNSURE, pieces_of

_LIVE_PIECES: Final = 16  # heard live and kept: those around the present moment
_WORD_LINES: Final = 4  # at most: an own genre may have a long name


class NowPanel(QWidget):
    """Shows the piece of a timeline that a moment lies in; nothing jumps while it is empty.

    Where the timeline does not reach, it shows what is heard live.
    """

    def __init__(self, theme: Theme, swatches: Swatches) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._is_whole = True
        self._expects_live = False
        self._live: deque[LivePiece] = deque(maxlen=_LIVE_PIECES)
        self._shown: int | LivePiece | None = None
        self._times = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._bars = GenreBars(theme, swatches)
        self.reduce_motion(on=False)
        self._next = WrappedLabel(theme, role="muted", size=Size.SMALL, most_lines=_WORD_LINES)
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
        self.setAccessibleName(self.tr("Genres of what is heard now"))
        self._clear()

    def reduce_motion(self, *, on: bool) -> None:
        """Let bars have their new length at once, or take a moment to get there."""
        self._bars.moves = not on

    def show_verdict(self, verdict: Verdict | None, *, is_whole: bool = True) -> None:
        """Show the pieces of this verdict from now on.

        Args:
            verdict: Of the track that is heard, None where there is none.
            is_whole: False where it is of the track's first seconds only.
        """
        self._verdict, self._is_whole = verdict, is_whole
        if self._timeline() is not None or not isinstance(self._shown, LivePiece):
            self._clear()

    def show_live(self, pieces: tuple[LivePiece, ...]) -> None:
        """Forget what was heard live of another track; this was heard of the present one."""
        self._live.clear()
        self._live.extend(pieces)
        self._expects_live = False
        if self._shown is None or isinstance(self._shown, LivePiece):
            self._clear()

    def expect_live(self) -> None:
        """The present track is being heard live; the first piece takes a moment."""
        self._expects_live = True
        if self._shown is None:
            self._clear()

    def add_live(self, piece: LivePiece) -> None:
        """One more piece of the present track was heard live."""
        self._live.append(piece)

    def show_place(self, seconds: float) -> None:
        """Show the piece at a moment of the track."""
        timeline = self._timeline()
        if timeline is not None:
            piece = int(seconds / timeline.piece_seconds)
            if piece < len(timeline.heard) or self._is_whole:
                self._show_stored(timeline, min(piece, len(timeline.heard) - 1))
                return
        for live in reversed(self._live):
            if live.start_seconds <= seconds < live.start_seconds + PIECE_SECONDS:
                self._show_live_piece(live)
                return

    def _timeline(self) -> Timeline | None:
        """Of the whole track: one with gaps says less than what is heard live."""
        verdict = self._verdict
        timeline = verdict.timeline if verdict is not None and not verdict.quick else None
        return timeline if timeline is not None and len(timeline.heard) else None

    def _show_stored(self, timeline: Timeline, piece: int) -> None:
        verdict = self._verdict
        if piece == self._shown or verdict is None:
            return
        self._shown = piece
        self._bars.show()
        self._show_times(piece * timeline.piece_seconds, timeline.piece_seconds)
        self._bars.show_guesses(_stored_guesses(verdict, timeline, piece))
        self._next.say(self._next_change(verdict, timeline, piece))

    def _show_live_piece(self, piece: LivePiece) -> None:
        if piece == self._shown:
            return
        self._shown = piece
        self._bars.show()
        self._show_times(piece.start_seconds, PIECE_SECONDS)
        self._bars.show_guesses(_best(piece.probabilities, piece.labels))
        self._next.say(
            self.tr("Classified while it plays")
            if piece.probabilities
            else self._word_of(SILENCE).capitalize()
        )

    def _clear(self) -> None:
        self._shown = None
        self._bars.hide()  # the sentence stands in their place
        self._times.setText("")
        self._next.say(
            self.tr("Classifying what you hear…")
            if self._expects_live
            else self.tr("Play a track to see its genres move with the music.")
        )
        self._bars.show_guesses(())

    def _show_times(self, start: float, seconds: float) -> None:
        words = self.tr("%1 to %2").replace("%1", clock(start))
        self._times.setText(words.replace("%2", clock(start + seconds)))

    def _next_change(self, verdict: Verdict, timeline: Timeline, piece: int) -> str:
        pieces = pieces_of(verdict)
        for place in range(piece + 1, len(pieces)):
            if pieces[place].label != pieces[piece].label:
                words = self.tr("Next change at %1: %2")
                words = words.replace("%1", clock(place * timeline.piece_seconds))
                return words.replace("%2", self._word_of(pieces[place].label))
        return self.tr("No other genre to the end") if self._is_whole else ""

    def _word_of(self, label: str) -> str:
        if label == SILENCE:
            return self.tr("silence")
        return self.tr("unsure") if label == UNSURE else genre_of(label).word


def _stored_guesses(verdict: Verdict, timeline: Timeline, piece: int) -> tuple[Guess, ...]:
    if not timeline.heard[piece]:
        return ()
    return _best(timeline.probabilities[piece].astype(float).tolist(), verdict.labels)


def _best(
    probabilities: tuple[float, ...] | list[float], labels: tuple[str, ...]
) -> tuple[Guess, ...]:
    if not probabilities:
        return ()
    best = sorted(zip(probabilities, labels, strict=True), reverse=True)[:LINES]
    return tuple(Guess(label, chance) for chance, label in best)
