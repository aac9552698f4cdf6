"""Judges the package for everyday collections: all that its record says."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from training import figures
from training.evaluate import SEEDS, Answers, with_pieces_together
from training.evaluation.scores import accuracy_interval
from training.pieces import PIECES
from training.shipping.crossval import model_record
from training.shipping.everyday import Everyday, joined
from training.shipping.everyday_check import (
    emotify_predictions,
    emotify_record,
    fma_predictions,
    gtzan_record,
)
from training.shipping.judged_network import distances_of_embeddings, network_without
from training.shipping.unsure import FitAndHear, Hear, Numbers, left_out_record
from training.workshop import Workshop

NAME = "everyday-cnn"
PROTOCOL = f"{figures.PROTOCOL}, GTZAN's clips among all labels"

Reals = NDArray[np.float64]


def judge_everyday(workshop: Workshop) -> dict[str, Any]:
    """GTZAN's clips by artist-grouped folds; FMA's validation part; Emotify, never fitted on."""
    everyday = Everyday(workshop, workshop.cache_folder)
    clips = workshop.clips
    answers = answers_among_all(everyday)
    distances = distances_of_embeddings(workshop, everyday.gtzan.embeddings)
    record = model_record(answers, distances, "whole", "timeline", clips)
    known = len(np.unique(clips.genres))
    # Nothing carries a further label here.
    confusion = figures.confusion(answers["whole"], clips)[:known]
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(clips, _ten_without(everyday), folds=1, has_energy=False)
    workshop.report("Listening to FMA's validation part and to Emotify …")
    network = everyday.final()
    emotify = emotify_predictions(workshop.data_folder, network, everyday.labels)
    return {
        "labels": list(everyday.labels),
        "data": {
            "set": "GTZAN",
            "clips": len(clips.names),
            "artists": len(np.unique(clips.artists)),
            "protocol": PROTOCOL,
        },
        "fold_seeds": list(SEEDS),
        "gtzan": gtzan_record(everyday, answers["whole"]),
        "fma": accuracy_interval(fma_predictions(everyday, network)).as_list(),
        "emotify": emotify_record(emotify) | {"accuracy": accuracy_interval(emotify).as_list()},
        **record,
        "confusion": confusion,
    }


def answers_among_all(everyday: Everyday) -> Answers:
    """Held-out logits of GTZAN's clips (seeds, clips, …, 14) by way of hearing.

    The offsets that judge one half of the artists were chosen on the other.
    """
    clips, ten = everyday.workshop.clips, everyday.gtzan.cross_validated()
    ways = ("whole", "alone", "timeline")
    labels = len(everyday.labels)
    told = {way: np.empty((*ten[way].shape[:-1], labels)) for way in ways}
    halves = figures.artist_halves(clips)
    for half, other in (halves, halves[::-1]):
        joining = everyday.joining(ten["whole"], np.flatnonzero(half))
        for way in ways:
            known = ten[way][:, other]
            eight = everyday.eight[way][other]
            others = np.broadcast_to(eight, (len(known), *eight.shape))
            told[way][:, other] = joined(joining, known, others)
    assert told["alone"].shape[2] == PIECES
    return with_pieces_together(told)


def _ten_without(everyday: Everyday) -> FitAndHear:
    """Fits heads of GTZAN's ten without one; the further labels stay, with the room they have."""
    fit_ten = network_without(everyday.workshop, everyday.gtzan.embeddings)
    joining = everyday.joining(everyday.gtzan.cross_validated()["whole"])

    def fit(train: Numbers) -> Hear:
        ten = fit_ten(train)

        def hear(numbers: Numbers) -> tuple[Reals, Reals]:
            logits, distances = ten(numbers)
            return joined(joining, logits, everyday.eight["whole"][numbers]), distances

        return hear

    return fit
