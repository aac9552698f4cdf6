"""Lists of thousands of rows in the window: everything is done in steps, and can be given up."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.track import Track
from genre_desktop.ui.steps import NEW_ROWS, STEP_ROWS
from tests.gui.conftest import is_heard
from tests.support.window import InstantListener


def test_twenty_thousand_answers_arrive_and_the_window_turns_meanwhile(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    tracks = [Track(Path(f"/music/{number:05}.mp3")) for number in range(20_000)]
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    desktop.model.add_tracks(tracks)
    qtbot.waitUntil(lambda: is_heard(desktop, 20_000), timeout=60_000)


def test_what_is_being_listed_in_steps_is_given_up_where_the_list_is_cleared(
    desktop: GenreDesktop, qtbot: QtBot
) -> None:
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    tracks = [Track(Path(f"/music/{number:05}.mp3")) for number in range(2 * STEP_ROWS)]
    told: list[int] = []
    desktop.adding.add_tracks(tracks, told.append)
    assert len(desktop.model.playlist) == NEW_ROWS
    desktop.actions.clear.trigger()
    desktop.adding.add_tracks(tracks[:1], told.append)
    assert told == [1]
    assert desktop.model.tracks() == tracks[:1]


def test_long_lists_are_copied_heard_again_and_stopped_in_steps(
    desktop: GenreDesktop, qtbot: QtBot, listener: InstantListener
) -> None:
    count = 2 * STEP_ROWS + 1
    desktop.model.tracks_added.disconnect(desktop.services.tags.read)
    desktop.model.add_tracks([Track(Path(f"/music/{number:05}.mp3")) for number in range(count)])
    qtbot.waitUntil(lambda: is_heard(desktop, count), timeout=30_000)
    desktop.table.selectAll()
    desktop.actions.copy.trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: len(clipboard.text().splitlines()) == count, timeout=10_000)
    desktop.actions.copy_path.trigger()
    assert clipboard.text().split("\n")[0] != "/music/00000.mp3"  # not in one go
    qtbot.waitUntil(
        lambda: clipboard.text() == "\n".join(f"/music/{number:05}.mp3" for number in range(count))
    )
    listener.heard.clear()
    desktop.actions.listen_to_all.trigger()
    qtbot.waitUntil(
        lambda: len(listener.heard) == count and is_heard(desktop, count), timeout=30_000
    )
    listener.held.clear()
    desktop.actions.listen_to_all.trigger()
    qtbot.waitUntil(desktop.actions.cancel.isEnabled)
    desktop.actions.cancel.trigger()
    listener.held.set()
    qtbot.waitUntil(lambda: desktop.model.playlist.totals.unheard == count, timeout=10_000)
    qtbot.waitUntil(desktop.actions.listen_to_rest.isEnabled)
    desktop.actions.listen_to_rest.trigger()
    qtbot.waitUntil(lambda: is_heard(desktop, count), timeout=30_000)
