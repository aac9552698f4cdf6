"""What the program keeps for the user: where, how much, and how it is deleted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.places import (
    CORRECTIONS_NAME,
    JOURNAL_NAME,
    RULES_NAME,
    PlaceUnavailable,
    log_folder,
)
from genre_desktop.core.user_folders import PLAYLIST_FILE, SETTINGS_FILE, UserFolders

# What a killed program left half written, be it a copy of the library; it bears no other name.
_HALF_WRITTEN = ".*.part*"


class Kind(Enum):
    """What is kept, each deletable by itself."""

    LIBRARY = auto()  # what was heard
    CORRECTIONS = auto()
    JOURNAL = auto()  # of tags and of files that were placed, for taking both back
    LIST = auto()
    SETTINGS = auto()  # with rules
    LOGS = auto()


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of it.

    Attributes:
        kind: What it is.
        folder: Where it lies.
        files: The files that are there.
        size: Their bytes.
    """

    kind: Kind
    folder: Path
    files: tuple[Path, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """What became of deleting.

    Attributes:
        kinds: What is gone now.
        failures: Sentences: what could not be deleted, and why.
    """

    kinds: tuple[Kind, ...]
    failures: tuple[str, ...]


def all_kept(folders: UserFolders) -> tuple[Kept, ...]:
    """Every kind, also those of which nothing is there; what is for this time only is not kept."""
    return tuple(
        _kept(kind, folder, () if _is_for_this_time(folder, folders) else patterns)
        for kind, folder, patterns in _places(folders)
    )


def delete(folders: UserFolders, kinds: Collection[Kind]) -> Deleted:
    """Delete some kinds; nothing may have their files open any more."""
    failures: list[str] = []
    gone: list[Kind] = []
    for kept in all_kept(folders):
        if kept.kind not in kinds:
            continue
        told = len(failures)
        for file in kept.files:
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                failures.append(f"{file} could not be deleted ({error.strerror or error}).")
        if len(failures) == told:
            gone.append(kept.kind)
    return Deleted(tuple(gone), tuple(failures))


def _places(folders: UserFolders) -> Iterator[tuple[Kind, Path, tuple[str, ...]]]:
    """The files of each kind; SQLite and our writing keep some beside those of these names."""
    yield Kind.LIBRARY, folders.data, (f"{LIBRARY_NAME}*", _HALF_WRITTEN)
    yield Kind.CORRECTIONS, folders.data, (f"{CORRECTIONS_NAME}*",)
    yield Kind.JOURNAL, folders.data, (f"{JOURNAL_NAME}*",)
    yield Kind.LIST, folders.playlist, (f"{PLAYLIST_FILE}*", _HALF_WRITTEN)
    yield Kind.SETTINGS, folders.config, (f"{SETTINGS_FILE}*", f"{RULES_NAME}*", _HALF_WRITTEN)
    try:
        yield Kind.LOGS, log_folder(), ("*.log", "*.log.*")
    except PlaceUnavailable:  # then none is written
        yield Kind.LOGS, folders.data, ()


def _is_for_this_time(folder: Path, folders: UserFolders) -> bool:
    return folders.temporary is not None and folder.is_relative_to(folders.temporary)


def _kept(kind: Kind, folder: Path, patterns: tuple[str, ...]) -> Kept:
    found = {file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}
    files = tuple(sorted(found))
    return Kept(kind, folder, files, sum(_size(file) for file in files))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # gone meanwhile
        return 0
