"""A Wayland screen that nobody sees."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NAME: Final = "screen"
_PATIENCE_SECONDS: Final = 30.0


@contextmanager
def wayland_screen(weston: str, runtime_folder: Path) -> Iterator[str]:
    """Run weston without hardware; its socket in a folder is open to every user.

    Yields:
        The name of the display.
    """
    socket = runtime_folder / NAME
    words = ("--backend=headless-backend.so", f"--socket={NAME}", "--idle-time=0")
    screen = subprocess.Popen(
        [weston, *words],
        env={**os.environ, "XDG_RUNTIME_DIR": str(runtime_folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    pause, until = threading.Event(), time.monotonic() + _PATIENCE_SECONDS
    try:
        while not socket.exists():
            assert screen.poll() is None, "weston ended."
            assert time.monotonic() < until, "weston opens no socket."
            pause.wait(0.02)
        socket.chmod(0o777)
        yield NAME
    finally:
        screen.terminate()
        screen.wait(10)
