"""Fits of a cross-validation that are kept as they are done, so that a broken one goes on."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from training.cache import digest_of
from training.evaluate import Answers, FitAndAnswer
from training.shipping.basis import code_digest
from training.workshop import Workshop

Numbers = NDArray[np.int64]


def keeping(
    workshop: Workshop,
    name: str,
    heard: Mapping[str, NDArray[np.generic]],
    code: tuple[str, ...],
) -> Callable[[FitAndAnswer], FitAndAnswer]:
    """Makes of fits the same fits, each done once for the same data, clips and code.

    Args:
        workshop: Keeps the answers.
        name: Of the model.
        heard: What it is fitted on.
        code: Modules whose change makes the answers others.
    """
    depends_on = {"heard": digest_of(heard), "code": code_digest(code)}

    def made_once(answer: FitAndAnswer) -> FitAndAnswer:
        def kept(train: Numbers, held: Numbers) -> Answers:
            fold = {"fold": digest_of({"train": train, "held": held})}
            done = workshop.kept(
                f"fold-{name}", depends_on | fold, lambda: dict(answer(train, held))
            )
            return {key: np.asarray(values, np.float64) for key, values in done.items()}

        return kept

    return made_once
