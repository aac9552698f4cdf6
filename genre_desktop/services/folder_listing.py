"""Lists folders for the browser in threads that a slow network drive may keep waiting."""

import os
import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, QStorageInfo, Qt, Signal, Slot

from genre_desktop.core.there import is_folder

MOST_AT_ONCE = 8
PATIENCE_SECONDS = 1.0  # who waits longer for a seat goes past those that hang
MOST_ENTRIES = 5_000  # of one folder; a tree with more helps nobody


class PlaceKind(StrEnum):
    """What a place is; the value names its icon."""

    HOME = "home"
    MUSIC = "note"
    DESKTOP = "desktop"
    DOWNLOADS = "download"
    DRIVE = "drive"


class Place(NamedTuple):
    """A folder from which people start."""

    path: Path
    kind: PlaceKind
    name: str


class FolderEntry(NamedTuple):
    """A folder, or a file that can be added."""

    path: Path
    is_folder: bool


class FolderListing(QObject):
    """Answers each question once, in the window's thread.

    The threads are daemons: one that waits for a drive that is gone does not keep the program
    from ending.

    Signals:
        places_found: A tuple of `Place`s.
        folder_listed: The folder's `Path`, a tuple of `FolderEntry`s, and a sentence where it
            could not be read, else empty.
    """

    places_found = Signal(tuple)
    folder_listed = Signal(Path, tuple, str)
    _places_ready = Signal(tuple)
    _folder_ready = Signal(Path, tuple, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        look: Callable[[Path], tuple[FolderEntry, ...]] | None = None,
    ) -> None:
        """Prepare to list folders.

        Args:
            parent: The Qt parent.
            look: Lists one folder; None is `music_in`.
        """
        super().__init__(parent)
        self._look = look or music_in
        self._seats = threading.Semaphore(MOST_AT_ONCE)
        self._closed = False
        self._end_lock = threading.Lock()
        self._places_ready.connect(self._tell_places, Qt.ConnectionType.QueuedConnection)
        self._folder_ready.connect(self._tell_folder, Qt.ConnectionType.QueuedConnection)

    def find_places(self) -> None:
        """Find the places that are there; `places_found` answers."""
        self._start(self._find_places)

    def list_folder(self, folder: Path) -> None:
        """List a folder; `folder_listed` answers."""
        self._start(lambda: self._list(folder))

    def close(self) -> None:
        """Answer nothing any more; the threads, for which nobody waits, may outlive this."""
        with self._end_lock:
            self._closed = True

    def _start(self, job: Callable[[], None]) -> None:
        threading.Thread(target=self._seated, args=(job,), name="folders", daemon=True).start()

    def _seated(self, job: Callable[[], None]) -> None:
        has_seat = self._seats.acquire(timeout=PATIENCE_SECONDS)
        try:
            if not self._closed:
                job()
        finally:
            if has_seat:
                self._seats.release()

    def _find_places(self) -> None:
        found = places()
        with self._end_lock:
            if not self._closed:
                self._places_ready.emit(found)

    def _list(self, folder: Path) -> None:
        try:
            answer = (folder, self._look(folder), "")
        except OSError as error:
            reason = error.strerror or str(error)
            words = self.tr("The folder cannot be read: %1.").replace("%1", reason)
            answer = (folder, (), words)
        with self._end_lock:
            if not self._closed:
                self._folder_ready.emit(*answer)

    @Slot(tuple)
    def _tell_places(self, found: tuple[Place, ...]) -> None:
        if not self._closed:
            self.places_found.emit(found)

    @Slot(object, tuple, str)
    def _tell_folder(self, folder: Path, entries: tuple[FolderEntry, ...], problem: str) -> None:
        if not self._closed:
            self.folder_listed.emit(folder, entries, problem)


def places() -> tuple[Place, ...]:
    """The user's folders that exist and the volumes beside the system's own."""
    standard = QStandardPaths.StandardLocation
    wanted = (
        (standard.MusicLocation, PlaceKind.MUSIC),
        (standard.HomeLocation, PlaceKind.HOME),
        (standard.DesktopLocation, PlaceKind.DESKTOP),
        (standard.DownloadLocation, PlaceKind.DOWNLOADS),
    )
    found: dict[Path, Place] = {}
    for location, kind in wanted:
        path = Path(QStandardPaths.writableLocation(location))
        if is_folder(path) and path not in found:
            name = QStandardPaths.displayName(location)
            found[path] = Place(path, kind, name or path.name)
    for volume in QStorageInfo.mountedVolumes():
        path = Path(volume.rootPath())
        if _is_for_people(volume) and path not in found:
            name = volume.displayName() or path.name
            found[path] = Place(path, PlaceKind.DRIVE, name)
    return tuple(found.values())


def music_in(folder: Path) -> tuple[FolderEntry, ...]:
    """Folders, then music files and playlists of a folder, by name; hidden ones are left out.

    Raises:
        OSError: The folder cannot be read.
    """
    entries = []
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            opens = _is_folder(entry)
            if opens or _can_be_added(entry.name):
                entries.append(FolderEntry(Path(entry.path), opens))
    entries.sort(key=lambda entry: (not entry.is_folder, entry.path.name.casefold()))
    return tuple(entries[:MOST_ENTRIES])


def _can_be_added(name: str) -> bool:
    # imported here: needed only after the first paint
    from genre_desktop.core.kinds import PLAYLIST_EXTENSIONS, extension_of, named_like_music

    return named_like_music(name) or extension_of(name) in PLAYLIST_EXTENSIONS


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_for_people(volume: QStorageInfo) -> bool:
    if not volume.isValid() or not volume.isReady():
        return False
    if sys.platform != "linux":
        return True
    root = volume.rootPath()  # the rest are the system's own
    return root == "/" or root.startswith(("/media/", "/mnt/", "/run/media/"))
