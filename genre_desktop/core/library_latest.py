"""What the library says of a sound by now: of each part the latest answer, or why there is none."""

import os
import sqlite3
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from genre_desktop.core.library_outcomes import Answerer, answer_of, problem_of, tags_in
from genre_desktop.core.library_rows import DETAIL_COLUMNS, FACT_COLUMNS, span_of
from genre_desktop.core.part_tags import as_listed, as_part
from genre_desktop.core.parts import SheetPart
from genre_desktop.core.track import Listing, Outcome, Tags, Track

_ANSWERS = (
    "SELECT span_start, span_end, file.size, file.mtime_ns, file.inode, audio.hash, "
    "model.digest, model.name, model.version, model.labels, {columns} "
    "FROM file JOIN audio ON audio.id = file.audio_id "
    "JOIN prediction ON prediction.audio_id = file.audio_id "
    "JOIN model ON model.id = prediction.model_id "
    "WHERE file.path = ? ORDER BY span_start, span_end, prediction.id DESC"
)
_PROBLEMS = (
    "SELECT span_start, span_end, size, mtime_ns, inode, problem, sentence "
    "FROM problem WHERE path = ?"
)
_TAGS = "SELECT tags FROM tags WHERE path = ?"
_WIDTH_OF_STAMP = 5  # with the span before it
_WIDTH_OF_MODEL = len(Answerer._fields)

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Latest:
    """One file, or one part of it.

    Attributes:
        span: As the library's columns have it.
        outcome: The answer or the lasting problem; the title of a part is not kept.
        tags: Those of the whole file as they were read last, None where they never were.
    """

    span: Span
    outcome: Outcome
    tags: Tags | None

    def as_listed(self, title: str, artist: str | None, album: str | None) -> Self:
        """With the words that were listed of a part when its sheet was there to say them."""
        if self.outcome.track.span is None:
            return self
        said = as_listed(self.outcome.track, title, artist, album)
        tags = (self.tags or Tags())._replace(artist=artist or "", album=album or "")
        return replace(self, outcome=self.outcome._replace(track=said.track), tags=tags)

    def listing(self, said: SheetPart | None) -> Listing:
        """The track with what the tags of its file, and the sheet beside it, say of it.

        Args:
            said: By the sheet of the part.
        """
        track = self.outcome.track
        return Listing(track, as_part(track, self.tags or Tags(), said), self.outcome)


def latest_of(
    connection: sqlite3.Connection, path: bytes, *, with_details: bool = False
) -> list[Latest]:
    """The parts of a file and the whole of it with the latest that is known of each.

    That is what is known of its sound, whatever file was listened to: which of it belongs to this
    file, `library_parts` tells. A problem is forgotten when an answer comes, so that one of another
    stamp is the later of both.

    Args:
        connection: The library.
        path: The file.
        with_details: Whether timelines are wanted, which take most of the time.

    Raises:
        sqlite3.Error: The library cannot be read.
    """
    columns = FACT_COLUMNS + DETAIL_COLUMNS if with_details else FACT_COLUMNS
    answers = connection.execute(_ANSWERS.format(columns=", ".join(columns)), (path,)).fetchall()
    problems = {row[:2]: row for row in connection.execute(_PROBLEMS, (path,))}
    name = Path(os.fsdecode(path))
    found: dict[Span, Outcome | None] = {
        span: problem_of(Track(name, span_of(*span)), *row[_WIDTH_OF_STAMP:])
        for span, row in problems.items()
    }
    for span, rows in groupby(answers, key=lambda row: row[:2]):
        answer = next(rows)
        if span not in problems or problems[span][2:_WIDTH_OF_STAMP] == answer[2:_WIDTH_OF_STAMP]:
            found[span] = _answer(Track(name, span_of(*span)), *answer[_WIDTH_OF_STAMP:])
    text = connection.execute(_TAGS, (path,)).fetchone()
    tags = tags_in(text[0]) if text is not None else None
    return [Latest(span, one, tags) for span, one in sorted(found.items()) if one is not None]


def _answer(track: Track, audio_hash: str, *values: Any) -> Outcome | None:
    model = Answerer(*values[:_WIDTH_OF_MODEL])
    return answer_of(track, model, audio_hash, values[_WIDTH_OF_MODEL:])
