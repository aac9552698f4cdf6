"""How far the listening is, on the program's icon in the panel."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from genre_desktop.core.play_order import PlayOrder
from genre_desktop.services.launcher_progress import LauncherProgress
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player
from genre_desktop.services.player.session_bus import SessionBus
from genre_desktop.services.progress import Progress
from tests.support.session_bus import PrivateBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a Linux desktop")


class Listening(QObject):
    """Stands in for the listening: it says how far it is."""

    progressed = Signal(object)
    progress = Progress()


def test_the_icon_shows_the_progress_and_none_at_the_end(
    qapp: object, bus: PrivateBus, qtbot: QtBot, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    rule = "type='signal',interface='com.canonical.Unity.LauncherEntry'"
    player = Player(PlayOrder([]))
    session = SessionBus(player, PlaybackSettings(tmp_path / "settings.ini"))
    listening = Listening()
    launcher = LauncherProgress(session, listening)  # type: ignore[arg-type]  # all that it asks for
    with (
        told.open("wb") as file,
        subprocess.Popen(["dbus-monitor", "--address", bus.address, rule], stdout=file) as monitor,
    ):
        qtbot.waitUntil(lambda: "NameLost" in told.read_text())  # it listens
        with qtbot.waitSignal(session.appeared):
            session.start()
        listening.progressed.emit(Progress(done=1, total=4, is_running=True))
        qtbot.waitUntil(lambda: "double 0.25" in told.read_text())
        assert "application://genre-desktop.desktop" in told.read_text()
        assert "boolean true" in told.read_text()
        listening.progressed.emit(Progress(done=4, total=4))
        qtbot.waitUntil(lambda: "boolean false" in told.read_text())
        monitor.terminate()
    launcher.close()
    session.close()
    player.close()
