"""What is known after a fault that no Python code can catch."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.acceptance.busy import wait_until
from tests.acceptance.program import COMMAND, ROOT, need_posix

# Opens the window, and ends it once it has said something.
_TOLD = """
import signal, sys
from genre_desktop.start import run
def tell(message):
    print(message.sentence, flush=True)
    signal.raise_signal(signal.SIGTERM)
sys.exit(run([], watch=lambda desktop: desktop.services.messages.posted.connect(tell)))
"""


def test_a_fault_leaves_word_of_where_it_was_and_the_next_start_tells(
    a_home_of_its_own: Path,
) -> None:
    need_posix("signals that one process sends another")
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONFAULTHANDLER"}
    settings["QT_QPA_PLATFORM"] = "offscreen"
    log = a_home_of_its_own / "logs" / "genre-desktop.log"
    faults = log.with_name("genre-desktop-fault.log")

    with subprocess.Popen(
        COMMAND, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        wait_until(lambda: log.exists() and "Started:" in log.read_text(), process)
        process.send_signal(signal.SIGSEGV)
        process.communicate(timeout=30)
    assert process.returncode == -signal.SIGSEGV
    word = faults.read_text(encoding="utf-8")
    assert "Segmentation fault" in word
    assert "start.py" in word

    told = subprocess.run(
        [sys.executable, "-c", _TOLD],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stdout == f"Genre Desktop crashed the last time it ran; the log {log} says where.\n"
    assert word in log.read_text(encoding="utf-8")
    assert not faults.exists()
