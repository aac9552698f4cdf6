"""Which parameters learn how fast: rates by name, frozen layers, the schedule, the precision."""

import math
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext

import torch
from torch import nn

from training.networks.recipe import Recipe
from training.refusal import Refused

HEADS = "heads."
MOMENTUM = 0.9


def rate_of(name: str, rates: Mapping[str, float]) -> float:
    """The share of the learning rate for a parameter: that of the longest prefix, else 1."""
    prefixes = [prefix for prefix in rates if name.startswith(prefix)]
    return rates[max(prefixes, key=len)] if prefixes else 1.0


def freeze(network: nn.Module, rates: Mapping[str, float]) -> None:
    """Let the parameters whose rate is 0 learn nothing.

    Raises:
        Refused: A prefix names no parameter, or nothing is left to learn.
    """
    names = [name for name, _ in network.named_parameters()]
    for prefix in rates:
        if not any(name.startswith(prefix) for name in names):
            raise Refused(
                f"The rate of “{prefix}” names no parameter of the network; "
                f"its parameters begin with {', '.join(sorted({_stem(name) for name in names}))}."
            )
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(rate_of(name, rates) > 0)
    if not any(parameter.requires_grad for parameter in network.parameters()):
        raise Refused("Every parameter of the network is frozen; give one of the rates above 0.")


def set_training(network: nn.Module, *, heads_only: bool) -> None:
    """Training mode, except where nothing learns: there batch norm keeps its statistics."""
    network.train()
    for name, module in network.named_modules():
        own = list(module.parameters(recurse=False))
        still = heads_only and not f"{name}.".startswith(HEADS)
        if own and (still or not any(parameter.requires_grad for parameter in own)):
            module.eval()


def optimiser_of(network: nn.Module, recipe: Recipe) -> torch.optim.Optimizer:
    """The optimiser with one group for each rate; heads have groups of their own."""
    groups: dict[tuple[float, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            key = (rate_of(name, recipe.rates), name.startswith(HEADS))
            groups.setdefault(key, []).append(parameter)
    parameters = [
        {"params": group, "share": share, "of_heads": of_heads, "lr": 0.0}
        for (share, of_heads), group in groups.items()
    ]
    decay = recipe.weight_decay
    if recipe.optimiser == "adamw":
        return torch.optim.AdamW(parameters, weight_decay=decay)
    if recipe.optimiser == "sgd":
        return torch.optim.SGD(parameters, momentum=MOMENTUM, nesterov=True, weight_decay=decay)
    return torch.optim.RMSprop(parameters, weight_decay=decay)


def set_rates(
    optimiser: torch.optim.Optimizer, recipe: Recipe, step: int, steps: int, *, heads_only: bool
) -> None:
    """Give each group its rate for this step of so many."""
    now = recipe.learning_rate * schedule_at(recipe, step / steps)
    for group in optimiser.param_groups:
        rests = heads_only and not group["of_heads"]
        group["lr"] = 0.0 if rests else now * group["share"]


def schedule_at(recipe: Recipe, done: float) -> float:
    """The share of the learning rate when this part, 0 to 1, of all steps is done.

    It rises in a straight line, then falls along half a cosine (Loshchilov and Hutter 2017) or
    stays.
    """
    if done < recipe.warm_up:
        return max(done / recipe.warm_up, 1e-3)
    if recipe.schedule == "constant":
        return 1.0
    rest = (done - recipe.warm_up) / max(1 - recipe.warm_up, 1e-9)
    return 0.5 * (1 + math.cos(math.pi * rest))


def chosen_device() -> torch.device:
    """A CUDA device where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def computes_bf16(device: torch.device) -> bool:
    """Whether the device multiplies bfloat16 faster than float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    able = torch.cpu.get_capabilities()
    # AVX-512 alone has the instruction, and was twelve times slower with it than without.
    return bool(able.get("amx_bf16"))


def precision_of(recipe: Recipe, device: torch.device) -> AbstractContextManager[object]:
    """The context of a forward pass: bfloat16 where it is asked for or pays, else float32."""
    chosen = recipe.precision
    if chosen == "bf16" or (chosen == "auto" and computes_bf16(device)):
        return torch.autocast(device.type, dtype=torch.bfloat16)
    return nullcontext()


def _stem(name: str) -> str:
    return ".".join(name.split(".")[:2])
