"""What the filter's language reads from a track of the library, as it does in the window."""

from collections.abc import Callable
from dataclasses import dataclass

from genre_desktop.core.corrected import is_unsure, ranked
from genre_desktop.core.export_cells import duration_of, problems_of, title_of
from genre_desktop.core.filter_language import Vocabulary, parse
from genre_desktop.core.genre_names import tag_name
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One track that the library remembers.

    Attributes:
        is_gone: There is no such file any more.
        is_duplicate: An earlier one has the same sound.
    """

    listing: Listing
    is_gone: bool = False
    is_duplicate: bool = False


class UnfinishedQuery(ValueError):
    """A comparison without its number; the message is a sentence for people."""


def wanted_by(text: str) -> Callable[[LibraryRow], bool]:
    """What tells whether a text of the filter box wants a track.

    Raises:
        UnfinishedQuery: A comparison has no number.
    """
    wanted = parse(text, _VOCABULARY)
    if wanted.unfinished:
        raise UnfinishedQuery(f'The query "{wanted.unfinished}" lacks a number, as in conf < 60.')
    return lambda row: wanted.matches(row, _haystack(row))


@dataclass(frozen=True, slots=True)
class FilterValues:
    """All that the language reads from one track, to be kept; what is unknown is empty or None.

    Attributes:
        words: What a plain word is looked for in, folded.
        genre_names: The genre as the model calls it and as people do.
    """

    words: str
    title: str
    genre_names: str
    status: str
    percent: float | None
    bpm: float | None
    seconds: float | None


def filter_values(row: LibraryRow) -> FilterValues:
    """What a filter of this text would read from the track."""
    return FilterValues(
        words=_haystack(row),
        title=_title(row),
        genre_names=_genre(row, 0),
        status=_status(row),
        percent=_percent(row),
        bpm=_bpm(row),
        seconds=_seconds(row),
    )


def _haystack(row: LibraryRow) -> str:
    tags = row.listing.tags
    of_tags = f"{tags.artist}\n{tags.album}\n{tags.genre}\n{tags.date}"
    return f"{_title(row)}\n{of_tags}\n{_genre(row, 0)}\n{_path(row)}".casefold()


def _title(row: LibraryRow) -> str:
    return title_of(row.listing) or printable(row.listing.track.path.name)


def _path(row: LibraryRow) -> str:
    return printable(str(row.listing.track.path))


def _ranked(row: LibraryRow) -> list[tuple[str, float]]:
    outcome = row.listing.outcome
    return ranked(outcome) if outcome is not None else []


def _genre(row: LibraryRow, place: int) -> str:
    """The genre of that place as the model calls it and as people do."""
    found = _ranked(row)
    return f"{found[place][0]}\n{tag_name(found[place][0])}" if place < len(found) else ""


def _status(row: LibraryRow) -> str:
    outcome = row.listing.outcome
    words = list(problems_of(outcome)) if outcome is not None else []
    verdict = outcome.verdict if outcome is not None else None
    if verdict is None:
        words.append("problem")
    elif words:
        words.append("note")
    if outcome is not None and is_unsure(outcome):
        words.append("unsure")
    if outcome is not None and outcome.correction is not None:
        words.append("corrected")
    if row.is_duplicate:
        words.append("duplicate")
    if row.is_gone:
        words.append("gone\nmissing")
    return "\n".join(words) or "done"


def _percent(row: LibraryRow) -> float | None:
    found = _ranked(row)
    return round(100 * found[0][1]) if found else None


def _bpm(row: LibraryRow) -> float | None:
    outcome = row.listing.outcome
    tempo = outcome.verdict.tempo_bpm if outcome is not None and outcome.verdict else None
    return None if tempo is None else round(tempo)


def _seconds(row: LibraryRow) -> float | None:
    """The length; what the file promises where it ends early."""
    seconds, outcome = duration_of(row.listing), row.listing.outcome
    report = outcome.report if outcome is not None and row.listing.track.span is None else None
    if seconds is None or report is None or report.promised_seconds is None:
        return seconds
    return max(seconds, report.promised_seconds)


_VOCABULARY: Vocabulary[LibraryRow] = Vocabulary(
    texts={
        "title": _title,
        "artist": lambda row: row.listing.tags.artist,
        "album": lambda row: row.listing.tags.album,
        "tag": lambda row: row.listing.tags.genre,
        "genre": lambda row: _genre(row, 0),
        "second": lambda row: _genre(row, 1),
        "path": _path,
        "status": _status,
    },
    numbers={"conf": _percent, "bpm": _bpm, "time": _seconds},
)
