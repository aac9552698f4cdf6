"""The frozen teacher: mn04 on the input it was published with, 32 kHz audio and Kaldi mels."""

from functools import cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.mobilenet import MobileNet, published_network

RATE = 32_000
FFT = 1_024
WINDOW = 800
HOP = 320
MELS = 128
HIGH_HZ = 15_000.0
PRE_EMPHASIS = 0.97


class Teacher:
    """Embeds audio as the published network does."""

    def __init__(self, weights: Path) -> None:
        self._network: MobileNet = published_network(weights)

    def embed(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """The embedding (384,) of mono samples at 32 kHz."""
        with torch.no_grad():
            columns = self._network(teacher_mel(torch.from_numpy(samples))[None])
        embedding: NDArray[np.float32] = columns.mean(2)[0].numpy()
        return embedding


def teacher_mel(samples: Tensor) -> Tensor:
    """The network's own input (128, frames) of mono samples at 32 kHz."""
    emphasised = samples[1:] - PRE_EMPHASIS * samples[:-1]
    window = torch.hann_window(WINDOW, periodic=False)
    spectrum = torch.stft(emphasised, FFT, HOP, WINDOW, window, center=True, return_complex=True)
    power = spectrum.real**2 + spectrum.imag**2
    return (torch.log(_kaldi_mels() @ power + 1e-5) + 4.5) / 5


@cache
def _kaldi_mels() -> Tensor:
    """Kaldi's triangular filters (128, 513), straight on its mel scale; none at Nyquist."""
    edges = torch.linspace(0, _mel(torch.tensor(HIGH_HZ)).item(), MELS + 2)
    places = _mel(torch.arange(FFT // 2) * (RATE / FFT))
    left, centre, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising = (places - left) / (centre - left)
    falling = (right - places) / (right - centre)
    return functional.pad(torch.clamp_min(torch.minimum(rising, falling), 0), (0, 1))


def _mel(hz: Tensor) -> Tensor:
    return 1127 * torch.log1p(hz / 700)
