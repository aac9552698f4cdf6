"""A network of one input length as a package's graph: chunks of any length are heard in pieces."""

import torch
from torch import Tensor, nn

from training.networks.graph import OneHead


class InPieces(nn.Module):
    """Cuts chunks into pieces of equal length, hears each, and pools what it says of them."""

    def __init__(self, network: OneHead, piece_frames: int) -> None:
        super().__init__()
        self.network, self.piece_frames = network, piece_frames

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits (n, labels), embedding (n, d), piece logits (n, pieces, labels).

        There are round(frames / piece_frames) pieces and at least one, evenly spread; a chunk
        that is shorter than a piece is repeated. Logits are the mean of the pieces'
        log-probabilities.

        Args:
            log_mel: (n, 128, frames) in dB.
        """
        places = piece_places(log_mel, self.piece_frames)
        pieces = log_mel[:, :, places.reshape(-1)]
        pieces = pieces.reshape(log_mel.shape[0], log_mel.shape[1], -1, self.piece_frames)
        flat = pieces.transpose(1, 2).reshape(-1, log_mel.shape[1], self.piece_frames)
        logits, embedding = self.network(flat)
        logs = torch.log_softmax(logits, 1).reshape(log_mel.shape[0], -1, logits.shape[1])
        rows = embedding.reshape(log_mel.shape[0], -1, embedding.shape[1])
        return logs.mean(1), rows.mean(1), logs


def piece_places(log_mel: Tensor, piece_frames: int) -> Tensor:
    """Frame numbers (pieces, piece_frames) of log-mel (n, 128, frames).

    Lengths are taken from the tensor by sums, so that a traced graph keeps them.
    """
    frames = torch.ones_like(log_mel[0, 0]).sum()
    pieces = torch.clamp_min(torch.round(frames / piece_frames), 1)
    number = torch.arange(pieces.to(torch.int64))  # type: ignore[call-overload]  # traced length
    room = torch.clamp_min(frames - piece_frames, 0)
    starts = torch.floor(number * room / torch.clamp_min(pieces - 1, 1))
    places = starts[:, None] + torch.arange(piece_frames)[None]
    return torch.remainder(places, frames).to(torch.int64)
