"""The cover of a track, from its file to a small picture."""

import threading
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from genre_desktop.core.track import Track
from genre_desktop.services.cover_reading import COVER_SIDE, CoverReading, small_picture
from genre_desktop.services.tag_reading import TagReading
from tests.support.sounds import music, write_sound


def encoded(width: int, height: int, form: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]  # its stub wants bytes
    return bytes(content.data())


def test_a_large_picture_is_decoded_small_and_keeps_its_shape() -> None:
    for form in ("jpeg", "png"):
        picture = small_picture(encoded(4_000, 2_000, form))
        assert picture.size() == QSize(COVER_SIDE, COVER_SIDE // 2)


def test_a_small_picture_stays_as_it_is_and_a_line_does_not_vanish() -> None:
    assert small_picture(encoded(40, 30, "png")).size() == QSize(40, 30)
    assert small_picture(encoded(3_000, 1, "png")).size() == QSize(COVER_SIDE, 1)


def test_what_is_no_picture_is_a_null_image() -> None:
    whole = encoded(400, 400, "png")
    for content in (b"", b"no picture", whole[:60]):
        assert small_picture(content).isNull()


def test_a_file_without_a_cover_is_answered_in_the_windows_thread(
    qapp: object, qtbot: QtBot, tmp_path: Path
) -> None:
    track = Track(write_sound(tmp_path / "a.wav", music(1.0, 1), "wav"))
    tags = TagReading()
    covers = CoverReading(tags.cover_of)
    threads: list[threading.Thread] = []
    covers.cover_read.connect(lambda *_: threads.append(threading.current_thread()))
    with qtbot.waitSignal(covers.cover_read) as answered:
        covers.read(track)
    assert answered.args is not None
    assert answered.args[0] == track
    assert answered.args[1].isNull()
    assert threads == [threading.main_thread()]
    covers.close()
    tags.close()
