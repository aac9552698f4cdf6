"""Label tracks for Audacity: from when to when a track sounds like which genre."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from genre_desktop.core.corrected import name_of
from genre_desktop.core.exporting.pieces import Piece, pieces_of
from genre_desktop.core.track import Listing, Outcome
from genre_desktop.dsp.printable import one_line


def label_track(listing: Listing) -> bytes:
    """The text that Audacity's File ▸ Import ▸ Labels reads: start, end and label by tabs.

    Pieces of one genre that follow each other are one label, with their mean confidence; silence
    has none. Empty where there is no timeline.
    """
    outcome = listing.outcome
    if outcome is None:
        return b""
    return "".join(_line(run, outcome) for run in _runs(pieces_of(listing))).encode()


def _line(run: list[Piece], outcome: Outcome) -> str:
    confidence = sum(piece.confidence for piece in run) / len(run)
    label = f"{one_line(name_of(outcome, run[0].genre))} {confidence:.0%}"
    return f"{run[0].start_seconds:.6f}\t{run[-1].end_seconds:.6f}\t{label}\n"


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Successive pieces of one genre."""
    for key, run in groupby(pieces, key=lambda piece: (piece.is_heard, piece.genre)):
        if key[0]:
            yield list(run)
