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
    player = Player(PlayOrder(tracks, seed=1))
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
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: player.decoding is not None, timeout=PATIENCE)
    player.order.stop_after_this = True
    player.order_changed()
    player.resume()
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert heard == [tracks[0], None]
    assert not player.order.stop_after_this
    player.play(tracks[0])
    qtbot.waitUntil(lambda: heard[2:4] == [tracks[0], tracks[1]], timeout=PATIENCE)


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


def pieces_of(player: Player) -> list[Track]:
    """The tracks that are decoded, a track that comes twice twice."""
    pieces: list[Track] = []

    def keep(_began: object) -> None:
        assert player.decoding is not None
        pieces.append(player.decoding)

    player.decoding_began.connect(keep)
    return pieces


def test_play_next_comes_before_the_order_of_the_list_and_once(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    pieces = pieces_of(player)
    player.order.line_up([tracks[3], tracks[2]])
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert heard == [tracks[0], tracks[3], tracks[2], tracks[3], None]  # then the list goes on
    assert pieces == heard[:-1]


def test_play_next_holds_although_another_track_lies_ready(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: player.decoding == tracks[3], timeout=PATIENCE)  # all fit ahead
    player.order.line_up([tracks[2]])
    player.order_changed()
    assert player.state is PlayerState.PAUSED
    player.resume()
    qtbot.waitUntil(lambda: heard[:2] == [tracks[0], tracks[2]], timeout=PATIENCE)


def test_stop_after_this_holds_although_the_next_track_lies_ready(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: player.decoding == tracks[3], timeout=PATIENCE)
    player.order.stop_after_this = True
    player.order_changed()
    player.resume()
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert heard == [tracks[0], None]


def test_a_track_that_leaves_the_list_is_not_played_although_it_lies_ready(
    player: Player, heard: list[object], tracks: list[Track], qtbot: QtBot
) -> None:
    first, gone, third = tracks[:3]
    player.play(first, paused=True)
    qtbot.waitUntil(lambda: player.decoding == tracks[3], timeout=PATIENCE)
    tracks.remove(gone)
    player.order_changed()
    player.resume()
    qtbot.waitUntil(lambda: heard[:2] == [first, third], timeout=PATIENCE)


def test_the_present_track_lined_up_is_heard_once_more(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    pieces = pieces_of(player)
    player.play(tracks[3])
    player.order.line_up([tracks[3]])
    player.seek(0.2)
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert pieces in ([tracks[3]] * 2, [tracks[3]] * 3)  # the first may have begun before the jump
    assert player.order.next(tracks[2]) == tracks[3]  # by the list, not lined up
