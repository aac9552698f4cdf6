"""Hearing some seconds of what is being played: the function that runs in a process of its own."""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.catalogue import MANIFEST_FILE
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.dsp.playback import StereoBlock, StereoResampler
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.model import Model, open_model


def hear_live(
    model_folder: Path, samples: NDArray[np.float32], rate: int
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """What a model says of the last piece of some samples; the earlier ones are its context.

    Args:
        model_folder: The package, of any kind.
        samples: float32 (n,), mono.
        rate: Samples a second.

    Returns:
        The genres and the probability of each; no probabilities where the piece is silence.

    Raises:
        PackageRefused: The package cannot be used.
    """
    listening = _open(model_folder, stamp_of(model_folder / MANIFEST_FILE)).listen(with_tempo=False)
    resampler = StereoResampler(STANDARD_MEL.sample_rate)
    block = StereoBlock(np.stack([samples, samples], axis=1), rate)
    resampled = np.concatenate([resampler.push(block), resampler.flush()])
    listening.push(np.ascontiguousarray(resampled[:, 0]))
    verdict = listening.verdict()
    timeline = verdict.timeline
    if timeline is None:
        return verdict.labels, tuple(verdict.probabilities.tolist())
    if not timeline.heard[-1]:
        return verdict.labels, ()
    return verdict.labels, tuple(timeline.probabilities[-1].astype(float).tolist())


@lru_cache(maxsize=1)
def _open(folder: Path, manifest: Stamp) -> Model:  # noqa: ARG001 - part of the key
    return open_model(folder, prove=True)
