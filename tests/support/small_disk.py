"""A file system that soon runs full."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.missing import skip_for_want_of


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Has one at a new folder, or skips the test by name where a mount is refused.

    Args:
        folder: Where it is to be.
        size: As mount takes it, such as "64k".
    """
    folder.mkdir()
    mount = shutil.which("mount")
    words = [mount or "mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode:
        skip_for_want_of("a small file system (a mount is refused)")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
