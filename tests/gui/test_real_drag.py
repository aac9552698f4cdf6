"""A real drag on a real (virtual) screen, from another process, by a real (virtual) mouse."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.packages import mel_package

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="missing: an X server of our own"),
]


@pytest.fixture
def display(tool: Callable[[str], str]) -> Iterator[str]:
    """A screen of our own on a free display."""
    server = tool("Xvfb")
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(
        [server, "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            yield f":{number.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait(10)


@pytest.fixture
def start(display: str) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts a module as a program on that screen."""
    started: list[subprocess.Popen[str]] = []

    def start_one(module: str, *arguments: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program

    yield start_one
    for program in reversed(started):
        program.terminate()
        program.wait(20)
        assert program.stdout is not None
        program.stdout.close()


def line_of(program: "subprocess.Popen[str]", beginning: str) -> str:
    """The next line with a beginning; the program ends itself if it never comes."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith(beginning):
            return line.rstrip("\n")
    pytest.fail(f"The program ended before it said {beginning!r}.")


@pytest.mark.timeout(180)
def test_files_dragged_from_another_program_are_listed_and_heard(
    display: str,
    start: Callable[..., "subprocess.Popen[str]"],
    tool: Callable[[str], str],
    a_home_of_its_own: Path,
    folder_of_music: Path,
) -> None:
    xdotool = tool("xdotool")
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    clip = folder_of_music / "1 one.mp3"

    def mouse(*words: str) -> None:
        subprocess.run(
            [xdotool, *words], env={**os.environ, "DISPLAY": display}, check=True, timeout=60
        )

    window = start("tests.support.screen_window")
    line_of(window, "ready")
    start("tests.support.drag_source", str(clip))
    mouse("search", "--sync", "--onlyvisible", "--name", "drag source")

    pause = threading.Event()  # a drag takes time: programs ask each other about it
    mouse("mousemove", "60", "60", "mousedown", "1")
    for step in range(1, 11):
        mouse("mousemove", str(60 + 60 * step), str(60 + 29 * step))
        pause.wait(0.05)
    pause.wait(0.3)
    mouse("mouseup", "1")

    heard = line_of(window, "heard")
    assert heard.split("\t")[1] == str(clip)
    assert heard.split("\t")[2] != "-"
    assert clip.exists()  # the source offered to move it away
