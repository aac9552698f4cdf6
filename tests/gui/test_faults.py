"""What is known after a fault that no Python code can catch."""

import os
import signal
import subprocess
from pathlib import Path

from tests.acceptance.busy import wait_until
from tests.acceptance.program import COMMAND, ROOT, need_posix


def test_a_fault_leaves_word_of_where_it_was_and_the_next_start_logs_it(
    a_home_of_its_own: Path,
) -> None:
    need_posix("signals that one process sends another")
    log = a_home_of_its_own / "logs" / "genre-desktop.log"
    faults = log.with_name("genre-desktop-fault.log")

    assert _status(signal.SIGSEGV, log, starts=1) == -signal.SIGSEGV
    word = faults.read_text(encoding="utf-8")
    assert "Segmentation fault" in word
    assert "start.py" in word

    assert _status(signal.SIGTERM, log, starts=2) == 0
    assert word in log.read_text(encoding="utf-8")
    assert not faults.exists()


def _status(number: signal.Signals, log: Path, starts: int) -> int:
    """Open the window, end it once that is logged, and return its exit status."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONFAULTHANDLER"}
    with subprocess.Popen(
        COMMAND,
        cwd=ROOT,
        env=settings | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        wait_until(lambda: log.exists() and log.read_text().count("Started:") == starts, process)
        process.send_signal(number)
        process.communicate(timeout=30)
        return process.returncode
