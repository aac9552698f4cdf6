"""The graph of FMA's package: one ear for all frames, smoothed, one for every tenth frame."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.listener import Listener
from training.mobilenet import EMBEDDING
from training.shipping.fma_forms import (
    SNAPSHOT_REPEATS,
    SNAPSHOT_STEP,
    cosines,
    held_to_floor,
)
from training.shipping.timeline import piece_weights

SHORT_FRAMES = 130.0  # as the first ear was taught; the second one says nothing yet
LONG_FRAMES = 1_292.0  # 30 s, as the second ear was taught
HEAD_WIDTH = 256
HEAD_DROPOUT = (0.2, 0.4)


class Smoothed(nn.Module):
    """A listener to what 20 cosines hold of the frequency axis, as FMA's archive shows sound."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.listener = listener
        held = cosines()
        self.register_buffer("smoothing", held.T @ held, persistent=False)
        self.smoothing: Tensor

    def forward(self, log_mel: Tensor) -> Tensor:
        """Map log-mel (n, 128, frames) in dB, held to 80 dB and smoothed, to columns."""
        columns: Tensor = self.listener(self.smoothing @ held_to_floor(log_mel))
        return columns

    def embed(self, log_mel: Tensor) -> Tensor:
        """The mean of the columns: (n, 384)."""
        columns: Tensor = self(log_mel)
        return columns.mean(2)


class Ears(nn.Module):
    """Two listeners to one log-mel, each in the form that FMA's archive taught it.

    Attributes:
        windows: Hears all frames, smoothed along frequency; labels have taught its upper half.
        moments: Hears every tenth frame, each three times; no label has taught it.
    """

    def __init__(self, windows: Listener, moments: Listener) -> None:
        super().__init__()
        self.windows, self.moments = windows, moments
        self.smoothed = Smoothed(windows)

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor]:
        """Columns (n, 384, …) of both ears, from log-mel (n, 128, frames) in dB."""
        taken = log_mel[:, :, SNAPSHOT_STEP // 2 :: SNAPSHOT_STEP]
        held = taken[..., None].expand(-1, -1, -1, SNAPSHOT_REPEATS).flatten(2)
        windows: Tensor = self.smoothed(log_mel)
        moments: Tensor = self.moments(held)
        return windows, moments


def share_of_moments(log_mel: Tensor) -> Tensor:
    """How much the ear for moments counts: 0 at 3 s, 1 from 30 s on; traced graphs keep it."""
    frames = torch.ones_like(log_mel[0, 0]).sum()
    return torch.clamp((frames - SHORT_FRAMES) / (LONG_FRAMES - SHORT_FRAMES), 0, 1)


class MomentsHead(nn.Module):
    """One hidden layer on the standardised embedding of moments; it stands in for a kernel."""

    def __init__(self, labels: int, embeddings: NDArray[np.float32] | None = None) -> None:
        """A head for so many labels; `embeddings` (n, 384) give its units before a fit."""
        super().__init__()
        rows = np.zeros((1, EMBEDDING), np.float32) if embeddings is None else embeddings
        self.register_buffer("centre", torch.from_numpy(rows.mean(axis=0)))
        self.register_buffer("spread", torch.from_numpy(rows.std(axis=0) + 1e-6))
        self.centre: Tensor
        self.spread: Tensor
        first, second = HEAD_DROPOUT
        self.layers = nn.Sequential(
            nn.Dropout(first),
            nn.Linear(EMBEDDING, HEAD_WIDTH),
            nn.GELU(),
            nn.Dropout(second),
            nn.Linear(HEAD_WIDTH, labels),
        )

    def forward(self, embedding: Tensor) -> Tensor:
        """Logits (…, labels) of embeddings (…, 384)."""
        logits: Tensor = self.layers((embedding - self.centre) / self.spread)
        return logits


class FmaNetwork(nn.Module):
    """Two ears with a head each; their log-probabilities are averaged.

    Attributes:
        width: Length of the embedding.
    """

    width = 2 * EMBEDDING

    def __init__(self, ears: Ears, of_windows: nn.Linear, of_moments: MomentsHead) -> None:
        super().__init__()
        self.ears = ears
        self.of_windows, self.of_moments = of_windows, of_moments

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (n, labels), embedding (n, 768), piece logits (n, pieces, labels).

        Args:
            log_mel: (n, 128, frames) in dB.
        """
        windows, moments = self.ears(log_mel)
        share = share_of_moments(log_mel)
        means = windows.mean(2), moments.mean(2)
        pieces = self._together(
            (windows @ piece_weights(log_mel, windows)).transpose(1, 2),
            (moments @ piece_weights(log_mel, moments)).transpose(1, 2),
            share,
        )
        return self._together(*means, share), torch.cat(means, 1), pieces

    def _together(self, windows: Tensor, moments: Tensor, share: Tensor) -> Tensor:
        first = torch.log_softmax(self.of_windows(windows), -1)
        second = torch.log_softmax(self.of_moments(moments), -1)
        return (first + share * second) / (1 + share)


def linear_head(weight: NDArray[np.float32], bias: NDArray[np.float32]) -> nn.Linear:
    """A linear layer of known weight (labels, d) and bias (labels,)."""
    layer = nn.Linear(weight.shape[1], len(bias))
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
    return layer
