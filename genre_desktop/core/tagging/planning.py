"""What would be written to which file, before anything is: the preview."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import Preferences, TagRefused
from genre_desktop.core.tagging.safe_write import refusal, refuse_unwritable
from genre_desktop.core.tagging.writing import Wish
from genre_desktop.core.track import Outcome

CHANGES = "would change"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be written where.

    Attributes:
        only_empty: Leave files alone that have a genre.
        append: Keep their genres and add the new one.
    """

    only_empty: bool = False
    append: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One file of the preview.

    Attributes:
        path: The file.
        old: Its genres now.
        new: Its genres then; the old ones where it is left alone.
        state: `CHANGES`, or in a few words why it is left alone.
        sentence: Why, where the user may want to do something about it.
        wish: What to write, None where it is left alone.
    """

    path: Path
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    state: str = CHANGES
    sentence: str = ""
    wish: Wish | None = None


def plan(
    outcomes: Iterable[Outcome], choice: Choice, preferences: Preferences
) -> Iterator[PlanRow]:
    """A row for each file, once also where links or playlists name it twice.

    A part of a file has no tags of its own and gives none.
    """
    seen: set[str] = set()
    for outcome in outcomes:
        path = outcome.track.path
        real = os.path.realpath(path)
        if outcome.track.span is None and real not in seen:
            seen.add(real)
            yield _row(path, outcome, choice, preferences)


def counts(rows: Iterable[PlanRow]) -> str:
    """How many there are of each, as in "212 would change, 31 unsure, 7 read-only"."""
    tally = Counter(row.state for row in rows)
    ordered = sorted(tally.items(), key=lambda pair: (pair[0] != CHANGES, -pair[1], pair[0]))
    if ordered and ordered[0][0] != CHANGES:
        ordered.insert(0, (CHANGES, 0))
    return ", ".join(f"{count:,} {state}" for state, count in ordered)


def _row(path: Path, outcome: Outcome, choice: Choice, preferences: Preferences) -> PlanRow:
    verdict = outcome.verdict
    if verdict is None:
        return PlanRow(path, state="without a genre heard")
    try:
        stamp = stamp_of(path)
        document = read_document(path, preferences)
        old = document.genres()
        new = _wanted(old, verdict.ranked()[0][0], choice)
        left = _left_alone(old, new, choice, unsure=verdict.unsure)
        if left:
            return PlanRow(path, old, old, left)
        refuse_unwritable(path)
    except OSError as error:
        return _refused(path, refusal(error))
    except TagRefused as refused:
        return _refused(path, refused)
    return PlanRow(path, old, new, wish=Wish(path, stamp, new))


def _refused(path: Path, refused: TagRefused) -> PlanRow:
    return PlanRow(path, state=refused.short, sentence=refused.sentence)


def _wanted(old: Sequence[str], heard: str, choice: Choice) -> tuple[str, ...]:
    if not choice.append:
        return (heard,)
    known = {genre.casefold() for genre in old}
    return tuple(old) if heard.casefold() in known else (*old, heard)


def _left_alone(old: Sequence[str], new: Sequence[str], choice: Choice, *, unsure: bool) -> str:
    if unsure:
        return "unsure left alone"
    if choice.only_empty and old:
        return "with a genre left alone"
    return "as they are already" if tuple(old) == tuple(new) else ""
