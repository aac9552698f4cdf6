"""Whether an .npz file is still what was written: cut off, or changed since, it is not."""

import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.refusal import Refused

_NOT_READ = (OSError, ValueError, EOFError, RuntimeError, struct.error, zlib.error)


class Damaged(Exception):
    """An .npz file cannot be read as it was written; the text says why."""


def arrays_of(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a file that `numpy.savez` wrote, every sum proved.

    Raises:
        Damaged: It is cut off, was changed, or cannot be read.
    """
    try:
        # numpy leaves a file open that turns out to be none of its own
        with path.open("rb") as stream, np.load(stream) as kept:
            return {name: kept[name] for name in kept.files}
    except (*_NOT_READ, zipfile.BadZipFile) as error:
        raise Damaged(str(error) or "it ends too early") from error


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
