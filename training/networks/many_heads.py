"""One trunk with a head and an input map for each label set, and parameters by what they are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.networks.norms import divide_norms, hear

INFERENCE_BATCH = 32


class Answer(NamedTuple):
    """What a network makes of inputs.

    Attributes:
        logits: (n, labels).
        embedding: (n, d), what the trunk gave.
        towards: (n, d′), what is compared with a teacher's embedding.
    """

    logits: Tensor
    embedding: Tensor
    towards: Tensor


class ManyHeads(nn.Module):
    """A trunk that several data sets train, each through its own input map and its own head.

    Its parameters are called maps.NAME.…, trunk.…, heads.NAME.… and towards.NAME.…: a recipe's
    `rates` names them by these prefixes.
    """

    def __init__(
        self,
        trunk: nn.Module,
        heads: Mapping[str, nn.Module],
        maps: Mapping[str, nn.Module] | None = None,
        towards: Mapping[str, nn.Module] | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            trunk: Maps inputs to embeddings (n, d); with several heads its batch norms keep
                statistics of each set by itself.
            heads: By set: embeddings to logits (n, labels).
            maps: By set: its inputs to the trunk's; identity where a set is not named.
            towards: By set: embeddings to a teacher's; identity where a set is not named.
        """
        super().__init__()
        maps, towards = maps or {}, towards or {}
        if len(heads) > 1:
            divide_norms(trunk, list(heads))
        self.trunk = trunk
        self.heads = nn.ModuleDict(heads)
        self.maps = nn.ModuleDict({name: maps.get(name, nn.Identity()) for name in heads})
        self.towards = nn.ModuleDict({name: towards.get(name, nn.Identity()) for name in heads})

    def forward(self, heard: Tensor, name: str) -> Answer:
        """Answer inputs (n, …) of the set `name`."""
        hear(self.trunk, name)
        embedding = self.trunk(self.maps[name](heard))
        return Answer(self.heads[name](embedding), embedding, self.towards[name](embedding))


def answers(
    network: ManyHeads, name: str, inputs: Sequence[NDArray[np.floating]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Log-probabilities (n, labels) and embeddings (n, d) of inputs, in evaluation mode.

    Inputs may differ in length; neighbours of one shape are heard together.
    """
    network.eval()
    device = next(network.parameters()).device
    logits, embeddings = [], []
    with torch.no_grad():
        for rows in _of_one_shape(inputs):
            heard = np.stack([np.asarray(inputs[row]) for row in rows]).astype(np.float32)
            answer = network(torch.from_numpy(heard).to(device), name)
            logits.append(torch.log_softmax(answer.logits.float(), 1).cpu())
            embeddings.append(answer.embedding.float().cpu())
    return torch.cat(logits).numpy(), torch.cat(embeddings).numpy()


def _of_one_shape(inputs: Sequence[NDArray[np.floating]]) -> list[list[int]]:
    parts: list[list[int]] = []
    for row in range(len(inputs)):
        last = parts[-1] if parts else []
        fits = last and len(last) < INFERENCE_BATCH
        if fits and inputs[row].shape == inputs[last[0]].shape:
            last.append(row)
        else:
            parts.append([row])
    return parts
