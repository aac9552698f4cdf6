"""What is saved is what is on show."""

import csv
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.core.playlists import read_playlist
from genre_desktop.services.exporting import Form
from genre_desktop.ui.export_choice import ExportDialog
from genre_desktop.ui.roles import Column


def test_the_rows_on_show_are_saved_in_their_order_and_counted(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    def saved() -> list[str]:
        with qtbot.waitSignal(full.services.exporting.exported):
            full.export.save(tmp_path / "genres.json", Form.JSON)
        text = (tmp_path / "genres.json").read_text(encoding="utf-8")
        return list(dict.fromkeys(re.findall(r"one\.mp3|two\.flac|three\.ogg", text)))

    full.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    assert saved() == ["three.ogg", "two.flac", "one.mp3"]
    assert full.message_bar.messages[-1].sentence.startswith("3 tracks were saved to ")
    full.tool_bar.filter_box.filter_typed.emit("path:.mp3")
    assert saved() == ["one.mp3"]
    words = "1 of 3 tracks, the one on show, was saved to "
    assert full.message_bar.messages[-1].sentence.startswith(words)
    full.tool_bar.filter_box.filter_typed.emit("nothing like it")
    qtbot.waitUntil(lambda: not full.actions.export.isEnabled())


def test_exports_call_genres_as_the_rules_do_where_that_is_chosen(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path
) -> None:
    def genres() -> set[str]:
        with qtbot.waitSignal(full.services.exporting.exported):
            full.export.save(tmp_path / "genres.csv", Form.CSV)
        with (tmp_path / "genres.csv").open(encoding="utf-8", newline="") as file:
            return {row["predicted_genre"] for row in csv.DictReader(file)}

    (heard,) = genres()
    rules = full.services.rules_file
    rules.parent.mkdir(exist_ok=True)
    rules.write_text(f'[names]\n"{heard}" = "As I say"\n', encoding="utf-8")
    assert genres() == {heard}
    full.actions.export_by_rules.trigger()
    assert full.services.settings.export_by_rules
    assert genres() == {"As I say"}
    rules.write_text("[names", encoding="utf-8")
    with qtbot.waitSignal(full.services.exporting.failed):
        full.export.save(tmp_path / "genres.csv", Form.CSV)


@pytest.mark.parametrize(("name", "form"), [("a.m3u8", Form.M3U), ("a.xspf", Form.XSPF)])
def test_a_playlist_of_the_rows_on_show_opens_again(
    full: GenreDesktop, qtbot: QtBot, tmp_path: Path, name: str, form: Form
) -> None:
    full.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(full.services.exporting.exported):
        full.export.save(tmp_path / name, form)
    on_show = [listing.track.path for listing in full.model.listings()]
    assert list(read_playlist(tmp_path / name)) == on_show
    assert [path.suffix for path in on_show] == [".ogg", ".flac", ".mp3"]


def test_the_menu_asks_for_a_playlist(full: GenreDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def refuse(dialog: ExportDialog) -> int:
        titles.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(ExportDialog, "exec", refuse)
    full.actions.export_playlist.trigger()
    full.actions.export.trigger()
    assert titles == ["Export a playlist", "Export the list"]
