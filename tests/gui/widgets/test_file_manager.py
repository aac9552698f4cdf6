"""Showing a file in the desktop's file manager, whoever waits for the answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.missing import need_tool
from tests.support.session_bus import PrivateBus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="missing: a Linux desktop")

ROOT = Path(__file__).parents[3]

# Two files are shown, the first by one whom nobody keeps; answers come in the order of questions.
_SHOWN = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from genre_desktop.ui.file_manager import FileManager
from tests.support.folder_opener import folders_opened
qt = QApplication([])
with folders_opened():
    FileManager().show_file(Path("/music/a.mp3"))
    kept = FileManager()
    kept.show_file(Path("/music/b.mp3"))
    asked = len(kept.children())
    look = QTimer(interval=10)
    look.timeout.connect(lambda: kept.children() or qt.quit())
    look.start()
    qt.exec()
print(f"{asked} asked, all answered")
"""


def test_one_that_is_let_go_of_before_the_answer_does_not_end_the_program(tmp_path: Path) -> None:
    need_tool("dbus-daemon")
    bus = PrivateBus(tmp_path)
    try:
        done = subprocess.run(
            [sys.executable, "-c", _SHOWN],
            cwd=ROOT,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus.address},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        bus.close()
    assert (done.returncode, done.stdout) == (0, "1 asked, all answered\n")
