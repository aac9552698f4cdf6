"""Onset strength of a stream: how much louder each frame is than the one before."""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]


class OnsetStrength:
    """Spectral flux of a log-mel spectrogram that comes in pieces.

    As `librosa.onset.onset_strength(S=log_mel, center=False)`: the mean over the bands of what
    rose since the frame before (Böck and Widmer, 2013, without the maximum filter).
    """

    def __init__(self) -> None:
        self._last: Values | None = None

    def push(self, log_mel: Values) -> Values:
        """Return the onset strength of these frames, float32 (frames,); the very first is 0.

        Args:
            log_mel: The next levels in dB, (mel_bands, frames).
        """
        if not log_mel.shape[1]:
            return np.empty(0, np.float32)
        before = log_mel[:, :1] if self._last is None else self._last
        self._last = log_mel[:, -1:].copy()
        rise = np.diff(log_mel, axis=1, prepend=before)
        np.maximum(rise, 0.0, out=rise)
        strength: Values = rise.mean(axis=0)
        return strength
