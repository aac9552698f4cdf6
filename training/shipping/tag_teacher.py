"""A second frozen teacher: a network of the Million Song Dataset's tags on its own 16 kHz input."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data import required

RATE = 16_000
WINDOW_SECONDS = 29
FFT = 512
HOP = 256
POOLS = ((2, 4), (2, 4), (2, 4), (3, 5), (4, 4))  # bands and frames to one, layer by layer
WEIGHTS_FILE = "minz_msd_fcn.pth"


class TagTeacher:
    """Embeds and tags music (Choi, Fazekas, Sandler 2016; weights of Won et al. 2020)."""

    def __init__(self, weights: Path) -> None:
        """Read the published weights.

        Raises:
            DataMissing: They are not there.
        """
        self._state: Mapping[str, Tensor] = torch.load(
            required(weights / WEIGHTS_FILE), map_location="cpu", weights_only=True
        )

    def judge(self, samples: NDArray[np.float32], at_seconds: float) -> NDArray[np.float32]:
        """Embedding and tag scores (114,) of 29 s of a recording around ten that begin somewhere.

        Args:
            samples: The whole recording, mono, 16 kHz; it is repeated where it is too short.
            at_seconds: Where the ten seconds begin.
        """
        needed = WINDOW_SECONDS * RATE
        looped = np.tile(samples, -(-needed // len(samples))) if len(samples) < needed else samples
        before = (needed - 10 * RATE) // 2
        first = min(max(0, int(at_seconds * RATE) - before), len(looped) - needed)
        window = torch.from_numpy(np.ascontiguousarray(looped[first : first + needed]))
        with torch.no_grad():
            embedding = self._embed(window[None])
            tags = functional.linear(
                embedding, self._state["dense.weight"], self._state["dense.bias"]
            )
        judged: NDArray[np.float32] = torch.cat([embedding, tags], 1)[0].numpy()
        return judged

    def _embed(self, samples: Tensor) -> Tensor:
        """The embedding (n, 64) of samples (n, 464,000)."""
        window = self._state["spec.spectrogram.window"]
        spectrum = torch.stft(samples, FFT, HOP, FFT, window, center=True, return_complex=True)
        mel = self._state["spec.mel_scale.fb"].T @ spectrum.abs() ** 2
        maps = self._normed(10 * torch.log10(mel.clamp_min(1e-10))[:, None], "spec_bn")
        for number, pool in enumerate(POOLS, start=1):
            layer = f"layer{number}"
            weight, bias = (self._state[f"{layer}.conv.{part}"] for part in ("weight", "bias"))
            maps = self._normed(functional.conv2d(maps, weight, bias, padding=1), f"{layer}.bn")
            maps = functional.max_pool2d(functional.relu(maps), pool)
        return maps.flatten(1)

    def _normed(self, maps: Tensor, name: str) -> Tensor:
        """Batch norm as it was learnt."""
        mean, variance, weight, bias = (
            self._state[f"{name}.{part}"]
            for part in ("running_mean", "running_var", "weight", "bias")
        )
        return functional.batch_norm(maps, mean, variance, weight, bias)
