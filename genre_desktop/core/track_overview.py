"""The waveform of a whole track, as a seek bar shows it; what a process of its own computes."""

from pathlib import Path

from genre_desktop.dsp.overview import Overview, OverviewMeter
from genre_desktop.dsp.playback import open_playback
from genre_desktop.dsp.sound import Span


def track_overview(path: Path, span: Span | None, most_parts: int) -> Overview | None:
    """Decode a track and measure it.

    Args:
        path: The file.
        span: The part of it that is the track, None for everything.
        most_parts: How many parts the overview may have.

    Returns:
        None where nothing could be decoded.

    Raises:
        SoundError: The file cannot be decoded.
    """
    meter: OverviewMeter | None = None
    with open_playback(path, span) as sound:
        for block in sound.blocks():
            if meter is None:
                meter = OverviewMeter(block.rate, most_parts)
            meter.push(block.samples)
    return None if meter is None else meter.overview()
