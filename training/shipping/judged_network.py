"""Cross-validates GTZAN's network: all that its record says."""

import numpy as np
from numpy.typing import NDArray

from training import figures
from training.evaluate import Answers, held_out_answers
from training.heads import fit_head, logits_of
from training.pieces import Embeddings
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.familiarity import fit_centres
from training.shipping.gtzan import FRESH_SEED, GtzanFits
from training.shipping.judged import (
    CENTRES_CODE,
    DISTANCE,
    HEAD_CODE,
    NETWORK,
    Reals,
    Record,
    basis_of,
    described,
    hearing,
)
from training.shipping.resumed import keeping
from training.shipping.unsure import FitAndHear, left_out_record
from training.workshop import Workshop

SHIPPED, DISTILLED = "shipped", "distilled without labels"


def judge_network(workshop: Workshop) -> Record:
    """The network with labels in one half, beside heads on trunks that no label taught."""
    clips = workshop.clips
    fits = GtzanFits(workshop, workshop.cache_folder)
    workshop.report("Cross-validating: network …")
    shipped = fits.cross_validated()
    answers = {**_untaught_answers(workshop), SHIPPED: shipped}
    distances = distances_of_embeddings(workshop, fits.embeddings)
    record = model_record(shipped, distances, "whole", "timeline", clips)
    rows = {name: figures.accuracies(given, clips) for name, given in answers.items()}
    paired = figures.differences(shipped, answers[DISTILLED], clips)
    record["comparison"] = rows | {f"paired difference, {SHIPPED} minus {DISTILLED}": paired}
    workshop.report("On folds that were drawn after everything had been chosen …")
    fresh = fits.held_out(FRESH_SEED)
    record["fresh"] = {
        "seed": FRESH_SEED,
        "accuracy": figures.accuracies({n: rows[None] for n, rows in fresh.items()}, clips),
    }
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(
        clips, network_without(workshop, fits.embeddings), folds=1, has_energy=True
    )
    record["answers"] = workshop.keep_answers(
        NETWORK, {"track": shipped["whole"], "pieces": shipped["timeline"], DISTANCE: distances}
    )
    return described(workshop, record)


def _untaught_answers(workshop: Workshop) -> dict[str, Answers]:
    """Held-out answers of heads on the frozen and on the distilled trunk."""
    frozen, distilled = (workshop.embeddings(one) for one in (workshop.frozen, workshop.distilled))
    answers = {}
    for name, heard, fitted_on in (
        ("frozen, head fitted on whole clips", frozen, frozen.whole),
        ("frozen", frozen, frozen.together),
        (DISTILLED, distilled, distilled.together),
    ):
        workshop.report(f"Cross-validating: {name} …")
        kept = keeping(workshop, "heads", basis_of(workshop, fitted_on), HEAD_CODE)
        answers[name] = crossval.network_answers(workshop.clips, heard, fitted_on, kept)
    return answers


def distances_of_embeddings(workshop: Workshop, heard: Embeddings) -> Reals:
    """Held-out distances (seeds, clips) of whole clips to centres of others' embeddings."""

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        centres = fit_centres(heard.together[train])
        return {DISTANCE: centres.distances(heard.whole[held])}

    basis = basis_of(workshop, heard.together)
    kept = keeping(workshop, "distances", basis, CENTRES_CODE)
    return held_out_answers(workshop.clips, kept(answer))[DISTANCE]


def network_without(workshop: Workshop, heard: Embeddings) -> FitAndHear:
    """Fits heads on embeddings that no label has taught."""
    genres, together = workshop.clips.genres, heard.together

    def answer(train: NDArray[np.int64], others: NDArray[np.int64]) -> Answers:
        head = fit_head(together[train], genres[train])
        centres = fit_centres(together[train])
        return {
            "logits": logits_of(head, heard.whole[others]),
            DISTANCE: centres.distances(heard.whole[others]),
        }

    code = HEAD_CODE + CENTRES_CODE
    kept = keeping(workshop, "left-out", basis_of(workshop, together), code)(answer)
    return lambda train: hearing(kept, train, len(genres))
