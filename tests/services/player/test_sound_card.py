"""Sound through the real PortAudio, recorded from a PulseAudio null sink, sample by sample."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.player import Player, PlayerState
from tests.support.null_sink import RATE, NullSink, Recording
from tests.support.numbered import numbers_of, runs_of, unbroken, write_numbered

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 2
COUNT = SECONDS * RATE
NEAR_THE_END = 3 * COUNT - 0.05 * RATE  # of three tracks
LATENCY = 0.15
LONG = 30  # s: not over while a device is unplugged
FEW = 100  # samples that follow each other by no accident


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    """Three tracks whose samples are numbered right through."""
    return [Track(write_numbered(tmp_path / f"{i}.flac", i * COUNT, COUNT)) for i in range(3)]


@pytest.fixture
def player(tracks: list[Track], our_sink: NullSink) -> Iterator[Player]:
    player = Player(PlayOrder(tracks))
    player.use_device("", LATENCY)
    yield player
    player.close()


def wait_for_end(player: Player, recording: Recording, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    wait_for_sample(recording, NEAR_THE_END, qtbot)


def wait_for_sound(recording: Recording, qtbot: QtBot) -> None:
    """Until half a second of it was recorded."""

    def is_recorded() -> bool:
        return sum(count for _, _, count in runs_of(recording.samples, RATE // 10)) > 0.5 * RATE

    qtbot.waitUntil(is_recorded, timeout=PATIENCE)


def wait_for_sample(recording: Recording, number: float, qtbot: QtBot) -> None:
    """Until this one was recorded, or a later one: device and recorder hold some."""

    def is_recorded() -> bool:
        return bool(numbers_of(recording.samples).max(initial=-1) >= number)

    qtbot.waitUntil(is_recorded, timeout=PATIENCE)


def test_every_sample_is_heard_once_and_in_order_across_tracks(
    player: Player, tracks: list[Track], our_sink: NullSink, qtbot: QtBot
) -> None:
    with our_sink.recording() as recording:
        player.play(tracks[0])
        wait_for_end(player, recording, qtbot)
    first, end = unbroken(runs_of(recording.samples, FEW))
    assert first < 0.05 * RATE
    assert end > NEAR_THE_END - FEW


def test_a_jump_lands_on_the_sample(
    player: Player, tracks: list[Track], our_sink: NullSink, qtbot: QtBot
) -> None:
    with our_sink.recording() as recording:
        player.play(tracks[0])
        qtbot.waitUntil(lambda: player.moment().seconds > 0.3, timeout=PATIENCE)
        player.play(tracks[2], 1.0)
        wait_for_end(player, recording, qtbot)
    runs = runs_of(recording.samples, FEW)
    after = [run for run in runs if run[1] >= COUNT]
    first, end = unbroken(after)
    assert 0 <= first - (2 * COUNT + RATE) < 0.05 * RATE
    assert end > NEAR_THE_END - FEW
    assert unbroken(runs[: -len(after)])[0] < 0.05 * RATE


def test_what_is_said_to_be_heard_is_what_the_device_was_given(
    player: Player, tracks: list[Track], our_sink: NullSink, qtbot: QtBot
) -> None:
    player.play(tracks[1], 0.5)
    qtbot.waitUntil(lambda: player.moment().seconds > 1.0, timeout=PATIENCE)
    assert player.sound is not None
    moment = player.moment()
    place = round(moment.decoded)
    shown = np.rint(player.sound.shared.samples(place, place + 1) * 32_768).astype(np.int16)
    assert numbers_of(shown)[0] - COUNT == pytest.approx(moment.seconds * RATE, abs=1.0)


def test_a_device_that_goes_makes_playing_wait_and_comes_back_to_the_same_place(
    player: Player, our_sink: NullSink, qtbot: QtBot, tmp_path: Path
) -> None:
    track = Track(write_numbered(tmp_path / "long.flac", 0, LONG * RATE))
    player.play(track, 0.2)
    qtbot.waitUntil(lambda: player.moment().seconds > 0.5, timeout=PATIENCE)
    with qtbot.waitSignal(player.device_lost, timeout=PATIENCE):
        our_sink.pull_out()
    assert player.state is PlayerState.PAUSED
    kept = player.moment()
    assert kept.track == track
    assert 0.4 < kept.seconds < LONG
    our_sink.plug_in()
    with our_sink.recording() as recording:
        player.resume()
        wait_for_sample(recording, (kept.seconds + 0.5) * RATE, qtbot)
    first, _ = unbroken(runs_of(recording.samples, FEW))
    assert -1.0 <= first - kept.seconds * RATE < 0.05 * RATE


def test_a_device_is_chosen_by_its_name(
    player: Player, tracks: list[Track], our_sink: NullSink, qtbot: QtBot
) -> None:
    devices = Devices()
    with qtbot.waitSignal(devices.found, timeout=PATIENCE) as found:
        devices.look()
    devices.close()
    assert found.args is not None
    names, default = found.args
    assert default in names
    for name in ("pulse", default):  # the plug-in's own name is another way to the same sink
        player.use_device(name, LATENCY)
        with (
            our_sink.recording() as recording,
            qtbot.waitSignal(player.device_opened, timeout=PATIENCE) as opened,
        ):
            player.play(tracks[0])
            wait_for_sound(recording, qtbot)
        assert opened.args == [name]


def test_the_default_device_has_the_place_of_one_that_is_not_there(
    player: Player, tracks: list[Track], our_sink: NullSink, qtbot: QtBot
) -> None:
    player.use_device("headphones that were unplugged", LATENCY)
    with (
        our_sink.recording() as recording,
        qtbot.waitSignal(player.device_opened, timeout=PATIENCE) as opened,
    ):
        player.play(tracks[0])
        wait_for_sound(recording, qtbot)
    assert opened.args is not None
    assert opened.args[0] not in {"", "headphones that were unplugged"}
