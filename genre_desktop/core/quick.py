"""The quick way to hear a track: short parts spread over it, more of them where it is doubtful."""

from collections.abc import Mapping
from typing import Final

from genre_desktop.core.track import Track
from genre_desktop.dsp.decode import SAMPLE_RATE
from genre_desktop.dsp.excerpts import NoExcerptsError, Samples, open_excerpts
from genre_desktop.dsp.sound import SoundReport
from genre_desktop.inference.model import Model
from genre_desktop.inference.spread import spread
from genre_desktop.inference.verdict import Verdict

# In a shorter track there is little to jump over.
_LEAST_SECONDS: Final = 120.0
# Music is heard in chunks of half a minute, so each chunk has parts that stand for it and are heard
# together: heard alone, or with parts of other chunks, they would say something else.
_CHUNK_SECONDS: Final = 30.0
_CHUNKS: Final = (8, 20)
_PARTS_IN_CHUNK: Final = 2
_PART_SECONDS: Final = 2.0
# How many times as probable as the second the best genre must be for one round to be enough.
# Found on 180 patchworks like those of `bench quick`, but others.
_CLEAR_RATIO: Final = 1.3


def hear_quickly(track: Track, model: Model) -> tuple[Verdict, SoundReport] | None:
    """Hears parts of a track; None where only the whole of it will do.

    That is a track that is short or of unknown length, and one in which anything is amiss:
    what is wrong with a file is found by hearing all of it.

    Raises:
        SoundError: The file cannot be opened, or was changed meanwhile.
        PackageRefused: The graph cannot be run.
    """
    shortest_seconds = model.shortest_seconds / _PARTS_IN_CHUNK
    part_seconds = max(_PART_SECONDS, shortest_seconds)
    length = round(part_seconds * SAMPLE_RATE)
    heard: dict[float, Samples] = {}
    try:
        with open_excerpts(track.path, track.span) as excerpts:
            if excerpts.seconds < _LEAST_SECONDS:
                return None
            both = rounds(excerpts.seconds, part_seconds)
            for number, starts in enumerate(both, start=1):
                parts = excerpts.parts(starts, [length] * len(starts))
                heard |= dict(zip(starts, parts, strict=True))
                verdict = _heard_in_chunks(model, heard, number * _PARTS_IN_CHUNK)
                if _is_clear(verdict):
                    break
            middles = [start + part_seconds / 2 for start in sorted(heard)]
            return spread(verdict, excerpts.seconds, middles), excerpts.report()
    except NoExcerptsError:
        return None


def rounds(seconds: float, part_seconds: float) -> tuple[list[float], list[float]]:
    """When the parts of both rounds start: every other one of equal stretches, then the others."""
    fewest, most = _CHUNKS
    stretches = 2 * _PARTS_IN_CHUNK * max(fewest, min(most, round(seconds / _CHUNK_SECONDS)))
    step = seconds / stretches
    # Early in each stretch: more tracks fade out than in.
    starts = [(number + 0.25) * step - part_seconds / 2 for number in range(stretches)]
    return starts[1::2], [max(0.0, start) for start in starts[::2]]


def _heard_in_chunks(model: Model, parts: Mapping[float, Samples], in_chunk: int) -> Verdict:
    listening = model.listen(with_tempo=False)
    for number, start in enumerate(sorted(parts), start=1):
        listening.push(parts[start])
        if number % in_chunk == 0:
            listening.end_chunk()
    return listening.verdict()


def _is_clear(verdict: Verdict) -> bool:
    (_, best), (_, second) = verdict.ranked()[:2]
    return best >= _CLEAR_RATIO * second
