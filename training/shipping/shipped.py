"""The whole graph of the `mel` package in PyTorch: trunk, linear head, pieces of the timeline."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.listener import Listener
from training.mobilenet import EMBEDDING

TIMELINE_PIECE_FRAMES = 129  # 3.0 s: ten pieces in a chunk of 30 s


class ShippedNetwork(nn.Module):
    """A listener with a linear head, as the package's graph computes it."""

    def __init__(
        self, listener: Listener, weight: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        super().__init__()
        self.listener = listener
        self.head = nn.Linear(EMBEDDING, len(bias))
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(weight))
            self.head.bias.copy_(torch.from_numpy(bias))

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (n, labels), embedding (n, 384), piece logits (n, pieces, labels).

        Args:
            log_mel: (n, 128, frames) in dB.
        """
        columns = self.listener(log_mel)
        embedding = columns.mean(2)
        pieces = columns @ piece_weights(log_mel, columns)
        return self.head(embedding), embedding, self.head(pieces.transpose(1, 2))


def piece_weights(log_mel: Tensor, columns: Tensor) -> Tensor:
    """Weights (columns, pieces) that average columns over equal consecutive spans.

    There are round(frames / 129) spans and at least one; a column on a border counts in both by
    its overlap. Lengths are taken from the tensors by sums, so that a traced graph keeps them.
    """
    frames = torch.ones_like(log_mel[0, 0]).sum()
    pieces = torch.clamp_min(torch.round(frames / TIMELINE_PIECE_FRAMES), 1)
    width = torch.ones_like(columns[0, 0]).sum() / pieces
    first = torch.cumsum(torch.ones_like(columns[0, 0]), 0)[:, None] - 1
    number = torch.arange(pieces.to(torch.int64))  # type: ignore[call-overload]  # traced length
    start = number[None] * width
    overlap = torch.minimum(first + 1, start + width) - torch.maximum(first, start)
    return torch.clamp_min(overlap, 0) / width
