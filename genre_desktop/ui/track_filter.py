"""What the filter box's language reads from a row of the table, and finds in its words."""

from genre_desktop.core.filter_language import Filter, Vocabulary, parse
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_state import Guess, RowState, printable
from genre_desktop.ui.row_words import status_word

TrackFilter = Filter[RowState]


def haystack(row: RowState) -> str:
    """Everything that a plain word is looked for in, folded."""
    tags = row.listing.tags
    path = printable(str(row.listing.track.path))
    of_tags = f"{tags.artist}\n{tags.album}\n{tags.genre}\n{tags.date}"
    return f"{row.title}\n{of_tags}\n{_names(row.best)}\n{path}".casefold()


def parse_filter(text: str) -> TrackFilter:
    """Understand a text; what is no field and no comparison is a word to look for."""
    return parse(text, _VOCABULARY)


def _percent(row: RowState) -> float | None:
    return round(100 * row.best.probability) if row.best else None


def _bpm(row: RowState) -> float | None:
    tempo = row.verdict.tempo_bpm if row.verdict else None
    return None if tempo is None else round(tempo)


def _names(guess: Guess | None) -> str:
    """A genre as the model calls it and as the screen does."""
    return f"{guess.label}\n{genre_of(guess.label).word}" if guess is not None else ""


def _status(row: RowState) -> str:
    """The status as the screen says it and as the program calls it."""
    problem = row.note.problem if row.note is not None else ""
    unsure = "unsure" if row.unsure else ""
    corrected = "corrected" if row.correction is not None else ""
    quick = "quick" if row.verdict is not None and row.verdict.quick else ""
    return f"{status_word(row)}\n{row.state.name}\n{problem}\n{unsure}\n{corrected}\n{quick}"


_VOCABULARY: Vocabulary[RowState] = Vocabulary(
    texts={
        "title": lambda row: row.title,
        "artist": lambda row: row.listing.tags.artist,
        "album": lambda row: row.listing.tags.album,
        "tag": lambda row: row.listing.tags.genre,
        "genre": lambda row: _names(row.best),
        "second": lambda row: _names(row.second),
        "path": lambda row: printable(str(row.listing.track.path)),
        "status": _status,
    },
    numbers={"conf": _percent, "bpm": _bpm, "time": lambda row: row.seconds},
)
