"""What a screen reader hears of the window, asked over the accessibility bus under Xvfb."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.accessibility_bus import LAUNCHER, PROGRAMS, AccessibilityBus, Node
from tests.support.missing import skip_for_want_of
from tests.support.session_bus import PrivateBus
from tests.support.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[2]
ROWS = 20_000
_CONTROLS = {"push button", "toggle button", "combo box", "text", "slider", "table", "tree"}
_ALWAYS_THERE = {
    "Add music files or playlists.",
    "Filter the list by words, genres and numbers",
    "Folders of this computer, to add music from",
    "Tracks of the list, with their genres",
    "Say which genre this track is.",
    "Play or pause.",
    "Volume of what is played",
    "Save the tracks on show with their genres as CSV or JSON.",
}

pytestmark = pytest.mark.screen


@pytest.fixture
def session_bus(
    tool: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivateBus]:
    """A session bus that starts an accessibility bus of its own."""
    for name in PROGRAMS:
        tool(name)
    if not Path(LAUNCHER).exists():
        skip_for_want_of("program at-spi-bus-launcher")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # where the bus puts its socket
    bus = PrivateBus(tmp_path)
    yield bus
    bus.close()


@pytest.fixture
def reader(session_bus: PrivateBus, tmp_path: Path) -> Iterator[AccessibilityBus]:
    """A screen reader beside a window with 20,000 heard tracks."""
    with virtual_screen("Xvfb") as display:
        command = (sys.executable, "-m", "tests.support.spoken_window", str(ROWS))
        settings = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": session_bus.address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        with subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True
        ) as window:
            assert window.stdout is not None
            assert window.stdout.readline().strip() == "ready"
            yield AccessibilityBus(session_bus.address)
            window.send_signal(signal.SIGKILL)


def _walk(reader: AccessibilityBus, node: Node) -> Iterator[tuple[Node, str, str]]:
    role = reader.role(node)
    yield node, role, reader.name(node)
    if role not in {"table", "tree", "text", "menu bar", "combo box", "list"}:
        for child in reader.children(node):
            if reader.is_showing(child):
                yield from _walk(reader, child)


def test_a_screen_reader_finds_names_rows_and_cells(reader: AccessibilityBus, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(reader.programs()))
    (program,) = reader.programs()
    found = list(_walk(reader, program))
    names = [name for _, role, name in found if role in _CONTROLS]
    assert set(names) >= _ALWAYS_THERE
    assert "" not in names, names
    assert len(set(names)) == len(names), names
    ((table, _, name),) = [each for each in found if each[1] == "table"]
    assert name == "Tracks of the list, with their genres"
    assert reader.rows(table) == ROWS
    for row in (0, ROWS - 1):
        words = [reader.name(reader.cell(table, row, column)) for column in range(5)]
        assert f"{row:05}.mp3" in words
        assert any("%" in word for word in words)
