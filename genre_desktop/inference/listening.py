"""Listens to one track: samples go in, a verdict can be had at any time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.mel import LogMel, log_mel
from genre_desktop.dsp.spec import MelSpec
from genre_desktop.dsp.tempo import TempoMeter
from genre_desktop.inference.ear import Ear
from genre_desktop.inference.manifest import Manifest
from genre_desktop.inference.opinion import Opinion, joint_opinion, opinion_of
from genre_desktop.inference.verdict import Verdict

Samples = NDArray[np.float32]


class Listening:
    """One track on its way through a model.

    Spectrograms are computed once for all members of an ensemble that hear the same one.
    """

    def __init__(
        self, manifest: Manifest, ears: Sequence[tuple[Manifest, Ear]], with_tempo: bool
    ) -> None:
        """Begins a track.

        Args:
            manifest: Of the package that answers.
            ears: The package's own ear, or one for each member of an ensemble, with its manifest.
            with_tempo: Whether the tempo is wanted too.
        """
        self._manifest = manifest
        self._ears = tuple(ears)
        self._spectrograms = {ear.mel: LogMel(ear.mel) for _, ear in ears}
        self._frames = dict.fromkeys(self._spectrograms, 0)
        self._tempo_mel = ears[0][1].mel
        self._tempo = TempoMeter(self._tempo_mel) if with_tempo else None
        self._samples = 0
        self._opening: Samples = np.empty(0, np.float32)
        self._opening_samples = max(
            ear.mel.samples_for(ear.graph.shortest_frames) for _, ear in ears
        )

    @property
    def heard_seconds(self) -> float:
        """How much was pushed so far."""
        return self._samples / self._tempo_mel.sample_rate

    def push(self, samples: Samples) -> None:
        """Takes the next samples: float32 mono at 22,050 Hz, of any length.

        Raises:
            PackageRefused: The graph cannot be run.
        """
        wanted = self._opening_samples - self._samples
        if wanted > 0:
            self._opening = np.concatenate([self._opening, samples[:wanted]])
        self._samples += samples.size
        for mel, spectrogram in self._spectrograms.items():
            levels = spectrogram.push(samples)
            self._frames[mel] += levels.shape[1]
            if self._tempo is not None and mel == self._tempo_mel:
                self._tempo.push(levels)
            for _, ear in self._ears:
                if ear.mel == mel:
                    ear.hear(levels)

    def end_chunk(self) -> None:
        """Hears what was pushed so far apart from what follows, which lies elsewhere in the track.

        Raises:
            PackageRefused: The graph cannot be run.
        """
        self._spectrograms = {mel: LogMel(mel) for mel in self._spectrograms}
        for _, ear in self._ears:
            ear.end_chunk()

    def verdict(self) -> Verdict:
        """What the model says of the track if it ends here.

        Raises:
            PackageRefused: The graph cannot be run.
            ValueError: No sample was pushed yet.
        """
        if not self._samples:
            raise ValueError("A verdict needs at least one sample.")
        opinions = [self._opinion(manifest, ear) for manifest, ear in self._ears]
        opinion = opinions[0]
        if self._manifest.members:
            opinion = joint_opinion(self._manifest, opinions)
        probabilities = opinion.probabilities.astype(np.float32)
        doubtful = bool(probabilities.max() < self._manifest.unsure_threshold)
        return Verdict(
            model=self._manifest.name,
            version=self._manifest.version,
            labels=self._manifest.labels,
            probabilities=probabilities,
            unsure=doubtful or opinion.unfamiliar,
            timeline=opinion.timeline(),
            embedding=opinion.embedding,
            tempo_bpm=self._tempo.bpm() if self._tempo is not None else None,
            heard_seconds=self.heard_seconds,
        )

    def _opinion(self, manifest: Manifest, ear: Ear) -> Opinion:
        shortest = ear.graph.shortest_frames
        repeated = None
        if self._frames[ear.mel] < shortest:
            repeated = self._repeated_opening(ear.mel, shortest)
        return opinion_of(manifest, ear, ear.answer(repeated))

    def _repeated_opening(self, mel: MelSpec, frames: int) -> NDArray[np.float32]:
        return log_mel(np.resize(self._opening, mel.samples_for(frames)), mel)
