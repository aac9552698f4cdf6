"""About: versions and licences."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from genre_desktop import __version__
from genre_desktop.app import GenreDesktop
from genre_desktop.ui.about_dialog import AboutDialog
from tests.gui.conftest import MODEL


def test_about_tells_versions_and_licences(desktop: GenreDesktop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.services.versions.versions_read):
        desktop.actions.about.trigger()
    dialog = desktop.window.findChild(AboutDialog)
    assert dialog is not None
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    for part in (f"Genre Desktop {__version__}", "Python 3", "Qt 6", "onnxruntime", "FFmpeg"):
        assert part in copied
    assert MODEL in copied
    headings = [dialog.headings.item(at).text() for at in range(dialog.headings.count())]
    dialog.headings.setCurrentRow(headings.index("Parts at run time"))
    assert "LGPL-3.0-or-later" in dialog.text.toPlainText()
