"""Seeded, music-like sound and writers of every format that can be written here."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE: Final = 44_100


@dataclass(frozen=True)
class Format:
    """How a format is written.

    Attributes:
        extension: With the dot.
        container: FFmpeg's muxer.
        codec: FFmpeg's encoder.
        sample_format: What the encoder takes.
        rate: The rate it is written at.
        lossless: True where the samples come back as they were, but for their resolution.
    """

    extension: str
    container: str
    codec: str
    sample_format: str
    rate: int = RATE
    lossless: bool = False


FORMATS: Final = {
    "mp3": Format(".mp3", "mp3", "libmp3lame", "fltp"),
    "aac": Format(".m4a", "mp4", "aac", "fltp"),
    "adts": Format(".aac", "adts", "aac", "fltp"),
    "alac": Format(".m4a", "mp4", "alac", "s16p", lossless=True),
    "flac": Format(".flac", "flac", "flac", "s16", lossless=True),
    "oggflac": Format(".oga", "ogg", "flac", "s16", lossless=True),
    "wav": Format(".wav", "wav", "pcm_s16le", "s16", lossless=True),
    "wav24": Format(".wav", "wav", "pcm_s24le", "s32", lossless=True),
    "wav8": Format(".wav", "wav", "pcm_u8", "u8"),
    "wavfloat": Format(".wav", "wav", "pcm_f32le", "flt", lossless=True),
    "w64": Format(".w64", "w64", "pcm_s16le", "s16", lossless=True),
    "aiff": Format(".aiff", "aiff", "pcm_s16be", "s16", lossless=True),
    "au": Format(".au", "au", "pcm_s16be", "s16", lossless=True),
    "caf": Format(".caf", "caf", "pcm_s16be", "s16", lossless=True),
    "vorbis": Format(".ogg", "ogg", "vorbis", "fltp"),
    "opus": Format(".opus", "ogg", "libopus", "flt", rate=48_000),
    "wma": Format(".wma", "asf", "wmav2", "fltp"),
    "wavpack": Format(".wv", "wv", "wavpack", "s16p", lossless=True),
    "tta": Format(".tta", "tta", "tta", "s16", lossless=True),
    "mka": Format(".mka", "matroska", "flac", "s16", lossless=True),
    "mp2": Format(".mp2", "mp2", "mp2", "s16"),
    "ac3": Format(".ac3", "ac3", "ac3", "fltp"),
}


def music(seconds: float, seed: int = 0, rate: int = RATE, bpm: float = 120.0) -> Samples:
    """Return mono music: chords that change every two beats, a bass, and drums on a beat.

    Peaks at 0.7, no two seeds alike, the same on every machine.
    """
    return _music(seconds, seed, rate, bpm).copy()


@lru_cache(maxsize=32)  # many tests hear the same few seconds
def _music(seconds: float, seed: int, rate: int, bpm: float) -> Samples:
    rng = np.random.default_rng(seed)
    count = round(seconds * rate)
    time = np.arange(count) / rate
    beat = 60.0 / bpm
    tones = np.zeros(count)
    root = 110.0 * 2 ** (rng.integers(12) / 12)
    for start in np.arange(0.0, seconds, 2 * beat):
        part = slice(round(start * rate), round((start + 2 * beat) * rate))
        local = time[part] - start
        chord = root * 2 ** (rng.choice([0, 3, 5, 7, 8, 10]) / 12)
        for ratio in (0.5, 1.0, 1.25, 1.5, 2.0):
            for partial in range(1, 6):
                hz = chord * ratio * partial
                if hz < rate / 2:
                    tones[part] += np.sin(2 * np.pi * hz * local) / partial**1.5
        tones[part] *= np.exp(-local / (2 * beat))
    sound = tones / max(np.abs(tones).max(), 1e-9)
    sound += 0.8 * _drums(count, rate, beat, rng)
    result: Samples = (0.7 * sound / max(np.abs(sound).max(), 1e-9)).astype(np.float32)
    return result


def _drums(count: int, rate: int, beat: float, rng: np.random.Generator) -> NDArray[np.float64]:
    drums = np.zeros(count)
    length = round(0.12 * rate)
    decay = np.exp(-np.arange(length) / (0.02 * rate))
    for number, start in enumerate(np.arange(0.0, count / rate, beat / 2)):
        first = round(start * rate)
        room = min(length, count - first)
        if room > 0:
            strength = 1.0 if number % 2 == 0 else 0.3
            drums[first : first + room] += strength * (rng.standard_normal(length) * decay)[:room]
    return drums


def long_music() -> Samples:
    """A minute: more than any test plays, however long what it waits for takes meanwhile."""
    return np.tile(music(4.0), 15)


def stereo(left: Samples, seed: int = 1) -> Samples:
    """Return (2, n): the samples beside a quieter, delayed and noisier version of them."""
    rng = np.random.default_rng(seed)
    right = 0.6 * np.roll(left, 40) + 0.02 * rng.standard_normal(left.size)
    return np.stack([left, right.astype(np.float32)])


def write_sound(
    path: Path,
    samples: Samples,
    kind: str,
    *,
    rate: int | None = None,
    tags: dict[str, str] | None = None,
    bit_rate: int = 128_000,
) -> Path:
    """Write mono (n,) or multichannel (channels, n) samples and return the path.

    Args:
        path: Where; its extension is used as it is.
        samples: At `rate`.
        kind: A key of FORMATS.
        rate: Of the samples; the format's own where None.
        tags: FFmpeg metadata, such as {"artist": "…"}.
        bit_rate: For lossy formats.
    """
    form = FORMATS[kind]
    rate = form.rate if rate is None else rate
    planes = np.atleast_2d(samples)
    if form.codec == "vorbis" and len(planes) == 1:
        planes = np.repeat(planes, 2, axis=0)
    layout = {1: "mono", 2: "stereo", 6: "5.1"}.get(len(planes), f"{len(planes)}C")
    with path.open("wb") as file, av.open(file, "w", format=form.container) as container:
        for key, value in (tags or {}).items():
            container.metadata[key] = value
        stream = cast(AudioStream, container.add_stream(form.codec, rate=rate))
        stream.layout = layout
        stream.format = form.sample_format
        if form.codec == "vorbis":
            # FFmpeg's own encoder, which it calls experimental and which knows stereo only
            stream.codec_context.options = {"strict": "experimental"}
        if not form.lossless:
            stream.bit_rate = bit_rate
        _encode(container, stream, _as_format(planes, form.sample_format))
    return path


def write_repeated_flac(path: Path, samples: Samples, times: int, rate: int) -> Path:
    """Write mono samples many times over, without ever holding more than one of them."""
    block = _as_format(np.atleast_2d(samples), "s16")
    with path.open("wb") as file, av.open(file, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=rate)
        stream.layout, stream.format = "mono", "s16"
        stream.codec_context.options = {"compression_level": "0"}
        for number in range(times):
            frame = AudioFrame.from_ndarray(block, format="s16", layout="mono")
            frame.sample_rate, frame.pts = rate, number * samples.size
            frame.time_base = Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def _encode(container: Any, stream: AudioStream, samples: Any) -> None:
    fifo = av.AudioFifo()
    context = stream.codec_context
    rate = context.sample_rate
    frame = AudioFrame.from_ndarray(samples, format=context.format.name, layout=context.layout.name)
    frame.sample_rate = rate
    frame.pts = 0
    frame.time_base = Fraction(1, rate)
    fifo.write(frame)
    context.open()
    size = context.frame_size or 4096
    for part in fifo.read_many(size, partial=True):
        container.mux(stream.encode(part))
    container.mux(stream.encode(None))


def _as_format(planes: Samples, sample_format: str) -> Any:
    """Return the samples in FFmpeg's format: (channels, n) or interleaved (1, n·channels)."""
    if not sample_format.endswith("p"):
        planes = planes.T.reshape(1, -1)
    planes = np.ascontiguousarray(planes, np.float32)
    kind = sample_format.removesuffix("p")
    if kind == "flt":
        return planes
    if kind == "u8":
        return np.clip(np.round(planes * 128 + 128), 0, 255).astype(np.uint8)
    if kind == "s32":
        return (np.round(planes.astype(np.float64) * 2**23) * 2**8).astype(np.int32)
    return np.clip(np.round(planes * 2**15), -(2**15), 2**15 - 1).astype(np.int16)


def write_wav(path: Path, samples: Samples, rate: int = RATE) -> Path:
    """Write 16-bit PCM."""
    return write_sound(path, samples, "wav", rate=rate)


def write_mp3(path: Path, samples: Samples, rate: int = RATE) -> Path:
    """Write MP3 at 128 kbit/s."""
    return write_sound(path, samples, "mp3", rate=rate)


def write_flac(path: Path, samples: Samples, rate: int = RATE) -> Path:
    """Write FLAC of 16 bits."""
    return write_sound(path, samples, "flac", rate=rate)


def write_with_chapters(path: Path, sound: Samples, *chapters: tuple[str, float, float]) -> Path:
    """Write a Matroska file with chapters: title, start and end in seconds."""
    plain = write_sound(path.with_name("plain.mka"), sound, "mka")
    with av.open(plain) as source, path.open("wb") as file, av.open(file, "w", "matroska") as out:
        stream = out.add_stream_from_template(source.streams.audio[0])
        out.set_chapters(
            [
                {
                    "id": number,
                    "start": round(1000 * start),
                    "end": round(1000 * end),
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": title},
                }
                for number, (title, start, end) in enumerate(chapters, start=1)
            ]
        )
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    plain.unlink()
    return path
