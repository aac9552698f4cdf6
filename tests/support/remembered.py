"""A library filled with answers about real files, without a model and without listening."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.track import Outcome
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.sound import Problem, Span
from tests.core.answers import LABELS, answered, troubled
from tests.support.sounds import music, write_flac
from tests.support.tagged import mutagen


def song(path: Path, seconds: float = 0.3, **tags: str) -> Path:
    """A FLAC with these tags."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_flac(path, music(seconds))
    file = mutagen.File(path)
    file.update(tags)
    file.save()
    return path


def heard(path: Path, best: int = 1, confidence: float = 0.75, span: Span | None = None) -> Outcome:
    """What the package "tiny" says of a track: one of blues, jazz and rock."""
    outcome = answered(path, audio_hash=f"sound of {printable(path.name)}", best=best, span=span)
    assert outcome.verdict is not None
    shares = np.full(len(LABELS), (1 - confidence) / (len(LABELS) - 1), np.float32)
    shares[best] = confidence
    return outcome._replace(
        verdict=replace(outcome.verdict, probabilities=shares, unsure=confidence < 0.4),
        report=None if outcome.report is None else replace(outcome.report, notes=()),
    )


def library_of(folder: Path, *outcomes: Outcome) -> Path:
    """The library of a data folder, which remembers these."""
    place = folder / LIBRARY_NAME
    with Library.open(place) as library:
        for outcome in outcomes:
            library.store(outcome, stamp_of(outcome.track.path))
    return place


def small_library(folder: Path, music_folder: Path) -> Path:
    """Three songs and a broken file: jazz 75 %, rock 93 % tagged Pop, blues 36 % and unsure."""
    cool = song(music_folder / "Cool.flac", title="Cool", artist="Trio", genre="Jazz", date="1959")
    loud = song(music_folder / "Loud.flac", title="=Loud", artist="Five", genre="Pop", date="1984")
    slow = song(music_folder / "deep" / "Slow.flac", artist="Trio")
    broken = music_folder / "broken.mp3"
    broken.write_text("words")
    return library_of(
        folder,
        heard(cool),
        heard(loud, best=2, confidence=0.93),
        heard(slow, best=0, confidence=0.36),
        troubled(broken, Problem.NOT_AUDIO),
    )
