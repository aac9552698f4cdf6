"""The real window in a process of its own, playing into a null sink while it has other work."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.busy import all_ended, descendants
from tests.support.monitor import Monitor
from tests.support.null_sink import RATE, NullSink
from tests.support.numbered import runs_of, write_numbered
from tests.support.played import PlayingWindow
from tests.support.sounds import music, stereo, write_sound

pytestmark = pytest.mark.timeout(240)

SECONDS = 3
COUNT = SECONDS * RATE


@pytest.fixture
def window(sink: NullSink) -> Iterator[PlayingWindow]:
    with PlayingWindow(sink.environment | {"QT_QPA_PLATFORM": "offscreen"}) as window:
        yield window


@pytest.fixture
def tracks(tmp_path: Path) -> list[Path]:
    """Two tracks whose samples are numbered right through."""
    return [write_numbered(tmp_path / f"{i}.flac", i * COUNT, COUNT) for i in range(2)]


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    """Two tracks to be classified."""
    paths = [tmp_path / f"other {i}.mp3" for i in range(2)]
    return [write_sound(path, stereo(music(30.0, i)), "mp3") for i, path in enumerate(paths)]


def niceness_of(pid: int) -> int | None:
    """Of a process, None of one that has just ended."""
    try:
        return os.getpriority(os.PRIO_PROCESS, pid)
    except ProcessLookupError:
        return None


def test_nothing_is_missing_across_tracks_while_others_are_classified(
    window: PlayingWindow, sink: NullSink, tracks: list[Path], others: list[Path]
) -> None:
    window.add(tracks + others)
    window.ask("keep_listening")
    window.wait_for(lambda state: state["is_listening"])
    monitor = Monitor(sink, latency_ms=200)
    window.play(tracks[0])
    for column in ("TITLE", "TIME", "TITLE"):
        window.ask("sort", column)
    over = {path.name for path in others}
    window.wait_for(
        lambda state: (
            state["track"] in over or (state["track"] == tracks[1].name and state["seconds"] > 2.5)
        )
    )
    monitor.close()
    assert window.state()["underflows"] == 0
    ((_, first, count),) = runs_of(monitor.samples, RATE)
    assert first < 0.05 * RATE
    assert first + count > COUNT + 2 * RATE


def test_sound_comes_before_the_window_and_classification_after_it(
    window: PlayingWindow, tracks: list[Path]
) -> None:
    window.add(tracks)
    window.play(tracks[0])
    sound = window.state()["sound_process"]
    others = descendants(window.process.pid) - {sound}
    nicest = max(niceness for pid in others if (niceness := niceness_of(pid)) is not None)
    of_window, of_sound = niceness_of(window.process.pid), niceness_of(sound)
    assert of_window is not None
    assert of_sound is not None
    assert of_sound <= of_window < nicest  # the same where the system grants no more


def test_closing_the_window_in_the_middle_of_a_track_ends_everything(
    window: PlayingWindow, tracks: list[Path]
) -> None:
    window.play(tracks[0])
    processes = descendants(window.process.pid)
    assert window.state()["sound_process"] in processes
    window.ask("close")
    assert window.end() == 0
    assert all_ended(processes)


def test_being_told_to_end_in_the_middle_of_a_track_ends_everything(
    window: PlayingWindow, tracks: list[Path]
) -> None:
    window.play(tracks[0])
    processes = descendants(window.process.pid)
    os.kill(window.process.pid, signal.SIGTERM)
    assert window.process.wait(30) == 0
    assert all_ended(processes)


def test_a_window_that_is_killed_takes_the_sound_along(
    window: PlayingWindow, tracks: list[Path]
) -> None:
    window.play(tracks[0])
    processes = descendants(window.process.pid)
    window.process.kill()
    window.process.wait(30)
    assert all_ended(processes)
