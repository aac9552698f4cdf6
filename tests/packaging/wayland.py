"""Wayland screens that nobody sees: weston without a mouse, sway with one."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.support.mice import Point, WaylandMouse
from tests.support.missing import skip_for_want_of

_PATIENCE_SECONDS: Final = 30.0
_SIZE: Final = (1280, 800)
_WESTON: Final = "screen"
_SWAY: Final = "wayland-1"  # the first that is free in a folder

# The source of a drag lies over the program, whose window fills the screen.
_SWAY_SETTINGS: Final = f"""
output HEADLESS-1 resolution {_SIZE[0]}x{_SIZE[1]} position 0 0
xwayland disable
default_border none
for_window [title="^drag source$"] floating enable, border none, move absolute position 0 0
"""
# Sway starts for nobody who could become root; here the tests' user may be called another.
_AS_NOBODY_SPECIAL: Final = ("unshare", "--user", "--map-user=1000", "--map-group=1000")


@contextmanager
def wayland_screen(weston: str, runtime_folder: Path) -> Iterator[str]:
    """Run weston without hardware; its socket in a folder is open to every user.

    Yields:
        The name of the display.
    """
    words = ("--backend=headless-backend.so", f"--socket={_WESTON}", "--idle-time=0")
    with _running((weston, *words), runtime_folder / _WESTON):
        yield _WESTON


@contextmanager
def wayland_screen_with_mouse(sway: str, folder: Path) -> Iterator[WaylandMouse]:
    """Run sway without hardware, with a virtual mouse; its socket is open to every user.

    Args:
        sway: The program.
        folder: Is made, for the socket, and belongs to the tests' user.
    """
    folder.mkdir()
    settings = folder / "sway.conf"
    settings.write_text(_SWAY_SETTINGS)
    words = (*_as_nobody_special(), sway, "-c", str(settings))
    with _running(words, folder / _SWAY):
        mouse = WaylandMouse(folder / _SWAY, _SIZE)
        try:
            yield mouse
        finally:
            mouse.close()


def _as_nobody_special() -> Sequence[str]:
    """What stands before sway; skips where root may not be called otherwise."""
    if os.geteuid() != 0:
        return ()
    tried = subprocess.run([*_AS_NOBODY_SPECIAL, "true"], capture_output=True, check=False)
    if tried.returncode != 0:
        skip_for_want_of("name spaces of users, for sway as root")
    return _AS_NOBODY_SPECIAL


def middle() -> Point:
    """The middle of these screens."""
    return _SIZE[0] // 2, _SIZE[1] // 2


@contextmanager
def _running(words: Sequence[str], socket: Path) -> Iterator[None]:
    """Run a compositor that makes a socket."""
    settings = {name: text for name, text in os.environ.items() if not name.endswith("DISPLAY")}
    settings |= {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman"}
    screen = subprocess.Popen(
        words,
        env={
            **settings,
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "XDG_RUNTIME_DIR": str(socket.parent),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    pause, until = threading.Event(), time.monotonic() + _PATIENCE_SECONDS
    try:
        while not socket.exists():
            assert screen.poll() is None, f"{words[0]} ended."
            assert time.monotonic() < until, f"{words[0]} opens no socket."
            pause.wait(0.02)
        socket.chmod(0o777)
        yield
    finally:
        screen.terminate()
        screen.wait(10)
