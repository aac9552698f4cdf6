"""A run that tags all files of a folder, as a process that a test may kill at any instant."""

import sys
from pathlib import Path

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import Written, take_back, write_genres


def tag_all(journal: Path, music: Path, *genres: str) -> list[Written]:
    """Writes the genres into every file of a folder."""
    wishes = [Wish(path, stamp_of(path), genres) for path in sorted(music.iterdir())]
    with Journal.open(journal) as opened:
        return list(write_genres(opened, wishes, Preferences(through_links=True)))


def undo_last(journal: Path) -> list[str]:
    """Takes the last run back that wrote tags; what was refused."""
    with Journal.open(journal) as opened:
        run = next(run for run in opened.runs() if run.what == "tag" and not run.undone)
        entries = opened.entries(run.number)
        return [done.refused for done in take_back(opened, entries, Preferences())]


def main() -> None:
    """Says a word when all is loaded, then writes."""
    journal, music, genre = sys.argv[1:]
    print("loaded", flush=True)
    tag_all(Path(journal), Path(music), genre)


if __name__ == "__main__":
    main()
