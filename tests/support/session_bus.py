"""A session bus of its own, spoken to from other processes as the desktop's panels do."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

PROGRAMS = ("dbus-daemon", "dbus-send", "dbus-monitor")
_PATH = "/org/mpris/MediaPlayer2"
_PATIENCE = 60_000  # ms: a process has to start


class PrivateBus:
    """A dbus-daemon that nobody else knows.

    Attributes:
        address: Where it listens.
    """

    def __init__(self, folder: Path) -> None:
        self._told = folder / "told on the bus"
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._monitor: subprocess.Popen[bytes] | None = None

    def names(self, qtbot: QtBot) -> str:
        """Every name on the bus."""
        return self.send(
            qtbot,
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.ListNames",
        )

    def call(self, qtbot: QtBot, name: str, method: str, *arguments: str) -> str:
        """Call a method of the player, such as "Player.Next"; what it answers."""
        return self.send(qtbot, name, _PATH, f"org.mpris.MediaPlayer2.{method}", *arguments)

    def get(self, qtbot: QtBot, name: str, interface: str, member: str) -> str:
        """A property, in dbus-send's words."""
        asked = [f"string:{interface}", f"string:{member}"]
        return self.send(qtbot, name, _PATH, "org.freedesktop.DBus.Properties.Get", *asked)

    def set(self, qtbot: QtBot, name: str, member: str, value: str) -> None:
        """Set a property of the player; the value with its type, such as "double:0.5"."""
        asked = ["string:org.mpris.MediaPlayer2.Player", f"string:{member}", f"variant:{value}"]
        self.send(qtbot, name, _PATH, "org.freedesktop.DBus.Properties.Set", *asked)

    def listen(self, qtbot: QtBot) -> None:
        """Write down from now on what the player tells by itself."""
        with self._told.open("wb") as file:
            self._monitor = subprocess.Popen(
                ["dbus-monitor", "--address", self.address, f"type='signal',path='{_PATH}'"],
                stdout=file,
            )
        qtbot.waitUntil(lambda: "NameLost" in self.told(), timeout=_PATIENCE)  # it listens

    def told(self) -> str:
        """What was told since `listen`."""
        return self._told.read_text()

    def send(self, qtbot: QtBot, name: str, path: str, method: str, *arguments: str) -> str:
        """Have another process send a message, and return the answer's text."""
        return self._run(
            qtbot,
            ["dbus-send", f"--bus={self.address}", "--print-reply", f"--dest={name}", path, method,
             *arguments],
        )  # fmt: skip

    def close(self) -> None:
        """End the daemon."""
        if self._monitor is not None:
            self._monitor.terminate()
            self._monitor.wait()
        self._daemon.terminate()
        self._daemon.wait()
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()

    def _run(self, qtbot: QtBot, command: Sequence[str]) -> str:
        sender = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            qtbot.waitUntil(lambda: sender.poll() is not None, timeout=_PATIENCE)
        finally:
            if sender.poll() is None:
                sender.kill()
            said, _ = sender.communicate()
        assert not sender.returncode, said
        return said
