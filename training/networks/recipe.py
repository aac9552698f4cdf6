"""The numbers of a training, and how they are read from a config's [training] table."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from training.refusal import Refused

SCHEDULES = ("cosine", "constant")
OPTIMISERS = ("adamw", "sgd", "rmsprop")
PRECISIONS = ("auto", "float32", "bf16")


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How a training input is varied; zero switches a variation off.

    Attributes:
        mixup: Parameter of the Beta distribution from which the share of a second input of the
            same batch is drawn (Zhang et al. 2018).
        gain_db: Standard deviation of a level change, of levels and of raw audio.
        tilt_db: Standard deviation of a level change from low to high bands.
        equaliser_db: Standard deviation of a smooth curve over the bands.
        roll: Whether the time axis is turned by a random amount.
        shift_bands: Most bands by which the frequency range is moved up or down.
        stretch: Largest relative stretch of the frequency range.
        band_masks: How many masks lie over bands (SpecAugment: Park et al. 2019).
        band_mask: Most bands in one of them.
        time_masks: How many masks lie over time.
        time_mask: Largest share of the time in one of them.
    """

    mixup: float = 0.0
    gain_db: float = 0.0
    tilt_db: float = 0.0
    equaliser_db: float = 0.0
    roll: bool = False
    shift_bands: float = 0.0
    stretch: float = 0.0
    band_masks: int = 0
    band_mask: int = 0
    time_masks: int = 0
    time_mask: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The numbers of a training.

    Attributes:
        epochs: Most times that the training sets are gone through.
        batch: Inputs a step.
        learning_rate: Highest rate, of parameters that `rates` does not name.
        weight_decay: The optimiser's.
        seed: Of order, crops, augmentation and dropout.
        optimiser: One of OPTIMISERS.
        schedule: One of SCHEDULES.
        warm_up: Share of all steps in which the rate rises from zero.
        clip: Largest norm of the gradient; 0 for none.
        label_smoothing: Probability that is spread over all labels.
        average_last: Share of all steps, the last ones, whose weights are averaged.
        patience: Epochs without a better validation loss after which it stops and goes back to
            the best; 0 never stops and keeps the last weights.
        crop: Fewest and most frames (samples) of a random crop; None hears inputs whole.
        crops: Crops of each input in one epoch.
        precision: "bf16" where the processor has it ("auto"), else "float32".
        rates: Share of the learning rate by prefix of parameter names; the longest prefix counts,
            0 freezes.
        head_epochs: First epochs, in which only heads learn.
        teacher_weight: Share of the loss that comes from a teacher's scores.
        teacher_temperature: Softens both sides of it (Hinton et al. 2015).
        embedding_weight: Weight of the smooth L1 distance to a teacher's embedding.
        augmentation: How inputs are varied.
    """

    epochs: int
    batch: int
    learning_rate: float
    weight_decay: float
    seed: int
    optimiser: str = "adamw"
    schedule: str = "cosine"
    warm_up: float = 0.1
    clip: float = 5.0
    label_smoothing: float = 0.0
    average_last: float = 0.0
    patience: int = 0
    crop: tuple[int, int] | None = None
    crops: int = 1
    precision: str = "auto"
    rates: Mapping[str, float] = field(default_factory=dict)
    head_epochs: int = 0
    teacher_weight: float = 0.0
    teacher_temperature: float = 1.0
    embedding_weight: float = 0.0
    augmentation: Augmentation = field(default_factory=Augmentation)

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.batch < 1 or self.crops < 1:
            raise Refused("A training needs at least one epoch, one input a step and one crop.")
        for name, known in (
            ("optimiser", OPTIMISERS),
            ("schedule", SCHEDULES),
            ("precision", PRECISIONS),
        ):
            if getattr(self, name) not in known:
                raise Refused(f"A training's {name} is one of {', '.join(known)}.")
        if self.crop is not None and not 0 < self.crop[0] <= self.crop[1]:
            raise Refused("A training's crop names its fewest and its most frames, in this order.")


def recipe_from(table: Mapping[str, Any], seed: int) -> Recipe:
    """Read a config's [training] table; its part `augmentation` is a table of its own.

    Raises:
        Refused: A name is unknown or a needed one is missing.
    """
    given = dict(table)
    variation = Augmentation(**_known(given.pop("augmentation", {}), Augmentation))
    if given.get("crop") is not None:
        shortest, longest = given["crop"]
        given["crop"] = (int(shortest), int(longest))
    try:
        return Recipe(seed=seed, augmentation=variation, **_known(given, Recipe))
    except TypeError as error:
        raise Refused(f"The config's [training] table is incomplete: {error}.") from error


def _known(table: Mapping[str, Any], kind: type) -> dict[str, Any]:
    names = {item.name for item in fields(kind)}
    unknown = sorted(set(table) - names)
    if unknown:
        raise Refused(
            f"The config's [training] table names {', '.join(unknown)}; "
            f"known are {', '.join(sorted(names))}."
        )
    return dict(table)
