"""Markdown of strangers: nothing but the text is read, and tables have hairlines."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from genre_desktop.ui.quiet_text import QuietText
from genre_desktop.ui.theme import Theme

TABLE = "| Part | Version |\n| --- | --- |\n| Qt | 6 |\n"


def test_a_picture_on_this_computer_is_not_read(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "own.png"))
    address = QUrl.fromLocalFile(str(tmp_path / "own.png"))
    text = QuietText(theme)
    qtbot.addWidget(text)
    text.resize(900, 600)
    text.show_markdown(f"See ![a picture]({address.toString()}).")
    text.show()
    assert text.document().size().height() < 100
    shown = text.document().resource(QTextDocument.ResourceType.ImageResource, address)
    assert shown.size().width() < 640


def test_tables_have_the_themes_hairlines(qtbot: QtBot, theme: Theme) -> None:
    def line() -> str:
        frames = text.document().rootFrame().childFrames()
        (table,) = (frame for frame in frames if isinstance(frame, QTextTable))
        return table.format().borderBrush().color().name()

    text = QuietText(theme)
    qtbot.addWidget(text)
    text.show_markdown("Something else before.")
    text.show_markdown(TABLE)
    assert text.toPlainText().split() == ["Part", "Version", "Qt", "6"]
    assert line() == theme.colours.hairline.name()
    light = line()
    theme.follow("dark")
    assert line() == theme.colours.hairline.name() != light
