"""Parts of a sound file that lie far from each other, reached by jumping instead of decoding."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.container.input import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from genre_desktop.dsp import judgement
from genre_desktop.dsp.batches import Decoded, cut, gathered
from genre_desktop.dsp.decode import SAMPLE_RATE, open_container, promised_seconds, sound_track
from genre_desktop.dsp.downmix import to_mono
from genre_desktop.dsp.frames import planes_of
from genre_desktop.dsp.regular_file import RegularFile, open_regular, read_error
from genre_desktop.dsp.sound import SoundReport, Span
from genre_desktop.dsp.source import Source, examine

Samples = NDArray[np.float32]

# Bit reservoir of MP3 and overlap of the others; Opus wants 80 ms.
_RUN_UP_SECONDS: Final = 0.1
# A decoder may be this much off after a jump before the place is not worth the name.
_FAR_OFF_SECONDS: Final = 2.0


class NoExcerptsError(Exception):
    """A file of which parts say too little: it is to be heard from one end to the other."""


@contextmanager
def open_excerpts(path: Path, span: Span | None) -> Iterator["Excerpts"]:
    """Open a sound file to hear parts of it.

    Raises:
        NoExcerptsError: Its length is not known.
        SoundError: It is no sound file, or cannot be read.
    """
    with open_regular(path) as file:
        source = examine(file)
        with open_container(file, source) as container:
            yield Excerpts(file, source, container, span)


class Excerpts:
    """An open file of which parts can be had.

    Attributes:
        seconds: The length of the track, by the header or, where that says nothing, by FFmpeg's
            estimate.
    """

    def __init__(
        self, file: RegularFile, source: Source, container: InputContainer, span: Span | None
    ) -> None:
        self._file, self._source, self._container = file, source, container
        self._stream = sound_track(container, file.name)
        self._stream.codec_context.thread_type = "NONE"  # a worker process has one core
        self._origin_seconds = (container.start_time or 0) / av.time_base
        self._start_seconds = span.start_seconds if span else 0.0
        self.seconds = self._length(span)
        self._decoded_seconds = 0.0

    def parts(self, starts: Sequence[float], lengths: Sequence[int]) -> Iterator[Samples]:
        """Yield parts of the track as float32 mono at 22,050 Hz, finite.

        Args:
            starts: In seconds of the track, rising.
            lengths: Samples in each.

        Raises:
            NoExcerptsError: One of them is not there, is damaged or holds what is no number; or
                all are silent.
            SoundError: The file cannot be read, or was changed meanwhile.
        """
        peak = 0.0
        try:
            for start, length in zip(starts, lengths, strict=True):
                part, loudest = self._part(self._start_seconds + start, length)
                peak = max(peak, loudest)
                self._decoded_seconds += part.size / SAMPLE_RATE
                yield part
        except FFmpegError as error:
            raise NoExcerptsError from error
        except OSError as error:
            raise read_error(self._file.name, error) from error
        self._file.refuse_if_changed()
        if peak <= judgement.SILENT_PEAK:
            raise NoExcerptsError

    def report(self) -> SoundReport:
        """What was decoded; the length that the report promises is `seconds`."""
        context = self._stream.codec_context
        return SoundReport(
            format_name=judgement.format_name(self._source.kind, context.name),
            sample_rate=context.sample_rate,
            channels=context.channels,
            bit_rate=context.bit_rate or self._container.bit_rate or 0,
            promised_seconds=self.seconds,
            decoded_seconds=self._decoded_seconds,
            failed_packets=0,
            notes=judgement.name_notes(self._file.path, self._source.kind),
        )

    def _length(self, span: Span | None) -> float:
        seconds = promised_seconds(self._source, self._container, self._stream)
        if seconds is None and self._container.duration is not None:
            seconds = self._container.duration / av.time_base
        if span is not None:
            seconds = judgement.seconds_of_part(seconds, span)
        if seconds is None or self._source.length_field_wrong:
            raise NoExcerptsError
        return seconds

    def _part(self, start_seconds: float, length: int) -> tuple[Samples, float]:
        """One part, and its loudest magnitude."""
        seconds = length / SAMPLE_RATE
        batches = list(gathered(cut(self._frames(start_seconds), start_seconds, seconds)))
        if len({(batch.rate, batch.channels) for batch in batches}) != 1:
            raise NoExcerptsError
        monos = [to_mono(batch.each_channel()) for batch in batches]
        samples = _resampled(np.concatenate([one.samples for one in monos]), batches[0].rate)
        lacking = length - samples.size
        # The last hundredth is the resampler's.
        if lacking > SAMPLE_RATE // 100 or any(one.removed for one in monos):
            raise NoExcerptsError
        return np.pad(samples[:length], (0, max(0, lacking))), max(one.peak for one in monos)

    def _frames(self, start_seconds: float) -> Iterator[Decoded]:
        """Decoded frames from shortly before a moment on."""
        target = max(0.0, start_seconds - _RUN_UP_SECONDS)
        self._container.seek(int((self._origin_seconds + target) * av.time_base))
        is_first = True
        for frame in self._decoded(start_seconds):
            at, channels = float(frame.time or 0.0) - self._origin_seconds, frame.layout.nb_channels
            judgement.refuse_absurd(self._file.name, channels, frame.rate)
            if is_first and at > start_seconds + _FAR_OFF_SECONDS:
                raise NoExcerptsError
            is_first = False
            yield Decoded(planes_of(frame, channels), channels, frame.rate, at)

    def _decoded(self, start_seconds: float) -> Iterator[AudioFrame]:
        """Frames; packets of the run-up may fail, since what they rest on was jumped over."""
        for packet in self._container.demux(self._stream):
            try:
                yield from packet.decode()
            except FFmpegError:
                begun = packet.pts is None or (
                    float(packet.pts * packet.time_base) - self._origin_seconds >= start_seconds
                )
                if begun:
                    raise


def _resampled(samples: Samples, rate: int) -> Samples:
    """A whole part at 22,050 Hz."""
    if rate == SAMPLE_RATE:
        return samples
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    frame = AudioFrame.from_ndarray(samples[np.newaxis], format="flt", layout="mono")
    frame.sample_rate = rate
    blocks = [*resampler.resample(frame), *resampler.resample(None)]
    resampled: Samples = np.concatenate([block.to_ndarray()[0] for block in blocks])
    return resampled
