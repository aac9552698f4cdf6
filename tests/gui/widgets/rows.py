"""Rows in every state, for the tests of widgets."""

from pathlib import Path

import numpy as np

from genre_desktop.core.track import Listing, Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, SoundReport
from genre_desktop.inference.verdict import Timeline, Verdict

LABELS = ("blues", "country", "jazz", "rock")


def verdict_of(
    probabilities: tuple[float, ...] = (0.83, 0.10, 0.04, 0.03),
    *,
    unsure: bool = False,
    pieces: list[tuple[float, ...]] | None = None,
    silent: tuple[int, ...] = (),
    heard_seconds: float = 240.0,
    labels: tuple[str, ...] = LABELS,
) -> Verdict:
    """A verdict over four genres; by default blues, and no timeline."""
    timeline = None
    if pieces is not None:
        heard = np.array([place not in silent for place in range(len(pieces))])
        timeline = Timeline(3.0, np.array(pieces, np.float16), heard)
    return Verdict(
        model="tiny",
        version="1",
        labels=labels,
        probabilities=np.array(probabilities, np.float32),
        unsure=unsure,
        timeline=timeline,
        embedding=None,
        tempo_bpm=104.4,
        heard_seconds=heard_seconds,
    )


def listing_of(
    verdict: Verdict | None = None,
    *,
    problem: Note | None = None,
    notes: tuple[Note, ...] = (),
    provisional: bool = False,
    decoded_seconds: float = 255.0,
    name: str = "song.mp3",
    tags: Tags | None = None,
) -> Listing:
    """A listing; without a verdict and a problem it was not heard yet."""
    track = Track(Path("/music") / name)
    tags = tags if tags is not None else Tags(title="Song", artist="Singer", seconds=255.0)
    if verdict is None and problem is None:
        return Listing(track, tags, None)
    report = SoundReport("MP3", 44_100, 2, 256_000, 255.0, decoded_seconds, 0, notes)
    outcome = Outcome(
        track, verdict, problem, report if verdict else None, "ab" * 32, provisional=provisional
    )
    return Listing(track, tags, outcome)
