"""A verdict on parts of a track, as one on the track."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from genre_desktop.inference.verdict import Timeline, Verdict


def spread(verdict: Verdict, seconds: float, heard_at: Sequence[float]) -> Verdict:
    """The verdict on parts of a track, as one on the track: gaps where nothing was heard.

    Args:
        verdict: On the parts, put one behind the other.
        seconds: The length of the track.
        heard_at: The middle of each part, in seconds of the track, rising; all are of one length.
    """
    timeline = verdict.timeline
    if timeline is not None:
        pieces = int(seconds / timeline.piece_seconds)
        rows = np.zeros((pieces, len(verdict.labels)), np.float16)
        heard = np.zeros(pieces, np.bool_)
        places = np.minimum(np.array(heard_at) / timeline.piece_seconds, pieces - 1).astype(int)
        # A row is of the part that sounds in it, and at times of the end of the one before.
        known = np.arange(len(places)) * len(timeline.heard) // len(places)
        rows[places] = timeline.probabilities[known]
        heard[places] = timeline.heard[known]
        timeline = Timeline(timeline.piece_seconds, rows, heard)
    return replace(verdict, timeline=timeline, quick=True)
