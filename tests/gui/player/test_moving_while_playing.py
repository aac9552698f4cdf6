"""A track that is moved into a folder while it is heard."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.organising.wishes import How, PlaceWish
from genre_desktop.services.player.player import PlayerState
from tests.gui.player.conftest import PATIENCE


def test_what_is_heard_goes_on_from_its_new_place(
    playing: GenreDesktop, tmp_path: Path, qtbot: QtBot
) -> None:
    player, first = playing.services.player, playing.model.playlist.rows[0]
    path = first.track.path
    there = tmp_path / "into" / path.name
    with qtbot.waitSignal(playing.services.tagging.writing_ended, timeout=PATIENCE):
        wish = PlaceWish(path, there, stamp_of(path), How.MOVE)
        playing.services.tagging.place([wish], there.parent)
    assert player.track == first.track
    assert first.track.path == there
    assert first.is_playing
    player.seek(0.0)
    qtbot.waitUntil(lambda: player.moment().decoded >= 0, timeout=PATIENCE)
    assert player.state is PlayerState.PLAYING
    player.stop()
