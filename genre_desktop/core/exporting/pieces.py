"""The pieces of a track's timeline as rows with their times in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from genre_desktop.core.export_cells import duration_of
from genre_desktop.core.track import Listing


@dataclass(frozen=True, slots=True)
class Piece:
    """What was heard in one piece of a track.

    Attributes:
        start_seconds: From the beginning of the file, also in a part of it.
        end_seconds: The same; the last piece ends with the track.
        is_heard: False where the piece is silence.
        probabilities: In the order of the model's labels.
        genre: The most probable one.
        confidence: Its probability.
    """

    start_seconds: float
    end_seconds: float
    is_heard: bool
    probabilities: tuple[float, ...]
    genre: str
    confidence: float


def pieces_of(listing: Listing) -> Iterator[Piece]:
    """The pieces of a track in their order; none where there is no timeline."""
    outcome = listing.outcome
    verdict = outcome.verdict if outcome is not None else None
    if verdict is None or verdict.timeline is None:
        return
    timeline, span = verdict.timeline, listing.track.span
    begin = span.start_seconds if span is not None else 0.0
    length = duration_of(listing)
    rows = zip(timeline.probabilities.tolist(), timeline.heard.tolist(), strict=True)
    for number, (shares, is_heard) in enumerate(rows):
        start, end = number * timeline.piece_seconds, (number + 1) * timeline.piece_seconds
        end = max(start, min(end, length)) if length is not None else end
        confidence, genre = max(zip(shares, verdict.labels, strict=True))
        yield Piece(begin + start, begin + end, is_heard, tuple(shares), genre, confidence)
