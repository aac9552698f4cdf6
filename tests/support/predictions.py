"""Predictions and records drawn from a seed, for tests of what is made of them."""

import numpy as np

from training.evaluation.measure import measured
from training.evaluation.predictions import WHOLE_TRACK, Predictions, joined
from training.evaluation.record import RunRecord

LABELS = ("blues", "jazz", "metal", "rock")


def made_predictions(
    *,
    tracks: int = 60,
    pieces: int = 3,
    seeds: tuple[int, ...] = (0,),
    artists: int = 20,
    skill: float = 1.5,
    draw: int = 0,
) -> Predictions:
    """Answers that are right more often the higher the skill; 0 pieces means whole tracks."""
    return joined(
        [_one_seed(tracks, pieces, artists, skill, [draw, seed]) for seed in seeds],
    )


def _one_seed(tracks: int, pieces: int, artists: int, skill: float, draw: list[int]) -> Predictions:
    rng = np.random.default_rng(draw)
    seed = draw[1]
    each = max(pieces, 1)
    track = np.arange(tracks).repeat(each)
    artist = track % max(artists, 1)
    truth = track % len(LABELS)
    logits = rng.normal(size=(len(track), len(LABELS)))
    logits[np.arange(len(track)), truth] += skill
    logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    numbers = np.tile(np.arange(each), tracks) if pieces else np.full(len(track), WHOLE_TRACK)
    return Predictions(
        labels=LABELS,
        tracks=np.char.add("clip", np.char.zfill(track.astype(str), 3)),
        artists=np.char.add("artist", artist.astype(str)) if artists else np.full(len(track), ""),
        truth=truth,
        segment=numbers,
        fold_seed=np.full(len(track), seed),
        training_seed=np.full(len(track), seed),
        fold=(artist if artists else track) % 5,
        log_probabilities=logs.astype(np.float32),
    )


def made_record(name: str, predictions: Predictions, **differing: object) -> RunRecord:
    """A record of such answers, under protocol A unless told otherwise."""
    values: dict[str, object] = {
        "name": name,
        "family": "SVC, rbf",
        "data": "made clips",
        "hearing": "whole" if predictions.of_tracks else "3 s",
        "protocol": "A",
        "labels": predictions.labels,
        "fold_seeds": (0, 1, 2),
        "training_seeds": (0,),
        "candidates_tried": 3,
        "commit": "0123456789abcdef",
        "date": "2026-11-21",
        "config": {"model": {"C": 1.0}},
        "config_sha256": "c" * 64,
        "data_sha256": "d" * 64,
        "code_sha256": "e" * 64,
        "fit_seconds": 12.5,
        "windows_per_second": 800.0,
        "size_bytes": 1_000_000,
        "metrics": measured(predictions),
    }
    return RunRecord(**{**values, **differing})  # type: ignore[arg-type]  # values by name
