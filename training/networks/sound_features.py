"""Features that need sound and that the application does not compute for its models."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

RATE = 22_050
HOP = 512
STFT_WINDOW = 512  # 257 bins of 43 Hz
TEMPOGRAM_FRAMES = 128  # about three seconds; librosa's 384 would hear nine
LEVEL_FLOOR = 1e-10

Values = NDArray[np.float32]


def linear_stft(samples: Values) -> Values:
    """Levels (257, frames) in dB of a short-time Fourier transform without a mel scale."""
    import librosa

    return _level(np.abs(librosa.stft(samples, n_fft=STFT_WINDOW, hop_length=HOP)) ** 2)


def constant_q(samples: Values) -> Values:
    """Levels (84, frames) in dB of a constant-Q transform: seven octaves from C1."""
    import librosa

    return _level(np.abs(librosa.cqt(samples, sr=RATE, hop_length=HOP)) ** 2)


def chroma(samples: Values) -> Values:
    """Chroma (12, frames) of the short-time Fourier transform, 0 to 1."""
    import librosa

    found = librosa.feature.chroma_stft(y=samples, sr=RATE, hop_length=HOP, tuning=0.0)
    return np.asarray(found, np.float32)


def tempogram(samples: Values) -> Values:
    """Local autocorrelation (128, frames) of the onset strength (Grosche et al. 2010)."""
    import librosa

    found = librosa.feature.tempogram(
        y=samples, sr=RATE, hop_length=HOP, win_length=TEMPOGRAM_FRAMES
    )
    return np.asarray(found, np.float32)


def _level(power: NDArray[np.floating]) -> Values:
    return np.asarray(10 * np.log10(np.maximum(power, LEVEL_FLOOR)), np.float32)


FROM_SOUND: Mapping[str, Callable[[Values], Values]] = {
    "linear_stft": linear_stft,
    "constant_q": constant_q,
    "chroma": chroma,
    "tempogram": tempogram,
}
