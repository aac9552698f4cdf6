"""Opening regular files only: a named pipe would block for ever, a device never ends."""

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotRegular(OSError):
    """What lies at the path is a folder, a pipe, a device or a socket."""


def open_regular(path: Path) -> BinaryIO:
    """Opens a regular file for reading, whatever lay there when it was last looked at.

    Raises:
        NotRegular: It is something else.
        OSError: It cannot be opened.
    """
    file = open(path, "rb", opener=_open_at_once)  # noqa: SIM115 - the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotRegular(f"{path} is not a regular file")
    return file


def read_limited(path: Path, limit_bytes: int) -> bytes:
    """The content of a small file.

    Raises:
        NotRegular: It is no regular file.
        OSError: It cannot be read, or is longer than `limit_bytes`.
    """
    with open_regular(path) as file:
        content = file.read(limit_bytes + 1)
    if len(content) > limit_bytes:
        raise OSError(f"{path} is longer than {limit_bytes} bytes")
    return content


def _open_at_once(name: str, flags: int) -> int:
    # POSIX: a pipe without a writer opens without waiting; regular files do not care
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
