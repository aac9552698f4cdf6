"""The graph for everyday collections: GTZAN's network, FMA's ear, and one softmax over both."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.listener import Listener
from training.shipping.fma_network import Smoothed
from training.shipping.gtzan_network import GtzanNetwork
from training.shipping.timeline import piece_weights

# Genres for which GTZAN has no word. FMA's Hip-Hop, Pop and Rock are GTZAN's hiphop, pop, rock.
FURTHER = ("Electronic", "Experimental", "Folk", "International")
SCALE = 2.0  # of the further labels' log-odds
LEAST = 1e-6  # probability that is told from none


class Joining(nn.Module):
    """Further labels beside others: log-odds by another network, scaled, each with an offset."""

    def __init__(self, columns: Sequence[int], offsets: NDArray[np.float32]) -> None:
        """Join the labels in these columns of the other network, shifted by `offsets`."""
        super().__init__()
        self.columns = list(columns)
        self.register_buffer("offsets", torch.from_numpy(offsets))
        self.offsets: Tensor

    def odds(self, others: Tensor) -> Tensor:
        """Scaled log-odds (…, further labels) of the other network's logits (…, labels)."""
        chances = torch.softmax(others, -1)[..., self.columns]
        against = torch.clamp_min(1 - chances, LEAST)
        return SCALE * (torch.log(torch.clamp_min(chances, LEAST)) - torch.log(against))

    def forward(self, known: Tensor, others: Tensor) -> Tensor:
        """Logits (…, known and further labels) of one softmax."""
        return torch.cat([torch.log_softmax(known, -1), self.odds(others) + self.offsets], -1)


class EverydayNetwork(nn.Module):
    """GTZAN's ten labels as its network tells them, the further ones as FMA's ear does.

    Attributes:
        width: Length of the embedding.
    """

    width = GtzanNetwork.width

    def __init__(
        self, gtzan: GtzanNetwork, windows: Listener, of_windows: nn.Linear, joining: Joining
    ) -> None:
        super().__init__()
        self.gtzan, self.windows = gtzan, Smoothed(windows)
        self.of_windows, self.joining = of_windows, joining

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (n, labels), embedding (n, 384), piece logits (n, pieces, labels).

        Args:
            log_mel: (n, 128, frames) in dB.
        """
        known, embedding, known_pieces = self.gtzan(log_mel)
        columns = self.windows(log_mel)
        pieces = (columns @ piece_weights(log_mel, columns)).transpose(1, 2)
        return (
            self.joining(known, self.of_windows(columns.mean(2))),
            embedding,
            self.joining(known_pieces, self.of_windows(pieces)),
        )
