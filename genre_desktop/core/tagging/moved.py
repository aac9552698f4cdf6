"""Files that other programs moved since a run wrote them, found by what is in them."""

import os
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.tagging.copying import digest_of

Candidates = Callable[[Collection[int]], Iterable[Path]]  # files that may be of some sizes


class WrittenFile(NamedTuple):
    """What tells a file again.

    Attributes:
        path: Where it lay when it was written.
        size: Of what was written, in bytes.
        digest: Of all its bytes.
    """

    path: Path
    size: int
    digest: str


def found_again(written: Iterable[WrittenFile], candidates: Candidates) -> dict[Path, Path]:
    """Where files lie now that are not where a run wrote them, but still are what it wrote.

    Args:
        written: By some runs.
        candidates: Gives files among which they may be.

    Returns:
        The new path of each old one that was found; no file is found twice.
    """
    missing: dict[tuple[int, str], list[Path]] = {}
    there: set[Path] = set()
    for one in set(written):
        if os.path.lexists(one.path):
            there.add(one.path)
        elif not may_be_on_absent_drive(one.path):
            missing.setdefault((one.size, one.digest), []).append(one.path)
    sizes = {size for size, _ in missing}
    found: dict[Path, Path] = {}
    for path in candidates(sizes) if sizes else ():
        with suppress(OSError):  # it cannot be read, or is no file
            new = Path(os.path.realpath(path))
            size = new.stat().st_size
            if size not in sizes or new in there:
                continue
            waiting = missing.get((size, digest_of(new)), [])
            if waiting:
                found[waiting.pop()] = new
                there.add(new)
    return found


def files_below(places: Iterable[Path]) -> Candidates:
    """All files at some places, whatever they are called."""

    def candidates(_: Collection[int]) -> Iterable[Path]:
        for place in places:
            if not place.is_dir():
                yield place
            for folder, _folders, names in os.walk(place):
                yield from (Path(folder) / name for name in names)

    return candidates
