"""PortAudio that waits for ever, for what a killed program left locked, holds up no playing."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.core.track import Track
from genre_desktop.services.player import jack_locks
from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.player import Player
from tests.support.sounds import long_music, write_wav

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: JACK's library on Linux")

PATIENCE = 60_000  # ms: processes have to start, and one waits for some seconds
# Stands in for PortAudio: waits as long as there is a lock, then finds no library; or waits for
# ever, with files of JACK's open as its library has them.
HELD_UP = """
import threading
from pathlib import Path
from genre_desktop.services.player import jack_locks
jack_locks.SHARED_MEMORY = here = Path(__file__).parent
with open(here / "asked", "a") as asked:
    asked.write("asked\\n")
while list(here.glob("jack_db-*/__db.001")):
    threading.Event().wait(0.05)
if {for_ever}:
    next(here.glob("jack_db-*")).joinpath("__db.002").touch()
    threading.Event().wait()
raise OSError("PortAudio library not found")
"""


def hold_up(folder: Path, *, for_ever: bool = False) -> Path:
    """A lock of this user's; what is held up imports sounddevice from this folder."""
    (folder / "sounddevice.py").write_text(HELD_UP.format(for_ever=for_ever))
    locks = folder / f"jack_db-{os.getuid()}"
    locks.mkdir()
    (locks / "__db.001").write_bytes(b"locked")
    (locks / "metadata.db").write_bytes(b"JACK's own")
    return locks


def asked(folder: Path) -> int:
    return len((folder / "asked").read_text().splitlines())


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)  # a process that is spawned has the same
    return folder


def play(folder: Path, qtbot: QtBot) -> None:
    track = Track(write_wav(folder / "a.wav", long_music()))
    player = Player(PlayOrder([track]))
    player.use_device("", 0.15)
    player.play(track, 0.5)
    try:
        qtbot.waitUntil(lambda: player.moment().seconds > 1.0, timeout=PATIENCE)
    finally:
        player.close()


def test_a_lock_that_was_left_is_removed_and_the_device_tried_again(
    fake: Path, qtbot: QtBot
) -> None:
    locks = hold_up(fake)
    play(fake, qtbot)
    assert asked(fake) == 2
    assert [file.name for file in locks.iterdir()] == ["metadata.db"]


def test_what_is_held_up_by_something_else_plays_without_sound(fake: Path, qtbot: QtBot) -> None:
    (hold_up(fake, for_ever=True) / "__db.001").unlink()
    play(fake, qtbot)
    assert asked(fake) == 2  # once more, for its files may have been somebody else's


def test_devices_are_looked_for_again(fake: Path, qtbot: QtBot) -> None:
    locks = hold_up(fake)
    devices = Devices()
    with qtbot.waitSignal(devices.found, timeout=PATIENCE) as found:
        devices.look()
    devices.close()
    assert found.args == [(), ""]
    assert [file.name for file in locks.iterdir()] == ["metadata.db"]
    assert asked(fake) in {1, 2}  # a busy machine may not have begun the first time


# Stands in for JACK's library, which is ended by a file that was left empty.
ENDED = """
import os, signal
from pathlib import Path
here = Path(__file__).parent
with open(here / "asked", "a") as asked:
    asked.write("asked\\n")
if list(here.glob("jack_db-*/__db.003")):
    os.kill(os.getpid(), signal.SIGBUS)
raise OSError("PortAudio library not found")
"""


@pytest.fixture
def left_empty(fake: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of JACK's library of which one was left empty by a program that was killed."""
    monkeypatch.setattr(jack_locks, "SHARED_MEMORY", fake)
    (fake / "sounddevice.py").write_text(ENDED)
    files = fake / f"jack_db-{os.getuid()}"
    files.mkdir()
    (files / "__db.003").touch()
    return files


def test_a_file_that_was_left_empty_is_removed_and_the_device_tried_again(
    left_empty: Path, fake: Path, qtbot: QtBot
) -> None:
    play(fake, qtbot)
    assert asked(fake) == 2
    assert list(left_empty.iterdir()) == []


def test_devices_are_looked_for_again_where_a_file_was_left_empty(
    left_empty: Path, fake: Path, qtbot: QtBot
) -> None:
    devices = Devices()
    with qtbot.waitSignal(devices.found, timeout=PATIENCE):
        devices.look()
    devices.close()
    assert asked(fake) == 2
    assert list(left_empty.iterdir()) == []


def test_locks_of_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jack_locks, "SHARED_MEMORY", tmp_path)
    others = tmp_path / f"jack_db-{os.getuid() + 1}"
    others.mkdir()
    (others / "__db.001").touch()
    assert not jack_locks.removed_abandoned()
    assert (others / "__db.001").exists()
