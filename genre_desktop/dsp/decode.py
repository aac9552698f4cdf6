"""Sound files to blocks of mono float32 samples at 22,050 Hz, in constant memory, by PyAV."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container.input import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from genre_desktop.dsp import judgement
from genre_desktop.dsp.batches import Decoded, cut, gathered
from genre_desktop.dsp.downmix import to_mono
from genre_desktop.dsp.frames import Frames
from genre_desktop.dsp.regular_file import RegularFile, View, open_regular, read_error
from genre_desktop.dsp.sniff import SoundKind
from genre_desktop.dsp.sound import Problem, SoundError, SoundReport, Span
from genre_desktop.dsp.source import Source, examine

SAMPLE_RATE: Final = 22_050

_READ_BYTES: Final = 65_536

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of a file."""

    title: str
    span: Span


def ffmpeg_version() -> str:
    """Version of the FFmpeg that decodes here."""
    return str(av.ffmpeg_version_info)


@contextmanager
def open_sound(
    path: Path, span: Span | None = None, limit_seconds: float | None = None
) -> Iterator["SoundStream"]:
    """Open a sound file, or the sound track of a video, for one pass.

    Args:
        path: Any path; only a regular file is ever opened.
        span: The part to hear, None for everything.
        limit_seconds: Stop after so much of it, None for all.

    Raises:
        SoundError: It cannot be heard; also raised by `SoundStream.blocks`.
    """
    with open_regular(path) as file:
        source = examine(file)
        with open_container(file, source) as container:
            yield SoundStream(file, source, container, span, limit_seconds)


def chapters(path: Path) -> tuple[Chapter, ...]:
    """Return the chapters inside a file, in order; none where it has less than two.

    Raises:
        SoundError: The file cannot be opened as sound.
    """
    with open_regular(path) as file, open_container(file, examine(file)) as container:
        marks = [
            Chapter(
                mark["metadata"].get("title", ""),
                Span(
                    max(0.0, float(mark["start"] * mark["time_base"])),
                    float(mark["end"] * mark["time_base"]),
                ),
            )
            for mark in container.chapters()
            if mark["time_base"] and mark["end"] > mark["start"]
        ]
    return tuple(marks) if len(marks) > 1 else ()


def _refuse_nested_file(*_arguments: object) -> NoReturn:
    message = "a sound file may not open other files"
    raise PermissionError(message)


@contextmanager
def open_container(file: RegularFile, source: Source) -> Iterator[InputContainer]:
    """Open the container with the demuxers of its kind only."""
    if source.wav is not None:
        judgement.refuse_absurd_wav(file.name, source.wav)
    view = View(file.handle, source.offset, source.patch_at, source.patch)
    try:
        container = _first_that_opens(view, source.kind)
    except (FFmpegError, IndexError) as error:
        raise judgement.damaged(file.name, source.kind) from error
    except OSError as error:
        raise read_error(file.name, error) from error
    try:
        yield container
    finally:
        container.close()


def _first_that_opens(view: View, kind: SoundKind) -> InputContainer:
    for demuxer in kind.demuxers[:-1]:
        try:
            return _open(view, demuxer)
        except FFmpegError:
            view.seek(0)
    return _open(view, kind.demuxers[-1])


def _open(view: View, demuxer: str) -> InputContainer:
    return av.open(
        view,
        mode="r",
        format=demuxer,
        metadata_errors="replace",
        buffer_size=_READ_BYTES,
        io_open=_refuse_nested_file,
    )


class SoundStream:
    """One pass over the sound of an open file."""

    def __init__(
        self,
        file: RegularFile,
        source: Source,
        container: InputContainer,
        span: Span | None,
        limit_seconds: float | None,
    ) -> None:
        self._file = file
        self._source = source
        self._container = container
        self._stream = sound_track(container, file.name)
        self._stream.codec_context.thread_type = "NONE"  # a worker process has one core
        self._span = span
        self._start_seconds = span.start_seconds if span else 0.0
        self._frames = Frames(file.name, source.kind, container, self._stream, self._start_seconds)
        self._heard = self._frames.heard
        self._seconds = _seconds_wanted(span, limit_seconds)
        self._whole = span is None and limit_seconds is None
        self._to_its_end = limit_seconds is None
        self._report: SoundReport | None = None

    def blocks(self) -> Iterator[Samples]:
        """Yield the samples, float32 (n,), finite, in blocks of about a second.

        Raises:
            SoundError: Nothing could be decoded, all of it is silence or no numbers, or the
                file was changed meanwhile; where it concerns the whole, after the last block.
        """
        try:
            yield from self._resampled()
        except FFmpegError as error:
            raise judgement.damaged(self._file.name, self._source.kind) from error
        except OSError as error:
            raise read_error(self._file.name, error) from error
        self._file.refuse_if_changed()
        judgement.refuse_unheard(
            self._file.name, self._heard, start_seconds=self._start_seconds, whole=self._whole
        )
        self._report = self._make_report()

    def report(self) -> SoundReport:
        """Return what was decoded; call it when `blocks` is exhausted."""
        if self._report is None:
            message = "the report is ready when all blocks were taken"
            raise RuntimeError(message)
        return self._report

    def _make_report(self) -> SoundReport:
        promised = promised_seconds(self._source, self._container, self._stream)
        if self._span is not None:
            promised = judgement.seconds_of_part(promised, self._span)
        context = self._stream.codec_context
        return SoundReport(
            format_name=judgement.format_name(self._source.kind, context.name),
            sample_rate=context.sample_rate,
            channels=context.channels,
            bit_rate=context.bit_rate or self._container.bit_rate or 0,
            promised_seconds=promised,
            decoded_seconds=self._heard.seconds,
            failed_packets=self._heard.failed_packets,
            notes=judgement.notes(
                self._file.path, self._source, self._heard, promised if self._to_its_end else None
            ),
        )

    def _resampled(self) -> Iterator[Samples]:
        """Mix and resample batch by batch, through any change of format on the way."""
        resampler, rate = _Resampler(SAMPLE_RATE), SAMPLE_RATE
        for batch in self._batches():
            if batch.rate != rate:
                yield from self._count(resampler.flush())
                resampler, rate = _Resampler(batch.rate), batch.rate
            channels = batch.each_channel()
            mono = to_mono(channels)
            self._heard.peak = max(self._heard.peak, mono.peak)
            if mono.peak <= judgement.SILENT_PEAK:
                loudest = max(to_mono([channel]).peak for channel in channels)
                share = loudest / len(channels)
                self._heard.channel_share = max(self._heard.channel_share, share)
            self._heard.removed_samples += mono.removed
            self._heard.input_samples += mono.samples.size
            yield from self._count(resampler.push(mono.samples))
        yield from self._count(resampler.flush())

    def _batches(self) -> Iterator[Decoded]:
        if self._whole:
            return self._frames.batches()
        return gathered(cut(iter(self._frames), self._start_seconds, self._seconds))

    def _count(self, blocks: list[Samples]) -> Iterator[Samples]:
        for block in blocks:
            self._heard.seconds += block.size / SAMPLE_RATE
            yield block


def _seconds_wanted(span: Span | None, limit_seconds: float | None) -> float | None:
    lengths = [] if limit_seconds is None else [limit_seconds]
    if span is not None and span.end_seconds is not None:
        lengths.append(max(0.0, span.end_seconds - span.start_seconds))
    return min(lengths, default=None)


def sound_track(container: InputContainer, name: str) -> AudioStream:
    """Return the track that players would choose, if its format is one that exists."""
    stream = container.streams.best("audio")
    if not isinstance(stream, AudioStream):
        raise SoundError(Problem.NOT_AUDIO, f"“{name}” holds no sound track; it was left out.")
    if getattr(stream, "codec_context", None) is None:
        raise SoundError(
            Problem.DAMAGED,
            f"“{name}” is coded in a way that this program cannot decode; convert it to another "
            "format.",
        )
    judgement.refuse_absurd(name, stream.codec_context.channels, stream.codec_context.sample_rate)
    return stream


def promised_seconds(
    source: Source, container: InputContainer, stream: AudioStream
) -> float | None:
    """Return the length that the file's header states, None where it states none."""
    if stream.duration is not None and stream.time_base is not None:
        return judgement.promised_seconds(source, float(stream.duration * stream.time_base))
    if container.duration is not None:
        return judgement.promised_seconds(source, container.duration / av.time_base)
    return judgement.promised_seconds(source, None)


class _Resampler:
    """FFmpeg's resampler from one rate to 22,050 Hz, for mono float32."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)

    def push(self, samples: Samples) -> list[Samples]:
        """Return the blocks that these samples complete."""
        if self._rate == SAMPLE_RATE or not samples.size:
            return [samples] if samples.size else []
        frame = AudioFrame.from_ndarray(samples[np.newaxis], format="flt", layout="mono")
        frame.sample_rate = self._rate
        return [_plain(out) for out in self._resampler.resample(frame)]

    def flush(self) -> list[Samples]:
        """Return what the filter still held back."""
        if self._rate == SAMPLE_RATE:
            return []
        return [_plain(out) for out in self._resampler.resample(None)]


def _plain(frame: AudioFrame) -> Samples:
    samples: Samples = frame.to_ndarray()[0].astype(np.float32, copy=False)
    return samples
