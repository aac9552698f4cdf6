"""How doubtful a genre is: unsure, a near tie, or another one than the file's tag names."""

from dataclasses import dataclass
from typing import Final

from genre_desktop.core.corrected import key_of
from genre_desktop.core.exporting.summary import tagged_otherwise
from genre_desktop.core.track import Listing

CLOSE_MARGIN: Final = 0.2  # between the first guess and the second
_UNSURE, _CONFLICT = 1.0, 0.5  # what each takes from the margin, which is 1 at most


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Why a genre should be looked at; the most doubtful are the smallest.

    Attributes:
        weight: The margin between the two first guesses, less for each further reason.
        is_unsure: Whether the model is.
        is_close: Whether the two first guesses nearly tie.
        tagged: The file's genre where it names another one than was heard, else empty.
    """

    weight: float
    is_unsure: bool
    is_close: bool
    tagged: str


def doubt_of(listing: Listing) -> Doubt | None:
    """What there is to doubt in a track's genre.

    None where there is nothing, where the user has said what it is, or where it was not heard to
    the end.
    """
    outcome = listing.outcome
    if outcome is None or outcome.verdict is None or outcome.correction is not None:
        return None
    if key_of(outcome) is None:
        return None
    verdict = outcome.verdict
    (label, first), *others = verdict.ranked()
    margin = first - others[0][1] if others else 1.0
    tag = listing.tags.genre
    is_other = bool(tag) and bool(tagged_otherwise(tag, label, verdict.labels))
    is_close = margin < CLOSE_MARGIN
    if not (verdict.unsure or is_close or is_other):
        return None
    weight = margin - _UNSURE * verdict.unsure - _CONFLICT * is_other
    return Doubt(weight, verdict.unsure, is_close, tag if is_other else "")
