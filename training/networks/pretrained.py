"""The published trunk as a network to be trained on: EfficientAT's mn04 behind its input map."""

from pathlib import Path

from torch import Tensor, nn

from training.listener import Listener, frozen_listener
from training.mobilenet import EMBEDDING


class Pretrained(nn.Module):
    """Embeds log-mels in dB; it counts them from their loudest bin itself.

    Its parameters are called listener.map.…, listener.network.stem.…, listener.network.stages.N.…
    and listener.network.top.…, so that a recipe's `rates` can slow or freeze each of them.

    Attributes:
        width: Of the embedding.
    """

    def __init__(self, dropout: float) -> None:
        """Make the layers, with random weights until `begin`.

        Args:
            dropout: Share of the embedding that is dropped.
        """
        super().__init__()
        self.listener = Listener()
        self.dropout = nn.Dropout(dropout)
        self.width = EMBEDDING

    def begin(self, weights: Path) -> None:
        """Take the published weights and their input map.

        Raises:
            DataMissing: A file is not in the folder.
        """
        self.listener.load_state_dict(frozen_listener(weights).state_dict())

    def forward(self, heard: Tensor) -> Tensor:
        """Give embeddings (n, 384) of log-mels (n, 128, frames)."""
        embedding: Tensor = self.dropout(self.listener.embed(heard))
        return embedding
