"""Networks that read time in order: raw audio, convolutions with a recurrent layer, attention."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.convolutional import as_picture


class WaveCnn(nn.Module):
    """One-dimensional convolutions over raw audio: a long strided filter, then short ones.

    Source: the M5 network (Dai et al. 2017), filters of 80 samples first.

    Attributes:
        width: Of the embedding.
    """

    def __init__(self, channels: Sequence[int], dropout: float) -> None:
        super().__init__()
        first = channels[0]
        layers: list[nn.Module] = [
            nn.Conv1d(1, first, 80, 16, bias=False),
            nn.BatchNorm1d(first),
            nn.ReLU(),
            nn.MaxPool1d(4),
        ]
        wide_in = first
        for wide in channels[1:]:
            layers += [
                nn.Conv1d(wide_in, wide, 3, padding=1, bias=False),
                nn.BatchNorm1d(wide),
                nn.ReLU(),
                nn.MaxPool1d(4),
            ]
            wide_in = wide
        self.layers = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * wide_in

    def forward(self, wave: Tensor) -> Tensor:
        """Map (n, samples) to (n, width)."""
        features = self.layers(wave[:, None])
        embedding: Tensor = self.dropout(torch.cat([features.mean(2), features.amax(2)], 1))
        return embedding


class RecurrentCnn(nn.Module):
    """Convolutions that use the bands up, then a gated recurrent unit over time, both ways.

    Source: Choi et al. 2017, "Convolutional recurrent neural networks for music classification".

    Attributes:
        width: Of the embedding.
    """

    def __init__(self, bands: int, channels: Sequence[int], units: int, dropout: float) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        wide_in = 1
        for number, wide in enumerate(channels):
            over_bands = 2 if number == 0 else min(4, bands)
            bands //= over_bands
            layers += [
                nn.Conv2d(wide_in, wide, 3, padding=1, bias=False),
                nn.BatchNorm2d(wide),
                nn.ReLU(),
                nn.MaxPool2d((over_bands, 2)),
                nn.Dropout2d(dropout),
            ]
            wide_in = wide
        self.layers = nn.Sequential(*layers)
        self.recurrent = nn.GRU(wide_in * bands, units, batch_first=True, bidirectional=True)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * units

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, bands, frames) to (n, width), the mean over time."""
        columns = self.layers(as_picture(heard)).flatten(1, 2).transpose(1, 2)
        embedding: Tensor = self.dropout(self.recurrent(columns)[0].mean(1))
        return embedding


class AttentionBlock(nn.Module):
    """Self-attention and two dense layers, each after a layer norm and beside a shortcut."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.norms = nn.ModuleList([nn.LayerNorm(width), nn.LayerNorm(width)])
        self.project = nn.Linear(width, 3 * width)
        self.join = nn.Linear(width, width)
        self.dense = nn.Sequential(
            nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """Map patches (n, patches, width) to the same shape."""
        asked, known, told = self.project(self.norms[0](x)).chunk(3, -1)
        parts = [one.unflatten(2, (self.heads, -1)).transpose(1, 2) for one in (asked, known, told)]
        attended = functional.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)
        x = x + self.dropout(self.join(attended))
        added: Tensor = x + self.dropout(self.dense(self.norms[1](x)))
        return added


class AudioTransformer(nn.Module):
    """Attention over patches of a spectrogram, placed by learnt bands and by waves along time.

    Source: the Audio Spectrogram Transformer (Gong et al. 2021), much smaller.

    Attributes:
        width: Of the embedding.
    """

    def __init__(
        self, *, bands: int, patch: int, width: int, depth: int, heads: int, dropout: float
    ) -> None:
        super().__init__()
        self.cut = nn.Conv2d(1, width, patch, patch)
        self.band_places = nn.Parameter(torch.zeros(width, bands // patch, 1))
        nn.init.trunc_normal_(self.band_places, std=0.02)
        self.blocks = nn.Sequential(
            *(AttentionBlock(width, heads, dropout) for _ in range(depth)), nn.LayerNorm(width)
        )
        self.width = width

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, bands, frames) to (n, width), the mean over patches."""
        patches = self.cut(as_picture(heard)) + self.band_places
        patches = patches + self._time_places(patches)[:, None]
        embedding: Tensor = self.blocks(patches.flatten(2).transpose(1, 2)).mean(1)
        return embedding

    def _time_places(self, patches: Tensor) -> Tensor:
        """Sines and cosines (width, columns) of rising length (Vaswani et al. 2017)."""
        half = self.width // 2
        waves = torch.exp(torch.arange(half) * (-math.log(1000.0) / half)).to(patches)
        # A running sum instead of arange keeps the number of columns open in an exported graph.
        columns = torch.ones_like(patches[0, 0, 0]).cumsum(0) - 1
        angles = waves[:, None] * columns[None]
        return torch.cat([angles.sin(), angles.cos()], 0)
