"""Batch norm with statistics of its own for each data set that trains a trunk."""

import copy
from collections.abc import Mapping, Sequence

from torch import Tensor, nn

_NORMS = (nn.BatchNorm1d, nn.BatchNorm2d)
_DIVIDED = ".by_set."


class NormBySet(nn.Module):
    """One batch norm whose weights all sets share and whose statistics none does.

    A step hears one set; were the statistics shared, those of evaluation would be a mixture that
    no step ever saw. Source: domain-specific batch normalisation (Chang et al. 2019).
    """

    def __init__(self, norm: nn.Module, names: Sequence[str]) -> None:
        super().__init__()
        self.by_set = nn.ModuleDict({name: copy.deepcopy(norm) for name in names})
        for own in self.by_set.values():
            own.weight, own.bias = norm.weight, norm.bias
        self.heard = names[0]

    def forward(self, x: Tensor) -> Tensor:
        """Norm inputs of the set that is being heard."""
        normed: Tensor = self.by_set[self.heard](x)
        return normed


def divide_norms(trunk: nn.Module, names: Sequence[str]) -> None:
    """Give every batch norm inside a trunk statistics for each of these sets."""
    for module in list(trunk.modules()):
        for name, child in module.named_children():
            if isinstance(child, _NORMS) and not isinstance(module, nn.ModuleDict):
                setattr(module, name, NormBySet(child, names))


def state_for(state: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    """A network's state as that of one with the head, map and statistics of one set alone."""
    kept = {}
    for key, value in state.items():
        place, divided, own = key.partition(_DIVIDED)
        if divided and own.startswith(f"{name}."):
            kept[f"{place}.{own.removeprefix(f'{name}.')}"] = value
        elif not divided and key.startswith(("trunk.", f"heads.{name}.", f"maps.{name}.")):
            kept[key] = value
    return kept


def hear(trunk: nn.Module, name: str) -> None:
    """Let the divided norms inside a trunk count for this set."""
    for module in trunk.modules():
        if isinstance(module, NormBySet):
            module.heard = name
