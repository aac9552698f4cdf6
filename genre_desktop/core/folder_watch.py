"""Says which music arrives or changes in folders, once each file has come to rest."""

import errno
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from genre_desktop.core.exclude import Exclusion
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.kinds import holds_music, is_sheet, may_be_music, named_like_music
from genre_desktop.core.parts import names_in, parts_by, sheet_parts
from genre_desktop.core.settling import SETTLE_SECONDS, Settling
from genre_desktop.core.skipped import Skipped
from genre_desktop.core.there import has_gone, is_file, is_folder
from genre_desktop.core.track import Track
from genre_desktop.core.walk import Walk
from genre_desktop.dsp.printable import one_line

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5  # from one look at what is restless to the next
POLL_SECONDS = 30.0  # from one look through folders to the next, where the system does not tell


class Observing(Protocol):
    """What tells of changes below a folder, from a thread of its own.

    Attributes:
        follows_folders: Whether it also tells of what happens below a folder that came as a whole.
    """

    @property
    def follows_folders(self) -> bool:
        """Whether it tells of that."""
        ...

    def observe(self, folder: Path, tell: Callable[[Path, bool], None]) -> None:
        """Calls `tell` with each path that changes, and whether it is a folder.

        Raises:
            OSError: The system cannot watch it.
        """
        ...

    def close(self) -> None:
        """Tells no more."""
        ...


class FolderWatch:
    """Watches folders with all below them; used in one thread, which waits for what arrives.

    A folder that goes, as with a drive, is watched again once it is back; what is in it then is
    taken for new, and is answered by whoever knows it.

    Args:
        folders: Absolute.
        tell: Takes sentences for the user.
        exclude: Patterns of what is left out, as `Exclusion` reads them.
        settle_seconds: How long a file must keep still.
        clock: Gives seconds, see `Settling`.
        by_system: Makes what tells of changes as the system does.
        by_polling: Makes what looks for changes by itself.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        tell: Callable[[str], None],
        exclude: Iterable[str] = (),
        *,
        settle_seconds: float = SETTLE_SECONDS,
        clock: Callable[[], float] | None = None,
        by_system: Callable[[], Observing] | None = None,
        by_polling: Callable[[], Observing] | None = None,
    ) -> None:
        self._folders = tuple(folders)
        self._tell = tell
        self._exclusion = Exclusion(exclude)
        self._settling = Settling(settle_seconds, clock)
        self._changes: SimpleQueue[tuple[Path, bool]] = SimpleQueue()
        self._own: dict[Path, Stamp] = {}
        self._in_parts: set[Path] = set()
        self._makers = [by_system or _told_by_the_system, by_polling or _polling]
        self._observing: dict[Path, Observing] = {}
        self._was_told_of_polling = False
        for folder in self._folders:
            self._begin(folder)

    def close(self) -> None:
        """Ends the threads that watch."""
        for observing in self._observing.values():
            observing.close()
        self._observing.clear()

    def is_at_rest(self, path: Path) -> bool:
        """Whether a file may be heard now; one that was just written arrives later by itself."""
        return not self._settling.was_just_written(path)

    def note(self, track: Track) -> None:
        """Remember whether a file was taken in parts: it comes anew once its sheet is gone."""
        if track.span is None:
            self._in_parts.discard(track.path)
        else:
            self._in_parts.add(track.path)

    def leaves_out(self, path: Path) -> bool:
        """Whether the patterns leave a file out."""
        root = self._root_of(path)
        return root is not None and self._is_left_out(path.relative_to(root).parts)

    def expect(self, path: Path) -> None:
        """Take no notice of a file as it is now: this program wrote it."""
        try:
            self._own[path] = stamp_of(path)
        except OSError:
            self._own.pop(path, None)

    def wait(self, seconds: float) -> tuple[Path, ...]:
        """Files that have arrived or changed and are at rest, after waiting at most so long.

        A file whose CUE sheet arrives, changes or goes comes anew, once both are at rest.
        """
        ends = time.monotonic() + seconds
        while True:
            self._look_after_folders()
            self._take_changes(min(_LOOK_SECONDS, max(0.0, ends - time.monotonic())))
            arrived = self._arrived()
            if arrived or time.monotonic() >= ends:
                return arrived

    def _arrived(self) -> tuple[Path, ...]:
        found: dict[Path, None] = {}
        settled = [path for path in self._settling.settled() if self._is_news(path)]
        restless = {path.parent for path in self._settling if is_sheet(path.name)}
        for path in (*settled, *self._settling.missed()):
            if is_sheet(path.name):
                found.update((file, None) for file in self._divided(path))
            elif path.parent in restless:  # which may be the one that says what it holds
                self._settling.touch(path)
            else:
                found[path] = None
        return tuple(found)

    def _divided(self, sheet: Path) -> list[Path]:
        """The files that a sheet divides, and those in its folder that none divides any more."""
        folder = sheet.parent
        names = [name for name in names_in(folder) if not self.leaves_out(folder / name)]
        by_any = sheet_parts(folder, names).by_file
        by_it = parts_by(sheet).by_file if sheet.name in names else {}
        whole = (file for file in self._in_parts if file.parent == folder)
        files = [folder / name for name, parts in by_it.items() if parts]
        files += sorted(file for file in whole if not by_any.get(file.name))
        return [file for file in files if self._may_come_anew(file)]

    def _may_come_anew(self, path: Path) -> bool:
        """Whether a file is there and wanted, and not one that comes by itself."""
        is_wanted = self._is_wanted(path) and is_file(path)
        return is_wanted and path not in self._settling and self.is_at_rest(path)

    def _begin(self, folder: Path) -> None:
        """Watches a folder, by polling where the system cannot."""
        if not is_folder(folder):
            self._tell(f"{one_line(str(folder))} is not there; it is watched once it is.")
            return
        for make in self._makers:
            observing = make()
            try:
                observing.observe(
                    folder, lambda path, is_folder: self._changes.put((path, is_folder))
                )
            except OSError as error:
                observing.close()
                self._tell_of_polling(error)
            else:
                before = self._observing.pop(folder, None)
                self._observing[folder] = observing
                if before is not None:
                    before.close()
                return

    def _tell_of_polling(self, error: OSError) -> None:
        log.warning("Folders cannot be watched: %s", error)
        if self._was_told_of_polling:
            return
        self._was_told_of_polling = True
        reason = (
            "the system has no more watches to give"
            if error.errno in {errno.ENOSPC, errno.EMFILE}
            else error.strerror or str(error)
        )
        self._tell(
            f"Changes are looked for every {POLL_SECONDS:.0f} seconds instead of being told at "
            f"once: {reason}."
        )

    def _look_after_folders(self) -> None:
        """Lets go of folders that have gone, and takes up those that are back."""
        for folder in self._folders:
            is_there = is_folder(folder)
            if folder in self._observing and not is_there:
                self._observing.pop(folder).close()
                self._tell(
                    f"{one_line(str(folder))} has gone; it is watched again once it is back."
                )
            elif folder not in self._observing and is_there:
                self._begin(folder)
                self._changes.put((folder, True))

    def _take_changes(self, seconds: float) -> None:
        """Takes what has changed so far, after waiting for the first at most so long."""
        folders: dict[Path, None] = {}
        try:
            path, is_folder = self._changes.get(timeout=seconds)
            while True:
                if is_folder:
                    folders[path] = None
                else:
                    self._touch(path)
                path, is_folder = self._changes.get_nowait()
        except Empty:
            self._take_folders(tuple(folders))

    def _take_folders(self, arrived: tuple[Path, ...]) -> None:
        """Looks into folders that came as a whole, once what happens in them is told, too."""
        for root, observing in list(self._observing.items()):
            is_concerned = any(folder.is_relative_to(root) for folder in arrived)
            if is_concerned and not observing.follows_folders and is_folder(root):
                self._begin(root)
        for folder in arrived:
            for file in self._files_below(folder):
                self._touch(file)

    def _touch(self, path: Path) -> None:
        if not self._is_wanted(path):
            return
        self._settling.touch(path)
        if is_sheet(path.name) and has_gone(path):
            self._settling.miss(path)

    def _files_below(self, folder: Path) -> Iterator[Path]:
        """A folder may arrive as a whole, or be filled before it is watched."""
        for found in Walk(Exclusion(())).folders(folder):
            if not isinstance(found, Skipped):
                yield from (found.path / name for name in found.files)

    def _is_wanted(self, path: Path) -> bool:
        root = self._root_of(path)
        if root is None or not (may_be_music(path.name) or is_sheet(path.name)):
            return False
        names = path.relative_to(root).parts
        is_hidden = any(name.startswith(".") for name in names)
        return bool(names) and not is_hidden and not self._is_left_out(names)

    def _root_of(self, path: Path) -> Path | None:
        return next((one for one in self._folders if path.is_relative_to(one)), None)

    def _is_left_out(self, names: tuple[str, ...]) -> bool:
        above = ("/".join(names[: count + 1]) for count in range(len(names) - 1))
        return any(
            self._exclusion.leaves_out(folder, is_folder=True) for folder in above
        ) or self._exclusion.leaves_out("/".join(names), is_folder=False)

    def _is_news(self, path: Path) -> bool:
        """Whether a file that came to rest is music, or a sheet, that somebody else wrote."""
        try:
            if self._own.pop(path, None) == stamp_of(path):
                return False
            is_known = named_like_music(path.name) or is_sheet(path.name)
            return path.is_file() and (is_known or holds_music(path))
        except OSError:
            return False


def _told_by_the_system() -> Observing:
    from genre_desktop.core.watchdog_observing import Watchdog

    return Watchdog()


def _polling() -> Observing:
    from genre_desktop.core.watchdog_observing import Watchdog

    return Watchdog(poll_seconds=POLL_SECONDS)


def absolute_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Folders without those that lie in another of them."""
    folders = sorted({Path(os.path.realpath(path)) for path in paths})
    return tuple(
        folder
        for folder in folders
        if not any(folder != other and folder.is_relative_to(other) for other in folders)
    )
