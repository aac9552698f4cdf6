"""Starts of the program while its window is open, as processes."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from genre_desktop.core.second_start import meeting
from genre_desktop.core.user_folders import PLAYLIST_FILE
from genre_desktop.services.session import read_tracks
from tests.acceptance.busy import wait_until
from tests.acceptance.program import COMMAND, ROOT, need_posix
from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(
    a_home_of_its_own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Starts the program in the folder of the test; what still runs in the end is ended."""
    need_posix("a socket that is a file, and signals")
    mel_package(a_home_of_its_own / "data" / "models", "tiny-mel")
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    started: list[subprocess.Popen[bytes]] = []

    def begin(*words: str | Path) -> "subprocess.Popen[bytes]":
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }
        process = subprocess.Popen(
            [*COMMAND, *map(str, words)],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)


def listens(before: int = 0) -> bool:
    """Whether there is a place to meet that was made after a time."""
    return made_ns() > before


def made_ns() -> int:
    """When the place to meet was made, 0 where there is none."""
    place = meeting()
    with suppress(FileNotFoundError):
        return Path(place.address).stat().st_mtime_ns if place is not None else 0
    return 0


def listed(home: Path) -> list[str]:
    with suppress(FileNotFoundError):
        return [track.path.name for track in read_tracks(home / "data" / PLAYLIST_FILE)]
    return []


def opened(home: Path) -> int:
    """How many windows the logs tell of: each that is open writes its own."""
    logs = [file.read_text(encoding="utf-8") for file in (home / "logs").glob("*.log")]
    return sum(text.count("Started: Genre Desktop") for text in logs)


def test_a_second_start_hands_its_files_over_also_after_a_killed_one(
    start: Start, a_home_of_its_own: Path, tmp_path: Path
) -> None:
    for number in (1, 2):
        write_sound(tmp_path / f"{number}.mp3", music(2.0, number), "mp3")
    first = start()
    wait_until(listens, first)
    second = start("1.mp3")
    assert second.communicate(timeout=60) == (b"", b"")
    assert second.returncode == 0
    wait_until(lambda: listed(a_home_of_its_own) == ["1.mp3"], first)

    first.kill()
    first.communicate()
    left = made_ns()
    assert left  # a place where nobody answers any more
    third = start()
    wait_until(lambda: listens(left), third)
    assert start("2.mp3").wait(timeout=60) == 0
    wait_until(lambda: listed(a_home_of_its_own) == ["1.mp3", "2.mp3"], third)
    third.send_signal(signal.SIGTERM)
    assert third.communicate(timeout=30) == (b"", b"")
    assert not listens()


def test_of_two_starts_at_once_one_becomes_the_window_and_takes_the_files_of_the_other(
    start: Start, a_home_of_its_own: Path, tmp_path: Path
) -> None:
    for number in (1, 2):
        write_sound(tmp_path / f"{number}.mp3", music(2.0, number), "mp3")
    both = [start("1.mp3"), start("2.mp3")]
    wait_until(lambda: any(one.poll() is not None for one in both), both[0])
    (window,) = (one for one in both if one.poll() is None)
    (other,) = (one for one in both if one is not window)
    assert (other.returncode, *other.communicate()) == (0, b"", b"")
    wait_until(lambda: sorted(listed(a_home_of_its_own)) == ["1.mp3", "2.mp3"], window)
    assert opened(a_home_of_its_own) == 1


def test_other_windows_open_where_that_is_asked_for(start: Start, a_home_of_its_own: Path) -> None:
    first = start()
    wait_until(listens, first)
    for number, option in enumerate(("--new-window", "--safe-mode"), 2):
        other = start(option)
        wait_until(lambda number=number: opened(a_home_of_its_own) == number, other)  # type: ignore[misc]  # a default binds the loop's value
        other.terminate()
        other.communicate(timeout=30)
        assert other.returncode == 0
    assert first.poll() is None
    assert listens()
