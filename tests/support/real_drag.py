"""Drags from one program to another; each step waits until the one before is answered."""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.support.mice import Mouse, Point

_ROOT: Final = Path(__file__).parents[2]
_FROM: Final = (60, 60)  # the middle of the source's window
_PATIENCE_SECONDS: Final = 30.0
_WAVER_SECONDS: Final = 0.3


def carry(mouse: Mouse, start: Point, end: Point) -> None:
    """Press the button, move in steps and rest there; the button stays down."""
    pause = threading.Event()  # a drag takes time: programs ask each other about it
    mouse.move(start)
    mouse.press()
    for step in range(1, 11):
        x, y = (first + (last - first) * step // 10 for first, last in zip(start, end, strict=True))
        mouse.move((x, y))
        pause.wait(0.05)
    pause.wait(0.3)


@contextmanager
def wavering(mouse: Mouse, about: Point) -> Iterator[None]:
    """Move a little now and then, until the block ends."""
    is_over = threading.Event()

    def waver() -> None:
        while not is_over.wait(_WAVER_SECONDS):
            _waver(mouse, about)

    thread = threading.Thread(target=waver, name="wavering mouse")
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


@contextmanager
def files_dropped(paths: list[Path], mouse: Mouse, end: Point) -> Iterator[None]:
    """Drag files from another program's window, which lies at the top left, and drop them.

    The source lives on inside: whoever takes a drop asks it for the files afterwards.

    Raises:
        AssertionError: What lies there does not take them in time.
    """
    mouse.move(_FROM)
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "tests.support.drag_source", *map(str, paths)],
        env={**os.environ, **mouse.settings, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.PIPE,
    ) as source:
        try:
            _await(source, b"entered")
            carry(mouse, _FROM, end)
            _await(source, b"welcome", lambda: _waver(mouse, end))
            mouse.release()
            _await(source, b"dropped")
            yield
        finally:
            source.terminate()


def _waver(mouse: Mouse, about: Point) -> None:
    """Move a little: what lies below hears of a drag that began late only when the mouse moves."""
    mouse.move((about[0] + 1, about[1]))
    mouse.move(about)


def _await(
    source: "subprocess.Popen[bytes]", word: bytes, meanwhile: Callable[[], None] = lambda: None
) -> None:
    """Wait until the source says a word."""
    assert source.stdout is not None
    descriptor, said = source.stdout.fileno(), b""
    until = time.monotonic() + _PATIENCE_SECONDS
    while word not in said.split():
        assert time.monotonic() < until, f"The source of the drag never said {word.decode()!r}."
        ready, _, _ = select.select([descriptor], [], [], 0.5)
        if ready:
            block = os.read(descriptor, 4096)
            assert block, "The source of the drag ended."
            said += block
        else:
            meanwhile()
