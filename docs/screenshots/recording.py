"""Makes the short recording of the README: a folder is added, heard, looked at and played.

Nothing in it is invented: the pieces are those of the demo, heard by the real worker processes.
Run it from the root of the project: `python -m docs.screenshots.recording [FILE]`. It needs no
screen, but a real font: Noto Sans where it is installed.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from docs.screenshots.demo import show_own_places
from docs.screenshots.picture import is_heard, put_away, wait, wait_for
from docs.screenshots.playing import sound_device
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import resource

SIZE = (1_280, 800)
SHOWN = (960, 600)
FRAME_MS = 200
LARGEST_BYTES = 2_000_000
_QUALITY = 55  # of WebP; words stay crisp


class Recording:
    """Grabs the window at an even pace while it is told to."""

    def __init__(self, desktop: GenreDesktop) -> None:
        self._window = desktop.window
        self._frames: list[Image.Image] = []
        self._timer = QTimer(desktop, interval=FRAME_MS)
        self._timer.timeout.connect(self._grab)
        self._timer.start()

    def stop(self) -> None:
        """Grab no more."""
        self._timer.stop()

    def save(self, file: Path) -> None:
        """Write what was grabbed, or end with a sentence where that is too large."""
        first, *others = self._frames
        first.save(
            file,
            save_all=True,
            append_images=others,
            duration=FRAME_MS,
            loop=0,
            quality=_QUALITY,
            method=4,
        )
        size = file.stat().st_size
        if size > LARGEST_BYTES:
            raise SystemExit(f"The recording has {size} bytes, more than {LARGEST_BYTES}.")
        print(f"{file}: {len(self._frames)} frames, {size / 1e6:.1f} MB")

    def _grab(self) -> None:
        grabbed = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        pixels = bytes(grabbed.constBits())
        size, line = (grabbed.width(), grabbed.height()), grabbed.bytesPerLine()
        frame = Image.frombuffer("RGB", size, pixels, "raw", "RGB", line, 1)
        self._frames.append(frame.resize(SHOWN, Image.Resampling.LANCZOS))


def record(qt: QApplication, folder: Path, file: Path) -> None:
    """Record the journey.

    Args:
        qt: Qt's application.
        folder: Where the demo is copied to, for the pictures show it.
        file: The WebP to write.
    """
    shutil.copytree(resource("demo"), folder)
    with sound_device(folder.parent.parent):
        desktop = build(qt)
        desktop.theme.follow("dark")
        desktop.window.resize(*SIZE)
        show_own_places(desktop, folder.parent)
        try:
            desktop.start()
            wait(1_000)
            recording = Recording(desktop)
            wait(1_200)
            _act(desktop, folder)
            recording.stop()
            recording.save(file)
        finally:
            put_away(desktop)


def _act(desktop: GenreDesktop, folder: Path) -> None:
    """What a person does in the first half minute."""
    desktop.adding.add([folder])
    wait_for(_heard(desktop, len(list(folder.iterdir()))))
    desktop.table.setFocus()
    for row in range(len(desktop.model.rows_on_show())):
        desktop.table.selectRow(row)
        wait(700)
    wait_for(lambda: desktop.spectrogram_place.spectrogram is not None)
    desktop.actions.play.trigger()
    wait(6_000)
    desktop.services.player.stop()


def _heard(desktop: GenreDesktop, count: int) -> Callable[[], bool]:
    return lambda: is_heard(desktop, count)


def main() -> None:
    """Record it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    here = Path(__file__).resolve().parent
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "first-minute.webp"
    with tempfile.TemporaryDirectory() as home:
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".genre-desktop")
        os.environ["HOME"] = home  # the recording shows nobody's own folders
        qt = QApplication(sys.argv[:1])
        qt.setFont(QFont("Noto Sans", 9))
        QLocale.setDefault(QLocale("en_GB"))
        record(qt, Path(home) / "Music" / "Demo", file)


if __name__ == "__main__":
    main()
