"""Embeddings that the published trunk, frozen, gives to pieces and whole tracks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.cache import Arrays, Cache
from training.listener import Listener, frozen_listener
from training.networks.material import Array, Material

WHOLE_TRACK = -1
BATCH = 32


def embedded(material: Material, data: Path, cache: Path, say: Callable[[str], None]) -> Material:
    """Embeddings (384,) of each piece, and of each whole track as the piece −1.

    Args:
        material: Log-mels.
        data: Folder of the data sets, which holds the weights.
        cache: Where embeddings are kept.
        say: Told before it takes time.
    """
    sound = material.sha256(by_track=True)
    tracks = np.unique(material.rows)

    def make() -> Arrays:
        say(f"Embedding {len(tracks)} tracks with the frozen trunk …")
        listener = frozen_listener(data / "weights")
        whole = [_embed(listener, [material.track(int(n))]) for n in tracks]
        pieces = [
            _embed(listener, [material.piece(int(n)) for n in part])
            for part in np.array_split(
                np.arange(len(material.rows)), max(1, len(material.rows) // BATCH)
            )
        ]
        return {"whole": np.concatenate(whole), "pieces": np.concatenate(pieces)}

    kept = Cache(cache).arrays("frozen-embeddings", {"sound": sound}, make)
    values = np.concatenate([kept["pieces"], kept["whole"]]).astype(np.float32)
    rows = np.concatenate([material.rows, tracks])
    segment = np.concatenate([material.segment, np.full(len(tracks), WHOLE_TRACK)])
    of_track = {int(track): len(material.rows) + n for n, track in enumerate(tracks)}

    return replace(
        material,
        feature="embedding",
        rows=rows,
        segment=segment,
        piece=lambda n: values[n],
        track=lambda n: values[of_track[n]],
    )


def _embed(listener: Listener, log_mels: list[Array]) -> NDArray[np.float32]:
    heard = torch.from_numpy(np.stack(log_mels).astype(np.float32))
    with torch.no_grad():
        embedding: NDArray[np.float32] = listener.embed(heard).numpy()
    return embedding
