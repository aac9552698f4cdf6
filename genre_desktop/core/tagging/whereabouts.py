"""Where files lie by now that the journal knows at another place."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from genre_desktop.core.organising.places_table import Execute
from genre_desktop.core.tagging.moved import (
    Candidates,
    WrittenFile,
    found_again,
    looking_for_missing,
)

Read = Callable[[str, tuple[object, ...]], Iterator[tuple[Any, ...]]]  # the rows of a query


# Of what can be taken back, where the journal knows the sound; the last row of a file counts.
_OPEN_SOUNDS = (
    "SELECT path, audio_hash FROM entry WHERE is_done AND undoes IS NULL AND audio_hash != '' "
    "AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.undoes = entry.id AND later.is_done) "
    "ORDER BY id"
)


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
            self.lies_at(old, new)
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

    def knows(self, path: Path) -> bool:
        """Whether anything was written to a file that lies there."""
        query = "SELECT 1 FROM entry WHERE path = ? AND is_done LIMIT 1"
        return any(self._read(query, (os.fsencode(path),)))

    def lost(self) -> dict[str, list[Path]]:
        """Files that have gone and could be taken back, by the hash of their sound."""
        rows = self._read(_OPEN_SOUNDS, ())
        sounds = {Path(os.fsdecode(name)): sound for name, sound in rows}
        lost: dict[str, list[Path]] = {}
        for path in filter(looking_for_missing(), sounds):
            lost.setdefault(sounds[path], []).append(path)
        return lost

    def lies_at(self, old: Path, new: Path) -> None:
        """Takes note of where a file lies by now."""
        self._execute(
            "UPDATE entry SET path = ? WHERE path = ? AND is_done",
            (os.fsencode(new), os.fsencode(old)),
        )
