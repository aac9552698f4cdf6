"""What the feeder makes of files: as loud as their tags say, and of damaged ones what it can."""

import math
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.services.player.feeder import Feeder
from genre_desktop.services.player.messages import Began, Decoded, Event, Piece, Refused
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.stretch import Stretch
from tests.support.badfiles import BAD_FILES
from tests.support.sounds import RATE, music, write_sound

SECONDS = 2.0
PLAYABLE = sorted(name for name, bad in BAD_FILES.items() if bad.problem is None)
HOPELESS = ("empty mp3", "text named mp3", "wav header only", "wav of 60,000 channels")


@dataclass
class Fed:
    """Everything that a feeder makes of one piece, or of one after the other."""

    rate: int = RATE
    told: list[Event] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    taken: list[NDArray[np.float32]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stretch = Stretch(1, self.rate)
        self.last = 0

    def feed(self, *paths: Path, even_loudness: bool = True, start: float = 0.0) -> None:
        """Feed a piece; where others follow, it must be longer than the stretch can hold."""
        shared = SharedSound()
        pieces = [
            Piece(number, path, None, start, even_loudness) for number, path in enumerate(paths, 1)
        ]
        self.last = len(pieces)
        feeder = Feeder(self.stretch, self.rate, pieces[0], shared, self._hear)
        for piece in pieces[1:]:
            feeder.play_after(piece)
        try:
            while not self.ended.wait(0.005):
                self._take()
            self._take()
        finally:
            feeder.close()

    def samples(self) -> NDArray[np.float32]:
        return np.concatenate(self.taken)

    def refusals(self) -> list[str]:
        return [event.sentence for event in self.told if isinstance(event, Refused)]

    def _take(self) -> None:
        out = np.zeros((self.stretch.capacity, 2), np.float32)
        self.taken.append(out[: self.stretch.take(out)])

    def _hear(self, event: Event) -> None:
        self.told.append(event)
        if isinstance(event, Decoded) and event.number == self.last:
            self.ended.set()


def tag(path: Path, tags: dict[str, str]) -> None:
    file: Any = mutagen.File(path)
    file.update(tags)
    file.save()


@pytest.fixture
def flac(tmp_path: Path) -> Path:
    return write_sound(tmp_path / "a.flac", music(SECONDS), "flac")


@pytest.mark.parametrize(
    ("tags", "factor"),
    [
        ({}, 1.0),
        ({"replaygain_track_gain": "-6.02 dB"}, 0.5),
        ({"replaygain_track_gain": "+12 dB", "replaygain_track_peak": "0.8"}, 1.25),  # no clipping
        ({"r128_track_gain": "-2822"}, 0.5),
    ],
)
def test_a_track_sounds_as_loud_as_its_tags_say(
    tags: dict[str, str], factor: float, flac: Path
) -> None:
    tag(flac, tags)
    fed = Fed()
    fed.feed(flac)
    expected = factor * music(SECONDS)
    np.testing.assert_allclose(fed.samples()[:, 0], expected, atol=5e-4, rtol=0.01)


def test_tags_are_left_alone_where_the_user_wants_it(flac: Path) -> None:
    tag(flac, {"replaygain_track_gain": "-6.02 dB"})
    fed = Fed()
    fed.feed(flac, even_loudness=False)
    np.testing.assert_allclose(fed.samples()[:, 0], music(SECONDS), atol=1e-4)


def test_tracks_follow_each_other_without_a_gap_at_another_rate_too(tmp_path: Path) -> None:
    whole = music(6.0)
    pieces = {"whole": whole, "first": whole[: 5 * RATE], "second": whole[5 * RATE :]}
    paths = {name: write_sound(tmp_path / f"{name}.flac", pieces[name], "flac") for name in pieces}
    one, parted = Fed(48_000), Fed(48_000)
    one.feed(paths["whole"])
    parted.feed(paths["first"], paths["second"])
    np.testing.assert_allclose(parted.samples(), one.samples(), atol=1e-4)


def test_a_name_in_a_sentence_does_not_turn_what_follows(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fed = Fed()
    fed.feed(write_sound(tmp_path / "a\u202e.flac", music(SECONDS), "flac"), start=math.inf)
    (sentence,) = fed.refusals()
    assert sentence.startswith(r"“a\u202e.flac” cannot be played: ")
    assert "Playing" in caplog.text


@pytest.mark.parametrize("name", PLAYABLE)
def test_a_damaged_file_plays_what_can_be_decoded(name: str, tmp_path: Path) -> None:
    bad = BAD_FILES[name]
    fed = Fed()
    fed.feed(bad.make(tmp_path))
    assert fed.refusals() == []
    least, most = bad.seconds
    assert least - 0.1 <= len(fed.samples()) / RATE <= most + 0.1
    assert np.isfinite(fed.samples()).all()


@pytest.mark.parametrize("name", HOPELESS)
def test_a_hopeless_file_is_told_by_its_name(name: str, tmp_path: Path) -> None:
    path = BAD_FILES[name].make(tmp_path)
    fed = Fed()
    fed.feed(path)
    (sentence,) = fed.refusals()
    assert path.name in sentence
    assert not any(isinstance(event, Began) and event.rate > 1_000_000 for event in fed.told)
