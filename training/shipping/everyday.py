"""Fits the package for everyday collections: the room that further labels get beside GTZAN's."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.cache import Arrays, Cache
from training.listener import Listener
from training.pieces import Embeddings, embed_clips
from training.shipping.basis import code_digest
from training.shipping.everyday_network import FURTHER, EverydayNetwork, Joining
from training.shipping.fma import FmaWorkshop, state_digest
from training.shipping.fma_network import Smoothed
from training.shipping.gtzan import GtzanFits
from training.workshop import Workshop

# How many of GTZAN's clips, which carry other labels, may be named so all the same.
SHARES: Mapping[str, float] = {
    "Electronic": 0.1,
    "Experimental": 0.005,
    "Folk": 0.01,
    "International": 0.01,
}
ROUNDS = 20
# Modules whose change makes what is kept another.
HEARING_CODE = ("training.pieces", "training.shipping.fma_network")

Logits = NDArray[np.float64]


class Everyday:
    """GTZAN's network and FMA's ear, side by side."""

    def __init__(self, workshop: Workshop, cache_folder: Path) -> None:
        self.workshop, self._cache = workshop, Cache(cache_folder)
        self.gtzan = GtzanFits(workshop, cache_folder)
        self.fma = FmaWorkshop(workshop, cache_folder)

    @property
    def labels(self) -> tuple[str, ...]:
        """GTZAN's ten, then the further ones."""
        return (*sorted(set(self.workshop.clips.genres.tolist())), *FURTHER)

    @property
    def columns(self) -> tuple[int, ...]:
        """Where the further labels stand among FMA's."""
        return tuple(self.fma.tracks.labels.index(label) for label in FURTHER)

    @cached_property
    def ear(self) -> tuple[Listener, nn.Linear]:
        """FMA's ear for all frames with its head, fitted on all of FMA; it never heard GTZAN."""
        return self.fma.windows(np.arange(len(self.fma.tracks.tracks)), seed=0)

    @cached_property
    def eight(self) -> dict[str, Logits]:
        """FMA's logits of GTZAN's clips: whole (clips, 8), alone and timeline (clips, n, 8)."""
        listener, head = self.ear

        def embed() -> Arrays:
            self.workshop.report("FMA's ear listens to GTZAN …")
            made = embed_clips(Smoothed(listener), self.workshop.chosen_spectrograms)
            return {"whole": made.whole, "pieces": made.pieces, "timeline": made.timeline}

        depends_on = {
            "listener": state_digest(listener),
            "clips": self.workshop.clips_digest,
            "code": code_digest(HEARING_CODE),
        }
        kept = self._cache.arrays("everyday-embeddings", depends_on, embed)
        heard = Embeddings(*(kept[name].astype(np.float32) for name in kept))
        ways = {"whole": heard.whole, "alone": heard.pieces, "timeline": heard.timeline}
        with torch.no_grad():
            return {
                name: head(torch.from_numpy(rows)).double().numpy() for name, rows in ways.items()
            }

    def joining(self, held_out: Logits, chosen: NDArray[np.int64] | None = None) -> Joining:
        """Offsets from held-out logits of GTZAN's network.

        Args:
            held_out: (seeds, clips, 10), whole clips; a clip's artist was not heard.
            chosen: Clips that decide, None for all.
        """
        rows = np.arange(held_out.shape[1]) if chosen is None else chosen
        eight = np.broadcast_to(self.eight["whole"], (len(held_out), *self.eight["whole"].shape))
        unshifted = Joining(self.columns, np.zeros(len(FURTHER), np.float32))
        together = joined(unshifted, held_out[:, rows], eight[:, rows])
        found = offsets(together.reshape(-1, together.shape[-1]), [SHARES[x] for x in FURTHER])
        return Joining(self.columns, found.astype(np.float32))

    def final(self) -> EverydayNetwork:
        """What is shipped: fitted on all of GTZAN and FMA; held-out answers set the offsets."""
        joining = self.joining(self.gtzan.cross_validated()["whole"])
        return EverydayNetwork(self.gtzan.final(), *self.ear, joining).eval()


def joined(joining: Joining, ten: Logits, eight: Logits) -> Logits:
    """Logits (…, 14) of one softmax, from both networks' (…, 10) and (…, 8)."""
    with torch.no_grad():
        logits: Logits = joining(torch.tensor(ten), torch.tensor(eight)).numpy()
    return logits


def offsets(logits: Logits, shares: list[float]) -> Logits:
    """Added to the last columns, they let each of these win its share of the rows.

    Args:
        logits: (n, labels) of recordings that carry none of the last labels.
        shares: (further labels,) how many of the rows each may win.

    Returns:
        (further labels,), found by turns: one column after the other, until they agree.
    """
    first = logits.shape[1] - len(shares)
    shifted = logits.copy()
    for _ in range(ROUNDS):
        for column, share in enumerate(shares, start=first):
            others = np.delete(shifted, column, axis=1).max(axis=1)
            shifted[:, column] += np.quantile(others - shifted[:, column], share)
    found: Logits = (shifted - logits)[0, first:]
    return found
