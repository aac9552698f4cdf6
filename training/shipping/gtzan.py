"""GTZAN's network: fitted on some clips, asked about the others, each fit kept once it is made."""

from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.cache import Arrays, Cache
from training.evaluate import FOLDS, SEEDS, Answers, artist_folds, with_pieces_together
from training.heads import fit_head, folded
from training.listener import Listener
from training.pieces import Embeddings, embed_clips
from training.recordings import application_log_mel
from training.shipping.basis import code_digest
from training.shipping.fma import state_digest
from training.shipping.gtzan_network import GtzanNetwork, Layer
from training.shipping.trunk import Lower, Trunk, Upper
from training.shipping.trunk_tuning import Tuning, tune
from training.shipping.trunk_views import CROPS, Views, heard_crops
from training.shipping.two_teachers import listener_of_two_teachers
from training.workshop import Workshop

FRESH_SEED = 20_261_123  # of folds drawn after everything had been chosen, and judged once
FINAL_SEED = 0
SHARES = (0.25, 0.75)  # of the half that no label taught, and of the other, in the logits
RECIPE = Tuning()
# Modules whose change makes a fit, or what it answers, another.
CODE = ("training.heads", "training.shipping.gtzan_network", "training.shipping.trunk_tuning")
CROPS_CODE = ("training.shipping.trunk_views",)

Reals = NDArray[np.float64]


class GtzanFits:
    """Fits of the network that is shipped, all from one listener that no label taught."""

    def __init__(self, workshop: Workshop, cache_folder: Path) -> None:
        self._workshop, self._folder = workshop, cache_folder
        self._cache = Cache(cache_folder)

    @cached_property
    def listener(self) -> Listener:
        """Where every fit begins."""
        return self._workshop.distilled

    @cached_property
    def embeddings(self) -> Embeddings:
        """The listener's, of all clips."""
        return self._workshop.embeddings(self.listener)

    @cached_property
    def beginning(self) -> Listener:
        """Where labels begin: the listener whose upper half has learnt from two teachers."""
        return listener_of_two_teachers(self._workshop, self._folder)

    @cached_property
    def views(self) -> Views:
        """What labels teach with."""
        clean = self._workshop.embeddings(self.beginning).whole
        truth = torch.from_numpy(self._workshop.clips.truth)
        return Views(self._crops, torch.from_numpy(clean), truth)

    def fit(self, chosen: NDArray[np.int64], seed: int) -> GtzanNetwork:
        """The network fitted on the clips of these numbers, and on no other.

        What labels taught is kept in the cache.
        """
        genres = self._workshop.clips.genres[chosen]
        untaught = fit_head(self.embeddings.together[chosen], genres)
        taught, head = self._taught(chosen, seed)
        trunk = Trunk(Lower(self.listener), [Upper(self.listener), taught])
        return GtzanNetwork(trunk, (folded(untaught), head), SHARES).eval()

    def _taught(self, chosen: NDArray[np.int64], seed: int) -> tuple[Upper, Layer]:
        def teach() -> Arrays:
            tuned = tune(Upper(self.beginning), self.views, chosen, RECIPE, seed)
            weight, bias = tuned.folded()
            state = {name: value.numpy() for name, value in tuned.upper.state_dict().items()}
            return state | {"weight": weight, "bias": bias}

        depends_on = self._depends_on | {"chosen": chosen.tolist(), "seed": seed}
        state = self._cache.arrays("gtzan-half", depends_on, teach)
        weight, bias = (state.pop(name).astype(np.float32) for name in ("weight", "bias"))
        upper = Upper(self.beginning)
        upper.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
        return upper, (weight, bias)

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
        return with_pieces_together(answers)

    def cross_validated(self) -> Answers:
        """Answers (seeds, clips, …) of protocol A: artist-grouped folds under three seeds."""
        seeds = [self.held_out(seed) for seed in SEEDS]
        return {name: np.stack([one[name] for one in seeds]) for name in seeds[0]}

    def final(self) -> GtzanNetwork:
        """The network fitted on every clip."""
        return self.fit(np.arange(len(self._workshop.clips.truth)), FINAL_SEED)

    def recordings(self, fold_seed: int) -> tuple[NDArray[np.int64], Reals, Reals]:
        """Recordings as the application decodes them beside the archive's spectrograms of them.

        Returns:
            Numbers of the clips that have a recording; (recordings, labels) logits of the
            recordings and of the archive, each from a fold that never heard the artist.
        """
        index, clips = self._workshop.index, self._workshop.clips
        recorded = np.array([index[name].audio is not None for name in clips.names.tolist()])
        archived = self.held_out(fold_seed)["whole"]
        heard = np.empty_like(archived)
        for train, held in artist_folds(clips, fold_seed):
            network = self.fit(train, fold_seed)
            for number in held[recorded[held]].tolist():
                path = index[clips.names[number]].audio
                assert path is not None
                levels = torch.from_numpy(application_log_mel(path))
                with torch.no_grad():
                    heard[number] = network(levels[None])[0][0].numpy()
        numbers = np.flatnonzero(recorded)
        return numbers, heard[numbers], archived[numbers]

    def _fold(
        self, seed: int, fold: int, train: NDArray[np.int64], held: NDArray[np.int64]
    ) -> Arrays:
        def judge() -> Arrays:
            self._workshop.report(f"Fold {fold + 1} of {FOLDS}, seed {seed} …")
            return answers_of(self.fit(train, seed), self._workshop, held)

        depends_on = self._depends_on | {"seed": seed, "held": held.tolist(), "shares": SHARES}
        return self._cache.arrays("gtzan-answers", depends_on, judge)

    @cached_property
    def _crops(self) -> dict[int, torch.Tensor]:
        def hear() -> Arrays:
            self._workshop.report("Hearing varied crops of the clips …")
            return heard_crops(self.listener, self._workshop.chosen_spectrograms, CROPS)

        depends_on = {
            "listener": state_digest(self.listener),
            "clips": self._workshop.clips_digest,
            "crops": repr(CROPS),
            "code": code_digest(CROPS_CODE),
        }
        kept = self._cache.arrays("gtzan-crops", depends_on, hear)
        return {int(frames): torch.from_numpy(maps) for frames, maps in kept.items()}

    @cached_property
    def _depends_on(self) -> dict[str, object]:
        halves = [state_digest(one) for one in (self.listener, self.beginning)]
        numbers = {"recipe": repr(RECIPE), "crops": repr(CROPS), "code": code_digest(CODE)}
        return {"halves": halves, "clips": self._workshop.clips_digest, **numbers}


def answers_of(network: GtzanNetwork, workshop: Workshop, chosen: NDArray[np.int64]) -> Arrays:
    """Logits of the chosen clips: whole (n, labels), alone and timeline (n, pieces, labels)."""
    names = workshop.clips.names[chosen].tolist()
    heard = embed_clips(
        network.listener, {name: workshop.chosen_spectrograms[name] for name in names}
    )
    ways = {"whole": heard.whole, "alone": heard.pieces, "timeline": heard.timeline}
    with torch.no_grad():
        return {name: network.head(torch.from_numpy(way)).numpy() for name, way in ways.items()}
