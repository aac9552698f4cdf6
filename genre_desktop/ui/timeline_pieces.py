"""A timeline as what is drawn and told of it: pieces with a genre, runs, seconds per genre."""

from itertools import groupby
from typing import NamedTuple

from genre_desktop.inference.verdict import Timeline, Verdict

# Under this probability the best genre of a piece is no answer. The package's own limit is for
# whole tracks; three seconds know less, and their temperature is another.
LEAST_SURE = 0.4

UNSURE = "?"
SILENCE = ""
NOT_HEARD = "-"  # nobody listened there: only pieces of the track were heard
_NO_GENRES = (UNSURE, SILENCE, NOT_HEARD)  # in the order in which they are listed


class Piece(NamedTuple):
    """Some seconds of a track.

    Attributes:
        label: The genre, `UNSURE`, `SILENCE` or `NOT_HEARD`.
        confidence: Probability of the best genre.
    """

    label: str
    confidence: float


class Share(NamedTuple):
    """How many seconds of a track sound like a genre, are unsure, silent or were not heard."""

    label: str
    seconds: float


def pieces_of(verdict: Verdict) -> tuple[Piece, ...]:
    """The pieces of a verdict's timeline; none where it has no timeline."""
    timeline = verdict.timeline
    if timeline is None:
        return ()
    best = timeline.probabilities.argmax(axis=1).tolist()
    confidence = timeline.probabilities.max(axis=1).astype(float).tolist()
    heard = timeline.heard.tolist()
    return tuple(
        _piece(verdict.labels[label], sure, heard=audible)
        for label, sure, audible in zip(best, confidence, heard, strict=True)
    )


def end_of(place: int, timeline: Timeline, seconds: float | None) -> float:
    """The second at which a piece ends: the last one ends with the track, within it or after it.

    Args:
        place: Number of the piece.
        timeline: Its pieces.
        seconds: Length of the track, None where unknown.
    """
    start = place * timeline.piece_seconds
    end = start + timeline.piece_seconds
    is_last = place == len(timeline.heard) - 1
    if is_last and seconds is not None and seconds < end + timeline.piece_seconds:
        return max(start, seconds)
    return end


def shares(pieces: tuple[Piece, ...], timeline: Timeline, seconds: float | None) -> list[Share]:
    """Seconds per genre, the longest first, then unsure, silence and what was not heard.

    Args:
        pieces: The timeline's pieces.
        timeline: Gives the length of a piece.
        seconds: Length of the track, None where unknown.
    """
    totals: dict[str, float] = {}
    for place, piece in enumerate(pieces):
        length = end_of(place, timeline, seconds) - place * timeline.piece_seconds
        totals[piece.label] = totals.get(piece.label, 0.0) + length
    genres = sorted(
        (Share(label, total) for label, total in totals.items() if label not in _NO_GENRES),
        key=lambda share: -share.seconds,
    )
    rest = [Share(label, totals[label]) for label in _NO_GENRES if label in totals]
    return genres + rest


def thinned(pieces: tuple[Piece, ...], most: int) -> tuple[Piece, ...]:
    """At most so many pieces: neighbours give way to the majority of those that were heard."""
    if len(pieces) <= most:
        return pieces
    edges = [place * len(pieces) // most for place in range(most + 1)]
    return tuple(_majority(pieces[edges[k] : edges[k + 1]]) for k in range(most))


def runs(pieces: tuple[Piece, ...]) -> list[tuple[str, int, int]]:
    """Successive pieces of one label: the label, the first piece and one past the last."""
    found, start = [], 0
    for label, group in groupby(pieces, key=lambda piece: piece.label):
        length = sum(1 for _ in group)
        found.append((label, start, start + length))
        start += length
    return found


def _piece(label: str, confidence: float, *, heard: bool) -> Piece:
    if not heard:
        return Piece(SILENCE if confidence else NOT_HEARD, 0.0)
    return Piece(label if confidence >= LEAST_SURE else UNSURE, confidence)


def _majority(pieces: tuple[Piece, ...]) -> Piece:
    counts: dict[str, int] = {}
    heard = [piece for piece in pieces if piece.label != NOT_HEARD] or pieces
    for piece in heard:
        counts[piece.label] = counts.get(piece.label, 0) + 1
    label = max(counts, key=lambda name: counts[name])
    same = [piece.confidence for piece in pieces if piece.label == label]
    return Piece(label, sum(same) / len(same))
