"""A screen that nobody sees: an X server of our own on a free display."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(server: str, width: int = 1280, height: int = 800) -> Iterator[str]:
    """Run Xvfb.

    Args:
        server: The program.
        width: Of the screen in pixels.
        height: Of the screen in pixels.

    Yields:
        The name of the display.
    """
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(
        [
            server, "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24",
            "-nolisten", "tcp", "-noreset",  # which would refuse who comes just after the last left
        ],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            yield f":{number.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait(60)
