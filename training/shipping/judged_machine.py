"""Cross-validates GTZAN's support vector machine: all that its record says."""

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.statistics import standard_statistics
from training.evaluate import Answers, held_out_answers
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.familiarity import deviations, fit_centres
from training.shipping.judged import (
    CENTRES_CODE,
    DISTANCE,
    MACHINE,
    SVC_CODE,
    Reals,
    Record,
    basis_of,
    described,
    hearing,
)
from training.shipping.resumed import keeping
from training.shipping.unsure import FitAndHear, left_out_record
from training.svc import fit_svc, svc_logits
from training.workshop import Workshop


def judge_machine(workshop: Workshop) -> Record:
    """The support vector machine on statistics of pieces."""
    clips, statistics = workshop.clips, workshop.statistics
    workshop.report("Cross-validating: support vector machine …")
    kept = keeping(workshop, MACHINE, basis_of(workshop, statistics), SVC_CODE)
    answers = crossval.svc_answers(clips, statistics, kept)
    distances = distances_of_statistics(workshop)
    record = model_record(answers, distances, "mean", "alone", clips)
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(
        clips, machine_without(workshop), folds=1, has_energy=False
    )
    record["answers"] = workshop.keep_answers(
        MACHINE, {"track": answers["mean"], "pieces": answers["alone"], DISTANCE: distances}
    )
    return described(workshop, record)


def distances_of_statistics(workshop: Workshop) -> Reals:
    """Held-out mean distances (seeds, clips) of the pieces to centres of others' pieces."""
    statistics, logarithmic = workshop.statistics, deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        centres = fit_centres(statistics[train], logarithmic)
        return {DISTANCE: centres.distances(statistics[held]).mean(axis=1)}

    basis = basis_of(workshop, statistics)
    kept = keeping(workshop, "distances", basis, CENTRES_CODE)
    return held_out_answers(workshop.clips, kept(answer))[DISTANCE]


def machine_without(workshop: Workshop) -> FitAndHear:
    """Fits support vectors."""
    clips, statistics = workshop.clips, workshop.statistics
    logarithmic = deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], others: NDArray[np.int64]) -> Answers:
        machine = fit_svc(statistics[train], clips.genres[train], clips.artists[train])
        centres = fit_centres(statistics[train], logarithmic)
        return {
            "logits": svc_logits(machine, statistics[others]).mean(axis=1),
            DISTANCE: centres.distances(statistics[others]).mean(axis=1),
        }

    code = SVC_CODE + CENTRES_CODE
    kept = keeping(workshop, "left-out", basis_of(workshop, statistics), code)(answer)
    return lambda train: hearing(kept, train, len(clips.names))
