"""What can be said of a whole library in numbers: genres, confidence, decades, artists, tags."""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from genre_desktop.core.corrected import is_same_genre, is_unsure, name_of, named
from genre_desktop.core.export_cells import title_of
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.genre_names import genre_key
from genre_desktop.core.track import Listing, Outcome
from genre_desktop.dsp.printable import one_line
from genre_desktop.inference.verdict import Verdict

BINS = 20  # of the confidence, 5 % each
MOST_CONFLICTS = 1_000
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_WORD = re.compile(r"\w+")
_OTHER_WORDS = {"rap": "hiphop", "electronica": "electronic", "techno": "electronic"}


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """A track whose tag names another genre than it sounds like; the surest are the greatest."""

    confidence: float
    path: str
    title: str
    artist: str
    tagged: str
    sounds: str


@dataclass(slots=True)
class Summary:
    """What was counted, genres by their names in tags, the user's own as they were first typed.

    Attributes:
        tracks: All of them.
        genres: Those that the model is sure of.
        unsure: Those that it is not.
        problems: Those that gave no genre.
        gone: Those whose files are gone; they are counted among the others too.
        bins: How many tracks have a confidence of 0 to 5 %, 5 to 10 % and so on.
        decades: By the first year of a decade, the sure genres in it.
        artists: By artist, the sure genres of theirs.
        compared: Tracks whose tag names a genre that the model knows, where it is sure.
        conflicts: How many of these sound like another one.
        surest_conflicts: The surest of them, the surest first.
        names: How genres are spelt, by their keys.
    """

    tracks: int = 0
    genres: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    problems: int = 0
    gone: int = 0
    bins: list[int] = field(default_factory=lambda: [0] * BINS)
    decades: defaultdict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    artists: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    compared: int = 0
    conflicts: int = 0
    surest_conflicts: list[Conflict] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def summary_of(rows: Iterable[LibraryRow]) -> Summary:
    """Counts the tracks, each looked at once."""
    summary = Summary()
    for row in rows:
        summary.tracks += 1
        summary.gone += row.is_gone
        outcome = row.listing.outcome
        if outcome is None or outcome.verdict is None:
            summary.problems += 1
        else:
            _count(summary, row.listing, outcome, outcome.verdict)
    summary.surest_conflicts.sort(reverse=True)
    return summary


def tagged_otherwise(tag: str, sounds: str, labels: Iterable[str]) -> bool | None:
    """Whether a tag names another genre of the model's than a track sounds like.

    "Indie Rock; Pop" names rock and pop. None where it names no genre that the model knows.
    """
    words = [_OTHER_WORDS.get(word, word) for word in _WORD.findall(tag.casefold())]
    whole = "".join(words)
    named = {genre_key(label) for label in labels if genre_key(label) in whole}
    return genre_key(sounds) not in named if named else None


def _count(summary: Summary, listing: Listing, outcome: Outcome, verdict: Verdict) -> None:
    confidence = verdict.ranked()[0][1]
    genre = _genre(summary, outcome, verdict)
    summary.bins[min(BINS - 1, int(confidence * BINS))] += 1
    if is_unsure(outcome):
        summary.unsure += 1
        return
    summary.genres[genre] += 1
    tags = listing.tags
    if year := _YEAR.search(tags.date):
        summary.decades[int(year[1]) // 10 * 10][genre] += 1
    if tags.artist:
        summary.artists[tags.artist][genre] += 1
    if outcome.correction is not None:
        return  # what the user says is no guess to compare
    is_other = tagged_otherwise(tags.genre, genre, verdict.labels)
    summary.compared += is_other is not None
    if is_other:
        summary.conflicts += 1
        path = listing.track.path
        title = title_of(listing) or path.name
        found = Conflict(confidence, str(path), one_line(title), tags.artist, tags.genre, genre)
        _keep(summary.surest_conflicts, found)


def _genre(summary: Summary, outcome: Outcome, verdict: Verdict) -> str:
    """The name under which a track is counted: one for all that is the same genre."""
    said = named(outcome)[0][0]
    labels = (label for label in verdict.labels if is_same_genre(label, said))
    names = (name_of(outcome, label) for label in labels)
    return summary.names.setdefault(genre_key(said), next(names, said))


def _keep(surest: list[Conflict], found: Conflict) -> None:
    if len(surest) < MOST_CONFLICTS:
        heapq.heappush(surest, found)
    else:
        heapq.heappushpop(surest, found)
