"""A classification on the command line that is caught in the middle."""

import subprocess
from pathlib import Path

from tests.support.command_line import RATE, command, tone
from tests.support.packages import GTZAN

BEFORE, AFTER = 8, 120


def write_long_work(folder: Path) -> Path:
    """Write files of which the ninth says on standard error that it was reached."""
    folder.mkdir()
    one = tone(folder / "a 000.flac", 3, seconds=4.0).read_bytes()
    for number in range(1, BEFORE):
        (folder / f"a {number:03}.flac").write_bytes(one)
    (folder / "b reached.mp3").write_bytes(b"this is no music " * 64)
    for number in range(AFTER):
        tone(folder / f"c {number:03}.flac", number % len(GTZAN), seconds=4.0 + number / RATE)
    return folder


def begun(*arguments: str | Path) -> "subprocess.Popen[str]":
    """A classification in a process group of its own that has come to "b reached.mp3"."""
    work = subprocess.Popen(
        command("classify", "--model", "tiny-mel", "--jobs", "2", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert work.stderr is not None
    for line in work.stderr:
        if "b reached.mp3" in line:
            return work
    raise AssertionError(f"It ended with {work.wait()} before it began.")
