"""The accessibility bus of a desktop of our own, asked as a screen reader asks it."""

import re
import subprocess
from dataclasses import dataclass

PROGRAMS = ("dbus-daemon", "dbus-send", "Xvfb")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"  # of at-spi2-core; the session bus starts it

_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = "org.a11y.atspi.Registry"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_SHOWING = 25  # the number of that state in AT-SPI
_REFERENCE = re.compile(r'string "([^"]*)"\s+object path "([^"]*)"')


@dataclass(frozen=True)
class Node:
    """Something on the screen, by its program's name on the bus and its path."""

    bus: str
    path: str


class AccessibilityBus:
    """Asks with `dbus-send`, so that the window's process answers to another one."""

    def __init__(self, session_address: str) -> None:
        told = _send(session_address, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        found = re.search(r'string "([^"]+)"', told)
        assert found is not None, told
        self._address = found[1]

    def programs(self) -> list[Node]:
        """The programs that tell of themselves."""
        return self.children(Node(_REGISTRY, _ROOT))

    def children(self, node: Node) -> list[Node]:
        """What lies in something."""
        return _references(self._call(node, f"{_ACCESSIBLE}.GetChildren"))

    def child(self, node: Node, place: int) -> Node:
        """One of many."""
        return _references(self._call(node, f"{_ACCESSIBLE}.GetChildAtIndex", f"int32:{place}"))[0]

    def name(self, node: Node) -> str:
        """What is said of it."""
        return self.text(node, _ACCESSIBLE, "Name")

    def role(self, node: Node) -> str:
        """What it is, such as "push button"."""
        told = self._call(node, f"{_ACCESSIBLE}.GetRoleName")
        return _quoted(told)

    def is_showing(self, node: Node) -> bool:
        """Whether it is on the screen."""
        told = re.search(r"uint32 (\d+)", self._call(node, f"{_ACCESSIBLE}.GetState"))
        assert told is not None
        return bool(int(told[1]) >> _SHOWING & 1)

    def cell(self, table: Node, row: int, column: int) -> Node:
        """A cell of a table."""
        at = (f"int32:{row}", f"int32:{column}")
        return _references(self._call(table, "org.a11y.atspi.Table.GetAccessibleAt", *at))[0]

    def rows(self, table: Node) -> int:
        """How many rows a table has."""
        told = self._get(table, "org.a11y.atspi.Table", "NRows")
        found = re.search(r"int32 (\d+)", told)
        assert found is not None, told
        return int(found[1])

    def text(self, node: Node, interface: str, member: str) -> str:
        """A property that is a text."""
        return _quoted(self._get(node, interface, member))

    def _get(self, node: Node, interface: str, member: str) -> str:
        asked = (f"string:{interface}", f"string:{member}")
        return self._call(node, "org.freedesktop.DBus.Properties.Get", *asked)

    def _call(self, node: Node, method: str, *arguments: str) -> str:
        return _send(self._address, node.bus, node.path, method, *arguments)


def _references(told: str) -> list[Node]:
    return [Node(bus, path) for bus, path in _REFERENCE.findall(told)]


def _quoted(told: str) -> str:
    found = re.search(r'string "(.*)"', told, re.DOTALL)
    return found[1] if found is not None else ""


def _send(address: str, bus: str, path: str, method: str, *arguments: str) -> str:
    command = ("dbus-send", f"--bus={address}", "--print-reply", f"--dest={bus}", path, method)
    done = subprocess.run(
        (*command, *arguments), capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
