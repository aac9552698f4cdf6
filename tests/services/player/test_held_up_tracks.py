"""A file that never answers holds up no other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import mutagen  # the real one, before a test puts another in its place for processes
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player
from tests.support.sounds import music, write_wav

PATIENCE = 60_000  # ms: processes have to start
# Stands in for mutagen, which is asked for what a file says of its loudness.
HANGS = """
import threading
from pathlib import Path

def File(file, **_):
    name = Path(getattr(file, "name", file)).name
    if name == "hangs.wav":
        Path(__file__).with_name("asked").touch()
        threading.Event().wait()
    return None
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is there once a process asked mutagen for what never comes."""
    assert mutagen.File is not None
    package = tmp_path / "path" / "mutagen"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(HANGS)
    (package / "mp3.py").write_text("class MP3:\n    pass\n")
    monkeypatch.syspath_prepend(package.parent)
    return package / "asked"


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    names = ("hangs.wav", "a.wav", "b.wav")
    return [Track(write_wav(tmp_path / name, music(60.0))) for name in names]


@pytest.fixture
def player(tracks: list[Track]) -> Iterator[Player]:
    player = Player(PlayOrder(tracks))
    yield player
    player.close()


def sounding(player: Player, track: Track) -> Callable[[], bool]:
    return lambda: player.moment().track == track and player.moment().decoded >= 0


def test_another_track_plays_while_a_file_does_not_answer(
    player: Player, tracks: list[Track], asked: Path, qtbot: QtBot
) -> None:
    player.play(tracks[0])
    qtbot.waitUntil(asked.exists, timeout=PATIENCE)
    first = player.sound
    player.play(tracks[2])
    qtbot.waitUntil(sounding(player, tracks[2]), timeout=PATIENCE)
    assert player.sound is first
