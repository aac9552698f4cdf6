"""The pieces of the timeline as a graph forms them from what a trunk hears."""

import torch
from torch import Tensor

TIMELINE_PIECE_FRAMES = 129  # 3.0 s: ten pieces in a chunk of 30 s


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
