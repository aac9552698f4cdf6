"""A sound process that is busy for long holds up nobody."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from genre_desktop.services.player.messages import Loudness, Pause, Piece, Play
from genre_desktop.services.player.outbox import Outbox
from genre_desktop.services.player.sound_apart import SoundApart

PATIENCE = 30.0  # s: a process has to start
MORE_THAN_A_PIPE_HOLDS = 5_000


def is_done(step: Callable[[], object]) -> bool:
    """Whether a step comes to its end by itself."""
    thread = threading.Thread(target=step, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return not thread.is_alive()


@pytest.fixture
def sound() -> Iterator[SoundApart]:
    sound = SoundApart(lambda *_: None, lambda _: None)
    yield sound
    sound.close()


def test_of_loudness_the_newest_is_enough() -> None:
    outbox = Outbox()
    for request in (Loudness(0.1), Loudness(0.2), Pause(paused=True), Loudness(0.3), None):
        outbox.put(request)
    taken = list(iter(outbox.take, None))
    assert taken == [Loudness(0.2), Pause(paused=True), Loudness(0.3)]


@pytest.mark.skipif(sys.platform == "win32", reason="missing: signals that hold a process")
def test_whoever_asks_does_not_wait_for_a_process_that_takes_nothing(sound: SoundApart) -> None:
    assert sound.process_id is not None

    def ask() -> None:
        for number in range(MORE_THAN_A_PIPE_HOLDS):
            sound.ask(Pause(paused=bool(number % 2)))

    os.kill(sound.process_id, signal.SIGSTOP)
    try:
        assert is_done(ask)
    finally:
        os.kill(sound.process_id, signal.SIGCONT)


def test_whoever_gives_a_process_up_does_not_wait_for_its_end(tmp_path: Path) -> None:
    heard, may_go_on = threading.Event(), threading.Event()

    def hear(*_: object) -> None:
        heard.set()
        may_go_on.wait()

    sound = SoundApart(hear, lambda _: None)
    sound.ask(Play(Piece(1, tmp_path / "none.wav", None)))
    assert heard.wait(PATIENCE)
    try:
        assert is_done(sound.kill)
    finally:
        may_go_on.set()
        sound.close()
