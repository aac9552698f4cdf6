"""A file or a device that never answers holds up neither the player nor the list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import mutagen  # the real one, before a test puts another in its place for processes
import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.player.stillness import Stillness
from tests.support.fake_devices import FakeDevices, put_in_place
from tests.support.hours import Hours
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
def hours() -> Hours:
    return Hours()


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
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDevices:
    return put_in_place(tmp_path / "devices", monkeypatch)


@pytest.fixture
def tracks(tmp_path: Path) -> list[Track]:
    names = ("hangs.wav", "a.wav", "b.wav")
    return [Track(write_wav(tmp_path / name, music(60.0))) for name in names]


@pytest.fixture
def player(tracks: list[Track], hours: Hours) -> Iterator[Player]:
    player = Player(PlayOrder(tracks), stillness=Stillness(hours))
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


def test_playing_stops_with_a_sentence_where_nothing_comes_of_a_track(
    player: Player, tracks: list[Track], hours: Hours, asked: Path, qtbot: QtBot
) -> None:
    told: list[tuple[Track, str]] = []
    player.refused.connect(lambda track, sentence: told.append((track, sentence)))
    player.order.stop_after_this = True
    player.play(tracks[0])
    qtbot.waitUntil(asked.exists, timeout=PATIENCE)
    stopped = hours.until(lambda: player.state is PlayerState.STOPPED, player.look)
    qtbot.waitUntil(stopped, timeout=PATIENCE)
    ((track, sentence),) = told
    assert track == tracks[0]
    assert sentence.startswith("Nothing came of “hangs.wav”")
    assert not player.order.stop_after_this
    player.play(tracks[1])
    qtbot.waitUntil(sounding(player, tracks[1]), timeout=PATIENCE)


def test_the_track_that_holds_up_is_named_though_another_is_to_follow_by_now(
    player: Player, tracks: list[Track], hours: Hours, asked: Path, qtbot: QtBot
) -> None:
    told: list[Track] = []
    player.refused.connect(lambda track, _sentence: told.append(track))
    hangs, first, last = tracks
    tracks[:] = first, hangs, last
    player.play(first, 58.0)
    qtbot.waitUntil(asked.exists, timeout=PATIENCE)
    tracks.remove(hangs)
    player.order_changed()
    hours.hurry = True
    qtbot.waitUntil(lambda: player.moment().seconds > 59.9, timeout=PATIENCE)
    stopped = hours.until(lambda: player.state is PlayerState.STOPPED, player.look)
    qtbot.waitUntil(stopped, timeout=PATIENCE)
    assert told == [hangs]


def test_what_is_paused_waits_for_as_long_as_it_likes(
    player: Player, tracks: list[Track], hours: Hours, asked: Path, qtbot: QtBot
) -> None:
    player.play(tracks[0], paused=True)
    qtbot.waitUntil(asked.exists, timeout=PATIENCE)
    hours.hurry = True
    for _ in range(100):
        player.look()
    assert player.track == tracks[0]
    assert player.state is PlayerState.PAUSED


def test_a_device_that_never_opens_makes_tracks_play_without_sound(
    player: Player, tracks: list[Track], hours: Hours, devices: FakeDevices, qtbot: QtBot
) -> None:
    devices.open_never()
    opened: list[str] = []
    player.device_opened.connect(opened.append)
    player.use_device("", 0.15)
    player.play(tracks[1])
    first = player.sound
    is_replaced = hours.until(lambda: player.sound is not first, player.look)
    qtbot.waitUntil(is_replaced, timeout=PATIENCE)
    qtbot.waitUntil(sounding(player, tracks[1]), timeout=PATIENCE)
    assert opened == [""]
