"""Decoded frames of an open sound file from any moment on, in order, past damaged packets."""

from collections.abc import Iterator
from typing import Any, Final

import av
import numpy as np
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container.input import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from numpy.typing import NDArray

from genre_desktop.dsp import judgement
from genre_desktop.dsp.batches import BATCH_SAMPLES, Decoded
from genre_desktop.dsp.judgement import Heard
from genre_desktop.dsp.sniff import SoundKind

# Decoders need some packets before the wanted ones (bit reservoir, overlap, Opus: 80 ms).
PREROLL_SECONDS: Final = 1.0
# A file whose every next packet fails is given up after so many.
_FAILURES_IN_A_ROW: Final = 2_000
_DEMUX_FAILURES: Final = 3
# Kinds whose time stamps are exact after a jump; the others are read from their start.
_SEEKABLE: Final = frozenset({"FLAC", "WAV", "AIFF", "MP4", "WavPack"})
# Kinds whose packets' times are sums of lengths that were rounded, by at most so much of each.
_ROUNDED: Final = frozenset({"DTS", "Dolby Digital"})
_MOST_ROUNDING: Final = 0.01
# FFmpeg's sample formats, but for the "p" of those with a plane for each channel.
_TYPES: Final = {
    "u8": np.uint8,
    "s16": np.int16,
    "s32": np.int32,
    "s64": np.int64,
    "flt": np.float32,
    "dbl": np.float64,
}


class Frames:
    """One pass over the frames of a sound track.

    Args:
        name: Of the file, for sentences.
        kind: Of the file.
        container: Open, at its start.
        stream: The sound track.
        start_seconds: Where the wanted part begins.
        jump: Go there by time stamps whatever the kind: quick in a file of hours, and in some kinds
            some milliseconds off.

    Attributes:
        heard: Counts the packets that failed.
    """

    def __init__(
        self,
        name: str,
        kind: SoundKind,
        container: InputContainer,
        stream: AudioStream,
        start_seconds: float,
        *,
        jump: bool = False,
    ) -> None:
        self.heard = Heard()
        self._name = name
        self._container = container
        self._stream = stream
        self._start_seconds = start_seconds
        self._jump = jump or kind.name in _SEEKABLE
        self._origin_seconds: float | None = None
        self._rounded = kind.name in _ROUNDED
        self._stretch = 1.0

    def __iter__(self) -> Iterator[Decoded]:
        """Decode packet by packet, leaving out what cannot be decoded.

        The first frames may lie before the start: decoders need a run-up.

        Raises:
            SoundError: A frame has a format that no recording has.
            FFmpegError: The container cannot be read at all.
        """
        for frame in self._as_decoded():
            seconds = self._seconds_at(frame)
            channels, rate = self._believed(frame)
            places = _places(frame) if channels > 2 else ()
            yield Decoded(planes_of(frame, channels), channels, rate, seconds, places)

    def batches(self) -> Iterator[Decoded]:
        """Decode all of it, joined as `batches.gathered` does.

        FFmpeg joins frames in a third of the time that arrays take, a fifth of decoding an MP3.

        Raises:
            SoundError: A frame has a format that no recording has.
            FFmpegError: The container cannot be read at all.
        """
        joined: _Joined | None = None
        for frame in self._as_decoded():
            if joined is not None and not joined.takes(frame):
                yield from joined.given()
                joined = None
            if joined is None:
                joined = _Joined(frame, *self._believed(frame), self._seconds_at(frame))
            if joined.count >= BATCH_SAMPLES:
                yield from joined.given()
        if joined is not None:
            yield from joined.given()

    def _as_decoded(self) -> Iterator[AudioFrame]:
        failures = 0
        for packet in self._packets():
            try:
                frames = packet.decode()
            except FFmpegError:
                failures += 1
                self.heard.packet_failed()
                if failures >= _FAILURES_IN_A_ROW:
                    return
                continue
            if frames:
                failures = 0
                self.heard.fails_at_end = False
                self._note_origin(packet, frames[0])
            yield from frames

    def _believed(self, frame: AudioFrame) -> tuple[int, int]:
        """Return a frame's channels and rate."""
        channels, rate = frame.layout.nb_channels, frame.rate
        judgement.refuse_absurd(self._name, channels, rate)
        return channels, rate

    def _seconds_at(self, frame: AudioFrame) -> float:
        """Return when a frame starts, counted from the first decoded frame.

        Encoder delay and delayed output shift some formats' time stamps by a constant.
        """
        seconds = float(frame.time or 0.0) - (self._origin_seconds or 0.0)
        return seconds * self._stretch

    def _packets(self) -> "Iterator[Packet[AudioStream]]":
        """Demux, going on behind damaged places where the container allows it."""
        skip_until = self._skip_to_start()
        failures = 0
        while failures < _DEMUX_FAILURES:
            try:
                for packet in self._container.demux(self._stream):
                    if skip_until is None or _end_seconds(packet) >= skip_until:
                        skip_until = None
                        yield packet
            except FFmpegError:
                failures += 1
                self.heard.packet_failed()
            else:
                return

    def _skip_to_start(self) -> float | None:
        """Go near the start of the wanted part; return before when packets need no decoding."""
        target = self._start_seconds - PREROLL_SECONDS
        if target <= 0.0:
            return None
        self._find_origin()
        target /= self._stretch
        if self._jump:
            begin = self._container.start_time or 0
            self._container.seek(begin + int(target * av.time_base))
        else:
            self._stream.codec_context.flush_buffers()
        return target

    def _find_origin(self) -> None:
        for packet in self._container.demux(self._stream):
            try:
                frames = packet.decode()
            except FFmpegError:
                continue
            if frames:
                self._note_origin(packet, frames[0])
                return

    def _note_origin(self, packet: "Packet[AudioStream]", frame: AudioFrame) -> None:
        """Take times from the first frame that was decoded."""
        if self._origin_seconds is None:
            self._origin_seconds = float(frame.time or 0.0)
            if self._rounded:
                self._stretch = _stretch(packet, frame)


class _Joined:
    """Frames of one format on their way into a batch."""

    def __init__(self, frame: AudioFrame, channels: int, rate: int, start_seconds: float) -> None:
        self._channels, self._rate = channels, rate
        self._start_seconds = start_seconds
        self._fifo = AudioFifo()
        self._write(frame)

    @property
    def count(self) -> int:
        """How many samples of each channel wait."""
        return self._fifo.samples

    def takes(self, frame: AudioFrame) -> bool:
        """Add a frame, False where it has another format."""
        if frame.layout.nb_channels != self._channels:
            return False
        try:
            self._write(frame)
        except ValueError:  # FFmpeg's word for it
            return False
        return True

    def given(self) -> Iterator[Decoded]:
        """Yield what waits, if anything does."""
        batch = self._fifo.read()
        if batch is not None:
            planes = planes_of(batch, self._channels)
            yield Decoded(planes, self._channels, self._rate, self._start_seconds)
            self._start_seconds += batch.samples / self._rate

    def _write(self, frame: AudioFrame) -> None:
        frame.pts = None  # or times that jump would be refused
        self._fifo.write(frame)


def planes_of(frame: AudioFrame, channels: int) -> tuple[NDArray[Any], ...]:
    """Return the samples where FFmpeg put them, which costs a fifth of `to_ndarray`'s copy."""
    dtype = _TYPES[frame.format.name.removesuffix("p")]
    planes = frame.planes
    count = frame.samples * channels // len(planes)
    return tuple(np.frombuffer(memoryview(plane), dtype, count) for plane in planes)


def _places(frame: AudioFrame) -> tuple[str, ...]:
    return tuple(channel.name for channel in frame.layout.channels)


def _stretch(packet: "Packet[AudioStream]", frame: AudioFrame) -> float:
    """Return how much longer a packet lasts than it says, 1 where that is no matter of rounding."""
    said = float((packet.duration or 0) * packet.time_base)
    stretch = frame.samples / frame.rate / said if said else 1.0
    return stretch if abs(stretch - 1.0) < _MOST_ROUNDING else 1.0


def _end_seconds(packet: "Packet[AudioStream]") -> float:
    """Return when a packet ends, infinity where it does not say (it is decoded then)."""
    if packet.pts is None:
        return float("inf")
    return float((packet.pts + (packet.duration or 0)) * packet.time_base)
