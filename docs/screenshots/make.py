"""Makes the pictures of the window, which is the real one in all of them.

In its main states it has invented tracks; in "demo-light" it has really heard the pieces of the
demo, and in the pictures named "playing" it plays a real track.

Run it from the root of the project: `python -m docs.screenshots.make [FOLDER]`. It needs no
screen, but a real font: Noto Sans where it is installed, as in the pictures that are there.
"""

import gc
import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from docs.screenshots.demo import take_demo
from docs.screenshots.library import take_library
from docs.screenshots.picture import put_away, save, wait
from docs.screenshots.playing import take_playing
from docs.screenshots.staged import Staged, staged_tracks
from docs.screenshots.tagging import take_tagging
from genre_desktop.app import build
from genre_desktop.core.catalogue import available_models, default_model
from genre_desktop.core.places import config_folder
from genre_desktop.core.user_folders import SETTINGS_FILE
from genre_desktop.services.folder_listing import FolderEntry, Place, PlaceKind
from genre_desktop.services.listener import Listener
from genre_desktop.services.progress import Progress
from genre_desktop.services.short_pauses import keep_pauses_short
from genre_desktop.ui.preferences_dialog import PreferencesDialog

SCREEN = (1600, 1000)
SIZE = (1280, 800)
SMALLEST = (960, 600)
SETTLE_MS = 800  # for what is measured or counted late
AT_WORK = Progress(
    13, 17, 1, audio_seconds=3_260.0, elapsed_seconds=7.8, is_running=True, seconds_a_track=0.6
)
HEARD_NOW = {"Tin Roof Reel", "Static Garden"}
PLACES = ("Music", "Home", "Downloads")
FOLDERS = ("Albums", "Field recordings", "New this week", "Singles", "To sort")
GERMAN_PLACES = ("Musik", "Persönlicher Ordner", "Downloads")
GERMAN_FOLDERS = ("Alben", "Draußen aufgenommen", "Einsortieren", "Einzelne", "Neu diese Woche")


class Stage:
    """The application with nothing running behind it.

    Args:
        qt: Qt's application.
        target: The folder of the pictures.
        places: What music, home and downloads are called on the left.
        folders: What lies in the first of them.
    """

    def __init__(
        self,
        qt: QApplication,
        target: Path,
        places: tuple[str, ...] = PLACES,
        folders: tuple[str, ...] = FOLDERS,
    ) -> None:
        self.target = target
        self._qt = qt
        self.desktop = build(qt, _no_listener)
        self.window = self.desktop.window
        entries = [entry for entry in available_models() if not entry.refusal]
        self.desktop.models.offer(entries, default_model())
        model = self.desktop.model
        model.tracks_added.disconnect(self.desktop.services.tags.read)  # there are no such files
        self.desktop.browser.model.folder_wanted.disconnect(
            self.desktop.services.folders.list_folder
        )
        self._show_folders(places, folders)
        self.window.resize(*SIZE)
        self.window.show()

    def take(self, name: str, scheme: str) -> None:
        """Save a picture."""
        self.desktop.theme.follow(scheme)
        for _ in range(5):
            self._qt.processEvents()
        save(self.window, self.target / f"{name}.png")

    def list_tracks(self, staged: list[Staged]) -> None:
        """Fill the list."""
        model = self.desktop.model
        model.add_tracks([one.track for one in staged])
        model.take_tags([(one.track, one.tags) for one in staged])
        model.take_waiting([one.track for one in staged if one.outcome is None])
        model.take_outcomes([one.outcome for one in staged if one.outcome is not None])

    def select(self, title: str) -> None:
        """Put the cursor on a track."""
        table = self.desktop.table
        rows = self.desktop.model.rows_on_show()
        place = next(at for at, row in enumerate(rows) if row.state.title == title)
        table.setFocus()
        table.selectRow(place)

    def _show_folders(self, places: tuple[str, ...], folders: tuple[str, ...]) -> None:
        home = Path.home()
        music, downloads = home / places[0], home / places[2]
        tree = self.desktop.browser.model
        tree.show_places(
            (
                Place(music, PlaceKind.MUSIC, places[0]),
                Place(home, PlaceKind.HOME, places[1]),
                Place(downloads, PlaceKind.DOWNLOADS, places[2]),
                Place(Path("/media/TRAVEL-USB"), PlaceKind.DRIVE, "TRAVEL-USB"),
            )
        )
        self._qt.processEvents()  # the first place opens and asks for its folders
        entries = tuple(FolderEntry(music / name, is_folder=True) for name in folders)
        tree.show_folder(music, entries, "")


def _no_listener(_workers: int) -> Listener:
    raise RuntimeError("Nothing listens in a picture.")


def _screen(description: Path) -> str:
    """A platform without a screen whose windows find room all the same, described in a file."""
    width, height = SCREEN
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    one = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height, **dots}
    description.write_text(json.dumps({"screens": [one]}), encoding="ascii")
    return f"offscreen:configfile={description}"


def main() -> None:
    """Take all pictures."""
    here = Path(__file__).resolve().parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    with tempfile.TemporaryDirectory() as home:
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".genre-desktop")
        os.environ["HOME"] = home  # the pictures show nobody's own folders
        os.environ["QT_QPA_PLATFORM"] = _screen(Path(home) / "screen.json")
        qt = QApplication(sys.argv[:1])
        keep_pauses_short()  # windows come and go here: none may be freed in another thread
        qt.setFont(QFont("Noto Sans", 9))
        QLocale.setDefault(QLocale("en_GB"))
        stage = Stage(qt, target)
        _take_all(stage)
        put_away(stage.desktop)
        take_demo(qt, Path(home) / "Music" / "Demo", target / "demo-light.png")
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".tagging")  # with a list of its own
        take_tagging(qt, Path(home) / "Music" / "New this week", target)
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".library")
        take_library(qt, Path(home) / "Music" / "Albums", target)
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".playing")  # with a list of its own
        take_playing(qt, Path(home) / "Music" / "Free music", target)
        os.environ["GENRE_DESKTOP_HOME"] = str(Path(home) / ".german")
        _take_german(qt, target)
        gc.unfreeze()
        gc.collect()  # what is left of the windows goes before their application


def _take_all(stage: Stage) -> None:
    desktop, window = stage.desktop, stage.window
    folder = Path.home() / "Music" / "New this week"
    desktop.first_run.add_folder.setFocus()
    stage.take("first-run-light", "light")
    staged = staged_tracks(folder)
    stage.list_tracks(staged)
    desktop.model.take_listening([one.track for one in staged if one.tags.title in HEARD_NOW])
    desktop.status.show_progress(AT_WORK)
    stage.select("Half a Mile of Rain")
    stage.take("working-dark", "dark")
    stage.take("working-light", "light")
    window.resize(*SMALLEST)
    stage.take("smallest-dark", "dark")
    window.resize(*SIZE)
    desktop.services.messages.problem(
        "“take_07_final.flac” could not be heard. It is marked in the list."
    )
    stage.select("take_07_final.flac")
    stage.take("problem-light", "light")
    desktop.message_bar.close_message()
    finished = [one.outcome for one in staged_tracks(folder, done=True)]
    desktop.model.take_outcomes([outcome for outcome in finished if outcome is not None])
    desktop.status.show_idle("Done: 17 tracks in 10 s", "418 × realtime · 1 problem")
    stage.select("Blue Room, Second Set")
    stage.take("done-light", "light")
    desktop.actions.preferences.trigger()
    (preferences,) = window.findChildren(PreferencesDialog)
    wait(SETTLE_MS)
    save(preferences, stage.target / "preferences-light.png")
    preferences.close()


def _take_german(qt: QApplication, target: Path) -> None:
    """The window in the middle of its work, in German."""
    (config_folder() / SETTINGS_FILE).write_text("[look]\nlanguage=de\n", encoding="utf-8")
    stage = Stage(qt, target, GERMAN_PLACES, GERMAN_FOLDERS)
    stage.list_tracks(staged_tracks(Path.home() / GERMAN_PLACES[0]))
    stage.desktop.status.show_progress(AT_WORK)
    stage.select("Half a Mile of Rain")
    wait(SETTLE_MS)  # the tracks are counted
    stage.take("german-dark", "dark")
    put_away(stage.desktop)


if __name__ == "__main__":
    main()
