"""Whether a folder or a file is there; what cannot be looked at is taken for absent.

So it is where a drive does not answer any more, or where a folder above is closed to us; the
methods of `Path` raise an error for that.
"""

import os
from pathlib import Path

from genre_desktop.core.identity import stamp_of


def is_folder(path: Path) -> bool:
    """Whether there is a folder, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112 - which raises


def is_file(path: Path) -> bool:
    """Whether there is a regular file, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113 - which raises


def has_gone(path: Path) -> bool:
    """Whether there is certainly nothing; what may only not be looked at is there."""
    try:
        stamp_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
