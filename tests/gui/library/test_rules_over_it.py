"""Rules… over the library: what they would do is counted of the tracks that it shows."""

from pytestqt.qtbot import QtBot

from genre_desktop.app import GenreDesktop
from genre_desktop.ui.library.library_page import LibraryPage
from genre_desktop.ui.tagging.rules_dialog import RulesDialog
from tests.gui.library.conftest import show_only, titles


def test_the_rules_count_what_the_library_shows(
    desktop: GenreDesktop, page: LibraryPage, qtbot: QtBot
) -> None:
    def rules() -> RulesDialog:
        desktop.actions.rules.trigger()
        return desktop.window.findChildren(RulesDialog)[-1]

    dialog = rules()
    words = f"Of {len(titles(page))} tracks on show in the library: 0 by another name"
    qtbot.waitUntil(lambda: words in dialog.told.text())
    dialog.text.setPlainText('[names]\njazz = "Swing"')
    qtbot.waitUntil(lambda: "library: 1 by another name" in dialog.told.text())
    dialog.done(0)
    show_only(page, qtbot, "Slow", ["Slow.flac"])
    dialog = rules()
    qtbot.waitUntil(lambda: "Of 1 track on show in the library:" in dialog.told.text())
    dialog.done(0)
    show_only(page, qtbot, "nothing of the kind", [])
    dialog = rules()
    assert "Of 0 tracks on show in the library:" in dialog.told.text()
    dialog.done(0)
    desktop.library_actions.show_library.trigger()
    assert "in the list:" in rules().told.text()
