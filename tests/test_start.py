"""What `make run` starts once all is prepared: the window, or the terminal without a display."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and its tools are for POSIX systems")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A project folder whose Python only tells what it was asked to do."""
    (tmp_path / "tools").mkdir()
    shutil.copy(_ROOT / "tools" / "start", tmp_path / "tools" / "start")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nfor word; do echo "$word"; done\n')
    python.chmod(0o755)
    return tmp_path


def started(place: Path, **variables: str) -> list[str]:
    """The words with which Python was called."""
    done = subprocess.run(
        [place / "tools" / "start"],
        env={"PATH": os.environ["PATH"], "HOME": "/home/someone", **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("typed", "loaded"),
    [
        ("", []),
        ("/music/a b", ["/music/a b"]),
        ("~/Music", ["/home/someone/Music"]),
        ("-odd", ["./-odd"]),
    ],
)
@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_on_a_screen_the_window_opens_with_the_music_that_was_named(
    place: Path, screen: str, typed: str, loaded: list[str]
) -> None:
    words = started(place, MUSIC=typed, **{screen: ":9"})
    assert words == ["-m", "genre_desktop", *loaded]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize(
    ("typed", "heard"), [("", "resources/demo"), ("~/Music", "/home/someone/Music")]
)
def test_without_a_display_the_terminal_does_the_same(place: Path, typed: str, heard: str) -> None:
    words = started(place, MUSIC=typed)
    assert words == ["-m", "genre_desktop", "classify", heard, "--csv", "genres.csv"]
