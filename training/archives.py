"""Readers of GTZAN's spectrogram archive: grey mosaics of log-mel with single frames missing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch.nn import functional

from training.data import required, required_arrays, rows_of

MEL_BANDS = 128
FLOOR_DB = -80.0
GREY_LEVELS_PER_STEP = 6
DB_PER_STEP = 2.0
NEIGHBOURS = 4  # frames on either side of a missing one that the filling network sees
FILL_SCALE_DB = 10.0


@dataclass(frozen=True, slots=True)
class ArchivedClip:
    """A clip's spectrogram as the archive holds it.

    Attributes:
        name: Such as "blues.00017".
        log_mel: float32 (128, frames), dB relative to the clip's maximum.
        exact: bool (frames,), False where the frame was filled from its neighbours.
        reference_db: Added to `log_mel` it gives absolute levels.
    """

    name: str
    log_mel: NDArray[np.float32]
    exact: NDArray[np.bool_]
    reference_db: float


def gtzan_archive(
    folder: Path, learned_fill: bool, names: Collection[str] | None = None
) -> Iterator[ArchivedClip]:
    """Every clip of the mosaics in `folder`, genre by genre.

    Args:
        folder: Holds clips.csv, one PNG a genre and exact_frames_and_interpolator.npz.
        learned_fill: Fill missing frames by the network beside the mosaics, else linearly.
        names: Only these clips, None for all.

    Raises:
        DataMissing: A file is not there, or the arrays are damaged.
    """
    genre, mosaic = "", np.empty((0, 0), np.uint8)
    beside = required_arrays(folder / "exact_frames_and_interpolator.npz")
    for row in rows_of(folder / "clips.csv"):
        if names is not None and row["clip"] not in names:
            continue
        if row["clip"].split(".")[0] != genre:
            genre = row["clip"].split(".")[0]
            mosaic = _mosaic(required(folder / f"{genre}.png"))
        frames, top = int(row["frames"]), MEL_BANDS * int(row["row"])
        kept = beside[f"exact_{frames}"]
        tile = mosaic[top : top + MEL_BANDS, : len(kept)][::-1]  # low bands lie at the bottom
        log_mel = filled_linearly(grey_to_db(tile), kept, frames)
        exact = np.zeros(frames, bool)
        exact[kept] = True
        if learned_fill:
            log_mel[:, ~exact] = learned_frames(log_mel, exact, beside)
        limits = -float(row["range_db"]), 0.0
        yield ArchivedClip(row["clip"], np.clip(log_mel, *limits), exact, float(row["ref_db"]))


def grey_to_db(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Levels in dB re the clip's maximum that the mosaics' grey values stand for."""
    return (grey.astype(np.float32) / GREY_LEVELS_PER_STEP * DB_PER_STEP + FLOOR_DB).astype(
        np.float32
    )


def filled_linearly(
    known: NDArray[np.float32], kept: NDArray[np.int64], frames: int
) -> NDArray[np.float32]:
    """Spread frames to their places and interpolate each band between them.

    Args:
        known: (bands, len(kept)) levels.
        kept: Frame numbers of the columns of `known`, ascending.
        frames: How many frames the result has.
    """
    places = np.arange(frames)
    bands = [np.interp(places, kept, levels) for levels in known]
    return np.stack(bands).astype(np.float32)


def _mosaic(path: Path) -> NDArray[np.uint8]:
    allowed, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # mosaics are large on purpose
    try:
        with Image.open(path) as picture:
            return np.asarray(picture, dtype=np.uint8)
    finally:
        Image.MAX_IMAGE_PIXELS = allowed


def learned_frames(
    log_mel: NDArray[np.float32],
    exact: NDArray[np.bool_],
    beside: Mapping[str, NDArray[np.float16]],
) -> NDArray[np.float32]:
    """Missing frames (128, missing) by four convolutions over the bands of the frames around."""
    missing = np.nonzero(~exact)[0]
    around = missing[:, None] + np.arange(2 * NEIGHBOURS + 1)
    padded = np.pad(log_mel, ((0, 0), (NEIGHBOURS, NEIGHBOURS)), mode="edge")
    known = np.pad(exact.astype(np.float32), NEIGHBOURS)[around][:, :, None]
    base = log_mel[:, missing].T
    levels = (padded[:, around].transpose(1, 2, 0) - base[:, None]) / FILL_SCALE_DB
    x = torch.from_numpy(np.concatenate([levels, known.repeat(MEL_BANDS, 2)], 1).astype(np.float32))
    for layer in (0, 2, 4, 6):
        weight = torch.from_numpy(beside[f"net_n.{layer}.weight"].astype(np.float32))
        bias = torch.from_numpy(beside[f"net_n.{layer}.bias"].astype(np.float32))
        x = functional.conv1d(x, weight, bias, padding=weight.shape[2] // 2)
        if layer < 6:
            x = functional.gelu(x, approximate="tanh")
    return np.asarray((base + FILL_SCALE_DB * x[:, 0].numpy()).T, np.float32)
