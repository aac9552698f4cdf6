"""The forms in which FMA's archives show sound: smoothed along frequency, held moments."""

from collections.abc import Sequence
from typing import overload

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.datasets.archive_forms import BANDS, FLOOR_DB, dct

COEFFICIENTS = 20  # what MFCC hold of the frequency axis
SNAPSHOT_STEP = 10  # frames from one snapshot to the next: 0.232 s; FMA's archive has 0.234 s
SNAPSHOT_REPEATS = 3


def cosines() -> Tensor:
    """What MFCC hold of the frequency axis: (20, 128), of length 1 each."""
    return torch.from_numpy(dct(BANDS)[:COEFFICIENTS].copy())


def held_to_floor(log_mel: Tensor) -> Tensor:
    """Log-mel (n, 128, frames) in dB below the loudest, at least -80."""
    return torch.clamp_min(log_mel - torch.amax(log_mel, (1, 2), keepdim=True), FLOOR_DB)


def smoothed(log_mel: Tensor) -> Tensor:
    """What 20 cosines hold of log-mel (n, 128, frames) in its 80-dB form."""
    held = cosines()
    return held.T @ (held @ held_to_floor(log_mel))


class Repeated(Sequence[NDArray[np.float16]]):
    """Snapshots (n, 128, moments), each moment held for some frames when it is looked at."""

    def __init__(self, taken: NDArray[np.float16], *, smooth: bool = False) -> None:
        """Look at snapshots as they are, or as 20 cosines hold them."""
        self._taken, self._smooth = taken, smooth

    def __len__(self) -> int:
        return len(self._taken)

    @overload
    def __getitem__(self, place: int) -> NDArray[np.float16]: ...

    @overload
    def __getitem__(self, place: slice) -> "Repeated": ...

    def __getitem__(self, place: int | slice) -> "NDArray[np.float16] | Repeated":
        if isinstance(place, slice):
            return Repeated(self._taken[place], smooth=self._smooth)
        taken = self._taken[place]
        if self._smooth:
            full = torch.from_numpy(taken.astype(np.float32))[None]
            taken = smoothed(full)[0].numpy().astype(np.float16)
        held: NDArray[np.float16] = taken.repeat(SNAPSHOT_REPEATS, axis=1)
        return held
