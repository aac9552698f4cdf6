"""What a packaged program takes from the user's system, by Debian's packages."""

from typing import Final

# On a system with a desktop all of these are there.
WINDOW: Final = (
    *("libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    *("libx11-6", "libfreetype6", "zlib1g", "libzstd1", "libstdc++6"),
)
X11: Final = (
    *("libx11-xcb1", "libxkbcommon-x11-0", "libxcb-randr0", "libxcb-render0", "libxcb-shape0"),
    *("libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1"),
)
WAYLAND: Final = ("libwayland-client0", "libwayland-cursor0")
# Without these all else works, in silence.
SOUND: Final = ("libasound2", "libasound2-data")

# The oldest C library that every bundled file loads on.
GLIBC: Final = (2, 35)

# What of these the bundled files are linked to.
LIBRARIES: Final = frozenset(
    {
        *(
            "ld-linux-x86-64.so.2",
            "ld-linux-aarch64.so.1",
            "libc.so.6",
            "libm.so.6",
            "libmvec.so.1",
        ),
        *("libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6"),
        *("libz.so.1", "libzstd.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libdbus-1.so.3"),
        *("libEGL.so.1", "libGL.so.1", "libfontconfig.so.1", "libfreetype.so.6", "libX11.so.6"),
        *("libxkbcommon.so.0", "libX11-xcb.so.1", "libxkbcommon-x11.so.0", "libxcb.so.1"),
        *("libxcb-randr.so.0", "libxcb-render.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0"),
        *("libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libasound.so.2"),
        *("libwayland-client.so.0", "libwayland-cursor.so.0"),
        "libexpat.so.1",  # of Debian's own Python; it comes with libfontconfig1
    }
)
# A plug-in that Qt passes over where the desktop is not of its kind, and its libraries with it.
OPTIONAL_PLUGINS: Final = ("libqgtk3.so",)


def packages() -> tuple[str, ...]:
    """What a bare Debian 12 must have for a window; sound is left out on purpose."""
    return (*WINDOW, *X11, *WAYLAND)
