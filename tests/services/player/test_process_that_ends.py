"""A sound process that cannot live, or never gets ready, is not begun again and again."""

from collections.abc import Iterator
from pathlib import Path

import av  # the real one, before a test puts another in its place for processes
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.player.stillness import Stillness
from tests.support.hours import Hours
from tests.support.sounds import music, write_wav

PATIENCE = 60_000  # ms: processes have to start
BEGINS = """
import os
from pathlib import Path
with open(Path(__file__).with_name("began"), "a") as began:
    began.write("began\\n")
{end}
"""
ENDS, NEVER_READY = "os._exit(3)", "import threading; threading.Event().wait()"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose modules come first in processes that are spawned."""
    assert av.__file__
    folder = tmp_path / "path"
    folder.mkdir()
    (folder / "av.py").write_text(BEGINS.format(end=ENDS))
    monkeypatch.syspath_prepend(folder)
    return folder


@pytest.fixture
def track(tmp_path: Path) -> Track:
    return Track(write_wav(tmp_path / "a.wav", music(3.0)))


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def player(track: Track, path: Path, hours: Hours) -> Iterator[Player]:
    player = Player(PlayOrder([track]), stillness=Stillness(hours))
    yield player
    player.close()


def test_a_process_that_ends_each_time_is_not_begun_for_ever(
    player: Player, track: Track, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(player.refused, timeout=PATIENCE) as told:
        player.play(track)
    assert told.args is not None
    assert told.args[0] == track
    assert told.args[1] == (
        "The player's own process never begins to play; “a.wav” cannot be played."
    )
    assert player.state is PlayerState.STOPPED
    assert player.sound is None
    assert (path / "began").read_text().splitlines() == ["began"] * 3


def test_a_process_that_never_gets_ready_is_not_said_to_end(
    player: Player, track: Track, path: Path, hours: Hours, qtbot: QtBot
) -> None:
    (path / "av.py").write_text(BEGINS.format(end=NEVER_READY))
    told: list[str] = []
    player.refused.connect(lambda _track, sentence: told.append(sentence))
    player.play(track)
    qtbot.waitUntil((path / "began").exists, timeout=PATIENCE)
    qtbot.waitUntil(hours.until(lambda: bool(told), player.look), timeout=PATIENCE)
    assert "never begins to play; “a.wav”" in told[0]
    assert player.state is PlayerState.STOPPED
    assert player.sound is None


def test_a_process_that_ends_each_time_before_anything_is_played_is_told_of_to_nobody(
    player: Player, qtbot: QtBot
) -> None:
    refused: list[object] = []
    player.refused.connect(refused.append)
    player.warm()
    qtbot.waitUntil(lambda: player.sound is None, timeout=PATIENCE)
    assert refused == []
