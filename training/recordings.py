"""Recordings for learning without labels: the same stretches of music for student and teacher."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
import soxr  # type: ignore[import-untyped]  # comes with librosa
from numpy.typing import NDArray

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.spec import STANDARD_MEL
from training import teacher

STRETCH_SECONDS = 10.0
STRETCH_FRAMES = 430


def application_log_mel(path: Path) -> NDArray[np.float32]:
    """Log-mel (128, frames) of a recording, decoded as the application decodes.

    Raises:
        SoundError: The recording cannot be decoded.
    """
    mel = LogMel(STANDARD_MEL)
    with open_sound(path) as sound:
        parts = [mel.push(block) for block in sound.blocks()]
    return np.concatenate(parts, axis=1)


def teacher_samples(path: Path) -> NDArray[np.float32]:
    """Mono samples of a recording at the teacher's rate."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    resampled: NDArray[np.float32] = soxr.resample(samples.mean(axis=1), rate, teacher.RATE)
    return resampled


def stretch_starts(seconds: float) -> NDArray[np.float64]:
    """Starts of as many stretches of 10 s as a recording roughly holds, evenly spread."""
    count = max(1, int(np.ceil(seconds / STRETCH_SECONDS - 0.1)))
    return np.linspace(0, max(0.0, seconds - STRETCH_SECONDS), count)


def stretches(path: Path) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """(our log-mel (128, 430), teacher's samples) of each stretch of a recording.

    Stretches for which the recording is too short are left out.
    """
    log_mel, samples = application_log_mel(path), teacher_samples(path)
    frame_rate = STANDARD_MEL.sample_rate / STANDARD_MEL.hop_samples
    for start in stretch_starts(len(samples) / teacher.RATE):
        frame = min(round(start * frame_rate), log_mel.shape[1] - STRETCH_FRAMES)
        first = int(start * teacher.RATE)
        if frame >= 0:
            yield (
                log_mel[:, frame : frame + STRETCH_FRAMES],
                samples[first : first + int(STRETCH_SECONDS * teacher.RATE)],
            )
