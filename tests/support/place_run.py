"""A run that copies or moves all files of a folder, as a process that a test may kill."""

import sys
from collections.abc import Iterator
from pathlib import Path

from genre_desktop.core.organising.pattern import pattern_of
from genre_desktop.core.organising.planning import plan
from genre_desktop.core.organising.running import Placed, organise
from genre_desktop.core.organising.wishes import Choice, How, PlaceRow, PlaceWish
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.wishes import Heard

GENRES = ("Jazz", "Rock", "Pop")
PATTERN = pattern_of("{genre}/{file name}")


def heard(music: Path) -> list[Heard]:
    """All files of a folder, whose genres follow from their names."""
    files = sorted(path for path in music.rglob("*") if path.is_file())
    return [Heard(path, genre=GENRES[len(path.stem) % 3], probability=0.9) for path in files]


def planned(music: Path, into: Path, how: How) -> list[PlaceRow]:
    """Where all files of a folder would go."""
    return list(plan(heard(music), Choice(into, how, PATTERN)))


def wishes(music: Path, into: Path, how: How) -> list[PlaceWish]:
    """What is to go where."""
    return [row.wish for row in planned(music, into, how) if row.wish is not None]


def place_all(journal: Path, music: Path, into: Path, how: How) -> list[Placed]:
    """Copies or moves every file of a folder."""
    with Journal.open(journal) as opened:
        return list(_placed(opened, music, into, how))


def _placed(opened: Journal, music: Path, into: Path, how: How) -> Iterator[Placed]:
    yield from organise(opened, wishes(music, into, how), into)


def main() -> None:
    """Places files, and says a word after each."""
    journal, music, into, how = sys.argv[1:]
    with Journal.open(Path(journal)) as opened:
        for _ in _placed(opened, Path(music), Path(into), How(how)):
            print("placed", flush=True)


if __name__ == "__main__":
    main()
