"""Answers as a model would give them, without a model."""

from pathlib import Path

import numpy as np

from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Note, Problem, SoundReport, Span
from genre_desktop.inference.verdict import Timeline, Verdict

DIGEST = "d1"
LABELS = ("blues", "jazz", "rock")


def verdict(model: str = "tiny", version: str = "1.0", best: int = 1) -> Verdict:
    probabilities = np.full(len(LABELS), 0.125, np.float32)
    probabilities[best] = 0.75
    return Verdict(
        model=model,
        version=version,
        labels=LABELS,
        probabilities=probabilities,
        unsure=False,
        timeline=Timeline(
            piece_seconds=2.9257,
            probabilities=np.tile(probabilities.astype(np.float16), (4, 1)),
            heard=np.array([True, True, False, True]),
        ),
        embedding=np.linspace(-1, 1, 8).astype(np.float16),
        tempo_bpm=120.5,
        heard_seconds=11.7,
    )


def report() -> SoundReport:
    return SoundReport(
        format_name="MP3",
        sample_rate=44_100,
        channels=2,
        bit_rate=128_000,
        promised_seconds=30.0,
        decoded_seconds=11.7,
        failed_packets=1,
        notes=(Note(Problem.TRUNCATED, "It ends after 11.7 of 30.0 seconds."),),
    )


def answered(
    path: Path,
    audio_hash: str = "a1",
    span: Span | None = None,
    best: int = 1,
    model_digest: str = DIGEST,
) -> Outcome:
    return Outcome(Track(path, span), verdict(best=best), None, report(), audio_hash, model_digest)


def troubled(path: Path, problem: Problem, sentence: str = "It is broken.") -> Outcome:
    return Outcome(Track(path), None, Note(problem, sentence), None, "")
