"""What is planned for one package: how its figures come about, and how it is fitted and written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from genre_desktop.inference.manifest import Dataset, Familiarity, StartingWeights
from training.shipping.basis import Basis
from training.shipping.card import CardText
from training.shipping.packages import Content
from training.workshop import Workshop

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """One package under models/.

    Attributes:
        name: Of the package, of its folder and of its records.
        text: What its card says besides figures.
        datasets: What it is fitted on.
        starting_weights: What training begins from, or None.
        basis: What its figures hang on.
        candidates_tried: How many others were looked at on the judged data before it was chosen,
            as the tables of everything tried in RESULTS.md count them.
        evaluating_hours: About how long an evaluation takes on two cores, with an empty cache.
        fitting_minutes: About how long fitting and writing take, with an empty cache.
        evaluate: Cross-validates; gives the record without what every record has.
        content: Fits on everything and gives the files of the package; its card comes later.
        comparison: What the card says of other models, as Markdown, from the record.
    """

    name: str
    text: CardText
    datasets: tuple[Dataset, ...]
    starting_weights: StartingWeights | None
    basis: Basis
    candidates_tried: int
    evaluating_hours: float
    fitting_minutes: float
    evaluate: Callable[[Workshop], Record]
    content: Callable[["Plan", Workshop, Mapping[str, Any]], Content]
    comparison: Callable[[Mapping[str, Any]], str]


def familiarity_of(record: Mapping[str, Any]) -> Familiarity:
    """The distance threshold that an evaluation has found."""
    unsure = record["unsure"]
    return Familiarity(unsure["measure"], unsure["most_distance"], unsure["passing"])
