"""Two-dimensional convolutional networks from nothing, over spectrograms and pictures."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def as_picture(heard: Tensor) -> Tensor:
    """Spectrograms (n, bands, frames) as pictures of one channel; pictures stay as they are."""
    return heard[:, None] if heard.ndim == 3 else heard


def mean_and_maximum(features: Tensor) -> Tensor:
    """Feature maps (n, channels, bands, frames) to (n, 2·channels) over both axes."""
    return torch.cat([features.mean((2, 3)), features.amax((2, 3))], 1)


class GrowingCnn(nn.Module):
    """Convolutions with growing filters, each with batch norm, ReLU, pooling and dropout.

    Attributes:
        width: Of the embedding.
    """

    def __init__(
        self,
        bands: int,
        channels: Sequence[int],
        dropout: float,
        pools: Sequence[Sequence[int]] = (),
    ) -> None:
        """Make the layers.

        Args:
            bands: Rows of the input; where they are used up, only time is pooled.
            channels: Filters of each layer.
            dropout: Share of feature maps dropped after each layer, and of the embedding.
            pools: (bands, frames) of each layer's pooling, 2 × 2 where none is named.
        """
        super().__init__()
        layers: list[nn.Module] = []
        wide_in = 1
        for number, wide in enumerate(channels):
            over_bands, over_frames = pools[number] if number < len(pools) else (2, 2)
            over_bands = min(over_bands, bands)
            bands //= over_bands
            layers += [
                nn.Conv2d(wide_in, wide, 3, padding=1, bias=False),
                nn.BatchNorm2d(wide),
                nn.ReLU(),
                nn.MaxPool2d((over_bands, over_frames)),
                nn.Dropout2d(dropout),
            ]
            wide_in = wide
        self.layers = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * wide_in

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, bands, frames) to (n, width)."""
        embedding: Tensor = self.dropout(mean_and_maximum(self.layers(as_picture(heard))))
        return embedding


class PictureCnn(nn.Module):
    """(Conv-Conv-Pool) × 3, Conv, Pool, Dense 10 tanh, Dense 12 tanh, over pictures.

    The layout that is told of GTZAN's spectrogram pictures, 90 % on training and 40 % on test
    data; it names no filters, ours double from `first`.
    """

    width = 12

    def __init__(self, height: int, length: int, channels: int, first: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        wide_in = channels
        for wide in (first, 2 * first, 4 * first):
            layers += [nn.Conv2d(wide_in, wide, 3, padding=1), nn.ReLU()]
            layers += [nn.Conv2d(wide, wide, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
            wide_in = wide
        layers += [nn.Conv2d(wide_in, 8 * first, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        flat = 8 * first * (height // 16) * (length // 16)
        layers += [nn.Flatten(), nn.Linear(flat, 10), nn.Tanh(), nn.Linear(10, 12), nn.Tanh()]
        self.layers = nn.Sequential(*layers)
        for layer in layers:
            if isinstance(layer, nn.Conv2d | nn.Linear):
                # Glorot and Bengio 2010; from PyTorch's smaller weights seven layers learn nothing.
                nn.init.xavier_uniform_(layer.weight)
                nn.init.zeros_(layer.bias)

    def forward(self, pictures: Tensor) -> Tensor:
        """Map (n, channels, height, length) to (n, 12)."""
        embedding: Tensor = self.layers(pictures)
        return embedding


class Mel64Cnn(nn.Module):
    """The published network over 64 mels of three seconds: Dong 2018 (arXiv 1802.09697).

    Two convolutions of 64 filters, 3 × 3 and 3 × 5, each pooled 2 × 4, and 32 hidden units. The
    published one hears 256 frames of 11.6 ms, ours 130 of 23 ms.
    """

    width = 32

    def __init__(self, bands: int, frames: int, dropout: float) -> None:
        super().__init__()
        high, wide = ((bands - 2) // 2 - 2) // 2, ((frames - 2) // 4 - 4) // 4
        self.layers = nn.Sequential(
            nn.Conv2d(1, 64, (3, 3)),
            nn.ReLU(),
            nn.MaxPool2d((2, 4)),
            nn.Conv2d(64, 64, (3, 5)),
            nn.ReLU(),
            nn.MaxPool2d((2, 4)),
            nn.Dropout(dropout),
            nn.Flatten(),
            nn.Linear(64 * high * wide, self.width),
            nn.ReLU(),
            nn.Dropout(dropout),
        )

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, 64, frames) to (n, 32)."""
        embedding: Tensor = self.layers(as_picture(heard))
        return embedding
