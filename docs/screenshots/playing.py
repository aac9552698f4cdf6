"""The pictures of a track that is being played: nothing in them is invented.

The track is one of those under GENRE_DESKTOP_DATA, or one of the demo where there are none.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from docs.screenshots.demo import show_own_places
from docs.screenshots.picture import is_heard, put_away, save, wait, wait_for
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import resource
from tests.support.data import FOLDER_VARIABLE
from tests.support.null_sink import PROGRAMS, NullSink

SIZE = (1_440, 900)
SMALLEST = (960, 600)
SECOND = 6.07  # both clocks say 6.0, though one is looked at less often than the other
SETTLE_MS = 1_500  # for the cover, the waveform, and the messages of a start
WANTED = "Lucid"  # in the name of the track to be played, where it is there


def take_playing(qt: QApplication, folder: Path, target: Path) -> None:
    """Play a track and save what the window shows in its sixth second, dark, light and small.

    Args:
        qt: Qt's application.
        folder: Where the tracks are copied to, for the pictures show it.
        target: The folder for the pictures.
    """
    shutil.copytree(_tracks(), folder, ignore=shutil.ignore_patterns("*.csv"))
    with sound_device(folder.parent.parent):
        desktop = build(qt)
        desktop.window.resize(*SIZE)
        show_own_places(desktop, folder.parent)
        try:
            desktop.start([folder])
            wait_for(lambda: is_heard(desktop, len(list(folder.iterdir()))))
            _take(desktop, target / "playing-dark.png", "dark")
            _take(desktop, target / "playing-light.png", "light")
            desktop.window.resize(*SMALLEST)
            _take(desktop, target / "playing-small-dark.png", "dark")
        finally:
            put_away(desktop)


def _take(desktop: GenreDesktop, picture: Path, scheme: str) -> None:
    desktop.theme.follow(scheme)
    rows = desktop.model.rows_on_show()
    row = next((one for one in rows if WANTED in one.track.path.name), rows[0])
    desktop.table.setFocus()
    desktop.table.select_rows([row], row)
    player = desktop.services.player
    player.play(row.track)
    wait_for(lambda: desktop.spectrogram_place.spectrogram is not None)
    wait(SETTLE_MS)
    player.play(row.track)
    wait_for(lambda: player.moment().seconds >= SECOND)
    save(desktop.window, picture)
    player.stop()


def _tracks() -> Path:
    data = os.environ.get(FOLDER_VARIABLE)
    tracks = Path(data) / "tracks" if data else None
    return tracks if tracks is not None and tracks.is_dir() else resource("demo")


@contextmanager
def sound_device(folder: Path) -> Iterator[None]:
    """A sound device of our own, where one can be made; else the window says that there is none."""
    if not all(shutil.which(program) for program in PROGRAMS):
        yield
        return
    sink = NullSink(folder)
    try:
        sink.wait()
        sink.plug_in()
        for name in ("PULSE_SERVER", "ALSA_CONFIG_PATH"):
            os.environ[name] = sink.environment[name]
        yield
    finally:
        sink.close()
