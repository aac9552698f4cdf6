"""All packages under models/, in the order in which they are evaluated and made."""

from collections.abc import Sequence

from training.refusal import Refused
from training.shipping.plan import Plan
from training.shipping.plan_everyday import PLAN as EVERYDAY_PLAN
from training.shipping.plan_fma import FMA_PLAN
from training.shipping.plan_gtzan import ENSEMBLE_PLAN, MACHINE_PLAN, NETWORK_PLAN

# An ensemble comes after its members.
PLANS: tuple[Plan, ...] = (NETWORK_PLAN, MACHINE_PLAN, ENSEMBLE_PLAN, FMA_PLAN, EVERYDAY_PLAN)
NAMES = tuple(plan.name for plan in PLANS)


class UnknownPackage(Refused):
    """A package that is not among the plans was asked for."""


def chosen_plans(names: Sequence[str] | None) -> tuple[Plan, ...]:
    """The plans of some packages, or all of them, in their order.

    Raises:
        UnknownPackage: There is no such plan.
    """
    unknown = [name for name in names or () if name not in NAMES]
    if unknown:
        raise UnknownPackage(
            f"No package is called {', '.join(unknown)}; there are {', '.join(NAMES)}."
        )
    return tuple(plan for plan in PLANS if names is None or plan.name in names)
