"""A file that is being played may be tagged, moved and deleted; no handle to it stays behind."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mutagen
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from tests.support.sounds import music, write_sound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a list of open files")

PATIENCE = 30_000  # ms: a process has to start
SECONDS = 4.5  # more than is decoded ahead: the file is still being read while it is heard
KINDS = ("mp3", "flac")
AHEAD = 3.0


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    return [Track(write_sound(tmp_path / f"{i}.mp3", music(SECONDS, i), "mp3")) for i in range(2)]


def play(player: Player, track: Track, qtbot: QtBot, *, alone: bool = False) -> None:
    """Until a track plays whose end is not read yet: paused, nothing more is than fits ahead.

    Args:
        player: Plays.
        track: What.
        qtbot: Waits.
        alone: Whether nothing is to follow it.
    """
    player.order.stop_after_this = alone
    player.play(track, paused=True)
    qtbot.waitUntil(lambda: player.decoding == track, timeout=PATIENCE)
    assert track.path in open_files(player)
    player.resume()


def open_files(player: Player) -> set[Path]:
    """What the sound process has opened, as Linux tells it; a deleted file has its last name."""
    assert player.sound is not None
    folder = Path(f"/proc/{player.sound.process_id}/fd")
    found = set()
    for handle in folder.iterdir():
        try:
            found.add(Path(str(handle.readlink()).removesuffix(" (deleted)")))
        except FileNotFoundError:  # closed meanwhile
            continue
    return found


def plays_to_its_end(player: Player, qtbot: QtBot) -> None:
    """The last moments of the file are heard, and then it is let go."""
    refused: list[str] = []
    player.refused.connect(lambda _track, sentence: refused.append(sentence))
    qtbot.waitUntil(lambda: player.state is PlayerState.STOPPED, timeout=PATIENCE)
    clock = player.clock()
    assert clock is not None
    assert (clock.stretch, clock.end / clock.rate > SECONDS - 0.1) == (1, True)
    assert refused == []


def _in_place(path: Path) -> None:
    _write_title(path, "Short")


def _much_longer(path: Path) -> None:
    """A tag that no padding holds: all of the sound moves within the file."""
    _write_title(path, "x" * 300_000)


def _by_replacing(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    _write_title(other, "Other")
    other.replace(path)


def _write_title(path: Path, title: str) -> None:
    """As a tagger does that saves in place."""
    file: Any = mutagen.File(path, easy=True)
    file["title"] = title
    file.save()


@pytest.mark.parametrize("tag", [_in_place, _much_longer, _by_replacing])
def test_a_track_is_tagged_while_it_plays(
    tag: Callable[[Path], None], player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    play(player, tracks[0], qtbot, alone=True)
    tag(tracks[0].path)
    plays_to_its_end(player, qtbot)
    assert tracks[0].path not in open_files(player)


@pytest.mark.parametrize("kind", KINDS)
def test_a_deleted_track_plays_on_to_its_end_and_is_let_go(
    kind: str, player: Player, qtbot: QtBot, tmp_path: Path
) -> None:
    track = Track(write_sound(tmp_path / "gone", music(SECONDS), kind))
    play(player, track, qtbot, alone=True)
    track.path.unlink()
    plays_to_its_end(player, qtbot)
    assert track.path not in open_files(player)


def test_a_moved_track_plays_on_to_its_end(
    player: Player, tracks: list[Track], qtbot: QtBot, tmp_path: Path
) -> None:
    play(player, tracks[0], qtbot, alone=True)
    moved = tracks[0].path.rename(tmp_path / "moved.mp3")
    plays_to_its_end(player, qtbot)
    assert not {moved, tracks[0].path} & open_files(player)


def test_a_jump_into_a_deleted_track_is_told_and_the_next_one_plays(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    play(player, tracks[0], qtbot)
    tracks[0].path.unlink()
    with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
        player.seek(4.0)
    assert told.args is not None
    assert "0.mp3" in told.args[1]
    qtbot.waitUntil(
        lambda: player.track == tracks[1] and player.moment().decoded >= 0, timeout=PATIENCE
    )


def test_stopping_lets_go_of_the_file_at_once(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    play(player, tracks[0], qtbot)
    player.stop()
    qtbot.waitUntil(lambda: tracks[0].path not in open_files(player), timeout=PATIENCE)


def test_a_file_that_is_decoded_is_let_go_while_its_end_is_still_to_be_heard(
    player: Player, tracks: list[Track], qtbot: QtBot
) -> None:
    player.order.stop_after_this = True
    player.play(tracks[0], SECONDS - AHEAD / 2, paused=True)  # or it is over on a busy machine
    with qtbot.waitSignal(player.decoding_ended, timeout=PATIENCE):
        pass
    assert player.track == tracks[0]
    assert tracks[0].path not in open_files(player)
