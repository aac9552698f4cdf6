"""Which tracks a model had right, packed into a record so that two records can be compared."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.evaluation.predictions import Predictions


@dataclass(frozen=True, slots=True)
class Right:
    """Right or wrong by track, in alphabetical order of tracks.

    Attributes:
        tracks_sha256: Digest of the names of the tracks and their labels.
        by_seed: (tracks,) for each seed, in order of seeds.
    """

    tracks_sha256: str
    by_seed: tuple[NDArray[np.bool_], ...]

    def as_record(self) -> dict[str, Any]:
        """As hexadecimal digits, one bit for each track."""
        return {
            "tracks_sha256": self.tracks_sha256,
            "tracks": len(self.by_seed[0]),
            "seeds": [np.packbits(seed).tobytes().hex() for seed in self.by_seed],
        }


def right_by_track(tracks: Predictions) -> Right:
    """What a model had right, from predictions of whole tracks."""
    seeds = np.unique(np.stack([tracks.fold_seed, tracks.training_seed]), axis=1).T
    found, digest = [], ""
    for fold_seed, training_seed in seeds:
        mine = (tracks.fold_seed == fold_seed) & (tracks.training_seed == training_seed)
        order = np.argsort(tracks.tracks[mine])
        named = [
            f"{name}\t{tracks.labels[truth]}"
            for name, truth in zip(
                tracks.tracks[mine][order], tracks.truth[mine][order], strict=True
            )
        ]
        digest = digest or hashlib.sha256("\n".join(named).encode()).hexdigest()
        found.append(tracks.right[mine][order])
    return Right(digest, tuple(found))


def read_right(record: Mapping[str, Any]) -> Right:
    """What `Right.as_record` wrote."""
    tracks = int(record["tracks"])
    return Right(
        str(record["tracks_sha256"]),
        tuple(
            np.unpackbits(np.frombuffer(bytes.fromhex(bits), np.uint8), count=tracks).astype(bool)
            for bits in record["seeds"]
        ),
    )
