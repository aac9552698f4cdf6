"""Paths that Windows refuses for their length, and what to say of them.

Windows opens long paths for a program whose manifest knows them once its switch LongPathsEnabled
is on. The extended form (two backslashes, a question mark, a backslash) would do without it, but
would have to be put in wherever a file is looked at, opened, made, renamed or watched, some ninety
places, or be taken away wherever a path is shown, compared or kept; in a place that is forgotten
one file has two names. So there is one way to long paths, and a sentence that names it.
"""

import ntpath
import os
import sys
from collections.abc import Callable
from typing import Final

TOO_LONG: Final = (
    "its path is longer than Windows allows; turn on long paths in Windows, as the user guide "
    "says, or shorten the names of its folders"
)
_MOST_UNITS: Final = 259  # of UTF-16; the 260th ends the text
_EXTENDED: Final = ("\\\\?\\", "\\\\.\\")  # how paths of any length begin


def windows_refuses() -> bool:
    """Whether this system is Windows and its switch for long paths is off."""
    if sys.platform == "win32":
        import winreg

        place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return not winreg.QueryValueEx(key, "LongPathsEnabled")[0]
        except OSError:  # a Windows that does not know the switch
            return True
    else:
        return False


def is_for_length(error: OSError, refuses: Callable[[], bool] = windows_refuses) -> bool:
    """Whether a file is "not found" only because Windows takes no path as long as that.

    Args:
        error: What the system said; it names the file.
        refuses: Says whether the system refuses long paths.
    """
    if not isinstance(error, FileNotFoundError):
        return False
    return any(map(_is_long, (error.filename, error.filename2))) and refuses()


def _is_long(name: object) -> bool:
    if not isinstance(name, str | bytes | os.PathLike):
        return False
    path = ntpath.abspath(os.fsdecode(name))  # Windows counts what it makes of a relative path
    is_extended = path.startswith(_EXTENDED)
    return not is_extended and len(path.encode("utf-16-le", "surrogatepass")) // 2 > _MOST_UNITS
