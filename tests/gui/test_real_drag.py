"""A real drag on a real (virtual) screen, from another process, by a real (virtual) mouse."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.mice import XMouse
from tests.support.packages import mel_package
from tests.support.real_drag import carry, files_dropped, wavering
from tests.support.virtual_screen import virtual_screen

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="missing: an X server of our own"),
]


@pytest.fixture
def display(tool: Callable[[str], str]) -> Iterator[str]:
    """A screen of our own on a free display, with a mouse."""
    tool("xdotool")
    with virtual_screen(tool("Xvfb")) as name:
        yield name


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
    start: Callable[..., "subprocess.Popen[str]"],
    display: str,
    a_home_of_its_own: Path,
    folder_of_music: Path,
) -> None:
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    clip = folder_of_music / "1 one.mp3"

    window = start("tests.support.screen_window")
    line_of(window, "ready")

    with files_dropped([clip], XMouse(display), (660, 350)):
        heard = line_of(window, "heard")

    assert heard.split("\t")[1] == str(clip)
    assert heard.split("\t")[2] != "-"
    assert clip.exists()  # the source offered to move it away


@pytest.mark.timeout(180)
def test_a_row_is_dragged_to_the_top_of_the_list_with_the_mouse(
    start: Callable[..., "subprocess.Popen[str]"],
    display: str,
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

    mouse, end = XMouse(display), (left + 30, top - 7)
    carry(mouse, places["three.ogg"], end)
    with wavering(mouse, end):
        line_of(window, "over")
    mouse.release()

    order = line_of(window, "order").split("\t")[1:]
    assert order == ["three.ogg", "1 one.mp3", "2 two.flac"]
