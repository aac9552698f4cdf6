"""Temporary files beside music files: recognisable, and gone after the next start."""

import os
import secrets
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

_PREFIX = ".genre-desktop-"
_HEX_DIGITS = 16


def temporary_beside(path: Path) -> Path:
    """A free name in the same folder; the extension stays, since some formats are told by it."""
    return path.with_name(f"{_PREFIX}{secrets.token_hex(_HEX_DIGITS // 2)}{path.suffix}")


def remove_strays(folders: Iterable[Path], but: Collection[Path] = ()) -> int:
    """Removes what a run that died left in these folders, and says how many there were.

    Args:
        folders: Where it wrote.
        but: Files that are still needed.
    """
    removed = 0
    for folder in folders:
        with suppress(OSError):  # a folder or drive that has gone: nothing of ours is in use there
            for name in os.listdir(folder):  # noqa: PTH208 - names may be undecodable
                if _is_ours(name) and folder / name not in but:
                    with suppress(OSError):
                        (folder / name).unlink()
                        removed += 1
    return removed


def _is_ours(name: str) -> bool:
    digits = name.removeprefix(_PREFIX)[:_HEX_DIGITS]
    is_hex = len(digits) == _HEX_DIGITS and set(digits) <= set("0123456789abcdef")
    return name.startswith(_PREFIX) and is_hex
