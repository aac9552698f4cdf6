"""Input maps: what lies between a feature as it is stored and a network."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

FLOOR_DB = -80.0
CENTRE_DB = -40.0
SCALE_DB = 20.0


class RelativeLevel(nn.Module):
    """Decibels counted from the loudest bin of what is heard, held to 80 dB: gain cancels."""

    def forward(self, levels: Tensor) -> Tensor:
        """Map (n, bands, frames) in dB to about −2 … 2."""
        loudest = torch.amax(levels, (1, 2), keepdim=True)
        relative = torch.clamp_min(levels - loudest, FLOOR_DB)
        return (relative - CENTRE_DB) / SCALE_DB


class FewerBands(nn.Module):
    """Neighbouring bands joined by their mean power, such as 128 mels to 64."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.bands = bands

    def forward(self, levels: Tensor) -> Tensor:
        """Map (n, k·bands, frames) in dB to (n, bands, frames) in dB."""
        joined = levels.shape[1] // self.bands
        # A sum of powers relative to the loudest, so that no power overflows.
        apart = levels.reshape(-1, self.bands, joined, levels.shape[2])
        loudest = apart.amax(2, keepdim=True)
        power = torch.exp((apart - loudest) * (np.log(10) / 10)).mean(2)
        joined_db: Tensor = loudest[:, :, 0] + torch.log(power) * (10 / np.log(10))
        return joined_db


class Standardised(nn.Module):
    """Each row (band or channel) less its mean over the training inputs, by its deviation."""

    def __init__(self, mean: NDArray[np.floating], deviation: NDArray[np.floating]) -> None:
        super().__init__()
        self.mean: Tensor
        self.deviation: Tensor
        self.register_buffer("mean", torch.from_numpy(mean.astype(np.float32)))
        self.register_buffer("deviation", torch.from_numpy(deviation.astype(np.float32)))

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, rows, …) to the same shape."""
        shape = (-1, *[1] * (heard.ndim - 2))
        return (heard - self.mean.reshape(shape)) / self.deviation.reshape(shape)


class Loudness(nn.Module):
    """Raw audio divided by its own deviation, so that gain cancels."""

    def forward(self, wave: Tensor) -> Tensor:
        """Map (n, samples) to the same shape."""
        return wave / (wave.std(1, keepdim=True) + 1e-5)


class BandMap(nn.Module):
    """A linear map between bands, the identity at first: for spectrograms made differently."""

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.linear = nn.Linear(bands, bands)
        with torch.no_grad():
            self.linear.weight.copy_(torch.eye(bands))
            self.linear.bias.zero_()

    def forward(self, levels: Tensor) -> Tensor:
        """Map (n, bands, frames) to the same shape."""
        mapped: Tensor = self.linear(levels.transpose(1, 2)).transpose(1, 2)
        return mapped
