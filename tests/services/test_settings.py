"""Choices between two starts."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from genre_desktop.services.settings import Settings


def test_choices_come_back_and_tell_of_changes(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    with qtbot.waitSignals(
        [settings.model_changed, settings.jobs_changed, settings.exclude_changed]
    ):
        settings.model = "gtzan-cnn"
        settings.jobs = 3
        settings.exclude = ("*.demo.mp3", "Audiobooks, old/")
    settings.keep_layout("window", QByteArray(b"\x00\xff"))
    settings.keep_folder("add", tmp_path)
    settings.flush()

    again = Settings(tmp_path / "s.ini")
    assert (again.model, again.jobs) == ("gtzan-cnn", 3)
    assert again.exclude == ("*.demo.mp3", "Audiobooks, old/")
    assert again.layout("window") == QByteArray(b"\x00\xff")
    assert again.folder("add") == tmp_path


def test_nonsense_in_the_file_means_the_defaults(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "s.ini"
    file.write_text(
        "[listening]\njobs=many\n[look]\ntheme=pink\n[layout]\nwindow=7\n", encoding="utf-8"
    )
    settings = Settings(file)
    assert settings.jobs == 0
    assert settings.theme == "system"
    assert settings.layout("window") == QByteArray()


def test_what_is_the_same_is_no_change(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    with qtbot.assertNotEmitted(settings.jobs_changed):
        settings.jobs = 0
