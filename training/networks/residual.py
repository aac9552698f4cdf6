"""A small residual network of depthwise separable convolutions over spectrograms."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.networks.convolutional import as_picture, mean_and_maximum


class SeparableBlock(nn.Module):
    """Depthwise 3 × 3, pointwise, batch norm after each, beside a shortcut.

    Source: MobileNet's factorisation (Howard et al. 2017) with residuals (He et al. 2016).
    """

    def __init__(self, wide_in: int, wide: int, stride: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(wide_in, wide_in, 3, stride, 1, groups=wide_in, bias=False),
            nn.BatchNorm2d(wide_in),
            nn.ReLU(),
            nn.Conv2d(wide_in, wide, 1, bias=False),
            nn.BatchNorm2d(wide),
        )
        self.shortcut: nn.Module = nn.Identity()
        if stride > 1 or wide_in != wide:
            self.shortcut = nn.Sequential(
                nn.AvgPool2d(stride, ceil_mode=True),
                nn.Conv2d(wide_in, wide, 1, bias=False),
                nn.BatchNorm2d(wide),
            )

    def forward(self, x: Tensor) -> Tensor:
        """Map (n, wide_in, bands, frames) to (n, wide, …), smaller by the stride."""
        return torch.relu(self.layers(x) + self.shortcut(x))


class DepthwiseCnn(nn.Module):
    """A strided stem and two separable residual blocks for each width.

    Attributes:
        width: Of the embedding.
    """

    def __init__(self, channels: Sequence[int], dropout: float) -> None:
        super().__init__()
        stem = channels[0]
        layers: list[nn.Module] = [
            nn.Conv2d(1, stem, 3, 2, 1, bias=False),
            nn.BatchNorm2d(stem),
            nn.ReLU(),
        ]
        wide_in = stem
        for wide in channels[1:]:
            layers += [SeparableBlock(wide_in, wide, 2), SeparableBlock(wide, wide, 1)]
            wide_in = wide
        self.layers = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * wide_in

    def forward(self, heard: Tensor) -> Tensor:
        """Map (n, bands, frames) to (n, width)."""
        embedding: Tensor = self.dropout(mean_and_maximum(self.layers(as_picture(heard))))
        return embedding
