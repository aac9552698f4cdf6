"""The real window, with worker processes or with a listener that knows at once."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import config_folder
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.user_folders import SETTINGS_FILE
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.preferences_dialog import PreferencesDialog
from genre_desktop.ui.privacy_page import PrivacyPage
from genre_desktop.ui.row_words import forget_words
from genre_desktop.ui.spectrogram.spectrogram_page import SpectrogramPage
from tests.core.answers import answered, verdict
from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound
from tests.support.window import InstantListener

Desktops = Callable[..., GenreDesktop]
MODEL = "tiny-mel"
# Actions that open a dialog, by their names; those of the second need a chosen track.
DIALOGS = (
    *("preferences", "own_models", "keys", "about", "model_card", "training_report"),
    *("rules", "tag_history"),
)
DIALOGS_OF_TRACKS = ("write_tags", "organise", "compare_models", "properties", "review")


@pytest.fixture
def listener() -> InstantListener:
    def answer(track: Track) -> Outcome:
        outcome = answered(track.path, str(track.path), track.span)
        return outcome._replace(track=track, verdict=verdict(MODEL))

    return InstantListener(answer)


@pytest.fixture
def open_desktop(
    qapp: QApplication, qtbot: QtBot, a_home_of_its_own: Path
) -> Iterator[Callable[..., GenreDesktop]]:
    """Opens windows that hear with a tiny package; given a listener, they hear with that."""
    models = a_home_of_its_own / "data" / "models"
    opened: list[GenreDesktop] = []

    def open_one(
        listener: InstantListener | None = None, paths: tuple[Path, ...] = ()
    ) -> GenreDesktop:
        if not models.exists():
            mel_package(models, MODEL)
        desktop = build(qapp, None if listener is None else lambda _: listener)
        opened.append(desktop)
        desktop.services.settings.model = MODEL
        with qtbot.waitSignal(desktop.services.session.restoring_finished):
            desktop.start(paths)
        # Qt remembers the Ctrl of an earlier test's last key, and selecting a row would toggle it.
        QTest.keyRelease(desktop.window, Qt.Key.Key_Control)
        return desktop

    yield open_one
    for desktop in opened:
        close(desktop)


@pytest.fixture
def desktop(open_desktop: Desktops, listener: InstantListener) -> GenreDesktop:
    return open_desktop(listener)


@pytest.fixture(params=["en", "de"])
def speaking(
    request: pytest.FixtureRequest,
    open_desktop: Callable[[InstantListener], GenreDesktop],
    listener: InstantListener,
) -> Iterator[GenreDesktop]:
    """A window in each language."""
    before = QLocale()
    text = f"[look]\nlanguage={request.param}\n"
    (config_folder() / SETTINGS_FILE).write_text(text, encoding="utf-8")
    yield open_desktop(listener)
    QLocale.setDefault(before)
    genre_of.cache_clear()
    forget_words()


@pytest.fixture
def with_tracks(speaking: GenreDesktop, folder_of_music: Path, qtbot: QtBot) -> GenreDesktop:
    """A window in each language, with three tracks of which one is chosen."""
    speaking.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(speaking, 3) and not speaking.services.scanning.is_running)
    speaking.table.selectRow(0)
    return speaking


@pytest.fixture(scope="session")
def three_pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `folder_of_music` is a copy of; never written into."""
    folder = tmp_path_factory.mktemp("pieces")
    (folder / "more").mkdir()
    write_sound(folder / "1 one.mp3", music(4.0, 1), "mp3", tags={"artist": "A", "title": "One"})
    write_sound(folder / "2 two.flac", music(4.0, 2), "flac", tags={"artist": "B", "title": "Two"})
    write_sound(folder / "more" / "three.ogg", music(4.0, 3), "vorbis")
    return folder


@pytest.fixture
def folder_of_music(three_pieces: Path, tmp_path: Path) -> Path:
    """Three short pieces of different formats, in a folder with a folder in it."""
    return Path(shutil.copytree(three_pieces, tmp_path / "music", copy_function=shutil.copyfile))


@pytest.fixture
def full(desktop: GenreDesktop, qtbot: QtBot, folder_of_music: Path) -> GenreDesktop:
    """A window with three heard tracks, in which no more is looked for."""
    desktop.adding.add([folder_of_music])
    qtbot.waitUntil(lambda: is_heard(desktop, 3) and not desktop.services.scanning.is_running)
    return desktop


def names(desktop: GenreDesktop) -> list[str]:
    """The files of the list, in its order."""
    return [row.track.path.name for row in desktop.model.playlist.rows]


def sentences(desktop: GenreDesktop) -> list[str]:
    """What the message bar says."""
    return [message.sentence for message in desktop.message_bar.messages]


def is_heard(desktop: GenreDesktop, count: int) -> bool:
    rows = desktop.model.playlist.rows
    return len(rows) == count and not any(row.is_unheard for row in rows)


def close(desktop: GenreDesktop) -> None:
    """Close a window, if that is left to do, and delete it: hidden ones make later tests slow."""
    if not _is_there(desktop):
        return
    desktop.window.close()
    desktop.close()
    for gone in (*_menus_of(desktop.window), desktop.window, desktop):
        if _is_there(gone):
            gone.deleteLater()
            QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)


def _menus_of(window: QWidget) -> list[QMenu]:
    """Those of its menus that have no parent, and would outlive it."""
    actions = [action for widget in window.findChildren(QWidget) for action in widget.actions()]
    menus = [action.menu() for action in actions]
    menus += [button.menu() for button in window.findChildren(QToolButton)]
    return [menu for menu in menus if isinstance(menu, QMenu) and menu.parent() is None]


def _is_there(thing: QObject) -> bool:
    return bool(shiboken6.isValid(thing))  # type: ignore[no-untyped-call]  # its stub names no types


@pytest.fixture
def filled_preferences(speaking: GenreDesktop, qtbot: QtBot) -> PreferencesDialog:
    """The preferences once all that their pages wait for has come."""
    speaking.actions.preferences.trigger()
    dialog = speaking.window.findChild(PreferencesDialog)
    assert dialog is not None
    privacy, spectrogram = dialog.findChild(PrivacyPage), dialog.findChild(SpectrogramPage)
    assert privacy is not None
    assert spectrogram is not None
    qtbot.waitUntil(lambda: bool(privacy.boxes) and bool(spectrogram.boxes))
    return dialog
