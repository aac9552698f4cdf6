"""Synthesise the short pieces of resources/demo, the same ones each time."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np

from tools.demo_pieces import four_on_the_floor, iron_chords, small_waltz, twelve_bars
from tools.demo_studio import SAMPLE_RATE, Sound


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of music and the file it becomes.

    Attributes:
        genre: What its tag says; empty is no tag.
        music: Plays it, with all chance from one source.
        bit_rate: Bits per second, None for a codec without loss.
    """

    file_name: str
    title: str
    genre: str
    music: Callable[[np.random.Generator], Sound]
    codec: str
    bit_rate: int | None
    sample_rate: int = SAMPLE_RATE


PIECES = (
    Piece("01 Small Waltz.flac", "Small Waltz", "Classical", small_waltz, "flac", None),
    Piece(
        "02 Four on the Floor.opus",
        "Four on the Floor",
        "",
        four_on_the_floor,
        "libopus",
        96_000,
        48_000,
    ),
    Piece("03 Twelve Bars.m4a", "Twelve Bars", "Country", twelve_bars, "aac", 96_000),
    Piece("04 Iron Chords.mp3", "Iron Chords", "", iron_chords, "libmp3lame", 96_000),
)


def rendered(piece: Piece) -> Sound:
    """The samples of a piece, mono, −1 dB at the loudest."""
    return piece.music(np.random.default_rng(20_261_121))


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
