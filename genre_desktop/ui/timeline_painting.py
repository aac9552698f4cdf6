"""Draws a timeline's pieces: confidence is the fill's strength, a full line keeps the contrast."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter

from genre_desktop.inference.verdict import Verdict
from genre_desktop.ui.colours import Colours, mixed
from genre_desktop.ui.genres import genre_of, unsure_colour
from genre_desktop.ui.row_words import clock, percent
from genre_desktop.ui.swatch import draw_frame, draw_hatch
from genre_desktop.ui.timeline_pieces import (
    NOT_HEARD,
    SILENCE,
    UNSURE,
    Piece,
    end_of,
    pieces_of,
    runs,
    thinned,
)

FILL_HEIGHT = 10
EDGE_HEIGHT = 2
HEIGHT = FILL_HEIGHT + EDGE_HEIGHT
LEAST_PIECE = 2  # logical pixels


def paint_timeline(
    painter: QPainter, area: QRect, pieces: tuple[Piece, ...], colours: Colours
) -> None:
    """Draw pieces of equal length side by side over the area's width; it is HEIGHT high."""
    shown = thinned(pieces, max(1, area.width() // LEAST_PIECE))
    edges = [area.left() + round(k * area.width() / len(shown)) for k in range(len(shown) + 1)]
    for label, first, end in runs(shown):
        gap = 1 if end < len(shown) and edges[end] - edges[first] > LEAST_PIECE else 0
        run = QRect(edges[first], area.top(), edges[end] - edges[first] - gap, HEIGHT)
        if label == UNSURE:
            _paint_unsure(painter, run, colours)
        elif label == SILENCE:
            draw_frame(painter, run, colours.edge, 1)
        elif label == NOT_HEARD:
            painter.fillRect(run.left(), run.center().y(), run.width(), 1, colours.edge)
        else:
            inside = zip(shown[first:end], edges[first:end], edges[first + 1 :], strict=False)
            for piece, left, right in inside:
                width = min(right, run.right() + 1) - left
                _paint_piece(painter, piece, QRect(left, area.top(), width, HEIGHT), colours)


def piece_words(
    verdict: Verdict, pieces: tuple[Piece, ...], place: int, seconds: float | None
) -> str:
    """When a piece is, and its three most probable genres.

    Args:
        verdict: Has a timeline.
        pieces: Of that timeline.
        place: Number of the piece.
        seconds: Length of the track, None where unknown.
    """
    timeline = verdict.timeline
    assert timeline is not None
    times = _translated("%1 to %2").replace("%1", clock(place * timeline.piece_seconds))
    times = times.replace("%2", clock(end_of(place, timeline, seconds)))
    if pieces[place].label in {SILENCE, NOT_HEARD}:
        return f"{times} · {word_of(pieces[place].label)}"
    chances = timeline.probabilities[place].astype(float).tolist()
    best = sorted(zip(chances, verdict.labels, strict=True), reverse=True)[:3]
    words = ", ".join(f"{genre_of(label).word} {percent(chance)}" for chance, label in best)
    return f"{times} · {words}"


def spans_in_words(verdict: Verdict | None, seconds: float | None) -> str:
    """The genres in order, with their times; the timeline for who does not see it.

    Args:
        verdict: None for none.
        seconds: Length of the track, None where unknown.
    """
    if verdict is None or verdict.timeline is None:
        return ""
    timeline = verdict.timeline
    return ", ".join(
        f"{word_of(label)} {clock(first * timeline.piece_seconds)}–"
        f"{clock(end_of(end - 1, timeline, seconds))}"
        for label, first, end in runs(pieces_of(verdict))
    )


def word_of(label: str) -> str:
    """What a piece is called, whether it has a genre or not."""
    if label == NOT_HEARD:  # a part of a track to which nobody listened
        return _translated("Not heard")
    if label == SILENCE:
        return _translated("Silence")
    return _translated("Unsure") if label == UNSURE else genre_of(label).word


def _paint_piece(painter: QPainter, piece: Piece, area: QRect, colours: Colours) -> None:
    colour = genre_of(piece.label).colour(is_dark=colours.is_dark)
    strength = 0.30 + 0.70 * round(piece.confidence * 4) / 4
    fill = QRect(area.left(), area.top(), area.width(), FILL_HEIGHT)
    painter.fillRect(fill, mixed(colour, colours.base, strength))
    painter.fillRect(area.left(), area.top() + FILL_HEIGHT, area.width(), EDGE_HEIGHT, colour)


def _paint_unsure(painter: QPainter, area: QRect, colours: Colours) -> None:
    colour = unsure_colour(is_dark=colours.is_dark)
    painter.fillRect(area, colours.base)
    draw_hatch(painter, QRectF(area), colour)
    painter.fillRect(area.left(), area.top() + FILL_HEIGHT, area.width(), EDGE_HEIGHT, colour)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
