"""Where a window keeps what is the user's: as always, in safe mode, or nowhere."""

import os
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.places import RULES_NAME, PlaceUnavailable, config_folder, data_folder

SETTINGS_FILE = "settings.ini"
PLAYLIST_FILE = "playlist.jsonl"


class Keeping(Enum):
    """What becomes of what the user changes."""

    AS_ALWAYS = auto()
    SAFE_MODE = auto()  # settings and list begin empty and are gone at the end
    NOWHERE = auto()  # everything is gone at the end


class UserFolders(NamedTuple):
    """Folders that are there.

    Attributes:
        config: Of settings and rules.
        data: Of library, corrections and journal.
        playlist: Of the list.
        keeping: What becomes of it.
        why: Why nothing is kept, a sentence; else empty.
        temporary: A folder to be removed at the end, None without one.
    """

    config: Path
    data: Path
    playlist: Path
    keeping: Keeping = Keeping.AS_ALWAYS
    why: str = ""
    temporary: Path | None = None

    @property
    def also_own_models(self) -> bool:
        """Whether the user's model packages are offered."""
        return self.keeping is not Keeping.SAFE_MODE

    def forget(self) -> None:
        """Remove what was only for this time."""
        if self.temporary is not None:
            import shutil  # rarely needed, and never before a usual window's first paint

            shutil.rmtree(self.temporary, ignore_errors=True)


def user_folders(*, safe_mode: bool = False) -> UserFolders:
    """The folders of this start.

    Where the usual ones cannot be written, a copy of settings, rules and list serves this time.

    Raises:
        OSError: Not even a temporary folder can be made.
    """
    config, data = _usual(config_folder), _usual(data_folder)
    why = config.why or data.why
    if why or config.folder is None or data.folder is None:
        return _for_this_time(config, data, safe_mode=safe_mode)
    if safe_mode:
        empty = _temporary()
        return UserFolders(empty, data.folder, empty, Keeping.SAFE_MODE, temporary=empty)
    return UserFolders(config.folder, data.folder, data.folder)


class _Usual(NamedTuple):
    """A folder, None where it cannot be made; and why it is of no use, else empty."""

    folder: Path | None
    why: str = ""


def _usual(find: Callable[[], Path]) -> _Usual:
    try:
        folder = find()
    except PlaceUnavailable as unavailable:
        return _Usual(None, unavailable.sentence)
    is_writable = os.access(folder, os.W_OK | os.X_OK)
    return _Usual(folder, "" if is_writable else f"The folder {folder} may not be written to.")


def _for_this_time(config: _Usual, data: _Usual, *, safe_mode: bool) -> UserFolders:
    folder = _temporary()
    for_config, for_data = folder / "config", folder / "data"
    for_config.mkdir()
    for_data.mkdir()
    if not safe_mode:
        _take_over(config.folder, for_config, (SETTINGS_FILE, RULES_NAME))
        _take_over(data.folder, for_data, (PLAYLIST_FILE,))
    keeping = Keeping.SAFE_MODE if safe_mode else Keeping.NOWHERE
    why = config.why or data.why
    return UserFolders(for_config, for_data, for_data, keeping, why, folder)


def _take_over(source: Path | None, target: Path, names: tuple[str, ...]) -> None:
    if source is None:
        return
    import shutil  # see above

    for name in names:
        with suppress(OSError):  # it is not there, or not for us to read
            shutil.copyfile(source / name, target / name)


def _temporary() -> Path:
    import tempfile  # see above

    return Path(tempfile.mkdtemp(prefix="genre-desktop-"))
