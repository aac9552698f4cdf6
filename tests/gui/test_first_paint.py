"""The program from the outside: nothing heavy before its first paint; a bug later is shown."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.places import HOME_VARIABLE

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("av", "distributed", "mutagen", "numpy", "onnxruntime", "PIL", "pyqtgraph", "rich"),
    *("sounddevice", "sqlite3", "watchdog", "xlsxwriter"),
)

# Starts the program as `genre-desktop` does, lets a slot fail once all is painted, copies the
# report that is shown, and closes first that and then the window.
_STARTED = """
import json, sys
from genre_desktop.services.quick_start import start_quickly
start_quickly()
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from genre_desktop.start import run
told = {}
def watch(desktop):
    from genre_desktop.ui.error_dialog import ErrorDialog
    def painted():
        told["modules"] = sorted({name.partition(".")[0] for name in sys.modules})
        QTimer.singleShot(0, fail)
        look.start()
    def fail():
        raise LookupError("lost in a slot")
    def look_for_it():
        for dialog in desktop.window.findChildren(ErrorDialog):
            look.stop()
            dialog.copy.click()
            told["shown"] = dialog.isVisible() and desktop.window.isVisible()
            told["copied"] = QGuiApplication.clipboard().text()
            dialog.close()
            desktop.window.close()
    look = QTimer(desktop, interval=20)
    look.timeout.connect(look_for_it)
    QTimer.singleShot(60_000, desktop.window.close)
    desktop.window.painted.connect(painted)
told["status"] = run([], watch=watch)
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a session of the program told of itself."""
    done = subprocess.run(
        [sys.executable, "-c", _STARTED],
        cwd=ROOT,
        env={**os.environ, HOME_VARIABLE: str(tmp_path_factory.mktemp("home"))},
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_nothing_heavy_is_imported_before_the_first_paint(told: dict[str, Any]) -> None:
    assert "PySide6" in told["modules"]
    assert sorted(set(HEAVY) & set(told["modules"])) == []


def test_a_bug_in_a_slot_is_shown_to_be_copied_and_the_window_stays(told: dict[str, Any]) -> None:
    assert told["shown"]
    assert told["copied"].startswith("Genre Desktop ")
    assert "LookupError: lost in a slot" in told["copied"]
    assert told["status"] == 0
