"""The waveform of what is played now does not wait for that of what was played before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services.player.waveforms import Waveforms
from tests.support.sounds import music, write_sound, write_wav

MINUTES = 240


@pytest.fixture
def waveforms(qapp: object) -> Iterator[Waveforms]:
    waveforms = Waveforms()
    yield waveforms
    waveforms.close()


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [Track(write_wav(tmp_path / f"{number}.wav", music(1.0, number))) for number in range(2)]


@pytest.fixture
def long(tmp_path: Path) -> Track:
    """A stream of MPEG frames, which has no header for the whole."""
    path = tmp_path / "long.mp2"
    block = write_sound(path, music(60.0), "mp2", bit_rate=32_000).read_bytes()
    with path.open("wb") as file:
        for _ in range(MINUTES):
            file.write(block)
    return Track(path)


def test_the_process_ends_over_a_track_that_nobody_waits_for(
    waveforms: Waveforms, tracks: list[Track], long: Track, qtbot: QtBot
) -> None:
    answered: list[Track] = []
    waveforms.measured.connect(lambda track, _overview: answered.append(track))
    waveforms.measure(long)
    qtbot.waitUntil(lambda: bool(waveforms._worker.process_ids()))
    first = waveforms._worker.process_ids()
    waveforms.measure(tracks[0])
    qtbot.waitUntil(lambda: answered == [tracks[0]])
    assert not set(first) & set(waveforms._worker.process_ids())


def test_one_process_measures_tracks_that_are_waited_for(
    waveforms: Waveforms, tracks: list[Track], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "words.wav").write_text("words")
    with qtbot.waitSignal(waveforms.measured):
        waveforms.measure(tracks[0])
    first = waveforms._worker.process_ids()
    waveforms.measure(Track(tmp_path / "words.wav"))
    qtbot.waitUntil(lambda: not waveforms._is_waited_for)
    with qtbot.waitSignal(waveforms.measured) as measured:
        waveforms.measure(tracks[1])
    assert measured.args is not None
    assert measured.args[0] == tracks[1]
    assert waveforms._worker.process_ids() == first
