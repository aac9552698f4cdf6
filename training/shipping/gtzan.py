"""GTZAN's network: fitted on some clips, asked about the others, each fit kept once it is made."""

from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.cache import Arrays, Cache, digest_of
from training.evaluate import FOLDS, SEEDS, Answers, artist_folds
from training.heads import fit_head, folded
from training.listener import Listener
from training.mobilenet import EMBEDDING
from training.pieces import Embeddings, embed_clips
from training.shipping.gtzan_network import GtzanNetwork, Layer
from training.shipping.trunk import Lower, Trunk, Upper
from training.shipping.trunk_tuning import Tuning, tune
from training.shipping.trunk_views import CROPS, Views, heard_crops
from training.workshop import Workshop

TUNED = 1  # upper halves that labels teach
FRESH_SEED = 2026  # of a fold assignment drawn after everything had been chosen
FINAL_SEED = 0
RECIPE = Tuning()


class GtzanFits:
    """Fits of the network that is shipped, all from one listener that no label taught."""

    def __init__(self, workshop: Workshop, cache_folder: Path) -> None:
        self._workshop, self._cache = workshop, Cache(cache_folder)

    @cached_property
    def listener(self) -> Listener:
        """Where every fit begins."""
        return self._workshop.distilled

    @cached_property
    def embeddings(self) -> Embeddings:
        """The listener's, of all clips."""
        return self._workshop.embeddings(self.listener)

    @cached_property
    def views(self) -> Views:
        """What the listener's lower half hears of varied crops of all clips."""
        names = self._workshop.clips.names.tolist()
        depends_on = {"listener": self._digest, "clips": names, "crops": repr(CROPS)}

        def hear() -> Arrays:
            self._workshop.report("Hearing varied crops of the clips …")
            return heard_crops(self.listener, self._workshop.chosen_spectrograms, CROPS)

        kept = self._cache.arrays("gtzan-crops", depends_on, hear)
        return Views(
            {int(frames): torch.from_numpy(maps) for frames, maps in kept.items()},
            torch.from_numpy(self.embeddings.whole),
            torch.from_numpy(self._workshop.clips.truth),
        )

    def fit(self, chosen: NDArray[np.int64], seed: int) -> GtzanNetwork:
        """The network fitted on the clips of these numbers, and on no other."""
        untaught = fit_head(self.embeddings.together[chosen], self._workshop.clips.genres[chosen])
        uppers, heads = [Upper(self.listener)], [folded(untaught)]
        for number in range(TUNED):
            begun = Upper(self.listener)
            tuned = tune(begun, self.views, chosen, RECIPE, TUNED * seed + number)
            uppers.append(tuned.upper)
            heads.append(tuned.folded())
        return self._network(uppers, heads)

    def held_out(self, fold_seed: int) -> Answers:
        """Answers (clips, …) by way of hearing; the fold seed is the training seed too.

        A run that was stopped goes on with the fold that was not finished.
        """
        clips = self._workshop.clips
        answers: Answers = {}
        for fold, (train, held) in enumerate(artist_folds(clips, fold_seed)):
            for name, given in self._fold(fold_seed, fold, train, held).items():
                every = answers.setdefault(name, np.empty((len(clips.truth), *given.shape[1:])))
                every[held] = given
        return answers | {"vote": answers["alone"].mean(axis=1)}

    def cross_validated(self) -> Answers:
        """Answers (seeds, clips, …) of protocol A: artist-grouped folds under three seeds."""
        seeds = [self.held_out(seed) for seed in SEEDS]
        return {name: np.stack([one[name] for one in seeds]) for name in seeds[0]}

    def final(self) -> GtzanNetwork:
        """The network fitted on every clip, kept in the cache."""
        every = np.arange(len(self._workshop.clips.truth))

        def fit() -> Arrays:
            self._workshop.report("Fitting the network on every clip …")
            state = self.fit(every, FINAL_SEED).state_dict()
            return {name: value.numpy() for name, value in state.items()}

        state = self._cache.arrays("gtzan-network", self._depends_on, fit)
        labels = self.views.labels
        blank = (np.zeros((labels, EMBEDDING), np.float32), np.zeros(labels, np.float32))
        uppers = [Upper(self.listener) for _ in range(TUNED + 1)]
        network = self._network(uppers, [blank] * len(uppers))
        network.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
        return network

    def _network(self, uppers: list[Upper], heads: list[Layer]) -> GtzanNetwork:
        return GtzanNetwork(Trunk(Lower(self.listener), uppers), tuple(heads)).eval()

    def _fold(
        self, seed: int, fold: int, train: NDArray[np.int64], held: NDArray[np.int64]
    ) -> Arrays:
        def judge() -> Arrays:
            self._workshop.report(f"Fold {fold + 1} of {FOLDS}, seed {seed} …")
            network = self.fit(train, seed)
            return answers_of(network, self._workshop, held)

        depends_on = self._depends_on | {"seed": seed, "held": held.tolist()}
        return self._cache.arrays("gtzan-fold", depends_on, judge)

    @cached_property
    def _digest(self) -> str:
        return digest_of({n: v.numpy() for n, v in self.listener.state_dict().items()})

    @property
    def _depends_on(self) -> dict[str, object]:
        names = self._workshop.clips.names.tolist()
        numbers = {"recipe": repr(RECIPE), "crops": repr(CROPS), "tuned": TUNED}
        return {"listener": self._digest, "clips": names, **numbers}


def answers_of(network: GtzanNetwork, workshop: Workshop, chosen: NDArray[np.int64]) -> Arrays:
    """Logits of the chosen clips: whole (n, labels), alone and timeline (n, pieces, labels)."""
    names = workshop.clips.names[chosen].tolist()
    heard = embed_clips(
        network.listener, {name: workshop.chosen_spectrograms[name] for name in names}
    )
    ways = {"whole": heard.whole, "alone": heard.pieces, "timeline": heard.timeline}
    with torch.no_grad():
        return {name: network.head(torch.from_numpy(way)).numpy() for name, way in ways.items()}
