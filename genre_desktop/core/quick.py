"""The quick way to hear a track: short parts spread over it, the more of them the closer it is."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from genre_desktop.core.track import Track
from genre_desktop.dsp.decode import SAMPLE_RATE
from genre_desktop.dsp.excerpts import Excerpts, NoExcerptsError, Samples, open_excerpts
from genre_desktop.dsp.sound import SoundReport
from genre_desktop.inference.listening import Listening
from genre_desktop.inference.model import Model
from genre_desktop.inference.spread import spread
from genre_desktop.inference.verdict import Verdict

# In a shorter track there is little to jump over.
_LEAST_SECONDS: Final = 120.0
# As a track is heard: parts stand for the chunk in which they lie, and are heard together. Heard
# alone, with parts of other chunks, or with those of a chunk cut elsewhere, they say other things.
_CHUNK_SECONDS: Final = 30.0
_MOST_CHUNKS: Final = 20
_PART_SECONDS: Final = 3.0
_PARTS_IN_CHUNK: Final = 4


class Round(NamedTuple):
    """What is heard at once before it is asked whether that is enough.

    Attributes:
        chunks: When the parts of each chunk start; in the last round those heard before are among
            them.
        clear: Enough it is where the logarithm of how many times as probable as the second the
            best genre is, times the root of the chunks heard, is as much: the error of a mean.
    """

    chunks: tuple[tuple[float, ...], ...]
    clear: float


# Found on 180 patchworks like those of `bench quick`, but others (docs/scale.md).
_CLEAR: Final = (4.0, 0.3, 0.2)


def hear_quickly(track: Track, model: Model) -> tuple[Verdict, SoundReport] | None:
    """Hears parts of a track; None where only the whole of it will do.

    That is a track that is short or of unknown length, one whose best two genres are too close
    for parts to tell, and one in which anything is amiss: what is wrong with a file is found by
    hearing all of it.

    Raises:
        SoundError: The file cannot be opened, or was changed meanwhile.
        PackageRefused: The graph cannot be run.
    """
    part_seconds = max(_PART_SECONDS, model.shortest_seconds / 2)
    try:
        with open_excerpts(track.path, track.span) as excerpts:
            if excerpts.seconds < _LEAST_SECONDS:
                return None
            parts = _Parts(model, excerpts, part_seconds)
            for one in rounds(excerpts.seconds, part_seconds):
                verdict = parts.hear(one.chunks)
                if parts.clearness(verdict) >= one.clear:
                    return parts.in_order(verdict), excerpts.report()
    except NoExcerptsError:
        pass
    return None


def rounds(seconds: float, part_seconds: float) -> tuple[Round, ...]:
    """Two parts of every other chunk of a track, of the others, and two more of each."""
    count = math.floor(seconds / _CHUNK_SECONDS + 0.5)
    heard = min(count, _MOST_CHUNKS)
    chunks = []
    for place in range(heard):
        begin = _CHUNK_SECONDS * ((2 * place + 1) * count // (2 * heard))
        step = (min(begin + _CHUNK_SECONDS, seconds) - begin) / _PARTS_IN_CHUNK
        middles = (begin + (part + 0.5) * step for part in range(_PARTS_IN_CHUNK))
        chunks.append(tuple(max(0.0, middle - part_seconds / 2) for middle in middles))
    fewer = [chunk[1::2] for chunk in chunks]
    heard_at_once = (tuple(fewer[1::2]), tuple(fewer[::2]), tuple(chunks))
    # A track of hours is not heard wholly because two genres are close.
    clear = _CLEAR if heard == count else (*_CLEAR[:-1], 0.0)
    return tuple(Round(*one) for one in zip(heard_at_once, clear, strict=True))


class _Parts:
    """What was heard of a track."""

    def __init__(self, model: Model, excerpts: Excerpts, part_seconds: float) -> None:
        self._model, self._excerpts, self._part_seconds = model, excerpts, part_seconds
        self._samples: dict[float, Samples] = {}
        self._chunks: list[tuple[float, ...]] = []
        self._listening: Listening = model.listen(with_tempo=False)

    def hear(self, chunks: Sequence[tuple[float, ...]]) -> Verdict:
        """What the model says after these chunks as well; parts of chunks heard before are kept."""
        starts = [start for chunk in chunks for start in chunk if start not in self._samples]
        length = round(self._part_seconds * SAMPLE_RATE)
        parts = self._excerpts.parts(starts, [length] * len(starts))
        self._samples |= zip(starts, parts, strict=True)
        if len(starts) < sum(map(len, chunks)):
            self._chunks, self._listening = [], self._model.listen(with_tempo=False)
        for chunk in chunks:
            self._listening.push(np.concatenate([self._samples[start] for start in chunk]))
            self._listening.end_chunk()
        self._chunks += chunks
        return self._listening.verdict()

    def clearness(self, verdict: Verdict) -> float:
        """How far the best genre is ahead, in the unit of `Round.clear`."""
        (_, best), (_, second) = verdict.ranked()[:2]
        ahead = math.log(best / second) if second > 0.0 else math.inf
        return ahead * math.sqrt(len(self._chunks))

    def in_order(self, verdict: Verdict) -> Verdict:
        """The verdict as one on the track, whose chunks were not heard one after the other."""
        timeline = verdict.timeline
        if timeline is not None:
            order = sorted(range(len(self._chunks)), key=self._chunks.__getitem__)
            rows = np.arange(len(timeline.heard)).reshape(len(order), -1)[order].ravel()
            timeline = replace(
                timeline, probabilities=timeline.probabilities[rows], heard=timeline.heard[rows]
            )
        middles = sorted(start + self._part_seconds / 2 for one in self._chunks for start in one)
        return spread(replace(verdict, timeline=timeline), self._excerpts.seconds, middles)
