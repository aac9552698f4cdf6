"""Tiny tables for the tests of tabular models: three genres, twelve artists, pieces of tracks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.training.datasets.small import kaggle
from training.__main__ import main
from training.datasets.splits import artist_folds
from training.tabular.rows import Rows

GENRES = ("blues", "jazz", "rock")

CONFIG: dict[str, Any] = {
    "name": "tiny",
    "family": "Logistic regression",
    "data": "some rows",
    "hearing": "3 s",
    "features": "package",
    "protocol": "A",
    "fold_seeds": [0, 1],
    "training_seeds": [0, 1],
    "candidates_tried": 1,
    "model": {"kind": "logistic", "C": 0.1},
}


def some_rows(tracks: int = 36, pieces: int = 3, columns: int = 6, folds: int = 3) -> Rows:
    """Rows that tell the genres apart, though not always; an artist has three tracks."""
    track = np.arange(tracks).repeat(pieces)
    truth = (track // 3) % 3
    artists = np.array([f"artist {n // 3}" for n in range(tracks)])
    genres = np.array([GENRES[n // 3 % 3] for n in range(tracks)])
    random = np.random.default_rng(0)
    centres = random.normal(0, 1.2, (3, columns))
    values = random.normal(0, 1, (len(track), columns)) + centres[truth]
    held = np.stack([artist_folds(artists, genres, folds, seed) for seed in (0, 1)])
    return Rows(
        names=tuple(f"column_{n}" for n in range(columns)),
        values=values.astype(np.float32),
        tracks=np.array([f"track-{n:02d}" for n in track.tolist()]),
        artists=artists[track],
        groups=artists[track],
        labels=GENRES,
        truth=truth.astype(np.int64),
        segment=np.tile(np.arange(pieces), tracks),
        sides=np.full(len(track), ""),
        fold_seeds=(0, 1),
        folds=held[:, track],
    )


def fit(config: str, runs: Path, *arguments: str) -> int:
    """The end of the command `fit`, in one thread and this process."""
    where = ("--runs", str(runs), "--cache", str(runs / "cache"), "--threads", "1")
    return main(["fit", config, *where, "--workers", "0", *arguments])


def songs_index(folder: Path, parts: Sequence[str] = (".0", ".1")) -> Path:
    """An index of a table of 57 features: three genres, 24 songs of two segments each."""
    random = np.random.default_rng(0)
    genres = ("blues", "jazz", "rock")
    centres = random.normal(0, 1, (3, 57))
    rows = [
        (f"{genre}.{song:05d}{part}.wav", genre, (centres[n] + random.normal(0, 1, 57)).tolist())
        for n, genre in enumerate(genres)
        for song in range(8)
        for part in parts
    ]
    source = kaggle(folder / "features_3_sec.csv", rows)
    index = folder / "songs.csv"
    made = main(["index", str(source), "--kind", "table", "--out", str(index), "--folds", "3"])
    assert made == 0
    return index
