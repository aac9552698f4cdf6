"""Ctrl+C in the terminal and the system's polite request close the window as its button does."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.user_folders import PLAYLIST_FILE
from genre_desktop.services.end_signals import EndSignals
from genre_desktop.services.session import read_tracks
from tests.acceptance.busy import answers_in, wait_until
from tests.acceptance.program import COMMAND, ROOT, need_posix
from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_the_window_with_its_list_saved(
    name: str, a_home_of_its_own: Path, tmp_path: Path
) -> None:
    need_posix("signals that one process sends another")
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    track = tmp_path / "one.mp3"
    write_sound(track, music(4.0, 1), "mp3")
    with subprocess.Popen(
        [*COMMAND, str(track)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # its workers get the signal too, as from a terminal
    ) as process:
        wait_until(lambda: answers_in(a_home_of_its_own) > 0, process)
        os.killpg(process.pid, getattr(signal, name))
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (0, b"", b"")
    playlist = a_home_of_its_own / "data" / PLAYLIST_FILE
    assert [one.path for one in read_tracks(playlist)] == [track]


# Opens the window, types into the rules, and has the system ask for the end.
_TYPING = """
import signal, sys
from genre_desktop.start import run
def type_rules(desktop):
    from genre_desktop.ui.tagging.rules_dialog import RulesDialog
    desktop.actions.rules.trigger()
    rules = desktop.window.findChild(RulesDialog)
    rules.text.setPlainText("[names]")
    rules.close()
    print("asked" if rules.isVisible() else "closed", flush=True)
    signal.raise_signal(signal.SIGTERM)
def watch(desktop):
    desktop.services.session.restoring_finished.connect(lambda: type_rules(desktop))
sys.exit(run([], watch=watch))
"""


def test_a_signal_ends_the_window_over_rules_that_are_not_saved(a_home_of_its_own: Path) -> None:
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    done = subprocess.run(
        [sys.executable, "-c", _TYPING],
        cwd=ROOT,
        env={**os.environ, HOME_VARIABLE: str(a_home_of_its_own), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "asked\n", "")


@pytest.fixture
def end_signals(qapp: QCoreApplication) -> EndSignals:
    return EndSignals(qapp)


def test_signals_are_told_and_given_back(end_signals: EndSignals, qtbot: QtBot) -> None:
    handlers: Callable[[], list[object]] = lambda: [  # noqa: E731 - read twice
        signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)
    ]
    before = handlers()
    end_signals.install()
    try:
        with qtbot.waitSignal(end_signals.asked):
            signal.raise_signal(signal.SIGINT)
    finally:
        end_signals.uninstall()
    assert handlers() == before
