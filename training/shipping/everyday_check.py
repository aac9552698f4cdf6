"""What the package for everyday collections is held against: GTZAN's ten, FMA and Emotify."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training import figures
from training.data import required
from training.datasets.rows import rows_of
from training.evaluate import correct
from training.evaluation.intervals import over_artists
from training.evaluation.predictions import WHOLE_TRACK, Predictions
from training.heads import softmax
from training.recordings import application_log_mel
from training.shipping.everyday import Everyday
from training.shipping.everyday_network import FURTHER, EverydayNetwork
from training.shipping.fma import WINDOWS, embedded

ELECTRONIC = "Electronic"
# FMA's own spelling of the labels that both sets have.
SHARED = {"Hip-Hop": "hiphop", "Pop": "pop", "Rock": "rock"}
EMOTIFY = {"classical": "classical", "electronic": ELECTRONIC, "pop": "pop", "rock": "rock"}

Logits = NDArray[np.float64]


def gtzan_record(everyday: Everyday, every: Logits) -> dict[str, Any]:
    """GTZAN's clips among their ten labels and among all.

    Args:
        everyday: What was fitted.
        every: Held-out logits (seeds, clips, 14) among all labels.
    """
    clips = everyday.workshop.clips
    answers = everyday.gtzan.cross_validated()
    named = every.argmax(axis=-1)
    known = len(everyday.labels) - len(FURTHER)
    return {
        "among GTZAN's ten": figures.accuracies(answers, clips),
        "among all labels": over_artists(correct(every, clips.truth), clips.artists).as_list(),
        "named a further label": {
            label: round(float((named == known + number).mean()), 4)
            for number, label in enumerate(FURTHER)
        },
    }


def fma_predictions(everyday: Everyday, network: EverydayNetwork) -> Predictions:
    """FMA's official validation part from 3 s, among the seven labels it shares.

    FMA's ear is the one fitted on the training part. GTZAN's network hears a form of sound that
    nobody taught it, smoothed along frequency; true recordings do not have it.
    """
    fma, labels = everyday.fma, everyday.labels
    genres = np.array([SHARED.get(label, label) for label in fma.tracks.labels])
    rows = np.array([row for row in fma.validation_rows if genres[fma.tracks.truth[row]] in labels])
    listener, head = fma.windows(fma.training_rows, seed=0)
    heard = [fma.heard[WINDOWS][row] for row in rows.tolist()]
    levels = torch.from_numpy(np.stack(heard).astype(np.float32))
    with torch.no_grad():
        ten = torch.cat([network.gtzan(part)[0] for part in torch.split(levels, 64)])
        eight = head(torch.from_numpy(embedded(listener, heard)))
        logits = network.joining(ten, eight).double().numpy()
    carried = np.isin(labels, genres)
    logits[:, ~carried] = -50.0  # labels that FMA-small's recordings could not have carried
    truth = np.array([labels.index(genres[fma.tracks.truth[row]]) for row in rows])
    tracks, artists = fma.tracks.tracks[rows].astype(str), fma.tracks.artists[rows]
    return predictions(labels, tracks, artists, truth, logits)


def emotify_predictions(
    data: Path, network: EverydayNetwork, labels: tuple[str, ...]
) -> Predictions:
    """Every excerpt of Emotify, none of whose labels took part in a fit."""
    listed = list(rows_of(required(data / "emotify" / "index.csv"), ("path", "genre", "artist")))
    logits = []
    with torch.no_grad():
        for row in listed:
            log_mel = application_log_mel(data / "emotify" / row["path"])
            logits.append(network(torch.from_numpy(log_mel)[None])[0][0].double().numpy())
    return predictions(
        labels,
        np.array([row["path"] for row in listed]),
        np.array([row["artist"] for row in listed]),
        np.array([labels.index(EMOTIFY[row["genre"]]) for row in listed]),
        np.stack(logits),
    )


def emotify_record(told: Predictions) -> dict[str, Any]:
    """How much of Emotify's electronic music is found, and what else is called so."""
    number = told.labels.index(ELECTRONIC)
    named = (told.log_probabilities.argmax(axis=1) == number).astype(np.float64)
    electronic = told.truth == number
    falsely = {
        label: round(float(named[told.truth == told.labels.index(label)].mean()), 4)
        for label in EMOTIFY.values()
        if label != ELECTRONIC
    }
    return {
        "electronic recalled": over_artists(named[electronic], told.artists[electronic]).as_list(),
        "called Electronic": falsely,
        "of all three called Electronic": over_artists(
            named[~electronic], told.artists[~electronic]
        ).as_list(),
    }


def predictions(
    labels: tuple[str, ...],
    tracks: NDArray[np.str_],
    artists: NDArray[np.str_],
    truth: NDArray[np.int64],
    logits: Logits,
) -> Predictions:
    """Answers (n, labels) about whole tracks under one fit."""
    once = np.zeros(len(tracks), np.int64)
    logs = np.log(np.maximum(softmax(logits), 1e-12)).astype(np.float32)
    return Predictions(labels, tracks, artists, truth, once + WHOLE_TRACK, once, once, once, logs)
