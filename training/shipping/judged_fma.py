"""Judges FMA's package on the official validation part: all that its record says."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.evaluate import Answers, Labelled, labelled
from training.heads import fit_head, logits_of
from training.shipping.crossval import model_record
from training.shipping.familiarity import fit_centres
from training.shipping.fma import MOMENTS, WINDOWS, FmaWorkshop
from training.shipping.fma_agreement import agreement_record
from training.shipping.judged import CENTRES_CODE, DISTANCE, HEAD_CODE, hearing
from training.shipping.resumed import keeping
from training.shipping.unsure import FitAndHear, left_out_record
from training.workshop import Workshop

NAME = "fma-cnn"
TRAINING_SEEDS = (0, 1, 2)
PROTOCOL = "official split: fitted on training, judged on validation, 3 training seeds"

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


def judge_fma(workshop: Workshop) -> dict[str, Any]:
    """The network fitted on the official training part, under three training seeds."""
    fma = FmaWorkshop(workshop, workshop.cache_folder)
    held = fma.validation_rows
    clips = clips_of(fma, held)
    seeds = [answers_of(fma, held, seed) for seed in TRAINING_SEEDS]
    told = {name: np.stack([one[name] for one in seeds]) for name in seeds[0]}
    distances = told.pop(DISTANCE)
    record = model_record(told, distances, "both", "first", clips)
    workshop.report("Leaving one genre after the other out …")
    every = clips_of(fma, np.arange(len(fma.tracks.tracks)))
    record["left_out"] = left_out_record(every, _without(fma, every), folds=1, has_energy=True)
    workshop.report("Comparing full and smoothed sound of recordings …")
    record["agreement"] = agreement_record(fma, workshop.data_folder, fma.final())
    return {
        "labels": list(fma.tracks.labels),
        "data": {
            "set": "FMA-small",
            "clips": len(held),
            "artists": len(np.unique(clips.artists)),
            "protocol": PROTOCOL,
            "fitted_on": len(fma.training_rows),
        },
        "training_seeds": list(TRAINING_SEEDS),
        **record,
    }


def clips_of(fma: FmaWorkshop, rows: Numbers) -> Labelled:
    """Tracks with their genres and artists."""
    tracks = fma.tracks
    return labelled(
        [str(track) for track in tracks.tracks[rows]],
        [tracks.labels[number] for number in tracks.truth[rows]],
        tracks.artists[rows].tolist(),
    )


def answers_of(fma: FmaWorkshop, held: Numbers, seed: int) -> Mapping[str, Reals]:
    """Of the held-out tracks: logits "first" from 3 s and "both", and distances (n,)."""
    train = fma.training_rows
    network = fma.network(train, seed)
    windows = fma.embeddings(network.ears.windows, WINDOWS)
    moments = fma.embeddings(network.ears.moments, MOMENTS)
    with torch.no_grad():
        first, second = (
            torch.log_softmax(head(torch.from_numpy(rows[held])), 1).double().numpy()
            for head, rows in ((network.of_windows, windows), (network.of_moments, moments))
        )
    centres = fit_centres(windows[train])
    return {
        "first": first,
        "both": (first + second) / 2,
        DISTANCE: centres.distances(windows[held]),
    }


def _without(fma: FmaWorkshop, clips: Labelled) -> FitAndHear:
    """Heads on the first ear as no label has taught it."""
    heard = fma.distilled[WINDOWS]

    def answer(train: Numbers, others: Numbers) -> Answers:
        head, centres = fit_head(heard[train], clips.genres[train]), fit_centres(heard[train])
        return {
            "logits": logits_of(head, heard[others]),
            DISTANCE: centres.distances(heard[others]),
        }

    basis = {"heard": heard, "genres": clips.genres, "artists": clips.artists}
    kept = keeping(fma.workshop, "left-out", basis, HEAD_CODE + CENTRES_CODE)(answer)
    return lambda train: hearing(kept, train, len(clips.names))
