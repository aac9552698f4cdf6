"""Files that go into folders, and back, in the real window: the list and the history follow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.organising.wishes import How, PlaceWish
from genre_desktop.ui.tagging.history_dialog import HistoryDialog
from tests.gui.tagging.conftest import SPAWN_MS


@pytest.fixture
def moved(full: GenreDesktop, tmp_path: Path, qtbot: QtBot) -> Callable[[], list[Path]]:
    """Moves all files of the list into a folder, and says where they lay."""

    def move() -> list[Path]:
        before = [row.track.path for row in full.model.playlist.rows]
        into = tmp_path / "into"
        wishes = [PlaceWish(path, into / path.name, stamp_of(path), How.MOVE) for path in before]
        with qtbot.waitSignal(full.services.tagging.writing_ended, timeout=SPAWN_MS):
            full.services.tagging.place(wishes, into)
        return before

    return move


def test_the_list_shows_files_where_they_went_and_where_they_are_back(
    full: GenreDesktop, moved: Callable[[], list[Path]], tmp_path: Path, qtbot: QtBot
) -> None:
    before = moved()
    rows = full.model.playlist.rows
    there = [tmp_path / "into" / path.name for path in before]
    assert [row.track.path for row in rows] == there
    assert [row.state.listing.track.path for row in rows] == there
    assert all(row.state.listing.outcome is not None for row in rows)
    assert [full.model.playlist.row(row.track) for row in rows] == rows
    with qtbot.waitSignal(full.services.tagging.staying_read, timeout=SPAWN_MS):
        full.actions.tag_history.trigger()
    history: HistoryDialog = full.window.findChild(HistoryDialog)
    assert history.runs.index(0, 2).data() == "Files moved"
    files = [[history.files.index(row, column).data() for column in range(3)] for row in (0, 1)]
    assert files[0] == [before[0].name, str(before[0].parent), str(tmp_path / "into")]
    with qtbot.waitSignal(full.services.tagging.staying_read, timeout=SPAWN_MS):
        history.back_run.click()
    assert [row.track.path for row in rows] == before
    assert all(path.is_file() for path in before)
    assert history.runs.index(0, 2).data() == "Files put back"
