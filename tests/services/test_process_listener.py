"""What stands behind the listening, as it works in the window's process."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from genre_desktop.core.holding import Holding
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.track import Track
from genre_desktop.services.process_listener import ProcessListener
from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound

ROOT = Path(__file__).parents[2]

_LISTENING = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from genre_desktop.core.holding import Holding
from genre_desktop.core.track import Track
from genre_desktop.services.process_listener import ProcessListener
from genre_desktop.services.tag_reading import TagReading
data, model, song = map(Path, sys.argv[1:])
qt, tags = QCoreApplication([]), TagReading()
listener = ProcessListener(data, 1, print, print, tags.length_of)
heard = listener.classify(
    [Track(song)], model, again=False, quick=False, cancelled=threading.Event(),
    holding=Holding(print),
)
print(*(outcome.verdict.model for outcome in heard if not outcome.provisional))
print("with mutagen" if "mutagen" in sys.modules else "without mutagen")
listener.stop()
listener.close()
tags.close()
"""


def test_a_track_is_heard_without_mutagen_in_the_windows_process(tmp_path: Path) -> None:
    song = write_sound(tmp_path / "one.mp3", music(4.0), "mp3", tags={"title": "One"})
    done = subprocess.run(
        [sys.executable, "-c", _LISTENING, tmp_path, mel_package(tmp_path / "model"), song],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stderr, done.stdout) == ("", "tiny-mel\nwithout mutagen\n")


def test_a_library_that_could_not_be_opened_is_tried_again_with_the_next_run(
    tmp_path: Path,
) -> None:
    data, told = tmp_path / "data", list[str]()
    place = data / LIBRARY_NAME
    place.mkdir(parents=True)  # in its way
    song = write_sound(tmp_path / "one.flac", music(4.0), "flac")
    model = mel_package(tmp_path / "model")
    listener = ProcessListener(data, 1, print, told.append, lambda _: None)

    def hear() -> list[str]:
        """What was told meanwhile."""
        told.clear()
        run = listener.classify(
            [Track(song)],
            model,
            again=False,
            quick=False,
            cancelled=threading.Event(),
            holding=Holding(print),
        )
        assert [outcome.problem for outcome in run if not outcome.provisional] == [None]
        return list(told)

    (why,) = hear()
    assert why.startswith(f"The library {place} cannot be used ")
    assert hear() == []  # it is known
    place.rmdir()
    assert hear() == [""]
    assert hear() == []
    listener.stop()
    listener.close()
    with closing(sqlite3.connect(place)) as library:
        assert library.execute("SELECT count(*) FROM prediction").fetchone() == (1,)
