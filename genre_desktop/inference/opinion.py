"""What one package, or an ensemble of them, says of a track, as probabilities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genre_desktop.inference.ear import Ear, Heard
from genre_desktop.inference.logits import Reals, log_probabilities
from genre_desktop.inference.manifest import Manifest
from genre_desktop.inference.pooling import Values, heard_pieces
from genre_desktop.inference.verdict import Timeline

_LARGEST_HALF = 65_504.0  # of float16


@dataclass(frozen=True, slots=True)
class Opinion:
    """Probabilities of a track and of its pieces.

    Attributes:
        log_track: (labels,), logarithms of the track's probabilities.
        log_pieces: (pieces, labels), None where the package says nothing of pieces.
        heard: (pieces,), False where a piece is silence.
        embedding: float16 (d,), None where the package gives none.
        unfamiliar: True where the track is unlike all that the package was fitted on.
    """

    log_track: Reals
    log_pieces: Reals | None
    heard: NDArray[np.bool_]
    piece_seconds: float
    embedding: NDArray[np.float16] | None
    unfamiliar: bool

    @property
    def probabilities(self) -> Reals:
        """(labels,), summing to one."""
        result: Reals = np.exp(self.log_track)
        return result

    def timeline(self) -> Timeline | None:
        """The pieces, as they leave this layer."""
        if self.log_pieces is None:
            return None
        rows = np.exp(self.log_pieces).astype(np.float16)
        return Timeline(self.piece_seconds, rows, self.heard)


def opinion_of(manifest: Manifest, ear: Ear, heard: Heard) -> Opinion:
    """What one package says after what it has heard."""
    means = heard.means()
    rows = [row.logits for row in heard.rows if row.logits is not None]
    levels = np.concatenate([row.levels_db for row in heard.rows])
    pieces = None
    if rows:
        pieces = log_probabilities(np.concatenate(rows), manifest.piece_temperature)
    embedding = None
    if "embedding" in means:
        limited = np.clip(means["embedding"], -_LARGEST_HALF, _LARGEST_HALF)
        embedding = limited.astype(np.float16)
    return Opinion(
        log_track=log_probabilities(means["logits"], manifest.temperature),
        log_pieces=pieces,
        heard=heard_pieces(levels, 10.0 * float(np.log10(ear.mel.power_floor))),
        piece_seconds=ear.piece_seconds,
        embedding=embedding,
        unfamiliar=_unfamiliar(manifest, means),
    )


def _unfamiliar(manifest: Manifest, means: Mapping[str, Values]) -> bool:
    familiarity = manifest.familiarity
    return familiarity is not None and bool(means["distance"] > familiarity.most_distance)


def joint_opinion(ensemble: Manifest, opinions: Sequence[Opinion]) -> Opinion:
    """softmax(Σ wᵢ·log pᵢ / T) of the members' opinions, for the track and for each piece.

    Pieces and their silence are those of the first member that has any; another member's piece is
    the one that sounds at the middle of it. The embedding is the first that a member gives. What
    one member finds unfamiliar is unfamiliar.
    """
    weights = [member.weight for member in ensemble.members]
    track = np.tensordot(weights, np.stack([one.log_track for one in opinions]), axes=1)
    guide = next((one for one in opinions if one.log_pieces is not None), opinions[0])
    pieces = np.zeros((len(guide.heard), len(ensemble.labels)))
    middles = (np.arange(len(guide.heard)) + 0.5) * guide.piece_seconds
    for weight, one in zip(weights, opinions, strict=True):
        if one.log_pieces is not None:
            at = np.minimum(middles / one.piece_seconds, len(one.log_pieces) - 1).astype(int)
            pieces += weight * one.log_pieces[at]
    embedding = next((one.embedding for one in opinions if one.embedding is not None), None)
    return Opinion(
        log_track=log_probabilities(track, ensemble.temperature),
        log_pieces=(
            log_probabilities(pieces, ensemble.piece_temperature)
            if guide.log_pieces is not None
            else None
        ),
        heard=guide.heard,
        piece_seconds=guide.piece_seconds,
        embedding=embedding,
        unfamiliar=any(one.unfamiliar for one in opinions),
    )
