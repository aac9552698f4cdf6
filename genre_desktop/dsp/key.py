"""The key of a track: which major or minor profile its pitch classes are most like."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.chroma import chroma, chroma_filters
from genre_desktop.dsp.stft import Framer, power_of, spectrum

Values = NDArray[np.float32]

WINDOW_SAMPLES: Final = 8_192  # at 22,050 Hz 2.7 Hz a bin: semitones are apart from 46 Hz on
HOP_SAMPLES: Final = 4_096
LEAST_CONFIDENCE: Final = 0.5  # noise and drums stay below

# How well listeners find each pitch class to fit C major and C minor (Krumhansl and Kessler, 1982,
# "Tracing the dynamic changes in perceived tonal organization in a spatial representation of
# musical keys", Psychological Review 89); the key is found by correlation as in Krumhansl, 1990,
# "Cognitive Foundations of Musical Pitch".
_MAJOR: Final = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR: Final = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_MAJOR_NAMES: Final = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_MINOR_NAMES: Final = ("Cm", "C#m", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm")


@dataclass(frozen=True, slots=True)
class Key:
    """A key.

    Attributes:
        name: As players write it, such as "F#m" or "Eb".
        confidence: The correlation with the key's profile, up to 1.
    """

    name: str
    confidence: float


class KeyMeter:
    """Sums up the pitch classes of a stream of samples at one rate."""

    def __init__(self, sample_rate: int) -> None:
        self._filters = chroma_filters(sample_rate, WINDOW_SAMPLES)
        self._framer = Framer(WINDOW_SAMPLES, HOP_SAMPLES)
        self._sum = np.zeros(12, np.float64)

    def push(self, samples: Values) -> None:
        """Take the next samples, float32 mono."""
        for frames in self._framer.push(samples):
            self._sum += chroma(power_of(spectrum(frames)), self._filters).sum(axis=0)

    def key(self) -> Key | None:
        """The key, None where there is none: nothing but noise, drums or silence."""
        return key_of(self._sum)


def key_of(pitch_classes: NDArray[np.float64]) -> Key | None:
    """The key of twelve pitch classes, C first; None where they fit none.

    Args:
        pitch_classes: How strong each is, (12,), in any unit.
    """
    if np.ptp(pitch_classes) <= 1e-9 * max(1.0, float(np.abs(pitch_classes).max())):
        return None
    names = (*_MAJOR_NAMES, *_MINOR_NAMES)
    profiles = [np.roll(profile, step) for profile in (_MAJOR, _MINOR) for step in range(12)]
    fits = [float(np.corrcoef(pitch_classes, profile)[0, 1]) for profile in profiles]
    best = int(np.argmax(fits))
    return Key(names[best], fits[best]) if fits[best] >= LEAST_CONFIDENCE else None
