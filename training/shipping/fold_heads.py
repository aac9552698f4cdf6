"""The heads of one cross-validation: a clip is judged by one that never heard its artist."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.cache import replacing
from training.data import required_arrays
from training.evaluate import Labelled, artist_folds
from training.heads import fit_head, folded
from training.shipping.records import RESULTS

FILE = RESULTS / "fold_heads.npz"
SEED = 0


@dataclass(frozen=True, slots=True)
class FoldHeads:
    """One linear head a fold, over the embedding of one exported network.

    Attributes:
        model_sha256: Of the model.onnx whose embedding they read.
        labels: (labels,) genre names.
        artists: (artists,) all artist groups.
        held_in: (artists,) the fold whose head never heard the artist.
        weight: float32 (folds, labels, d).
        bias: float32 (folds, labels).
    """

    model_sha256: str
    labels: NDArray[np.str_]
    artists: NDArray[np.str_]
    held_in: NDArray[np.int64]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]

    def genre(self, embedding: NDArray[np.floating], artist: str) -> str:
        """The genre of an embedding (d,), by a head that never heard the artist."""
        known = np.flatnonzero(self.artists == artist)
        fold = int(self.held_in[known[0]]) if known.size else 0
        logits = self.weight[fold] @ embedding.astype(np.float32) + self.bias[fold]
        return str(self.labels[logits.argmax()])


def fit_fold_heads(
    clips: Labelled, embeddings: NDArray[np.float32], model_sha256: str
) -> FoldHeads:
    """Fit one head for each fold of the first seed; embeddings are (clips, views, d)."""
    artists, group = np.unique(clips.artists, return_inverse=True)
    held_in, layers = np.zeros(len(artists), np.int64), []
    for fold, (train, held) in enumerate(artist_folds(clips, SEED)):
        held_in[group[held]] = fold
        layers.append(folded(fit_head(embeddings[train], clips.genres[train])))
    weights, biases = zip(*layers, strict=True)
    return FoldHeads(
        model_sha256,
        np.unique(clips.genres),
        artists,
        held_in,
        np.stack(weights),
        np.stack(biases),
    )


def write_fold_heads(heads: FoldHeads, path: Path = FILE) -> None:
    """Keep the heads in one file."""
    fields = {name: np.asarray(getattr(heads, name)) for name in FoldHeads.__slots__}
    with replacing(path) as target, target.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **fields)


def read_fold_heads(path: Path = FILE) -> FoldHeads:
    """The heads that an export has kept.

    Raises:
        DataMissing: There are none, or they are damaged.
    """
    kept = required_arrays(path)
    fields = {name: kept[name] for name in FoldHeads.__slots__}
    return FoldHeads(str(fields.pop("model_sha256")), **fields)
