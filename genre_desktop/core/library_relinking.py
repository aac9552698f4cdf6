"""Files of the library that have gone, looked for among others by the hash of their sound."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.drives import may_be_on_absent_drive
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.there import has_gone

Lost = Mapping[str, Sequence[Path]]


class Found(NamedTuple):
    """A file that has the sound of one that is gone.

    Attributes:
        old: Where the sound lay.
        new: Where it lies.
        stamp: Of the file there.
        audio_hash: Of the sound.
    """

    old: Path
    new: Path
    stamp: Stamp
    audio_hash: str


def lost_files(
    library: LibraryReading, is_away: Callable[[Path], bool] = may_be_on_absent_drive
) -> dict[str, list[Path]]:
    """The files that were heard and are not there any more, by the hash of their sound.

    Args:
        library: What was heard.
        is_away: Whether a file that is not there may only be on a drive that is away; such a file
            is not lost.

    Raises:
        LibraryUnavailable: It cannot be read.
    """
    lost: dict[str, list[Path]] = {}
    for path, audio_hash in library.sounds():
        if has_gone(path) and not is_away(path):
            lost.setdefault(audio_hash, []).append(path)
    return lost


def with_lost_sound(
    path: Path, lost: Lost, hash_of: Callable[[Path, Stamp], str]
) -> tuple[Stamp, str] | None:
    """The stamp and the hash of a file that has the sound of one that is gone; else None.

    Args:
        path: The file.
        lost: Those that are gone.
        hash_of: Gives the hash of a file that has this stamp, empty where it has no sound.
    """
    try:
        before = stamp_of(path)
        audio_hash = hash_of(path, before)
        is_same = stamp_of(path) == before
    except (OSError, ValueError):  # it has gone meanwhile, or may not be looked at
        return None
    return (before, audio_hash) if is_same and audio_hash in lost else None


def paired(lost: Lost, there: Iterable[tuple[Path, Stamp, str]]) -> Iterator[Found]:
    """Every lost file of which the sound was found, with one of the files that have it.

    Of as many copies each has a file of its own; where fewer are there, the last is for the rest.
    """
    by_sound: dict[str, list[tuple[Path, Stamp]]] = {}
    for path, stamp, audio_hash in there:
        by_sound.setdefault(audio_hash, []).append((path, stamp))
    for audio_hash, places in by_sound.items():
        for number, old in enumerate(lost[audio_hash]):
            new, stamp = places[min(number, len(places) - 1)]
            yield Found(old, new, stamp, audio_hash)
