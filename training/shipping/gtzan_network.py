"""The graph of GTZAN's network: one half that no label taught, others that labels did, a head."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.mobilenet import EMBEDDING
from training.shipping.timeline import piece_weights
from training.shipping.trunk import Trunk

Layer = tuple[NDArray[np.float32], NDArray[np.float32]]


class GtzanNetwork(nn.Module):
    """Logits are a weighted mean of the halves' heads; the embedding is the first half's.

    The first upper half has learnt from teachers only: its embedding tells what a track sounds
    like, not which of ten labels it would carry.
    """

    width = EMBEDDING

    def __init__(self, trunk: Trunk, heads: tuple[Layer, ...], shares: tuple[float, ...]) -> None:
        """Put the heads of all upper halves together as one linear layer.

        Args:
            trunk: Lower half and upper halves.
            heads: Weight (labels, 384) and bias (labels,) for each upper half.
            shares: Of each head in the logits.
        """
        super().__init__()
        self.listener = trunk
        layers = list(zip(heads, shares, strict=True))
        self.head = nn.Linear(EMBEDDING * len(layers), len(heads[0][1]))
        weight = np.concatenate([share * weight for (weight, _), share in layers], axis=1)
        bias = np.sum([share * bias for (_, bias), share in layers], axis=0)
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(weight))
            self.head.bias.copy_(torch.from_numpy(bias))

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (n, labels), embedding (n, 384), piece logits (n, pieces, labels).

        Args:
            log_mel: (n, 128, frames) in dB.
        """
        columns = self.listener(log_mel)
        mean = columns.mean(2)
        pieces = columns @ piece_weights(log_mel, columns)
        return self.head(mean), mean[:, :EMBEDDING], self.head(pieces.transpose(1, 2))
