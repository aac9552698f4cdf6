"""What is read off a spectrogram, in words of fixed form."""

from genre_desktop.dsp.frequency_axis import note_of
from genre_desktop.ui.row_words import clock, pointed


def time_words(seconds: float) -> str:
    """A moment to a hundredth of a second."""
    hundredths = int(seconds * 100 + 1e-6)
    return pointed(f"{clock(hundredths // 100)}.{hundredths % 100:02}")


def frequency_words(hz: float) -> str:
    """A frequency in Hz or kHz."""
    return f"{hz:.0f} Hz" if hz < 1_000 else pointed(f"{hz / 1_000:.2f} kHz")


def note_words(hz: float) -> str:
    """The nearest note and how far it is."""
    note, cents = note_of(hz)
    return f"{note} {cents:+d} ct".replace("-", "−") if note else ""


def level_words(level: float | None) -> str:
    """A level in dB re full scale, empty where it is not known."""
    return pointed(f"{level:.1f} dB").replace("-", "−") if level is not None else ""
