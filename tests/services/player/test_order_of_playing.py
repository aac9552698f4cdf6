"""What follows what, on the real player: repeat, shuffle, play next, stop after this."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder, Repeat
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from tests.support.sounds import music, write_wav

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 0.8


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [Track(write_wav(tmp_path / f"{i}.wav", music(SECONDS, seed=i))) for i in range(4)]


@pytest.fixture
def player(tracks: list[Track]) -> Iterator[Player]:
    player = Player(PlayOrder(lambda: tracks, seed=1))
    yield player
    player.close()


@pytest.fixture
def heard(player: Player) -> list[object]:
    """The tracks in the order they were heard; None is the end."""
    heard: list[object] = []
    player.track_changed.connect(heard.append)
    return heard


def test_nothing_follows_after_stop_after_this_and_it_holds_once(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.decoding is not None, timeout=PATIENCE)
    player.order.stop_after_this = True
    player.order_changed()
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert heard == [tracks[0], None]
    assert not player.order.stop_after_this
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.track == tracks[1], timeout=PATIENCE)


def test_the_list_begins_again_where_it_is_repeated(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.order.repeat = Repeat.ALL
    player.play(tracks[3])
    qtbot.waitUntil(lambda: heard[:2] == [tracks[3], tracks[0]], timeout=PATIENCE)


def test_one_track_is_repeated_without_a_gap(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    began: list[object] = []
    player.decoding_began.connect(began.append)
    player.order.repeat = Repeat.ONE
    player.play(tracks[1])
    qtbot.waitUntil(lambda: len(began) == 4, timeout=PATIENCE)
    clock = player.clock()
    assert clock is not None
    assert clock.stretch == 1
    assert heard == [tracks[1]]


def test_a_shuffled_list_is_heard_once_each_and_ends(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.order.shuffle = True
    player.play(tracks[2])
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert heard[0] == tracks[2]
    assert len(heard) == 5
    assert set(heard) == {*tracks, None}


def test_play_next_comes_before_the_order_of_the_list(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.decoding is not None, timeout=PATIENCE)
    player.order.line_up([tracks[3], tracks[2]])
    player.order_changed()
    qtbot.waitUntil(lambda: heard == [tracks[0], tracks[3], tracks[2]], timeout=PATIENCE)
    qtbot.waitUntil(lambda: heard[-1] == tracks[3], timeout=PATIENCE)  # the list goes on behind it
