"""Weighs GTZAN's network and support vectors on their held-out answers: the ensemble's record."""

from collections.abc import Mapping

import numpy as np

from training import figures
from training.evaluate import Answers
from training.pieces import PIECES
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.judged import DISTANCE, MACHINE, NETWORK, Record, described
from training.shipping.records import read_record
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
    record["members"] = {name: made_from(name) for name in (NETWORK, MACHINE)}
    return described(workshop, record)


def made_from(name: str) -> Mapping[str, str]:
    """What a member's record was made from, which the ensemble's figures hang on too."""
    known: Mapping[str, str] = read_record(name)["made_from"]
    return {part: known[part] for part in ("data", "code", "config")}


def _calibrated(name: str, workshop: Workshop) -> Answers:
    """A model's held-out logits over their temperatures, and distances over their threshold."""
    record, answers = read_record(name), workshop.kept_answers(name)
    return {
        "track": answers["track"] / record["calibration"]["temperature"],
        "pieces": answers["pieces"] / record["piece_temperature"],
        DISTANCE: answers[DISTANCE] / record["unsure"]["most_distance"],
    }
