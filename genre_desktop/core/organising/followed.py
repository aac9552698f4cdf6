"""What became of files, as the library is to know it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library_moving import NewPlace, follow
from genre_desktop.core.organising.running import Placed
from genre_desktop.core.organising.wishes import How


def let_library_follow(library: Path, placed: Iterable[Placed]) -> int:
    """Lets the library know files at their new places; says how many it knew.

    Raises:
        LibraryUnavailable: It cannot be written.
    """
    return follow(library, _new_places(placed))


def _new_places(placed: Iterable[Placed]) -> Iterator[NewPlace]:
    for one in placed:
        placing = one.placing
        if placing is None:
            continue
        old, new, stamp = placing.source, placing.target, placing.old_stamp
        if placing.how is How.REMOVE:
            yield NewPlace(old, new, stamp, None)
            continue
        with suppress(OSError):  # it has gone on already
            yield NewPlace(old, new, stamp, stamp_of(new), is_copy=placing.how is How.COPY)
