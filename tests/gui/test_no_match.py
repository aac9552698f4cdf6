"""A filter that hides everything says so, and one that is half typed is marked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop


def test_a_filter_without_a_match_says_so_and_is_cleared_by_a_button(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    box, page = full.tool_bar.filter_box, full.no_match
    assert not page.isVisible()
    QTest.keyClicks(box, "conf > 99")
    qtbot.waitUntil(page.isVisible)
    assert page.sentence.text() == "No track matches conf > 99."
    assert full.table.isVisible()
    QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: full.model.rowCount() == 3)
    assert not page.isVisible()
    assert box.text() == ""


def test_a_half_typed_comparison_hides_nothing_and_is_marked(
    full: GenreDesktop, qtbot: QtBot
) -> None:
    box = full.tool_bar.filter_box
    QTest.keyClicks(box, "conf <")
    qtbot.waitUntil(box.warning.isVisible)
    assert full.model.rowCount() == 3
    assert "conf <" in box.accessibleDescription()
    QTest.keyClicks(box, " 60")
    qtbot.waitUntil(full.no_match.isVisible)
    assert not box.warning.isVisible()
    assert box.accessibleDescription() == ""
