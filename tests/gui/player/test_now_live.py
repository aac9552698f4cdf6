"""The Now panel: live where nobody has heard the track yet, from the timeline once it is there."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Tags
from genre_desktop.ui.genre_bars import GenreBars
from genre_desktop.ui.player.now_panel import NowPanel
from tests.gui.conftest import Desktops, is_heard
from tests.support.packages import GTZAN, mel_package, tone_for
from tests.support.sounds import write_wav
from tests.support.window import InstantListener

PATIENCE = 60_000  # ms: processes have to start
RATE = 22_050
TONE_SECONDS = 60.0  # the first answer, which waits for a process, still finds the first tone


@pytest.fixture
def unheard(
    open_desktop: Desktops, listener: InstantListener, tmp_path: Path, qtbot: QtBot
) -> Iterator[GenreDesktop]:
    """A window with one track that the workers do not come to."""
    listener.held.clear()
    tones = [tone_for(label, len(GTZAN), TONE_SECONDS) for label in (2, 7)]
    path = write_wav(tmp_path / "two tones.wav", np.concatenate(tones), RATE)
    desktop: GenreDesktop = open_desktop(listener, (path,))
    qtbot.waitUntil(lambda: len(desktop.model.playlist.rows) == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: desktop.models.current is not None, timeout=PATIENCE)
    desktop.services.player.play(desktop.model.playlist.rows[0].track)
    yield desktop
    listener.held.set()


def bars(now: NowPanel) -> str:
    """What the bars say, the most probable first."""
    found = now.findChild(GenreBars)
    assert found is not None
    return found.accessibleName()


def words(now: NowPanel) -> list[str]:
    return [label.text() for label in now.findChildren(QLabel)]


def test_the_bars_move_with_the_music_before_the_track_is_classified(
    unheard: GenreDesktop, qtbot: QtBot
) -> None:
    now = unheard.views.now
    qtbot.waitUntil(lambda: "Classifying what you hear…" in words(now), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bars(now).startswith("Country"), timeout=PATIENCE)
    assert "Classified while it plays" in words(now)
    unheard.services.player.seek(TONE_SECONDS + 1.0)
    qtbot.waitUntil(lambda: bars(now).startswith("Pop"), timeout=PATIENCE)
    assert "1:01 to 1:04" in words(now)


def test_a_change_of_its_row_does_not_ask_for_a_track_while_one_plays(
    unheard: GenreDesktop, qtbot: QtBot
) -> None:
    now, (row,) = unheard.views.now, unheard.model.playlist.rows
    qtbot.waitUntil(lambda: "Classifying what you hear…" in words(now), timeout=PATIENCE)
    unheard.services.tags.tags_read.emit(((row.track, Tags(title="Two tones")),))
    assert "Play a track to see its genres move with the music." not in words(now)


def test_another_model_hears_the_present_track_anew(
    unheard: GenreDesktop, a_home_of_its_own: Path, qtbot: QtBot
) -> None:
    now = unheard.views.now
    qtbot.waitUntil(lambda: bars(now).startswith("Country"), timeout=PATIENCE)
    turned = mel_package(a_home_of_its_own / "data" / "models", "turned", GTZAN[::-1])
    current = unheard.models.current
    assert current is not None
    unheard.models.chosen.emit(current._replace(name="turned", folder=turned))
    assert bars(now) == ""
    qtbot.waitUntil(lambda: bars(now).startswith("Pop"), timeout=PATIENCE)  # the eighth of ten


def test_the_stored_timeline_takes_over(
    unheard: GenreDesktop, listener: InstantListener, qtbot: QtBot
) -> None:
    now = unheard.views.now
    qtbot.waitUntil(lambda: bars(now).startswith("Country"), timeout=PATIENCE)
    listener.held.set()
    qtbot.waitUntil(lambda: is_heard(unheard, 1), timeout=PATIENCE)
    qtbot.waitUntil(lambda: bars(now).startswith("Jazz"), timeout=PATIENCE)
    assert "Classified while it plays" not in words(now)


def test_nothing_is_shown_of_a_track_that_is_over(unheard: GenreDesktop, qtbot: QtBot) -> None:
    now = unheard.views.now
    qtbot.waitUntil(lambda: bars(now) != "", timeout=PATIENCE)
    unheard.services.player.stop()
    assert bars(now) == ""
    assert "Play a track to see its genres move with the music." in words(now)
    assert "Classified while it plays" not in words(now)
