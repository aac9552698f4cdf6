"""Where an export may be written: nothing that is there is replaced unless that is asked for."""

import os
from contextlib import suppress
from pathlib import Path

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.organising.safe_names import folded, no_device
from genre_desktop.dsp.printable import one_line

_UNSAFE = frozenset('/\\:*?"<>|')  # in a file's name, on one system or another
_LONGEST_NAME = 200  # bytes; file systems take 255, and an ending comes after it


def refuse(target: Path, *, may_replace: bool) -> None:
    """Says that a file cannot be written, or is there already and would be replaced.

    Raises:
        ExportFailed: With a sentence that names it and what to do.
    """
    refuse_target(target)
    if os.path.lexists(target) and not may_replace:
        name = one_line(str(target))
        raise ExportFailed(f"{name} is there already; --force replaces it, or name another file.")


def made_folder(folder: Path) -> Path:
    """The folder, made where it is missing.

    Raises:
        ExportFailed: It cannot be made, or is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise ExportFailed(
            f"The folder {one_line(str(folder))} cannot be made: {reason}; choose another."
        ) from error
    return folder


def refuse_folder(folder: Path) -> None:
    """Says that a folder cannot be made; where it can, it is not there yet after this.

    Raises:
        ExportFailed: It cannot be made, or is a file.
    """
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        made_folder(folder)
    finally:
        for one in missing:  # the innermost first
            with suppress(OSError):  # it was not made, or somebody uses it already
                one.rmdir()


class Names:
    """Gives each file of an export a name of its own in a folder."""

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._given: set[str] = set()

    def of(self, words: str) -> Path:
        """A file named after the words, with a number where others have that name."""
        stem = _harmless(words)
        name, number = stem, 1
        while folded(name) in self._given:
            number += 1
            name = f"{stem} ({number})"
        self._given.add(folded(name))
        return self._folder / f"{name}{self._ending}"


def _harmless(words: str) -> str:
    """Words as a name that every file system takes; bytes that are no text stay as they are."""
    signs = ("_" if sign in _UNSAFE or sign < " " else sign for sign in words)
    name = "".join(signs).strip(" .")
    while len(os.fsencode(name)) > _LONGEST_NAME:
        name = name[:-1]
    return no_device(name.rstrip(" .")) or "_"
