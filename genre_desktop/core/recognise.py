"""Listening to one track: the function that runs in a worker process.

Decoders are imported where they are used, so that the window, which only sends requests, does
not load them.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from genre_desktop.core.catalogue import MANIFEST_FILE
from genre_desktop.core.draw_ahead import draw_ahead
from genre_desktop.core.identity import Stamp, stamp_if_there
from genre_desktop.core.library import Library, LibraryUnavailable
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.regular_file import shown_name
from genre_desktop.dsp.sound import Note, Problem, SoundError, SoundReport
from genre_desktop.inference.listening import Listening, Samples
from genre_desktop.inference.model import Model, open_model
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.verdict import Verdict

log = logging.getLogger(__name__)

PROVISIONAL_SECONDS = 30.0
_BLOCKS_AHEAD = 48  # of about a second: decoding goes on while the model hears 30 s

Say = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to listen to, and with what.

    Attributes:
        track: The track.
        model_folder: The package to use.
        library_path: Where to ask first whether the audio is known; None is not to ask.
        in_haste: Decode in a thread beside all else, which pays where a processor is idle: of what
            turns out to be known, some seconds are decoded in vain then.
        quick: Hear pieces spread over the track, where that is enough.
    """

    track: Track
    model_folder: Path
    library_path: Path | None
    in_haste: bool = False
    quick: bool = False


def recognise(request: Request, say: Say | None = None) -> Outcome:
    """Listens to a track, or finds in the library what was heard of the same audio before.

    Args:
        request: What to listen to.
        say: Takes the answer from the first 30 s, while the rest of a longer track is heard.

    Returns:
        The answer, or the problem with the file or the model. Only a fault of this program raises.
    """
    try:
        return _recognise(request, say)
    except SoundError as error:
        note = Note(error.problem, error.sentence)
    except PackageRefused as refused:
        note = Note(Problem.MODEL_REFUSED, refused.sentence)
    return Outcome(request.track, None, note, None, "")


def warm_up(model_folder: Path) -> None:
    """Loads all that listening needs and runs the model once.

    Raises:
        PackageRefused: Where the package cannot be used.
    """
    model = _open(model_folder)
    listening = model.listen(with_tempo=True)
    rising = np.linspace(0.0, 4.0, 22_050 * 4, dtype=np.float32) ** 2
    listening.push(np.float32(0.1) * np.sin(np.float32(5_000.0) * rising))
    listening.verdict()


def _recognise(request: Request, say: Say | None) -> Outcome:
    model = _open(request.model_folder)
    before = stamp_if_there(request.track.path)  # else decoding says what is the matter
    with ExitStack() as opened:
        hasty = request.in_haste and not request.quick
        sound = opened.enter_context(_decoding(request)) if hasty else None
        audio_hash = _hash(request.track.path, before)
        known = _known(request, model, audio_hash)
        if known is not None:
            return known
        heard = _heard_quickly(request, model)
        if heard is None:
            sound = sound or opened.enter_context(_decoding(request))
            heard = _listen(request.track, model, sound, say)
    verdict, report = heard
    if stamp_if_there(request.track.path) != before:
        return Outcome(request.track, None, _changed(request.track), report, "")
    return Outcome(request.track, verdict, None, report, audio_hash, model.digest)


def _heard_quickly(request: Request, model: Model) -> tuple[Verdict, SoundReport] | None:
    if not request.quick:
        return None
    from genre_desktop.core.quick import hear_quickly

    return hear_quickly(request.track, model)


class _Sound(NamedTuple):
    blocks: Iterator[Samples]
    report: Callable[[], SoundReport]


@contextmanager
def _decoding(request: Request) -> Iterator[_Sound]:
    """The sound of a track, which in haste is decoded from now on."""
    from genre_desktop.dsp.decode import open_sound

    ahead = _BLOCKS_AHEAD if request.in_haste else 0
    with (
        open_sound(request.track.path, span=request.track.span) as stream,
        draw_ahead(stream.blocks(), ahead) as blocks,
    ):
        yield _Sound(blocks, stream.report)


def _listen(
    track: Track, model: Model, sound: _Sound, say: Say | None
) -> tuple[Verdict, SoundReport]:
    listening = model.listen(with_tempo=True)
    for block in sound.blocks:
        if say is not None and listening.heard_seconds >= PROVISIONAL_SECONDS:
            say(_first_impression(track, model, listening))
            say = None
        listening.push(block)
    return listening.verdict(), sound.report()


def _first_impression(track: Track, model: Model, listening: Listening) -> Outcome:
    verdict = replace(listening.verdict(), tempo_bpm=None)  # half a minute's tempo may be double
    return Outcome(track, verdict, None, None, "", model.digest, provisional=True)


def _known(request: Request, model: Model, audio_hash: str) -> Outcome | None:
    library = _library(request.library_path) if request.library_path else None
    if library is None or not audio_hash:
        return None
    return library.known_audio(request.track, audio_hash, model.digest, quick=request.quick)


def _changed(track: Track) -> Note:
    return Note(
        Problem.CHANGED,
        f"“{shown_name(track.path)}” was changed while it was read; classify it again when "
        "nothing else is working on it.",
    )


@lru_cache(maxsize=8)
def _hash(path: Path, stamp: Stamp | None) -> str:  # noqa: ARG001 - the stamp is part of the key
    """The payload's hash, kept for the further parts of the same file; empty where it has none."""
    from genre_desktop.dsp.payload import payload_hash

    try:
        return payload_hash(path)
    except SoundError:
        return ""  # decoding may still save something, or will say what is the matter


def _open(folder: Path) -> Model:
    """The package, opened and proved once in each process, until its manifest changes."""
    return _open_once(folder, stamp_if_there(folder / MANIFEST_FILE))


@lru_cache(maxsize=4)
def _open_once(folder: Path, manifest: Stamp | None) -> Model:  # noqa: ARG001 - part of the key
    return open_model(folder, prove=True)


@lru_cache(maxsize=1)
def _library(path: Path) -> Library | None:
    try:
        return Library.open_for_reading(path)
    except LibraryUnavailable as error:
        log.info("%s", error)
        return None
