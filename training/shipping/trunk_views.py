"""Varied crops of clips as a trunk's lower half hears them, so that training skips that half."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.cache import Arrays
from training.distil import augmented
from training.listener import Listener
from training.shipping.trunk import Lower

CROPS = {130: 10, 260: 4}  # frames of a crop: how many of each clip
SEED = 0


@dataclass(frozen=True, slots=True)
class Views:
    """What upper halves are trained on.

    Attributes:
        crops: By frames, float16 feature maps (clips, crops, 16, 16, ⌈frames / 8⌉).
        clean: float32 (clips, 384), the listener's embedding of each whole clip.
        truth: (clips,) label numbers.
    """

    crops: Mapping[int, Tensor]
    clean: Tensor
    truth: Tensor

    @property
    def labels(self) -> int:
        """How many labels there are."""
        return int(self.truth.max()) + 1


def heard_crops(
    listener: Listener, clips: Mapping[str, NDArray[np.floating]], wanted: Mapping[int, int]
) -> Arrays:
    """Feature maps of random crops of every clip, each with its own reference level, varied.

    Args:
        listener: Its lower half hears them.
        clips: Log-mel (128, frames) in dB.
        wanted: How many crops of each length in frames.

    Returns:
        By length as text, float16 (clips, crops, 16, 16, ⌈frames / 8⌉).
    """
    random = torch.Generator().manual_seed(SEED)
    lower = Lower(listener).eval()
    heard: dict[int, list[NDArray[np.float16]]] = {frames: [] for frames in wanted}
    with torch.no_grad():
        for log_mel in clips.values():
            levels = torch.from_numpy(np.asarray(log_mel, np.float32))
            for frames, count in wanted.items():
                crops = [augmented(_crop(levels, frames, random), random) for _ in range(count)]
                heard[frames].append(lower.hear(torch.stack(crops)).half().numpy())
    return {str(frames): np.stack(maps) for frames, maps in heard.items()}


def _crop(levels: Tensor, frames: int, random: torch.Generator) -> Tensor:
    start = int(torch.randint(levels.shape[1] - frames + 1, (), generator=random))
    return levels[:, start : start + frames]
