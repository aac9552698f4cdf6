"""Files that are opened with the program while it runs, as macOS asks for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound

ROOT = Path(__file__).parents[2]

# Opens the window; one file comes before the last list is back, two come after the first is listed.
_STARTED = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from genre_desktop.start import run
early, *later = sys.argv[1:]
told = {"wishes": 0}
def watch(desktop):
    def ask_for(*names):
        qt = QCoreApplication.instance()
        for name in names:
            QCoreApplication.sendEvent(qt, QFileOpenEvent(name))
    def listed():
        names = told["names"] = [row.track.name for row in desktop.model.playlist.rows]
        if len(names) == 1 and later:
            ask_for(*later)
            later.clear()
        elif len(names) == 3:
            desktop.window.close()
    def count():
        told["wishes"] += 1
    desktop.window.painted.connect(lambda: ask_for(early))
    desktop.model.playlist_changed.connect(listed)
    desktop.adding.first_listed.connect(count)
    QTimer.singleShot(60_000, desktop.window.close)
told["status"] = run([], watch=watch)
print(json.dumps(told))
"""


def test_opened_files_are_listed_those_of_one_turn_together(
    tmp_path: Path, a_home_of_its_own: Path
) -> None:
    mel_package(a_home_of_its_own / "data" / "models")
    names = ["a.flac", "b c.flac", "ü.flac"]
    paths = [write_sound(tmp_path / name, music(1.0), "flac") for name in names]
    done = subprocess.run(
        [sys.executable, "-c", _STARTED, *map(str, paths)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    assert json.loads(done.stdout) == {"wishes": 2, "names": names, "status": 0}
