"""How a clip is heard: whole, in nine separate pieces, and along the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

PIECE_FRAMES = 130  # 3.06 s of sound, heard by itself
PIECES = 9
TIMELINE_COLUMNS = 4  # columns of the feature map to one piece of the timeline
TIMELINE_PIECES = 10  # the whole ones of a clip of 30 s


class Hearing(Protocol):
    """A network that hears log-mel (n, 128, frames)."""

    def __call__(self, log_mel: Tensor, /) -> Tensor:
        """Columns (n, d, ⌈frames / 32⌉)."""

    def embed(self, log_mel: Tensor) -> Tensor:
        """Their mean (n, d)."""

    def eval(self) -> object:
        """Switch training off."""


@dataclass(frozen=True, slots=True)
class Embeddings:
    """What the network makes of clips.

    Attributes:
        whole: float32 (clips, d), each clip heard at once.
        pieces: float32 (clips, 9, d), each piece heard by itself.
        timeline: float32 (clips, 10, d), spans of the feature map of the whole clip.
    """

    whole: NDArray[np.float32]
    pieces: NDArray[np.float32]
    timeline: NDArray[np.float32]

    @property
    def together(self) -> NDArray[np.float32]:
        """Whole clips and pieces in one table (clips, 10, d), the whole clip first."""
        return np.concatenate([self.whole[:, None], self.pieces], axis=1)


def separate_pieces(log_mel: NDArray[np.float32]) -> NDArray[np.float32]:
    """The first nine pieces (9, 128, 130) of a clip, one after another.

    Raises:
        ValueError: The clip is shorter than nine pieces.
    """
    if log_mel.shape[1] < PIECES * PIECE_FRAMES:
        raise ValueError(f"A clip of {log_mel.shape[1]} frames does not hold {PIECES} pieces.")
    used = log_mel[:, : PIECES * PIECE_FRAMES]
    return used.reshape(len(log_mel), PIECES, PIECE_FRAMES).transpose(1, 0, 2)


def embed_clips(listener: Hearing, clips: Mapping[str, NDArray[np.floating]]) -> Embeddings:
    """Embed every clip, in the order of the mapping."""
    whole, pieces, timeline = [], [], []
    listener.eval()
    with torch.no_grad():
        for log_mel in clips.values():
            columns = listener(torch.from_numpy(np.asarray(log_mel, np.float32))[None])[0]
            spans = columns[:, : TIMELINE_PIECES * TIMELINE_COLUMNS]
            whole.append(columns.mean(1))
            timeline.append(spans.reshape(len(spans), TIMELINE_PIECES, TIMELINE_COLUMNS).mean(2).T)
            heard_apart = np.ascontiguousarray(separate_pieces(np.asarray(log_mel, np.float32)))
            pieces.append(listener.embed(torch.from_numpy(heard_apart)))
    return Embeddings(
        torch.stack(whole).numpy(), torch.stack(pieces).numpy(), torch.stack(timeline).numpy()
    )
