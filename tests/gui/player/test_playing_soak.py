"""Ten minutes of playing beside everything else that a window does, without one missing sample."""

import os
import shutil
import threading
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from time import monotonic

import numpy as np
import pytest

from tests.acceptance.busy import all_ended, descendants
from tests.support.monitor import Monitor
from tests.support.null_sink import RATE, NullSink
from tests.support.numbered import runs_of, write_numbered
from tests.support.played import PlayingWindow
from tests.support.sounds import music, stereo, write_sound
from tests.support.virtual_screen import virtual_screen

pytestmark = pytest.mark.soak

SECONDS = 600
TRACK_SECONDS = 320
SHUFFLED = ("TITLE", "CONFIDENCE", "TIME", "PATH")
SIZES = ((1_280, 800), (960, 600), (1_440, 1_000), (1_100, 700))
TURN_SECONDS = 1.0
RECORDER_MS = 200  # it is no sound card: what it loses on a busy machine nobody would have heard


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Variables of a screen of our own, or of none."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with virtual_screen(server, 1_600, 1_200) as display:
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@pytest.fixture
def window(sink: NullSink, screen: dict[str, str]) -> Iterator[PlayingWindow]:
    with PlayingWindow(sink.environment | screen) as window:
        yield window


@pytest.fixture
def numbered(tmp_path: Path) -> list[Path]:
    """Tracks whose samples are numbered right through; their order is the same in any sorting."""
    count = TRACK_SECONDS * RATE
    return [write_numbered(tmp_path / f"{i}.flac", i * count, count) for i in range(2)]


@pytest.fixture
def others(tmp_path: Path) -> list[Path]:
    (tmp_path / "others").mkdir()
    paths = [tmp_path / "others" / f"{i}.mp3" for i in range(4 * (os.cpu_count() or 1))]
    return [write_sound(path, stereo(music(60.0, i)), "mp3") for i, path in enumerate(paths)]


def test_ten_minutes_are_heard_without_a_gap_while_everything_else_goes_on(
    window: PlayingWindow, sink: NullSink, numbered: list[Path], others: list[Path]
) -> None:
    window.add(numbered + others)
    window.ask("keep_listening")
    monitor = Monitor(sink, latency_ms=RECORDER_MS)
    window.play(numbered[0])
    window.ask("play_next", str(numbered[1]))
    end, turn = monotonic() + SECONDS, threading.Event()
    for column, size in zip(cycle(SHUFFLED), cycle(SIZES), strict=False):
        window.ask("sort", column)
        window.ask("resize", *size)
        turn.wait(TURN_SECONDS)
        if monotonic() > end:
            break
    state = window.state()
    processes = descendants(window.process.pid)
    window.ask("close")
    assert window.end() == 0
    assert all_ended(processes)
    monitor.close()
    assert state["track"] == numbered[1].name
    assert state["underflows"] == 0
    begun = np.array([(first, count) for _, first, count in runs_of(monitor.samples, RATE)])
    assert len(begun) == 1, begun
    assert begun[0, 0] < 0.05 * RATE
    assert begun[0, 1] > (SECONDS - 1) * RATE
