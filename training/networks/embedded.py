"""Embeddings of pieces and whole tracks: by the published trunk, frozen, or by a package."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.package import read_package
from training.cache import Arrays, Cache
from training.features.keys import digest_of
from training.listener import frozen_listener
from training.networks.material import Array, Material
from training.refusal import Refused

WHOLE_TRACK = -1
BATCH = 32
PACKAGES = Path(__file__).parents[2] / "models"
Embed = Callable[[NDArray[np.float32]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Embedder:
    """What gives embeddings.

    Attributes:
        words: What it is, for people.
        digest: Tells it from every other one.
        embed: Log-mels (n, bands, frames) to embeddings (n, d).
    """

    words: str
    digest: str
    embed: Embed


def frozen_trunk(data: Path) -> Embedder:
    """The published trunk behind its input map, as it came; `data` holds the weights."""
    listener = frozen_listener(data / "weights")

    def embed(heard: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.no_grad():
            embedding: NDArray[np.float32] = listener.embed(torch.from_numpy(heard)).numpy()
        return embedding

    return Embedder("the frozen trunk", "", embed)


def trunk_of_package(name: str) -> Embedder:
    """The trunk of a committed package, as the application runs it.

    Raises:
        Refused: There is no such package, or its graph gives no embedding.
    """
    folder = PACKAGES / name
    if not (folder / "manifest.json").is_file():
        raise Refused(f"There is no package {name} under {PACKAGES}; name one that is there.")
    package = read_package(folder)
    graph = package.manifest.graph
    if graph is None or "embedding" not in {output.name for output in graph.outputs}:
        raise Refused(f"The package {name} gives no embedding; name one that has a single network.")
    classifier = Classifier(package.model, graph)

    def embed(heard: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.concatenate([classifier.run(one[None])["embedding"] for one in heard])

    return Embedder(f"the trunk of {name}", package.digest, embed)


def embedded(
    material: Material, embedder: Embedder, cache: Path, say: Callable[[str], None]
) -> Material:
    """Embeddings (d,) of each piece, and of each whole track as the piece −1.

    Args:
        material: Log-mels.
        embedder: What gives them.
        cache: Where embeddings are kept.
        say: Told before it takes time.
    """
    sound = material.sha256(by_track=True)
    tracks = np.unique(material.rows)

    def make() -> Arrays:
        say(f"Embedding {len(tracks)} tracks with {embedder.words} …")
        whole = [_embed(embedder, [material.track(int(n))]) for n in tracks]
        pieces = [
            _embed(embedder, [material.piece(int(n)) for n in part])
            for part in np.array_split(
                np.arange(len(material.rows)), max(1, len(material.rows) // BATCH)
            )
        ]
        return {"whole": np.concatenate(whole), "pieces": np.concatenate(pieces)}

    cut = digest_of(material.rows.tobytes(), material.segment.tobytes())  # 3 s or whole tracks
    key = {"sound": sound, "pieces": cut, "trunk": embedder.digest}
    kept = Cache(cache).arrays("frozen-embeddings", key, make)
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


def _embed(embedder: Embedder, log_mels: list[Array]) -> NDArray[np.float32]:
    if len({log_mel.shape for log_mel in log_mels}) > 1:  # whole tracks
        return np.concatenate([_embed(embedder, [log_mel]) for log_mel in log_mels])
    return embedder.embed(np.stack(log_mels).astype(np.float32))
