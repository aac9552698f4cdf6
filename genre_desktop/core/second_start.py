"""Hands what a second start of the program was given to the window that is open already.

The window listens at a socket of the system, or a pipe on Windows, that only its user reaches: one
for each profile and each screen. Nothing of it is on a network, and nothing is imported for it at a
start that finds no such place.
"""

import os
import stat
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.places import user_data_place

LONGEST_BYTES = 16 * 1024 * 1024  # no command line is longer
TAKEN = b"taken"

_FORM = b"genre-desktop 1"
_PATIENCE_SECONDS = 5.0  # a window that takes longer hangs
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # Wayland's, X11's


class Meeting(NamedTuple):
    """Where the window of a user, a profile and a screen listens.

    Attributes:
        key: The profile and the screen.
        address: Of the socket or the pipe.
    """

    key: bytes
    address: str

    @property
    def family(self) -> str:
        """What the address is to `multiprocessing.connection`."""
        return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


class Handover(NamedTuple):
    """What a second start hands over.

    Attributes:
        paths: Files, folders and playlists, absolute.
        token: The desktop's leave to come to the front, empty without one.
    """

    paths: tuple[Path, ...]
    token: str = ""


def meeting() -> Meeting | None:
    """Where the window listens, None where no folder is the user's alone."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    key = os.fsencode(os.path.realpath(user_data_place())) + b"\n" + os.fsencode(screen)
    name = f"genre-desktop-{zlib.crc32(key):08x}"  # the key is compared where two have one name
    if sys.platform == "win32":
        return Meeting(key, rf"\\.\pipe\{os.environ.get('USERNAME', '')}-{name}")
    folder = _folder_of_sockets()
    return None if folder is None else Meeting(key, str(folder / name))


def hand_over(paths: Sequence[Path]) -> bool:
    """Give paths to the window that is open; False where there is none that takes them."""
    place = meeting()
    if place is None or (sys.platform != "win32" and not os.path.lexists(place.address)):
        return False
    from multiprocessing.connection import Client  # only where somebody may listen

    token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
    handover = Handover(tuple(path.absolute() for path in paths), token)
    try:
        with Client(place.address, place.family) as connection:
            connection.send_bytes(packed(handover, place.key))
            return connection.poll(_PATIENCE_SECONDS) and connection.recv_bytes(64) == TAKEN
    except (OSError, EOFError):  # it ended, however that came about
        return False


def packed(handover: Handover, key: bytes) -> bytes:
    """The bytes of what is handed over."""
    paths = (os.fsencode(path) for path in handover.paths)
    return b"\0".join((_FORM, key, os.fsencode(handover.token), *paths))


def unpacked(message: bytes, key: bytes) -> Handover | None:
    """What is handed over, None where it is meant for another window or is of another version."""
    form, _, rest = message.partition(b"\0")
    meant_for, _, rest = rest.partition(b"\0")
    if (form, meant_for) != (_FORM, key):
        return None
    token, *paths = rest.split(b"\0")
    return Handover(tuple(Path(os.fsdecode(path)) for path in paths), os.fsdecode(token))


def _folder_of_sockets() -> Path | None:
    """The folder of this session, else one of ours where all have theirs; both short enough."""
    told = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if told.is_absolute() and _is_ours_alone(told):
        return told
    own = Path(os.environ.get("TMPDIR") or "/tmp", f"genre-desktop-{os.getuid()}")  # noqa: S108 - checked below to be ours alone
    with suppress(OSError):  # it is there, or cannot be
        own.mkdir(mode=0o700)
    return own if _is_ours_alone(own) else None


def _is_ours_alone(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.getuid()
        and not stat.S_IMODE(status.st_mode) & 0o077
    )
