"""The player with its real sound process, without a device: in time with the clock."""

from pathlib import Path
from queue import SimpleQueue

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from genre_desktop.services.player.messages import (
    Began,
    Decoded,
    DeviceOpened,
    Piece,
    Play,
    Refused,
)
from genre_desktop.services.player.output import SILENT_RATE
from genre_desktop.services.player.passage import Passage
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.player.sound_apart import SoundApart
from genre_desktop.services.player.sound_lives import SoundLives
from tests.support.sounds import RATE, long_music, music, write_flac, write_wav

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 2.0


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [Track(write_wav(tmp_path / f"{i}.wav", music(SECONDS, seed=i))) for i in range(3)]


def sounding(player: Player, track: Track) -> bool:
    moment = player.moment()
    return moment.track == track and moment.decoded >= 0 and moment.seconds > 0


def test_what_a_sound_process_tells_comes_with_its_own_name(tmp_path: Path) -> None:
    told: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    sound = SoundApart(lambda *event: told.put(event), lambda gone: told.put((gone,)))
    try:
        sound.ask(Play(Piece(1, tmp_path / "none.wav", None)))
        opened, refused = (told.get(timeout=PATIENCE / 1_000) for _ in range(2))
        assert opened == (sound, DeviceOpened("", SILENT_RATE, 1))
        assert (refused[0], type(refused[1])) == (sound, Refused)
    finally:
        sound.close()


def test_a_track_is_played_in_time(player: Player, tracks: list[Track], qtbot: QtBot) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.moment().seconds > 0.5, timeout=PATIENCE)
    assert player.state is PlayerState.PLAYING
    assert player.track == tracks[0]


def test_one_track_follows_another_without_a_gap(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    heard: list[object] = []
    player.track_changed.connect(heard.append)
    player.play(tracks[1], SECONDS - 0.5)
    qtbot.waitUntil(lambda: heard[:2] == [tracks[1], tracks[2]], timeout=PATIENCE)
    clock = player.clock()
    assert clock is not None
    assert clock.stretch == 1


def test_two_seconds_lie_ready_before_anything_is_heard(
    player: Player, qtbot: QtBot, tmp_path: Path
) -> None:
    player.play(Track(write_wav(tmp_path / "long.wav", music(5.0))), paused=True)

    def are_decoded() -> bool:
        return player.sound is not None and player.sound.shared.decoded >= 2 * RATE

    qtbot.waitUntil(are_decoded, timeout=PATIENCE)
    clock = player.clock()
    assert clock is None or clock.end == 0


def test_the_end_of_the_list_is_the_end(player: Player, tracks: list[Track], qtbot: QtBot) -> None:
    player.play(tracks[2], SECONDS - 0.3)
    with qtbot.waitSignal(
        player.state_changed, check_params_cb=lambda s: s is PlayerState.STOPPED, timeout=PATIENCE
    ):
        pass
    assert player.track is None


def test_pausing_keeps_the_moment(player: Player, qtbot: QtBot, tmp_path: Path) -> None:
    player.play(Track(write_flac(tmp_path / "long.flac", long_music())))
    qtbot.waitUntil(lambda: player.moment().seconds > 0.2, timeout=PATIENCE)
    player.pause()

    def stands() -> bool:
        """Once the process obeys, and the last samples are heard; else for a minute not."""
        before = player.moment()
        qtbot.wait(300)
        return player.moment() == before

    qtbot.waitUntil(stands, timeout=PATIENCE)
    kept = player.moment().seconds
    player.resume()
    qtbot.waitUntil(lambda: player.moment().seconds > kept + 0.1, timeout=PATIENCE)


def test_a_jump_goes_to_the_moment(player: Player, tracks: list[Track], qtbot: QtBot) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(lambda: sounding(player, tracks[0]), timeout=PATIENCE)
    player.seek(1.2)
    assert player.moment().seconds == 1.2
    qtbot.waitUntil(
        lambda: sounding(player, tracks[0]) and player.moment().seconds > 1.2, timeout=PATIENCE
    )
    player.skip(-1.0)
    assert 0.2 <= player.moment().seconds < 1.2


def test_a_jump_while_paused_stays_paused(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)
    player.seek(1.0)
    qtbot.wait(300)
    assert player.state is PlayerState.PAUSED
    assert player.moment().seconds == pytest.approx(1.0, abs=0.05)


def test_a_part_of_a_file_is_a_track(player: Player, tracks: list[Track], qtbot: QtBot) -> None:
    part = Track(tracks[0].path, Span(0.5, 1.0), "Part")
    heard: list[object] = []
    player.track_changed.connect(heard.append)
    player.play(part)
    qtbot.waitUntil(lambda: heard[:2] == [part, tracks[0]], timeout=PATIENCE)


def test_what_cannot_be_played_is_told_and_passed_over(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    tracks[0].path.write_text("words")
    with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
        player.play(tracks[0])
    assert told.args is not None
    assert told.args[0] == tracks[0]
    assert "0.wav" in told.args[1]
    qtbot.waitUntil(lambda: sounding(player, tracks[1]), timeout=PATIENCE)


def test_a_list_of_nothing_but_bad_files_stops(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    for track in tracks:
        track.path.write_text("words")
    player.play(tracks[0])
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)


def test_the_file_being_played_can_be_moved_and_removed(
    player: Player, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    player.play(tracks[2])
    qtbot.waitUntil(lambda: sounding(player, tracks[2]), timeout=PATIENCE)
    tracks[2].path.rename(tmp_path / "elsewhere.wav").unlink()
    qtbot.waitUntil(lambda: player.moment().seconds > 1.0 or player.track is None, timeout=PATIENCE)


def test_a_process_that_is_killed_is_replaced(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(lambda: sounding(player, tracks[0]), timeout=PATIENCE)
    assert player.sound is not None
    player.sound.kill_process()
    with qtbot.waitSignal(player.refused, timeout=PATIENCE):
        pass
    assert player.state is PlayerState.STOPPED
    player.play(tracks[1])
    qtbot.waitUntil(lambda: sounding(player, tracks[1]), timeout=PATIENCE)


def test_what_is_being_decoded_is_blamed_for_the_process_and_not_what_is_heard(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    write_wav(tracks[1].path, music(6.0))  # more than lies ready
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(lambda: player.decoding == tracks[1], timeout=PATIENCE)
    assert player.sound is not None
    with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
        player.sound.kill_process()
    assert told.args is not None
    assert told.args[0] == tracks[1]
    assert "1.wav" in told.args[1]


def test_no_file_is_blamed_for_the_process_once_all_is_decoded(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(player.decoding_ended, timeout=PATIENCE):
        player.play(tracks[2], paused=True)
    assert player.sound is not None
    with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
        player.sound.kill_process()
    assert told.args == [tracks[2], "The player's own process ended while “2.wav” was heard."]


def test_the_name_of_what_was_heard_does_not_turn_what_follows(
    tmp_path: Path, qtbot: QtBot
) -> None:
    track = Track(write_wav(tmp_path / "a\u202e.wav", music(SECONDS)))
    player = Player(PlayOrder([track]))
    try:
        with qtbot.waitSignal(player.decoding_ended, timeout=PATIENCE):
            player.play(track, paused=True)
        assert player.sound is not None
        with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
            player.sound.kill_process()
        assert told.args is not None
        assert r"“a\u202e.wav” was heard" in told.args[1]
    finally:
        player.close()


def test_a_device_that_opens_after_a_stop_does_not_count_as_open(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    lives = player.findChild(SoundLives)
    assert isinstance(lives, SoundLives)
    with qtbot.waitSignal(player.device_opened, timeout=PATIENCE):
        player.play(tracks[0])
        player.stop()
    assert not lives.is_open
    with qtbot.waitSignal(player.device_opened, timeout=PATIENCE):
        player.play(tracks[0])
    assert lives.is_open


def test_what_follows_a_decoded_track_is_what_is_being_opened(tracks: list[Track]) -> None:
    passage = Passage()
    assert passage.decoded_now(tracks[0]) == tracks[0]
    passage.begin(Began(1, 1, 0, 0, 0.0, RATE, SECONDS), tracks[0])
    assert passage.decoded_now(tracks[1]) == tracks[0]
    passage.end(Decoded(1, 1, 96_000))
    assert passage.decoded_now(tracks[1]) == tracks[1]
    assert passage.decoded_now(None) is None


def test_a_last_track_that_breaks_off_is_told_of_once_and_ends_where_it_does(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    told: list[str] = []
    player.refused.connect(lambda _track, sentence: told.append(sentence))
    write_wav(tracks[2].path, long_music())
    player.play(tracks[2], paused=True)
    qtbot.waitUntil(lambda: player.decoding == tracks[2], timeout=PATIENCE)
    began, lives = player.last_began, player.findChild(SoundLives)
    assert began is not None
    assert isinstance(lives, SoundLives)
    lives.told.emit(Refused(began.number, "It broke off."))  # as where its drive goes
    lives.told.emit(Decoded(began.number, began.stretch, began.played + 1))
    player.resume()
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    assert told == ["It broke off."]


def test_what_follows_is_asked_for_anew_when_the_order_changes(
    player: Player, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    long = Track(write_flac(tmp_path / "long.flac", music(6.0)))
    player.play(long, 1.0)
    qtbot.waitUntil(lambda: sounding(player, long), timeout=PATIENCE)
    player.order.line_up([tracks[2]])
    player.order_changed()
    player.seek(5.5)
    qtbot.waitUntil(lambda: sounding(player, tracks[2]), timeout=PATIENCE)
    qtbot.waitUntil(lambda: player.order.next(tracks[2]) is None, timeout=PATIENCE)


def test_the_decoded_samples_under_the_clock_are_those_of_the_moment(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.play(tracks[0], 0.5)
    qtbot.waitUntil(lambda: player.moment().seconds > 0.8, timeout=PATIENCE)
    assert player.sound is not None
    moment = player.moment()
    place = round(moment.decoded)
    got = player.sound.shared.samples(place, place + 500)[:, 0]
    at = round(moment.seconds * moment.rate)
    expected = music(SECONDS, seed=0)[at - 2 : at + 502]
    assert min(abs(expected[i : i + 500] - got).max() for i in range(5)) < 1e-3
