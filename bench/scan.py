"""Finding 50,000 files: how soon the first row is there, and how long all take."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import scan

TARGET_FIRST_SECONDS = 0.1
FILES = 50_000
FILES_PER_FOLDER = 100
ROUNDS = 9


def run() -> Iterator[str]:
    """Measure a tree of folders and, as the worst case, one folder that holds everything."""
    with tempfile.TemporaryDirectory() as temporary:
        for name, per_folder in (("tree", FILES_PER_FOLDER), ("one folder", FILES)):
            root = Path(temporary) / name
            _fill(root, per_folder)
            rounds = [_timed(root) for _ in range(ROUNDS)]
            first = [one for one, _ in rounds]
            yield (
                f"scan of {FILES:,} files, {name}: first row after {median(first) * 1e3:.1f} ms "
                f"({min(first) * 1e3:.1f} to {max(first) * 1e3:.1f}); "
                f"target {TARGET_FIRST_SECONDS * 1e3:.0f} ms on a tree; "
                f"all after {median(whole for _, whole in rounds):.2f} s"
            )


def _fill(root: Path, per_folder: int) -> None:
    for start in range(0, FILES, per_folder):
        folder = root / f"Artist {start // per_folder % 50}" / f"Album {start // per_folder}"
        folder.mkdir(parents=True)
        for number in range(start, start + per_folder):
            (folder / f"{number} - Title.mp3").touch()


def _timed(root: Path) -> tuple[float, float]:
    start = perf_counter()
    found = scan([root], (), chapter_parts)
    next(found)
    first = perf_counter() - start
    count = 1 + sum(1 for _ in found)
    if count != FILES:
        raise RuntimeError(f"{count} of {FILES} files were found.")
    return first, perf_counter() - start
