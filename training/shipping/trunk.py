"""A trunk of several upper halves, each trained with labels, on one lower half that is shared."""

import copy
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.listener import CENTRE_DB, FLOOR_DB, SCALE_DB, Listener

SPLIT = 6  # stages of the network that belong to the lower half


class Lower(nn.Module):
    """The input map, the stem and the first stages of a listener, as they are: no copy."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.map = listener.map
        self.stem = listener.network.stem
        self.stages = listener.network.stages[:SPLIT]

    def forward(self, log_mel: Tensor) -> Tensor:
        """Feature maps (n, 16, 16, ⌈frames / 8⌉) of log-mel (n, 128, frames) in dB."""
        loudest = torch.amax(log_mel, (1, 2), keepdim=True)
        return self.hear(torch.clamp_min(log_mel - loudest, FLOOR_DB))

    def hear(self, relative: Tensor) -> Tensor:
        """The same of levels that are already relative to the loudest bin."""
        scaled = (relative.transpose(1, 2) - CENTRE_DB) / SCALE_DB
        mapped = self.map(scaled).transpose(1, 2)
        maps: Tensor = self.stages(self.stem(mapped[:, None]))
        return maps


class Upper(nn.Module):
    """A copy of the stages above the lower half, to be trained by itself."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.stages = copy.deepcopy(listener.network.stages[SPLIT:])
        self.top = copy.deepcopy(listener.network.top)

    def forward(self, maps: Tensor) -> Tensor:
        """Columns (n, 384, ⌈frames / 32⌉) of the lower half's feature maps."""
        columns: Tensor = self.top(self.stages(maps)).mean(2)
        return columns


class Trunk(nn.Module):
    """One lower half, and the columns of all upper halves beside each other."""

    def __init__(self, lower: Lower, uppers: Sequence[Upper]) -> None:
        super().__init__()
        self.lower = lower
        self.uppers = nn.ModuleList(uppers)

    def forward(self, log_mel: Tensor) -> Tensor:
        """Columns (n, 384 · uppers, ⌈frames / 32⌉) of log-mel (n, 128, frames) in dB."""
        maps = self.lower(log_mel)
        return torch.cat([upper(maps) for upper in self.uppers], dim=1)

    def embed(self, log_mel: Tensor) -> Tensor:
        """The mean of the columns: (n, 384 · uppers)."""
        columns: Tensor = self(log_mel)
        return columns.mean(2)


def rejoined(listener: Listener, upper: Upper) -> Listener:
    """A copy of the listener with another upper half."""
    joined = copy.deepcopy(listener)
    joined.network.stages[SPLIT:].load_state_dict(upper.stages.state_dict())
    joined.network.top.load_state_dict(upper.top.state_dict())
    return joined.eval()
