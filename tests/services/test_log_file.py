"""What the log holds, and whose it is."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from genre_desktop.services.last_resort import LastResort
from genre_desktop.services.log_file import LOG_BYTES, LOG_FILES, LogFile


@pytest.fixture
def log(qapp: object) -> Iterator[LogFile]:
    level = logging.getLogger("genre_desktop").level
    log = LogFile()
    yield log
    log.close()
    logging.getLogger("genre_desktop").setLevel(level)


def test_what_happens_before_the_file_is_open_is_in_it(
    log: LogFile, qtbot: QtBot, tmp_path: Path
) -> None:
    resort = LastResort()
    hooks = sys.excepthook
    resort.install()
    try:
        with qtbot.waitSignal(resort.crashed):
            sys.excepthook(LookupError, LookupError("na\udcffme"), None)
    finally:
        resort.uninstall()
        sys.excepthook = hooks
    file = log.open(tmp_path / "logs")
    text = file.read_text(encoding="utf-8")
    assert "Started: Genre Desktop" in text
    assert "LookupError: na\\udcffme" in text


def test_warnings_of_qt_are_in_the_log(log: LogFile, tmp_path: Path) -> None:
    file = log.open(tmp_path)
    log.take_qt_messages()
    qWarning("this widget has no layout")
    log.close()
    assert "WARNING genre_desktop.qt: this widget has no layout" in file.read_text(encoding="utf-8")


def test_two_windows_write_two_files_and_a_closed_ones_is_taken_again(
    log: LogFile, tmp_path: Path
) -> None:
    first = log.open(tmp_path)
    second = LogFile()
    assert second.open(tmp_path) != first
    second.close()
    log.close()
    third = LogFile()
    assert third.open(tmp_path) == first
    third.close()


def test_a_folder_that_cannot_be_written_to_is_an_error_to_tell(
    log: LogFile, tmp_path: Path
) -> None:
    (tmp_path / "logs").write_text("no folder")
    with pytest.raises(OSError, match="logs"):
        log.open(tmp_path / "logs")


def test_a_full_log_begins_anew_and_few_old_ones_are_kept(log: LogFile, tmp_path: Path) -> None:
    file = log.open(tmp_path)
    for number in range(12 * (LOG_FILES + 3)):
        logging.getLogger("genre_desktop").warning("%s%s", number, "x" * (LOG_BYTES // 10))
    logs = [path for path in tmp_path.iterdir() if path.name.startswith(file.name)]
    kept = [path for path in logs if not path.name.endswith(".lock")]
    assert len(kept) == 1 + LOG_FILES
    assert all(path.stat().st_size <= LOG_BYTES for path in kept)
