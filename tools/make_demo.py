"""Synthesise the short pieces of resources/demo, the same ones each time."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from tools.demo_instruments import (
    SAMPLE_RATE,
    Sound,
    distorted,
    hat,
    kick,
    plucked,
    snare,
    strings,
    synth_bass,
)

_Event = tuple[float, Sound]  # when it begins, in beats, and what sounds


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of music and the file it becomes.

    Attributes:
        beats: Length without what still rings at the end.
        bit_rate: Bits per second, None for a codec without loss.
    """

    file_name: str
    title: str
    genre: str
    beats_per_minute: float
    beats: int
    events: Callable[[np.random.Generator], Iterator[_Event]]
    codec: str
    bit_rate: int | None
    sample_rate: int = SAMPLE_RATE


def waltz(_rng: np.random.Generator) -> Iterator[_Event]:
    """A melody of strings over chords in three-four time."""
    beat = 60.0 / 132.0
    chords = ((55, 59, 62), (57, 60, 64), (54, 57, 62), (55, 59, 62)) * 3
    melody = (74, 79, 78, 76, 72, 76, 74, 69, 72, 71, 74, 79) * 3
    for bar, chord in enumerate(chords):
        yield 3 * bar, strings(chord[0] - 12, beat)
        for count in (1, 2):
            for note in chord:
                yield 3 * bar + count, 0.5 * strings(note, 0.7 * beat)
        for count in range(3):
            yield 3 * bar + count, 0.9 * strings(melody[3 * bar + count], 1.05 * beat)


def four_on_the_floor(rng: np.random.Generator) -> Iterator[_Event]:
    """A bass drum on every beat, cymbals between them, octaves in the bass, string stabs."""
    beat = 60.0 / 120.0
    for at in range(32):
        root = (45, 45, 41, 43)[at // 4 % 4]
        yield at, kick()
        yield at + 0.5, 1.2 * hat(rng, seconds=0.15)
        if at % 2:
            yield at, 0.7 * snare(rng)
        for quarter in range(4):
            yield at + quarter / 4, synth_bass(root + 12 * (quarter % 2), 0.25 * beat)
        if at % 4 in (1, 3):
            for note in (24, 27, 31):
                yield at + 0.5, 0.6 * strings(root + note, 0.6 * beat)


def twelve_bars(rng: np.random.Generator) -> Iterator[_Event]:
    """A shuffle of two plucked guitars over a walking bass."""
    roots = (45, 45, 45, 45, 50, 50, 45, 45, 52, 50, 45, 52)
    lick = (12, 15, 17, 18, 19, 22, 19, 15)
    for bar, root in enumerate(roots[:8]):
        for count in range(4):
            at = 4 * bar + count
            yield at, 0.8 * plucked(root - 12 + (0, 4, 7, 9)[count], 0.5, rng, bright=0.3)
            yield at, 0.5 * snare(rng, soft=True)
            yield at + 2 / 3, 0.6 * hat(rng)
            for third in (0.0, 2 / 3):
                for note in (0, 7, 10 if count % 2 else 9):
                    yield at + third, 0.25 * plucked(root + note, 0.3, rng, bright=0.5)
            yield (
                at + 2 / 3,
                0.7 * plucked(root + lick[(3 * bar + count) % 8], 0.5, rng, bright=0.6),
            )


def iron_chords(rng: np.random.Generator) -> Iterator[_Event]:
    """Muted eighths and held power chords over a double bass drum."""
    beat = 60.0 / 168.0
    for bar in range(10):
        root = (40, 40, 43, 41)[bar % 4]
        for eighth in range(8):
            at = 4 * bar + eighth / 2
            held = eighth in (0, 5)
            chord = (root, root + 7, root + 12) if held else (root, root + 7)
            yield at, distorted(chord, beat * (1.2 if held else 0.5), muted=not held)
            yield at, 0.7 * kick()
            yield at + 0.25, 0.6 * kick()
            yield at, 1.5 * hat(rng, seconds=0.12)
        for at in (4 * bar + 1, 4 * bar + 3):
            yield at, snare(rng)


PIECES = (
    Piece("01 Small Waltz.flac", "Small Waltz", "Classical", 132.0, 36, waltz, "flac", None),
    Piece(
        "02 Four on the Floor.opus",
        "Four on the Floor",
        "",
        120.0,
        32,
        four_on_the_floor,
        "libopus",
        96_000,
        48_000,
    ),
    Piece("03 Twelve Bars.m4a", "Twelve Bars", "Blues", 116.0, 32, twelve_bars, "aac", 96_000),
    Piece("04 Iron Chords.mp3", "Iron Chords", "", 168.0, 40, iron_chords, "libmp3lame", 96_000),
)


def rendered(piece: Piece) -> Sound:
    """The samples of a piece, mono, −1 dB at the loudest."""
    beat = 60.0 / piece.beats_per_minute
    total = np.zeros(round((piece.beats * beat + 0.5) * SAMPLE_RATE))
    for at, sound in piece.events(np.random.default_rng(20_261_121)):
        start = round(at * beat * SAMPLE_RATE)
        fitting = sound[: total.size - start]
        total[start : start + fitting.size] += fitting
    return np.asarray(total * (10.0 ** (-1.0 / 20.0) / np.abs(total).max()))


def write(piece: Piece, folder: Path) -> Path:
    """Encode a piece into a folder, without anything that differs from run to run."""
    target = folder / piece.file_name
    samples = np.round(rendered(piece) * 32_767.0).astype(np.int16)
    with av.open(str(target), "w", options={"fflags": "+bitexact"}) as container:
        tags = {"title": piece.title, "artist": "Genre Desktop", "album": "Demo"}
        container.metadata.update(tags | ({"genre": piece.genre} if piece.genre else {}))
        stream = container.add_stream(piece.codec, rate=piece.sample_rate)
        assert isinstance(stream, av.AudioStream)
        stream.layout = "mono"
        if piece.bit_rate:
            stream.bit_rate = piece.bit_rate
        resampler = av.AudioResampler(stream.format, "mono", piece.sample_rate)
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        for ready in (*resampler.resample(frame), None):
            container.mux(stream.encode(ready))
    return target


def main(folder: Path) -> None:
    """Write all pieces into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for piece in PIECES:
        target = write(piece, folder)
        print(f"{target.name}: {target.stat().st_size // 1_000} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
