"""Sound files to stereo at their own rate from any moment on, and on to a device's rate."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.container.input import InputContainer
from av.error import FFmpegError
from numpy.typing import NDArray

from genre_desktop.dsp import judgement
from genre_desktop.dsp.batches import Decoded, cut, unpadded
from genre_desktop.dsp.decode import open_container, promised_seconds, sound_track
from genre_desktop.dsp.frames import Frames
from genre_desktop.dsp.regular_file import RegularFile, open_regular, read_error
from genre_desktop.dsp.sniff import MP4
from genre_desktop.dsp.sound import Span
from genre_desktop.dsp.source import Source, examine
from genre_desktop.dsp.stereo import to_stereo

Samples = NDArray[np.float32]

# Blocks are small: the first one is wanted at once, and a change of mind waits for one.
_BLOCK_SAMPLES: Final = 4_096


@dataclass(frozen=True, slots=True)
class StereoBlock:
    """Successive samples of a file.

    Attributes:
        samples: float32 (n, 2), finite.
        rate: Samples a second.
    """

    samples: Samples
    rate: int


@contextmanager
def open_playback(
    path: Path, span: Span | None = None, start_seconds: float = 0.0
) -> Iterator["PlaybackStream"]:
    """Open a sound file to be played.

    Args:
        path: Any path; only a regular file is ever opened.
        span: The part of the file that is the track, None for everything.
        start_seconds: Where to begin, counted from the start of the track.

    Raises:
        SoundError: It cannot be heard; also raised by `PlaybackStream.blocks`.
    """
    with open_regular(path) as file:
        source = examine(file)
        with open_container(file, source) as container:
            yield PlaybackStream(file, source, container, span, start_seconds)


class PlaybackStream:
    """One pass over the sound of an open file, from a moment on.

    Attributes:
        rate: Samples a second that the header states.
        length_seconds: Of the track as the header states it, None where it states none.
    """

    def __init__(
        self,
        file: RegularFile,
        source: Source,
        container: InputContainer,
        span: Span | None,
        start_seconds: float,
    ) -> None:
        stream = sound_track(container, file.name)
        stream.codec_context.thread_type = "NONE"
        self._file, self._source = file, source
        self.rate: int = stream.codec_context.sample_rate
        self.length_seconds = promised_seconds(source, container, stream)
        # FFmpeg takes away what encoders put before the sound, but not what MP4 has behind it.
        self._end_seconds = self.length_seconds if source.kind is MP4 else None
        if span is not None:
            self.length_seconds = judgement.seconds_of_part(self.length_seconds, span)
        self._start_seconds = start_seconds + (span.start_seconds if span else 0.0)
        self._seconds = None
        if span is not None and span.end_seconds is not None:
            self._seconds = max(0.0, span.end_seconds - self._start_seconds)
        self._frames = Frames(
            file.name, source.kind, container, stream, self._start_seconds, jump=True
        )

    def blocks(self) -> Iterator[StereoBlock]:
        """Yield what can be decoded, in small blocks; a damaged place is left out.

        Raises:
            SoundError: The file cannot be read any further.
        """
        try:
            frames = iter(self._frames)
            if self._end_seconds:  # 0 where a fragmented file states none
                frames = unpadded(frames, self._end_seconds)
            yield from _joined(cut(frames, self._start_seconds, self._seconds))
        except FFmpegError as error:
            raise judgement.damaged(self._file.name, self._source.kind) from error
        except OSError as error:
            raise read_error(self._file.name, error) from error


def _joined(frames: Iterator[Decoded]) -> Iterator[StereoBlock]:
    """Stereo blocks of at least so many samples, except at a change of rate and at the end."""
    waiting: list[Samples] = []
    rate = count = 0
    for frame in frames:
        if waiting and frame.rate != rate:
            yield StereoBlock(np.concatenate(waiting), rate)
            waiting, count = [], 0
        rate = frame.rate
        waiting.append(to_stereo(frame.each_channel(), frame.places))
        count += frame.count
        if count >= _BLOCK_SAMPLES:
            yield StereoBlock(np.concatenate(waiting), rate)
            waiting, count = [], 0
    if waiting:
        yield StereoBlock(np.concatenate(waiting), rate)


class StereoResampler:
    """FFmpeg's resampler for stereo float32, from any rates to one.

    Args:
        rate: Of what comes out.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._given: int | None = None
        self._resampler: av.AudioResampler | None = None

    def push(self, block: StereoBlock) -> Samples:
        """Return (n, 2) samples that this block completes; a change of rate is no gap."""
        held = self.flush() if self._given not in (None, block.rate) else _NOTHING
        self._given = block.rate
        if block.rate == self._rate:
            return np.concatenate([held, block.samples]) if held.size else block.samples
        if self._resampler is None:
            self._resampler = av.AudioResampler(format="flt", layout="stereo", rate=self._rate)
        frame = AudioFrame.from_ndarray(block.samples.reshape(1, -1), format="flt", layout="stereo")
        frame.sample_rate = block.rate
        return np.concatenate([held, *map(_plain, self._resampler.resample(frame))])

    def flush(self) -> Samples:
        """Return what the filter still held back; the next block begins anew."""
        resampler, self._resampler, self._given = self._resampler, None, None
        if resampler is None:
            return _NOTHING
        return np.concatenate([_NOTHING, *map(_plain, resampler.resample(None))])


_NOTHING: Final[Samples] = np.empty((0, 2), np.float32)


def _plain(frame: AudioFrame) -> Samples:
    samples: Samples = frame.to_ndarray().reshape(-1, 2).astype(np.float32, copy=False)
    return samples
