"""The spectrogram in the real window, with three short tracks in the list."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.spectrogram.dock import SpectrogramDock
from genre_desktop.ui.spectrogram.saving import OnShow
from tests.support.sounds import long_music, write_sound

PATIENCE = 30_000  # ms: a process has to start


def dock_of(desktop: GenreDesktop, qtbot: QtBot) -> SpectrogramDock:
    """The spectrogram, once it is there."""
    place = desktop.spectrogram_place
    qtbot.waitUntil(lambda: place.spectrogram is not None, timeout=PATIENCE)
    assert place.spectrogram is not None
    return place.spectrogram


def choose(desktop: GenreDesktop, place: int) -> None:
    """Look at a row."""
    row = desktop.model.playlist.rows[place]
    desktop.table.select_rows([row], row)


def play(desktop: GenreDesktop, qtbot: QtBot, place: int, seconds: float = 0.0) -> None:
    """Play a row's track, made long, until it is heard; it is not over before a test is."""
    player, track = desktop.services.player, desktop.model.playlist.rows[place].track
    write_sound(track.path, long_music(), track.path.suffix[1:])
    player.play(track, seconds)
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)


def wait_for_tiles(dock: SpectrogramDock, qtbot: QtBot) -> None:
    """Until everything in view has been measured and drawn."""

    def is_drawn() -> bool:
        return bool(dock.plot.still.tiles) and not dock.is_measuring

    qtbot.waitUntil(is_drawn, timeout=PATIENCE)


def shown_on(dock: SpectrogramDock) -> OnShow:
    """What would be saved."""
    shown = dock.on_show()
    assert shown is not None
    return shown


@pytest.fixture
def stopped(full: GenreDesktop, qtbot: QtBot) -> SpectrogramDock:
    """The spectrogram of the first track, which nobody plays."""
    full.window.activateWindow()
    choose(full, 0)
    full.spectrogram.start()
    dock = dock_of(full, qtbot)
    wait_for_tiles(dock, qtbot)
    return dock


@pytest.fixture
def frozen(full: GenreDesktop, qtbot: QtBot) -> SpectrogramDock:
    """The spectrogram of the second track, which is heard while it stands still."""
    full.window.activateWindow()
    play(full, qtbot, 1, 1.0)
    dock = dock_of(full, qtbot)
    dock.freeze(on=True)
    wait_for_tiles(dock, qtbot)
    return dock


@pytest.fixture
def saved_to(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    return folder
