"""What a packaged program takes from the user's system, by Debian's packages."""

from typing import Final

# On a system with a desktop all of these are there.
WINDOW: Final = (
    *("libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    *("libx11-6", "zlib1g", "libstdc++6"),
)
X11: Final = (
    *("libx11-xcb1", "libxkbcommon-x11-0", "libxcb-randr0", "libxcb-render0", "libxcb-shape0"),
    *("libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1"),
)
WAYLAND: Final = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
# Without these all else works, in silence.
SOUND: Final = ("libasound2", "libasound2-data")

# The oldest C library that every bundled file loads on.
GLIBC: Final = (2, 35)


def packages() -> tuple[str, ...]:
    """What a bare Debian 12 must have for a window; sound is left out on purpose."""
    return (*WINDOW, *X11, *WAYLAND)
