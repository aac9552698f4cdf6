"""Dialogs about tags on a small screen: what matters is in sight, and nothing is cut."""

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
from genre_desktop.ui.tagging.preview_model import PreviewColumn
from tests.gui.tagging.conftest import SPAWN_MS


@pytest.fixture
def preview(with_tracks: GenreDesktop, qtbot: QtBot) -> PreviewDialog:
    """The preview of three files in each language, looked at."""
    with qtbot.waitSignal(with_tracks.services.tagging.looking_ended, timeout=SPAWN_MS):
        with_tracks.actions.write_tags.trigger()
    return with_tracks.window.findChild(PreviewDialog)


def test_a_narrow_preview_shows_old_and_new_genre_and_the_note_without_scrolling(
    preview: PreviewDialog, with_tracks: GenreDesktop, qtbot: QtBot
) -> None:
    table, theme = preview.table, with_tracks.theme
    preview.resize(theme.scaled(1_000), 640)
    qtbot.waitUntil(lambda: not table.isColumnHidden(PreviewColumn.CONFIDENCE))
    table.setVerticalScrollBarPolicy(table.verticalScrollBarPolicy().ScrollBarAlwaysOn)
    for width in (960, 860, 800, 720):
        preview.resize(theme.scaled(width), 600)
        qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
        for column in (PreviewColumn.TRACK, PreviewColumn.NOW, PreviewColumn.AFTER):
            assert table.columnWidth(column) >= theme.scaled(74)
        assert table.columnWidth(PreviewColumn.NOTE) >= theme.scaled(90)
