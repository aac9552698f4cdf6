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

Mouse = Callable[..., None]


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


@pytest.fixture
def mouse(display: str, tool: Callable[[str], str]) -> Mouse:
    """Moves and presses the mouse of that screen, in the words of xdotool."""
    xdotool = tool("xdotool")

    def do(*words: str) -> None:
        environment = {**os.environ, "DISPLAY": display}
        subprocess.run([xdotool, *words], env=environment, check=True, timeout=60)

    return do


def drag(mouse: Mouse, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move in steps and let go."""
    pause = threading.Event()  # a drag takes time: programs ask each other about it
    mouse("mousemove", *map(str, start), "mousedown", "1")
    for step in range(1, 11):
        at = (first + (last - first) * step // 10 for first, last in zip(start, end, strict=True))
        mouse("mousemove", *map(str, at))
        pause.wait(0.05)
    pause.wait(0.3)
    mouse("mouseup", "1")


def line_of(program: "subprocess.Popen[str]", beginning: str) -> str:
    """The next line with a beginning; the program ends itself if it never comes."""
    assert program.stdout is not None
    for line in program.stdout:
        if line.startswith(beginning):
            return line.rstrip("\n")
    pytest.fail(f"The program ended before it said {beginning!r}.")


@pytest.mark.timeout(180)
def test_files_dragged_from_another_program_are_listed_and_heard(
    start: Callable[..., "subprocess.Popen[str]"],
    mouse: Mouse,
    a_home_of_its_own: Path,
    folder_of_music: Path,
) -> None:
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    clip = folder_of_music / "1 one.mp3"

    window = start("tests.support.screen_window")
    line_of(window, "ready")
    start("tests.support.drag_source", str(clip))
    mouse("search", "--sync", "--onlyvisible", "--name", "drag source")

    drag(mouse, (60, 60), (660, 350))

    heard = line_of(window, "heard")
    assert heard.split("\t")[1] == str(clip)
    assert heard.split("\t")[2] != "-"
    assert clip.exists()  # the source offered to move it away


@pytest.mark.timeout(180)
def test_a_row_is_dragged_to_the_top_of_the_list_with_the_mouse(
    start: Callable[..., "subprocess.Popen[str]"],
    mouse: Mouse,
    a_home_of_its_own: Path,
    folder_of_music: Path,
) -> None:
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    window = start("tests.support.screen_window", str(folder_of_music))
    places: dict[str, tuple[int, int]] = {}
    while len(places) < 3:
        _, path, _, x, y = line_of(window, "heard").split("\t")
        places[Path(path).name] = int(x), int(y)
    left, top = places["1 one.mp3"]

    drag(mouse, places["three.ogg"], (left + 30, top - 7))

    order = line_of(window, "order").split("\t")[1:]
    assert order == ["three.ogg", "1 one.mp3", "2 two.flac"]
