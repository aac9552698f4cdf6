"""The result as people read it in a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from genre_desktop.cli.problem_words import PROBLEM_WORDS
from genre_desktop.cli.track_names import track_names
from genre_desktop.core.corrected import is_same_genre
from genre_desktop.core.track import Listing
from genre_desktop.inference.verdict import Verdict

MOST_ROWS = 60


def print_result(
    console: Console, listings: Sequence[Listing], unsure_below: float | None = None
) -> None:
    """Prints every track, or how many there are of each genre where that would be too long.

    Args:
        console: Where to.
        listings: The tracks.
        unsure_below: The probability below which the model is unsure; above it, it is so only
            of what is unlike all that it learnt from. None where that is not known.
    """
    if not listings:
        return
    if len(listings) <= MOST_ROWS:
        console.print(_tracks(listings, unsure_below))
    else:
        console.print(_genres(listings))
        console.print(
            f"These are more than {MOST_ROWS} tracks, so only their number is shown; "
            "the CSV has every one (--csv FILE).",
            soft_wrap=True,
        )


def _tracks(listings: Sequence[Listing], unsure_below: float | None) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("Track", overflow="fold")
    table.add_column("Genre")
    table.add_column("Confidence", justify="right")
    table.add_column("Second guess")
    table.add_column("Tempo", justify="right")
    table.add_column("Note", overflow="fold")
    for name, listing in zip(track_names(listings), listings, strict=True):
        table.add_row(*(Text(cell) for cell in (name, *_cells(listing, unsure_below))))
    return table


def _marks(verdict: Verdict, unsure_below: float | None) -> list[str]:
    unsure = "Unsure"
    if unsure_below is not None and verdict.ranked()[0][1] >= unsure_below:
        unsure = "Unsure: unlike what the model learnt from"
    return [word for word, holds in ((unsure, verdict.unsure), ("Quick", verdict.quick)) if holds]


def _cells(listing: Listing, unsure_below: float | None) -> tuple[str, ...]:
    """All cells but the name."""
    outcome = listing.outcome
    verdict = outcome.verdict if outcome else None
    if verdict is None:
        return "", "", "", "", _problem(listing)
    ranked = verdict.ranked()
    best, confidence = ranked[0]
    second = f"{ranked[1][0]} {ranked[1][1]:.0%}" if len(ranked) > 1 else ""
    if outcome is not None and outcome.correction is not None:
        heard = f"{best} {confidence:.0%}"
        return outcome.correction.genre, "yours", heard, _tempo(verdict), _notes(listing)
    note = "; ".join(filter(None, [*_marks(verdict, unsure_below), _notes(listing)]))
    return best, f"{confidence:.0%}", second, _tempo(verdict), note


def _tempo(verdict: Verdict) -> str:
    return "" if verdict.tempo_bpm is None else f"{verdict.tempo_bpm:.0f}"


def _genres(listings: Sequence[Listing]) -> Table:
    counts = Counter(_genre(listing) for listing in listings)
    table = Table(box=None, pad_edge=False)
    table.add_column("Genre")
    table.add_column("Tracks", justify="right")
    for genre, count in counts.most_common():
        table.add_row(Text(genre), str(count))
    return table


def _genre(listing: Listing) -> str:
    verdict = listing.outcome.verdict if listing.outcome else None
    if verdict is None:
        return f"({_problem(listing)})"
    if listing.outcome is not None and listing.outcome.correction is not None:
        said = listing.outcome.correction.genre  # counted with the label that is the same genre
        return next((label for label in verdict.labels if is_same_genre(label, said)), said)
    return "(Unsure)" if verdict.unsure else verdict.ranked()[0][0]


def _problem(listing: Listing) -> str:
    problem = listing.outcome.problem if listing.outcome else None
    return PROBLEM_WORDS[problem.problem] if problem else ""


def _notes(listing: Listing) -> str:
    report = listing.outcome.report if listing.outcome else None
    return ", ".join(PROBLEM_WORDS[note.problem] for note in report.notes) if report else ""
