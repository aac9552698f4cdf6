"""Weighs GTZAN's network and support vectors on their held-out answers: the ensemble's record."""

from collections.abc import Mapping

import numpy as np

from training import figures
from training.evaluate import Answers
from training.pieces import PIECES
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.judged import DISTANCE, MACHINE, NETWORK, Reals, Record, described
from training.shipping.judged_machine import machine_without
from training.shipping.judged_network import network_without
from training.shipping.records import read_record
from training.shipping.unsure import FitAndHear, Hear, Numbers, left_out_record
from training.workshop import Workshop

ENSEMBLE_GAIN = "paired difference, both minus network"


def judge_ensemble(workshop: Workshop) -> Record:
    """Both models, weighed on their held-out answers."""
    clips = workshop.clips
    network, machine = (_calibrated(name, workshop) for name in (NETWORK, MACHINE))
    weight, answers = crossval.ensemble_answers(network["track"], machine["track"], clips)
    pieces = crossval.ensemble_logits(network["pieces"][:, :, :PIECES], machine["pieces"], weight)
    # In units of each member's threshold: beyond one of them, the ensemble is unsure.
    furthest = np.maximum(network[DISTANCE], machine[DISTANCE])
    given = {"whole": answers, "timeline": pieces}
    record = model_record(given, furthest, "whole", "timeline", clips, most_distance=1.0)
    record["weight_of_network"] = weight
    alone = {"network": network["track"], "support vectors": machine["track"], "both": answers}
    rows = {name: figures.accuracies({"whole": one}, clips) for name, one in alone.items()}
    paired = figures.differences({"whole": answers}, {"whole": network["track"]}, clips)
    record["comparison"] = rows | {ENSEMBLE_GAIN: paired}
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(
        clips, _both_without(workshop, weight), folds=1, has_energy=False
    )
    record["members"] = {name: made_from(name) for name in (NETWORK, MACHINE)}
    return described(workshop, record)


def made_from(name: str) -> Mapping[str, str]:
    """What a member's record was made from, which the ensemble's figures hang on too."""
    known: Mapping[str, str] = read_record(name)["made_from"]
    return {part: known[part] for part in ("data", "code", "config")}


def _both_without(workshop: Workshop, weight: float) -> FitAndHear:
    """Fits both members as their own records do where a genre is left out."""
    heard = workshop.embeddings(workshop.distilled)
    fits = {NETWORK: network_without(workshop, heard), MACHINE: machine_without(workshop)}
    scales = [_scales(read_record(name)) for name in fits]

    def fit(train: Numbers) -> Hear:
        members = [one(train) for one in fits.values()]

        def hear(numbers: Numbers) -> tuple[Reals, Reals]:
            (logits, distances), (others, furthest) = (
                (told / temperature, far / most)
                for (told, far), (temperature, most) in zip(
                    (member(numbers) for member in members), scales, strict=True
                )
            )
            return (
                crossval.ensemble_logits(logits, others, weight),
                np.maximum(distances, furthest),
            )

        return hear

    return fit


def _calibrated(name: str, workshop: Workshop) -> Answers:
    """A model's held-out logits over their temperatures, and distances over their threshold."""
    record = read_record(name)
    answers = workshop.kept_answers(name, record["answers"])
    temperature, most_distance = _scales(record)
    return {
        "track": answers["track"] / temperature,
        "pieces": answers["pieces"] / record["piece_temperature"],
        DISTANCE: answers[DISTANCE] / most_distance,
    }


def _scales(record: Record) -> tuple[float, float]:
    """The temperature of a model's tracks and the threshold of its distances."""
    return record["calibration"]["temperature"], record["unsure"]["most_distance"]
