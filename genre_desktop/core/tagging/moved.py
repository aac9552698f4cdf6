"""Files that other programs moved since a run wrote them, found by what is in them."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.there import is_folder

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


class SeveralFit(NamedTuple):
    """Files that have gone and files that are there, all of the same sound, not one of each.

    Attributes:
        old: Where those lay that have gone.
        new: Where there are files with their sound.
    """

    old: tuple[Path, ...]
    new: tuple[Path, ...]


def found_again(
    written: Callable[[], Iterable[WrittenFile]], candidates: Candidates
) -> dict[Path, Path]:
    """Where files lie now that are not where a run wrote them, but still are what it wrote.

    Args:
        written: Gives, as often as it is asked, what some runs wrote, the oldest first, of which
            the last counts; a million need no memory.
        candidates: Gives files among which they may be.

    Returns:
        The new path of each old one that was found; no file is found twice.
    """
    is_missing = looking_for_missing()
    last = {one.path: (one.size, one.digest) for one in written() if is_missing(one.path)}
    missing: dict[tuple[int, str], list[Path]] = {}
    for path, content in last.items():
        missing.setdefault(content, []).append(path)
    if not missing:
        return {}
    equal = (one.path for one in written() if (one.size, one.digest) in missing)
    taken = {path for path in equal if os.path.lexists(path)}
    sizes = {size for size, _ in missing}
    found: dict[Path, Path] = {}
    for path in candidates(sizes):
        with suppress(OSError):  # it cannot be read, or is no file
            new = Path(os.path.realpath(path))
            size = new.stat().st_size
            waiting = missing.get((size, digest_of(new))) if size in sizes else None
            if waiting and new not in taken:
                found[waiting.pop()] = new
                taken.add(new)
    return found


def fitting(
    lost: Mapping[str, Sequence[Path]], there: Iterable[tuple[Path, str]]
) -> tuple[dict[Path, Path], list[SeveralFit]]:
    """Where files lie now that have gone, where that is certain by their sound alone.

    Args:
        lost: Where they lay, by the hash of their sound.
        there: Files with one of these sounds, and its hash.

    Returns:
        The new path of each old one that was found, and what cannot be told.
    """
    by_sound: dict[str, list[Path]] = {}
    for path, sound in there:
        by_sound.setdefault(sound, []).append(path)
    groups = [SeveralFit(tuple(lost[sound]), tuple(new)) for sound, new in by_sound.items()]
    found = {one.old[0]: one.new[0] for one in groups if len(one.old) == len(one.new) == 1}
    return found, [one for one in groups if one.old[0] not in found]


def looking_for_missing() -> Callable[[Path], bool]:
    """What says of a file whether it has gone, for no drive is away on which it may lie.

    Of each folder its drive is looked for once, for that takes long.
    """
    away: dict[Path, bool] = {}

    def is_missing(path: Path) -> bool:
        if os.path.lexists(path):
            return False
        if path.parent not in away:
            away[path.parent] = may_be_on_absent_drive(path)
        return not away[path.parent]

    return is_missing


def files_below(places: Iterable[Path]) -> Candidates:
    """All files at some places, whatever they are called."""

    def candidates(_: Collection[int]) -> Iterable[Path]:
        for place in places:
            if not is_folder(place):
                yield place
            for folder, _folders, names in os.walk(place):
                yield from (Path(folder) / name for name in names)

    return candidates
