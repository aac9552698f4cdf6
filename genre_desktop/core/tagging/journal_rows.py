"""What the journal of tags keeps of a change, as values and as columns of its table."""

import base64
import json
import os
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genre_desktop.core.identity import Stamp
from genre_desktop.core.tagging.copying import Digests
from genre_desktop.core.tagging.raw import RawField, Splice
from genre_desktop.core.tagging.safe_write import Change

COLUMNS = (
    "path, temporary, kind, old_size, old_mtime_ns, old_inode, new_size, new_mtime_ns, new_inode, "
    "old_digest, new_digest, old_genres, new_genres, old_fields, new_fields, splices, "
    "is_through_link, audio_hash"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that a run wrote.

    Attributes:
        number: Of the entry.
        run: Of its run.
        change: What was done.
        undone_by: The run that took it back, None where none did.
    """

    number: int
    run: int
    change: Change
    undone_by: int | None


def columns_of(change: Change) -> tuple[Any, ...]:
    """The values of `COLUMNS`."""
    old, new = change.old_stamp, change.new_stamp
    return (
        os.fsencode(change.path),
        os.fsencode(change.temporary),
        change.kind,
        *(old.size, old.mtime_ns, old.inode),
        *(new.size, new.mtime_ns, new.inode),
        change.digests.old,
        change.digests.new,
        json.dumps(change.old_genres),
        json.dumps(change.new_genres),
        _packed(map(_row, change.old_fields)),
        _packed(map(_row, change.new_fields)),
        _packed((each.offset, _text(each.old), _text(each.new)) for each in change.splices),
        int(change.is_through_link),
        change.audio_hash,
    )


def change_of(row: Sequence[Any]) -> Change:
    """The change that these columns keep."""
    return Change(
        path=Path(os.fsdecode(row[0])),
        temporary=Path(os.fsdecode(row[1])),
        kind=row[2],
        old_stamp=Stamp(*row[3:6]),
        new_stamp=Stamp(*row[6:9]),
        digests=Digests(row[9], row[10]),
        old_genres=tuple(json.loads(row[11])),
        new_genres=tuple(json.loads(row[12])),
        old_fields=_fields(row[13]),
        new_fields=_fields(row[14]),
        splices=tuple(
            Splice(offset, base64.b64decode(old), base64.b64decode(new))
            for offset, old, new in _unpacked(row[15])
        ),
        is_through_link=bool(row[16]),
        audio_hash=row[17],
    )


def latest_not_undone(entries: Sequence[Entry]) -> list[Entry]:
    """Of each file what was written last and not taken back."""
    found: dict[Path, Entry] = {}
    for entry in entries:
        if entry.undone_by is None:
            found.setdefault(entry.change.path, entry)
    return list(found.values())


def _packed(rows: Iterable[Sequence[Any]]) -> bytes:
    return zlib.compress(json.dumps([list(row) for row in rows]).encode())


def _unpacked(data: bytes) -> list[Any]:
    rows: list[Any] = json.loads(zlib.decompress(data))
    return rows


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _row(field: RawField) -> Sequence[Any]:
    """A field's values, without its place where files have one list only."""
    place = (field.place,) if field.place else ()
    return field.key, _text(field.raw), *place


def _fields(data: bytes) -> tuple[RawField, ...]:
    return tuple(
        RawField(key, base64.b64decode(raw), *place) for key, raw, *place in _unpacked(data)
    )
