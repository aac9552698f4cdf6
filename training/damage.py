"""Whether an .npz file is still what was written: cut off, or changed since, it is not."""

import struct
import zipfile
import zlib
from pathlib import Path

from training.refusal import Refused

_NOT_READ = (OSError, ValueError, EOFError, RuntimeError, struct.error, zlib.error)


def damage_of(path: Path) -> str:
    """What is wrong with a file that `numpy.savez` wrote; empty where every sum is right."""
    try:
        with zipfile.ZipFile(path) as kept:
            torn = kept.testzip()
    except (*_NOT_READ, zipfile.BadZipFile) as error:
        return str(error) or "it ends too early"
    return f"its part {torn} is damaged" if torn else ""


def refuse_damaged(path: Path, remedy: str) -> None:
    """Refuse a file that is damaged or missing.

    Args:
        path: Of an .npz file.
        remedy: What to do, as the end of a sentence.

    Raises:
        Refused: It is.
    """
    damage = damage_of(path)
    if damage:
        raise Refused(f"{path} cannot be read ({damage}); {remedy}.")
