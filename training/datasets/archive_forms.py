"""Spectrogram archives: mosaics of log-mel, MFCC of first seconds, snapshots of whole clips."""

import lzma
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.damage import Damaged, arrays_of
from training.refusal import Refused

BANDS = 128
FLOOR_DB = -80.0
_GREY_LEVELS = 255
_AT_ONCE = 500


class ArchiveUnknown(Refused):
    """A file or folder is no spectrogram archive; the text says which and what to do."""


class Form(StrEnum):
    """What an archive holds."""

    MOSAICS = "mosaics"
    MFCC = "mfcc"
    SNAPSHOTS = "snapshots"


def form_of(source: Path) -> Form:
    """Tell the forms apart by what lies there.

    Raises:
        ArchiveUnknown: It is none of them.
    """
    if (source / "clips.csv").is_file():
        return Form.MOSAICS
    if source.is_file() and source.suffix == ".npz":
        names = set(_arrays(source))
        if {"track_id", "shape", "xz", "dc", "step"} <= names:
            return Form.SNAPSHOTS
        if {"track_id", "shape", "xz", "first", "step"} <= names:
            return Form.MFCC
    message = (
        f"{source} is no spectrogram archive: neither a folder with clips.csv and mosaics nor an "
        ".npz of MFCC or snapshots."
    )
    raise ArchiveUnknown(message)


def stored_tracks(source: Path) -> NDArray[np.int64]:
    """Track numbers (n,) in an .npz archive, in its order."""
    return np.asarray(_arrays(source)["track_id"], np.int64)


def read_mfcc(source: Path) -> NDArray[np.float32]:
    """MFCC (n, frames, coefficients) of every track: differences along time, in steps, packed."""
    stored = _arrays(source)
    tracks, frames, coefficients = (int(size) for size in stored["shape"])
    packed = np.frombuffer(lzma.decompress(stored["xz"].tobytes()), np.int8)
    steps = packed.reshape(coefficients, tracks, frames).astype(np.int32)
    steps[:, :, 0] = stored["first"].T
    width = stored["step"].astype(np.float32)[:, None, None]
    levels = np.cumsum(steps, axis=2, dtype=np.int32).astype(np.float32)
    levels *= width
    return levels.transpose(1, 2, 0)


def read_snapshots(source: Path) -> NDArray[np.float16]:
    """Snapshots (n, 128 bands, 128 columns) in dB re the clip's maximum: packed block cosines."""
    stored = _arrays(source)
    tracks, high, wide = (int(size) for size in stored["shape"])
    blocks = BANDS // high, BANDS // wide
    packed = np.frombuffer(lzma.decompress(stored["xz"].tobytes()), np.int8)
    planes = packed.reshape(high, wide, tracks, *blocks)
    level = np.frombuffer(lzma.decompress(stored["dc"].tobytes()), np.int16)
    level = level.reshape(tracks, -1).cumsum(axis=1, dtype=np.int64).reshape(tracks, *blocks)
    step = stored["step"].astype(np.float32)
    pictures = np.empty((tracks, BANDS, BANDS), np.float16)
    for start in range(0, tracks, _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        cosines = planes[:, :, part].astype(np.float32)
        cosines[0, 0] += level[part]
        grey = np.einsum(
            "kf,lt,klnij->nifjt", dct(high), dct(wide), cosines * step, optimize=True
        ).reshape(-1, BANDS, BANDS)
        pictures[part] = np.clip(grey, 0, _GREY_LEVELS) * (-FLOOR_DB / _GREY_LEVELS) + FLOOR_DB
    return pictures


def _arrays(source: Path) -> dict[str, NDArray[Any]]:
    try:
        return arrays_of(source)
    except Damaged as damage:
        message = f"{source} cannot be read as an archive ({damage}); get it again."
        raise ArchiveUnknown(message) from damage


def smoothed_log_mel(mfcc: NDArray[np.float32]) -> NDArray[np.float32]:
    """The log-mel (…, 128) in dB that MFCC (…, coefficients) stand for, smooth along frequency."""
    levels: NDArray[np.float32] = mfcc @ dct(BANDS)[: mfcc.shape[-1]]
    return levels


def dct(size: int) -> NDArray[np.float32]:
    """The orthonormal DCT-II (size, size): coefficients = D @ x, x = D.T @ coefficients."""
    order, place = np.arange(size)[:, None], np.arange(size)[None, :]
    cosines = np.sqrt(2 / size) * np.cos(np.pi * order * (2 * place + 1) / (2 * size))
    cosines[0] /= np.sqrt(2)
    return np.asarray(cosines, np.float32)
