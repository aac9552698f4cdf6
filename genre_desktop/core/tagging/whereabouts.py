"""Where files lie by now that the journal knows at another place."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from genre_desktop.core.organising.places_table import Execute
from genre_desktop.core.tagging.moved import Candidates, WrittenFile, found_again

Read = Callable[[str, tuple[object, ...]], Iterator[tuple[Any, ...]]]  # the rows of a query


class Whereabouts:
    """The part of the journal that follows files; errors are those of the journal.

    Args:
        execute: Carries out a statement on the journal's database.
        read: Gives the rows of a query on it.
    """

    def __init__(self, execute: Execute, read: Read) -> None:
        self._execute = execute
        self._read = read

    def follow(self, run: int | None, candidates: Candidates) -> int:
        """Takes note of where files lie that others moved since a run, or any, wrote them.

        Args:
            run: Its number; None for all.
            candidates: Among what they are looked for.

        Returns:
            How many were found.
        """
        moved = self.moved(run, candidates)
        for old, new in moved.items():
            self._lies_at(old, new)
        return len(moved)

    def moved(self, run: int | None, candidates: Candidates) -> dict[Path, Path]:
        """As `follow`, but takes no note: the new place of each file that was found."""
        query = (
            "SELECT path, new_size, new_digest FROM entry "
            "WHERE is_done AND (?1 IS NULL OR path IN (SELECT path FROM entry WHERE run_id = ?1)) "
            "ORDER BY id"
        )

        def written() -> Iterator[WrittenFile]:
            for path, *rest in self._read(query, (run,)):
                yield WrittenFile(Path(os.fsdecode(path)), *rest)

        return found_again(written, candidates)

    def _lies_at(self, old: Path, new: Path) -> None:
        self._execute(
            "UPDATE entry SET path = ? WHERE path = ? AND is_done",
            (os.fsencode(new), os.fsencode(old)),
        )
