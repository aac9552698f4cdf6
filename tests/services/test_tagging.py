"""The service that has tags written: whoever waits for a run hears of its end."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.services.tagging import Tagging


def test_a_bug_ends_the_run_for_those_who_wait(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    tagging = Tagging(tmp_path / "tags.sqlite")
    try:
        with qtbot.waitSignal(tagging.writing_ended, timeout=60_000) as ended:
            tagging.write([None], Preferences())  # type: ignore[list-item]  # the bug
        assert "broke it off" in ended.args[0].problem
        qtbot.waitUntil(lambda: [type(each.exc_value) for each in told] == [AttributeError])
    finally:
        tagging.close()
