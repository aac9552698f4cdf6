"""Sees what is put on the disk, and what stands in a file's place by then."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

import pytest


class Synced(NamedTuple):
    """A file or folder that the system was asked to put on the disk.

    Attributes:
        is_folder: Whether it is a folder: after a rename in it.
        size: Of the file in bytes; 0 of a folder.
        in_place: What the watched file held at that moment, nothing where it was not there.
    """

    is_folder: bool
    size: int
    in_place: bytes


def what_is_synced(monkeypatch: pytest.MonkeyPatch, watched: Path) -> list[Synced]:
    """A list that fills with what is put on the disk from now on."""
    synced: list[Synced] = []
    put = os.fsync

    def fsync(descriptor: int) -> None:
        put(descriptor)
        status = os.fstat(descriptor)
        is_folder = stat.S_ISDIR(status.st_mode)
        in_place = watched.read_bytes() if watched.exists() else b""
        synced.append(Synced(is_folder, 0 if is_folder else status.st_size, in_place))

    monkeypatch.setattr(os, "fsync", fsync)
    return synced


def check_put_in_place(synced: list[Synced], before: bytes, after: bytes) -> None:
    """The whole content was on the disk before it took the place; then the rename was."""
    assert synced[0] == Synced(is_folder=False, size=len(after), in_place=before)
    renames = synced[1:]
    assert renames or os.name == "nt"  # Windows puts no folders on the disk
    assert all(one == Synced(is_folder=True, size=0, in_place=after) for one in renames)
