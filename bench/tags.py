"""Genres written into files and taken back: how many a second, each checked and on the disk."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.places import resource
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import Written, take_back, write_genres

COPIES = 25
ROUNDS = 3


def run() -> Iterator[str]:
    """Tag copies of the demo pieces, which are FLAC, Opus, MP4 and MP3, and take that back."""
    pieces = sorted(path for path in resource("demo").iterdir() if path.is_file())
    with tempfile.TemporaryDirectory() as temporary:
        files = []
        for number in range(COPIES):
            for piece in pieces:
                files.append(Path(temporary) / f"{number} {piece.name}")
                shutil.copyfile(piece, files[-1])
        with Journal.open(Path(temporary) / "journal" / "tags.sqlite") as journal:
            rounds = [_there_and_back(journal, files) for _ in range(ROUNDS)]
    size = sum(piece.stat().st_size for piece in pieces) / len(pieces)
    written, back = zip(*rounds, strict=True)
    yield (
        f"{len(files)} files of {size / 1e3:.0f} kB: {median(written):.0f} written a second "
        f"({min(written):.0f} to {max(written):.0f}), {median(back):.0f} taken back "
        f"({min(back):.0f} to {max(back):.0f}); no target"
    )


def _there_and_back(journal: Journal, files: list[Path]) -> tuple[float, float]:
    wishes = [Wish(path, stamp_of(path), ("Some Genre",)) for path in files]
    begun = perf_counter()
    _all_well(write_genres(journal, wishes, Preferences()), files)
    written = perf_counter()
    entries = journal.entries(journal.runs()[0].number)
    _all_well(take_back(journal, entries, Preferences()), files)
    return len(files) / (written - begun), len(files) / (perf_counter() - written)


def _all_well(results: Iterator[Written], files: list[Path]) -> None:
    done = [result for result in results if result.change is not None]
    if len(done) != len(files):
        raise RuntimeError(f"{len(files) - len(done)} files were left as they were")
