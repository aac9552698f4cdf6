"""An edited table comes back: which genres in it are others than those that are known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from genre_desktop.core.corrected import is_same_genre, key_of, ranked
from genre_desktop.core.edited_rows import EditedRow, EditedRows, LeftOut, RowsAbout, no_rest
from genre_desktop.core.genre_names import genre_key, one_name, tag_name
from genre_desktop.core.ruled_outcomes import albums_of, ruled_outcome
from genre_desktop.core.rules import Rules
from genre_desktop.core.track import AudioKey, Listing, Outcome, Track
from genre_desktop.dsp.printable import printable

_MOST_NAMED: Final = 12  # lines, or genres, in one sentence
_NO_RULES: Final = Rules()


@dataclass(frozen=True, slots=True)
class Edit:
    """A genre that is another one in the table.

    Attributes:
        track: What it is about.
        key: Of its audio.
        old: The genre until now, as tags spell it.
        new: The one in the table, as tags spell it.
        named: The files with this sound whose paths the table names.
    """

    track: Track
    key: AudioKey
    old: str
    new: str
    named: tuple[Path, ...] = ()


class Compared(NamedTuple):
    """What a table says beside what is known.

    Attributes:
        edits: What it says otherwise, each sound once.
        unknown: How many rows are about nothing known.
        as_ruled: How many rows say otherwise only what the rules say, too.
        left_out: Rows that cannot be read or contradict each other.
    """

    edits: list[Edit]
    unknown: int
    as_ruled: int
    left_out: list[LeftOut]


class _Claim(NamedTuple):
    """What a row says of a track that is known."""

    row: EditedRow
    outcome: Outcome
    old: str


def edits_of(
    table: EditedRows,
    known: Sequence[Listing],
    rules: Rules = _NO_RULES,
    rest: Callable[[], object] = no_rest,
) -> Compared:
    """What the rows say otherwise.

    Rows about one sound that say different genres are left out, all of them.

    Args:
        table: The rows.
        known: Every answer that there is; rows about a file in parts that do not name the sound of
            a part say nothing, nor of another file with the sound of the whole.
        rules: The user's; the table may have been exported by them, and what it calls as they do
            is said no otherwise.
        rest: Called every fraction of a millisecond.
    """
    divided = {printable(str(one.track.path)) for one in known if one.track.span}
    about = RowsAbout(table.rows, divided)
    claims: dict[AudioKey, list[_Claim]] = {}
    lines, told = set[int](), set[int]()
    albums = albums_of(known if rules.one_genre_per_album else ())
    for listing in known:
        rest()
        outcome, key = listing.outcome, key_of(listing.outcome)
        if outcome is None or key is None or outcome.verdict is None:
            continue
        rows = about.track(_path_of(outcome), outcome.track.span, key)
        lines.update(row.line for row in rows)
        old = _genre_of(outcome)
        for row in _said(rows, old, partial(ruled_outcome, listing, rules, albums)):
            told.add(row.line)
            claims.setdefault(key, []).append(_Claim(row, outcome, old))
    edits: list[Edit] = []
    left_out = list(table.left_out)
    for key, said in claims.items():
        if any(not is_same_genre(said[0].row.genre, one.row.genre) for one in said):
            left_out.append(_contradiction(said))
        else:
            edits.extend(_edits(key, said))
    return Compared(edits, len(table.rows) - len(lines), len(lines - told), sorted(left_out))


def _edits(key: AudioKey, claims: Sequence[_Claim]) -> Iterator[Edit]:
    """The edit that the claims about one sound make, if they say something else."""
    new = [one for one in claims if not is_same_genre(one.old, one.row.genre)]
    if new:
        named = dict.fromkeys(
            one.outcome.track.path for one in new if one.row.path == _path_of(one.outcome)
        )
        yield Edit(new[0].outcome.track, key, *_spelt(new[0].outcome, new[0].row), tuple(named))


def _contradiction(claims: Sequence[_Claim]) -> LeftOut:
    rows = {one.row.line: one.row.genre for one in sorted(claims, key=lambda one: one.row.line)}
    genres: dict[str, str] = {}
    for genre in rows.values():
        genres.setdefault(genre_key(genre), f"“{genre}”")
    return LeftOut(
        tuple(rows),
        f"Lines {_some([str(line) for line in rows])} are about the same sound and call it "
        f"{_some(list(genres.values()))}; they are left out until they agree.",
    )


def _some(words: Sequence[str]) -> str:
    """All of them with commas, or the first and the last of too many."""
    if len(words) > _MOST_NAMED:
        words = (*words[: _MOST_NAMED - 1], "…", words[-1])
    return ", ".join(words)


def _said(
    rows: Sequence[EditedRow], old: str, ruled: Callable[[], Outcome | None]
) -> list[EditedRow]:
    """The rows but for those that say something else only as the rules do."""
    if all(is_same_genre(old, row.genre) for row in rows):
        return list(rows)
    called = _genre_of(ruled())
    return [
        row for row in rows if is_same_genre(old, row.genre) or not is_same_genre(called, row.genre)
    ]


def _spelt(outcome: Outcome, row: EditedRow) -> tuple[str, str]:
    """The genre until now and the new one as tags spell them; the user's own words as typed."""
    labels = outcome.verdict.labels if outcome.verdict is not None else ()
    old = outcome.correction.genre if outcome.correction is not None else ""
    return old or tag_name(_genre_of(outcome)), one_name(row.genre, labels)


def _genre_of(outcome: Outcome | None) -> str:
    return ranked(outcome)[0][0] if outcome is not None and outcome.verdict is not None else ""


def _path_of(outcome: Outcome) -> str:
    return printable(str(outcome.track.path))
