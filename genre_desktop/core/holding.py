"""Whether a batch goes on, and with what: not while it is paused, nor while its folder is gone."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from genre_desktop.core.drives import device_of
from genre_desktop.core.there import is_folder
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import Problem

_MAY_BE_THE_DRIVES = frozenset({Problem.MISSING, Problem.UNREADABLE})


class Holding:
    """Asked before each track; told of pauses, from whatever thread.

    Args:
        tell: Takes sentences for the user, in the thread of the batch.
        roots: Folders in which the tracks lie. Where the drive of one of them goes, as one that is
            unplugged, its files are no problems of their own; they are where the user deletes
            them.
        device: Tells the drive that a folder lies on, None where there is no such folder.
    """

    def __init__(
        self,
        tell: Callable[[str], None],
        roots: Iterable[Path] = (),
        device: Callable[[Path], int | None] = device_of,
    ) -> None:
        self._tell, self._device = tell, device
        self._drives: dict[Path, int | None] = {}
        self._lost: Path | None = None
        self._met: Path | None = None
        self.add_roots(roots)
        self._paused = threading.Event()
        self._preferred: dict[Track, int] = {}
        self._hands_out: Callable[[Track], None] = lambda _: None
        self._puts_back: Callable[[Track], None] = lambda _: None

    @property
    def is_paused(self) -> bool:
        """Whether the user wants nothing to be begun."""
        return self._paused.is_set()

    @property
    def is_held(self) -> bool:
        """Whether nothing is begun, as far as is known: files and folders are not looked at."""
        return self.is_paused or self._lost is not None

    def pause(self) -> None:
        """Begin no track from now on; those that are begun are heard to their end."""
        self._paused.set()

    def resume(self) -> None:
        """Go on."""
        self._paused.clear()

    def prefer(self, tracks: Iterable[Track]) -> None:
        """Begin these before all others that wait, in this order, and none of those before."""
        self._preferred = {track: place for place, track in enumerate(tracks)}

    def first_of(self, waiting: Iterable[Track]) -> int:
        """The place of the track to begin with among some that wait."""
        preferred = self._preferred
        if not preferred:
            return 0
        last = len(preferred)
        places = [preferred.get(track, last) for track in waiting]
        return places.index(min(places))

    def tell_of_turns(
        self, hands_out: Callable[[Track], None], puts_back: Callable[[Track], None]
    ) -> None:
        """Have each track told that a worker is to hear, and each that waits again after that.

        Both are told in the thread of the batch.
        """
        self._hands_out, self._puts_back = hands_out, puts_back

    def hands_out(self, track: Track) -> None:
        """A worker is to hear it as soon as it can."""
        self._hands_out(track)

    def puts_back(self, track: Track) -> None:
        """No worker is to hear it any more before it is handed out once more."""
        self._puts_back(track)

    def add_roots(self, roots: Iterable[Path]) -> None:
        """Further folders in which tracks lie."""
        drives = {root: self._device_near(root) for root in roots if root not in self._drives}
        self._drives = {**self._drives, **drives}

    def meets(self, folder: Path) -> None:
        """A track lies in that folder, perhaps on a drive of which no root tells.

        So it is with files that are named one by one or by a playlist, and behind links.
        """
        if folder == self._met:
            return
        device, self._met = self._device_near(folder), folder
        known = self._drives.items()
        if device is not None and not any(
            device == on and folder.is_relative_to(root) for root, on in known
        ):
            self.add_roots([self._top_of_drive(folder, device)])

    def takes_back(self, outcome: Outcome) -> bool:
        """Whether a file could not be read only because its folder has gone; it waits then."""
        problem = outcome.problem
        if problem is None or problem.problem not in _MAY_BE_THE_DRIVES:
            return False
        path = outcome.track.path
        roots = (root for root in self._drives if path.is_relative_to(root))
        above = (root for root in roots if self._is_gone(root))
        lost = next(above, None)
        if lost is None:
            return False
        if self._lost is None:
            self._lost = lost
            self._tell(
                f"{one_line(str(lost))} has gone, as with a drive that was unplugged; listening "
                "waits until it is back."
            )
        return True

    def holds(self) -> bool:
        """Whether no track is to be begun now."""
        lost = self._lost
        if lost is not None and not self._is_gone(lost):
            self._lost = None
            self._tell(f"{one_line(str(lost))} is back; listening goes on.")
        return self.is_held

    def _is_gone(self, root: Path) -> bool:
        """Whether the drive of a folder is away; not where only the folder or its files are."""
        if self._device_near(root) == self._drives[root]:
            return False
        return _is_empty(root)  # one that is back may have another number

    def _top_of_drive(self, folder: Path, device: int) -> Path:
        """The outermost folder around one that lies on the same drive."""
        top = folder
        for above in folder.parents:
            if self._device_near(above) != device:
                break
            top = above
        return top

    def _device_near(self, root: Path) -> int | None:
        """The drive of a folder, or of the innermost one above it that is there."""
        try:
            found = (self._device(folder) for folder in (root, *root.parents))
            return next((device for device in found if device is not None), None)
        except OSError:  # a drive that does not answer any more
            return None


def folders_among(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Those paths that are folders, from the root."""
    return tuple(path.absolute() for path in paths if is_folder(path))


def _is_empty(root: Path) -> bool:
    """Whether a folder is not there, cannot be read, or is the empty place of a drive."""
    try:
        with os.scandir(root) as entries:
            return next(entries, None) is None
    except OSError:
        return True
