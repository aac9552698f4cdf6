"""The numbers that define a feature; every one is stated, none has a default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MelSpec:
    """A log-mel spectrogram: Hann window, no centring, Slaney mel scale and norm, power 2.

    Attributes:
        sample_rate: Samples per second of the mono input.
        window_samples: Length of the Hann window and of the FFT.
        hop_samples: Samples from one frame to the next.
        mel_bands: Number of mel bands.
        low_hz: Lower edge of the lowest band.
        high_hz: Upper edge of the highest band.
        power_floor: Least power told apart; 10·log10 of it is the lowest level.
    """

    sample_rate: int
    window_samples: int
    hop_samples: int
    mel_bands: int
    low_hz: float
    high_hz: float
    power_floor: float

    def frames_in(self, samples: int) -> int:
        """Frames that fit wholly into so many samples: 1 + ⌊(samples − window) / hop⌋, or 0."""
        if samples < self.window_samples:
            return 0
        return 1 + (samples - self.window_samples) // self.hop_samples

    def samples_for(self, frames: int) -> int:
        """The fewest samples that hold so many frames."""
        return (frames - 1) * self.hop_samples + self.window_samples if frames else 0


@dataclass(frozen=True, slots=True)
class StatisticsSpec:
    """Statistics of pieces of a log-mel spectrogram, in the order of `names`.

    Attributes:
        mel: The spectrogram they are taken from.
        mfcc_count: Number of MFCC coefficients.
        reference: What level zero means: "piece_maximum" (the piece's loudest bin).
        floor_db: Levels are held at or above this, relative to the reference.
        delta_width: Frames over which a delta is fitted (odd).
        names: One name a column, such as "mfcc_03_mean".
    """

    mel: MelSpec
    mfcc_count: int
    reference: str
    floor_db: float
    delta_width: int
    names: tuple[str, ...]


FeatureSpec = MelSpec | StatisticsSpec

# What every package of this program's own is trained on.
STANDARD_MEL = MelSpec(
    sample_rate=22_050,
    window_samples=2_048,
    hop_samples=512,
    mel_bands=128,
    low_hz=0.0,
    high_hz=11_025.0,
    power_floor=1e-10,
)
