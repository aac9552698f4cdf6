"""Changes below a folder as watchdog tells of them."""

import os
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# What is only opened or read is no news; asked for by name, the system does not tell.
_NEWS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileClosedEvent,
    DirCreatedEvent,
    DirMovedEvent,
]


class Watchdog:
    """Tells of changes below folders, in a thread of its own.

    Args:
        poll_seconds: Look for changes that often instead of being told by the system.
    """

    def __init__(self, poll_seconds: float | None = None) -> None:
        self._observer: BaseObserver = (
            Observer() if poll_seconds is None else PollingObserver(timeout=poll_seconds)
        )
        self._observer.start()

    @property
    def follows_folders(self) -> bool:
        """Whether folders that were moved in are followed, which only polling does."""
        return isinstance(self._observer, PollingObserver)

    def observe(self, folder: Path, tell: Callable[[Path, bool], None]) -> None:
        """Call `tell` with each path that changes, and whether it is a folder.

        Raises:
            OSError: The system cannot watch it.
        """
        self._observer.schedule(_Telling(tell), str(folder), recursive=True, event_filter=_NEWS)

    def close(self) -> None:
        """End the thread; nothing is told any more."""
        self._observer.stop()
        self._observer.join()


class _Telling(FileSystemEventHandler):
    def __init__(self, tell: Callable[[Path, bool], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hands on where something is now, and where a file was."""
        if event.dest_path and not event.is_directory:
            self._tell(Path(os.fsdecode(event.src_path)), event.is_directory)
        place = event.dest_path or event.src_path
        self._tell(Path(os.fsdecode(place)), event.is_directory)
