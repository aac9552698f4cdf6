"""The doubtful tracks of a list, the most doubtful first, each audio once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QCoreApplication

from genre_desktop.core.corrected import key_of
from genre_desktop.core.doubts import Doubt, doubt_of
from genre_desktop.core.track import AudioKey
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.row_words import percent
from genre_desktop.ui.steps import STEP_ROWS


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A track to be reviewed.

    Attributes:
        row: What is known of it.
        key: Of its audio.
        doubt: Why.
    """

    row: RowState
    key: AudioKey
    doubt: Doubt


def found_doubtful(rows: Sequence[RowState], found: list[Doubtful]) -> Iterator[None]:
    """Fills a list in steps; it is in order when the last step is done."""
    known: set[AudioKey] = set()
    for start in range(0, len(rows), STEP_ROWS):
        for row in rows[start : start + STEP_ROWS]:
            doubt = doubt_of(row.listing)
            key = key_of(row.listing.outcome)
            if doubt is not None and key is not None and key not in known:
                known.add(key)
                found.append(Doubtful(row, key, doubt))
        yield
    found.sort(key=attrgetter("doubt"))
    yield


def reason_words(one: Doubtful) -> str:
    """Why a track is reviewed, as a sentence or two."""
    best, second, doubt = one.row.best, one.row.second, one.doubt
    words = []
    if doubt.is_unsure:
        words.append(_tr("The model is unsure."))
    if doubt.is_close and best is not None and second is not None:
        close = _tr("%1 and %2 are close.")
        pair = genre_of(best.label).word, genre_of(second.label).word
        words.append(close.replace("%1", pair[0]).replace("%2", pair[1]))
    if doubt.tagged and best is not None:
        other = _tr("Tagged %1, sounds like %2 (%3).").replace("%3", percent(best.probability))
        words.append(other.replace("%2", genre_of(best.label).word).replace("%1", doubt.tagged))
    return " ".join(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Doubtful", text)
