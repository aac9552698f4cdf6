"""Fits the two ears of FMA's package, for first seconds and for snapshots of whole clips."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.cache import Arrays, Cache, digest_of
from training.data import required_arrays
from training.listener import Listener
from training.mobilenet import EMBEDDING
from training.networks.fitting import fit
from training.networks.many_heads import ManyHeads
from training.networks.recipe import Augmentation, Recipe
from training.networks.sets import TrainingSet
from training.shipping.basis import code_digest
from training.shipping.fma_forms import Repeated
from training.shipping.fma_network import Ears, FmaNetwork, MomentsHead, linear_head
from training.shipping.fma_sets import (
    FOLDER,
    FmaTracks,
    first_seconds,
    fma_tracks,
    recorded,
    snapshots,
)
from training.shipping.fma_teacher import held_out_scores
from training.workshop import Workshop

FROZEN_STAGES = 6  # and all below them stay as distillation left them
DROPOUT = 0.3
EMBEDDED_AT_ONCE = 64
# Modules whose change makes what is kept another.
READING_CODE = ("training.shipping.fma_sets",)
HEARING_CODE = ("training.listener", "training.shipping.fma_forms")
FITTING_CODE = ("training.networks.fitting", "training.shipping.fma_network")
TEACHING_CODE = ("training.shipping.fma_teacher",)
# What is heard: first seconds, which are smooth; snapshots, as they are and as smooth.
WINDOWS, MOMENTS, SMOOTH_MOMENTS = "windows", "moments", "smooth moments"
AUGMENTATION = Augmentation(
    mixup=0.3,
    gain_db=2.0,
    tilt_db=2.0,
    equaliser_db=1.5,
    roll=True,
    shift_bands=2.0,
    band_masks=2,
    band_mask=15,
    time_masks=1,
    time_mask=0.15,
)

Rows = NDArray[np.int64]
Inputs = Sequence[NDArray[np.float16]]


def recipe(seed: int) -> Recipe:
    """The numbers of the training of the ear for first seconds."""
    below = ["listener.map.", "listener.network.stem."]
    below += [f"listener.network.stages.{number}." for number in range(FROZEN_STAGES)]
    return Recipe(
        epochs=5,
        batch=32,
        learning_rate=4e-4,
        weight_decay=0.01,
        seed=seed,
        warm_up=0.2,
        label_smoothing=0.1,
        average_last=0.3,
        precision="float32",  # bfloat16 convolutions of depth 1 are ten times as slow on CPUs
        rates={"heads.": 2.5} | {f"trunk.{name}": 0.0 for name in below},
        teacher_weight=0.5,
        embedding_weight=1.0,
        augmentation=AUGMENTATION,
    )


def head_recipe(seed: int) -> Recipe:
    """The numbers of the training of the head on the ear for moments."""
    return Recipe(
        epochs=20,
        batch=128,
        learning_rate=1e-3,
        weight_decay=0.05,
        seed=seed,
        label_smoothing=0.1,
        precision="float32",
        teacher_weight=0.7,
        augmentation=Augmentation(mixup=0.4),
    )


class Embedding(nn.Module):
    """A listener as the trunk of a training."""

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.listener = listener

    def forward(self, log_mel: Tensor) -> Tensor:
        """Embed log-mel (n, 128, frames) in dB: (n, 384)."""
        return self.listener.embed(log_mel)


class StandardHead(nn.Module):
    """Standardises an embedding, drops some of it and maps it linearly to labels."""

    def __init__(self, embeddings: NDArray[np.float32], labels: int) -> None:
        super().__init__()
        self.register_buffer("centre", torch.from_numpy(embeddings.mean(axis=0)))
        self.register_buffer("spread", torch.from_numpy(embeddings.std(axis=0) + 1e-6))
        self.centre: Tensor
        self.spread: Tensor
        self.linear = nn.Linear(EMBEDDING, labels)
        nn.init.zeros_(self.linear.weight)

    def forward(self, embedding: Tensor) -> Tensor:
        """Logits (n, labels) of embeddings (n, 384)."""
        standard = (embedding - self.centre) / self.spread
        logits: Tensor = self.linear(nn.functional.dropout(standard, DROPOUT, self.training))
        return logits

    def folded(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The same as one linear layer: weight (labels, 384), bias (labels,)."""
        weight = (self.linear.weight / self.spread).detach()
        bias = (self.linear.bias - weight @ self.centre).detach()
        return weight.numpy(), bias.numpy()


class FmaWorkshop:
    """FMA's archives and what is made of them, kept in a cache between runs."""

    def __init__(self, workshop: Workshop, cache_folder: Path) -> None:
        self.workshop = workshop
        self._folder, self._cache = cache_folder, Cache(cache_folder)
        self._data = workshop.data_folder

    @cached_property
    def tracks(self) -> FmaTracks:
        """Who is who."""
        return fma_tracks(self._data)

    @cached_property
    def heard(self) -> dict[str, Inputs]:
        """By form: log-mel (128, frames) of each track."""
        taken = self._levels[MOMENTS]
        return {
            WINDOWS: list(self._levels[WINDOWS]),
            MOMENTS: Repeated(taken),
            SMOOTH_MOMENTS: Repeated(taken, smooth=True),
        }

    @cached_property
    def _levels(self) -> dict[str, NDArray[np.float16]]:
        depends_on = {
            "tracks": digest_of({"tracks": self.tracks.tracks}),
            "code": code_digest(READING_CODE),
        }
        kept = self._cache.arrays("fma-first-seconds", depends_on, self._read_first_seconds)
        taken = self._cache.arrays("fma-snapshots", depends_on, self._read_snapshots)
        windows, moments = (one["log_mels"].astype(np.float16, copy=False) for one in (kept, taken))
        return {WINDOWS: windows, MOMENTS: moments}

    @cached_property
    def _levels_digest(self) -> str:
        return digest_of(self._levels)

    def _read_first_seconds(self) -> Arrays:
        self.workshop.report("Reading FMA's first seconds …")
        return {"log_mels": first_seconds(self._data)}

    def _read_snapshots(self) -> Arrays:
        self.workshop.report("Reading FMA's snapshots …")
        return {"log_mels": snapshots(self._data, self.tracks)}

    @cached_property
    def distilled(self) -> dict[str, NDArray[np.float32]]:
        """By form: embeddings (n, 384) of the listener that no label has taught."""
        return {form: self.embeddings(self.workshop.distilled, form) for form in self.heard}

    def embeddings(self, listener: Listener, form: str) -> NDArray[np.float32]:
        """Embeddings (n, 384) of what is heard in one form."""
        depends_on = {
            "listener": state_digest(listener),
            "heard": self._levels_digest,
            "form": form,
            "code": code_digest(HEARING_CODE),
        }
        kept = self._cache.arrays(
            "fma-embeddings", depends_on, lambda: {"all": embedded(listener, self.heard[form])}
        )
        return kept["all"].astype(np.float32)

    def teacher(self, rows: Rows) -> NDArray[np.float32]:
        """Scores (rows, labels) from fits on others of these rows that never heard the artist.

        The teacher knows the distilled embeddings of what both ears hear and VGGish of the whole
        clip.
        """
        stored = required_arrays(self._data / FOLDER / "vggish_mean.npz")
        of_clips = next(one for one in stored.values() if one.ndim == 2)
        distilled = [self.distilled[form] for form in (WINDOWS, MOMENTS)]
        groups = [*distilled, of_clips.astype(np.float32)]
        depends_on = {
            "rows": digest_of({"rows": rows}),
            "groups": digest_of({str(number): one for number, one in enumerate(groups)}),
            "code": code_digest(TEACHING_CODE),
        }

        def teach() -> Arrays:
            self.workshop.report("Asking the teacher of FMA's genres …")
            truth, artists = self.tracks.truth[rows], self.tracks.artists[rows]
            return {"scores": held_out_scores([one[rows] for one in groups], truth, artists)}

        return self._cache.arrays("fma-teacher", depends_on, teach)["scores"].astype(np.float32)

    def windows(self, rows: Rows, seed: int) -> tuple[Listener, nn.Linear]:
        """The ear for first seconds and its head, fitted on these rows; goes on after a kill."""
        numbers = recipe(seed)
        depends_on = self._depends_on(rows, numbers)

        def train() -> Arrays:
            torch.manual_seed(seed)
            listener = Listener()
            listener.load_state_dict(self.workshop.distilled.state_dict())
            head = StandardHead(self.distilled[WINDOWS][rows], len(self.tracks.labels))
            network = ManyHeads(Embedding(listener), {"fma": head})
            heard = [self.heard[WINDOWS][row] for row in rows.tolist()]
            one = self._set(rows, heard, self.distilled[WINDOWS][rows])
            checkpoint = self._cache.path("fma-fit", {"ear": WINDOWS} | depends_on, ".npz")
            report = Report(self.workshop, f"FMA, first seconds, seed {seed}: ")
            fit(network, [one], [], numbers, report, checkpoint=checkpoint)
            checkpoint.unlink(missing_ok=True)
            return _arrays(listener, head)

        kept = self._cache.arrays("fma-windows", depends_on, train)
        listener = Listener()
        weight, bias = (kept.pop(name).astype(np.float32) for name in ("weight", "bias"))
        listener.load_state_dict({name: torch.from_numpy(value) for name, value in kept.items()})
        return listener.eval(), linear_head(weight, bias)

    def moments(self, rows: Rows, seed: int) -> MomentsHead:
        """The head on snapshots as the listener hears them that no label has taught.

        It is fitted on each track twice, as it is and as smooth, so that both are one genre.
        """
        numbers = head_recipe(seed)
        forms = MOMENTS, SMOOTH_MOMENTS
        heard = np.concatenate([self.distilled[form][rows] for form in forms])

        def train() -> Arrays:
            torch.manual_seed(seed)
            head = MomentsHead(len(self.tracks.labels), heard)
            report = Report(self.workshop, f"FMA, snapshots, seed {seed}: ")
            network = ManyHeads(nn.Identity(), {"fma": head})
            fit(network, [self._set(rows, list(heard), None, len(forms))], [], numbers, report)
            return {name: value.numpy() for name, value in head.state_dict().items()}

        depends_on = self._depends_on(rows, numbers) | {"forms": forms}
        kept = self._cache.arrays("fma-moments", depends_on, train)
        head = MomentsHead(len(self.tracks.labels))
        head.load_state_dict({name: torch.from_numpy(value) for name, value in kept.items()})
        return head.eval()

    def _depends_on(self, rows: Rows, numbers: Recipe) -> dict[str, object]:
        begins = state_digest(self.workshop.distilled)
        return {
            "rows": digest_of({"rows": rows}),
            "heard": self._levels_digest,
            "recipe": repr(numbers),
            "begins": begins,
            "code": code_digest(FITTING_CODE),
        }

    def _set(
        self,
        rows: Rows,
        heard: Sequence[NDArray[np.floating]],
        kept: NDArray[np.float32] | None,
        forms: int = 1,
    ) -> TrainingSet:
        """Tracks as they are heard, in one form after the other."""
        return TrainingSet(
            name="fma",
            inputs=heard,
            truth=np.tile(self.tracks.truth[rows], forms),
            scores=np.tile(self.teacher(rows), (forms, 1)),
            embeddings=kept,
        )

    def network(self, rows: Rows, seed: int) -> FmaNetwork:
        """Both ears with their heads, fitted on these rows."""
        listener, of_windows = self.windows(rows, seed)
        ears = Ears(listener, self.workshop.distilled)
        return FmaNetwork(ears, of_windows, self.moments(rows, seed)).eval()

    @property
    def training_rows(self) -> Rows:
        """The official training part, without the artists of whom there are recordings.

        So the same fit is judged on the validation part and on the recordings.
        """
        unheard = self.tracks.artists[list(recorded(self._data, self.tracks))]
        known = ~self.tracks.validating & ~np.isin(self.tracks.artists, unheard)
        return np.flatnonzero(known)

    @property
    def validation_rows(self) -> Rows:
        """The official validation part."""
        return np.flatnonzero(self.tracks.validating)

    def final(self) -> FmaNetwork:
        """What is shipped: fitted on the training and the validation part."""
        return self.network(np.arange(len(self.tracks.tracks)), seed=0)


class Report:
    """Says sentences with the name of a fit before them."""

    def __init__(self, workshop: Workshop, before: str) -> None:
        self._workshop, self._before = workshop, before

    def __call__(self, sentence: str) -> None:
        """Say one."""
        self._workshop.report(self._before + sentence)


def embedded(listener: Listener, heard: Inputs) -> NDArray[np.float32]:
    """Embeddings (n, 384) of inputs (128, frames) of one length."""
    made = []
    listener.eval()
    with torch.no_grad():
        for start in range(0, len(heard), EMBEDDED_AT_ONCE):
            end = min(start + EMBEDDED_AT_ONCE, len(heard))
            batch = np.stack([heard[row] for row in range(start, end)]).astype(np.float32)
            made.append(listener.embed(torch.from_numpy(batch)))
    return torch.cat(made).numpy()


def state_digest(listener: Listener) -> str:
    """A short name for a listener's weights."""
    return digest_of({name: value.numpy() for name, value in listener.state_dict().items()})


def _arrays(listener: Listener, head: StandardHead) -> Arrays:
    weight, bias = head.folded()
    state = {name: value.numpy() for name, value in listener.state_dict().items()}
    return {**state, "weight": weight, "bias": bias}
