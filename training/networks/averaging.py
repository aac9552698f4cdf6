"""The mean of a network's weights over the last steps (Izmailov et al. 2018)."""

from collections.abc import Mapping

from torch import Tensor, nn


class Average:
    """A running mean of every number of a network's state; counters are taken as they are."""

    def __init__(self) -> None:
        self.steps = 0
        self.state: dict[str, Tensor] = {}

    def add(self, network: nn.Module) -> None:
        """Count the network's present state in."""
        self.steps += 1
        for name, value in network.state_dict().items():
            if self.steps == 1 or not value.is_floating_point():
                self.state[name] = value.detach().clone()
            else:
                self.state[name].lerp_(value.detach(), 1 / self.steps)

    def restore(self, state: Mapping[str, Tensor], steps: int) -> None:
        """Go on from what a checkpoint kept."""
        self.state, self.steps = dict(state), steps


def copied_state(network: nn.Module) -> dict[str, Tensor]:
    """The network's state, not shared with it."""
    return {name: value.detach().clone() for name, value in network.state_dict().items()}


class standing_in:  # noqa: N801 — read as a verb: `with standing_in(network, state)`
    """The network with another state until the block ends; an empty state changes nothing."""

    def __init__(self, network: nn.Module, state: Mapping[str, Tensor]) -> None:
        self._network, self._state = network, state

    def __enter__(self) -> None:
        if self._state:
            self._own = copied_state(self._network)
            self._network.load_state_dict(self._state)

    def __exit__(self, *_: object) -> None:
        if self._state:
            self._network.load_state_dict(self._own)
