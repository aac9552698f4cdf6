"""The parts of the operating system that Genre Desktop stands on, and how they get there."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A library or program of the system.

    Attributes:
        name: A library's soname, a program's name, a Python module, or the path of a file.
        package: The Debian package that holds it.
    """

    name: str
    package: str

    def is_there(self) -> bool:
        """Whether the system has it, wherever it came from."""
        if self.name.startswith("/"):
            return Path(self.name).exists()
        if self.name == "ensurepip":
            return importlib.util.find_spec(self.name) is not None
        if ".so." not in self.name:
            return shutil.which(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


# Debian keeps what makes a virtual environment in a package of its own, one for each Python.
VENV = Part(
    "ensurepip",
    "python3-venv"
    if Path(sys.executable).name == "python3"
    else f"python3.{sys.version_info.minor}-venv",
)
# Qt loads these even when it draws into memory only.
WINDOW = (
    Part("libglib-2.0.so.0", "libglib2.0-0"),
    Part("libEGL.so.1", "libegl1"),
    Part("libGL.so.1", "libgl1"),
    Part("libxkbcommon.so.0", "libxkbcommon0"),
    Part("libdbus-1.so.3", "libdbus-1-3"),
    Part("libfontconfig.so.1", "libfontconfig1"),
)
# Qt's xcb plug-in: a window on an X11 screen.
SCREEN = (
    Part("libxcb-cursor.so.0", "libxcb-cursor0"),
    Part("libxcb-icccm.so.4", "libxcb-icccm4"),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Part("libxcb-shape.so.0", "libxcb-shape0"),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
PORTAUDIO = Part("libportaudio.so.2", "libportaudio2")
SOUND = (
    PORTAUDIO,
    Part("libasound.so.2", "libasound2"),
    Part("/usr/share/alsa/alsa.conf", "libasound2-data"),
)
TEST_PROGRAMS = (
    Part("Xvfb", "xvfb"),
    Part("xdotool", "xdotool"),
    Part("import", "imagemagick"),
    Part("ffmpeg", "ffmpeg"),
    Part("espeak-ng", "espeak-ng"),
    Part("mpcenc", "musepack-tools"),
    Part("ps", "procps"),
    Part("pulseaudio", "pulseaudio"),
    Part("pactl", "pulseaudio-utils"),
    Part("/usr/share/alsa/alsa.conf.d/50-pulseaudio.conf", "libasound2-plugins"),
    Part("dbus-daemon", "dbus-daemon"),
    Part("dbus-send", "dbus-bin"),
    Part("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
)
PACKAGING = (
    Part("strip", "binutils"),
    Part("objdump", "binutils"),
)
PACKAGE_TEST_PROGRAMS = (
    Part("debootstrap", "debootstrap"),
    Part("desktop-file-validate", "desktop-file-utils"),
    Part("appstreamcli", "appstream"),
    Part("man", "man-db"),
    Part("weston", "weston"),
    Part("sway", "sway"),
)
# Libraries that a packaged program carries because many desktops lack them.
BUNDLED = (
    PORTAUDIO,
    Part("libxcb-cursor.so.0", "libxcb-cursor0"),
    Part("libxcb-icccm.so.4", "libxcb-icccm4"),
    Part("libxcb-image.so.0", "libxcb-image0"),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Part("libxcb-render-util.so.0", "libxcb-render-util0"),
    Part("libxcb-util.so.1", "libxcb-util1"),
)


def missing(parts: Iterable[Part]) -> list[Part]:
    """Those parts that the system lacks."""
    return [part for part in parts if not part.is_there()]


def install(parts: Iterable[Part], log: Path) -> None:
    """Install the parts' Debian packages where this user may; otherwise change nothing."""
    packages = sorted({part.package for part in parts})
    rights = _rights()
    if not packages or rights is None:
        return
    install_them = ["install", "-y", "--no-install-recommends", *packages]
    with log.open("a", encoding="utf-8") as output:
        # Lists may be absent or older than the archive: ask first, fetch them only if that failed.
        fetched = _fetched_bytes(install_them)
        if fetched is None and _apt_get(rights, ["update"], output.fileno()):
            fetched = _fetched_bytes(install_them)
        amount = "" if fetched is None else f" ({fetched / 1e6:.0f} MB to fetch)"
        print(f"Installing Debian packages{amount}: {' '.join(packages)}", flush=True)
        if _apt_get(rights, install_them, output.fileno()):
            return
        if _apt_get(rights, ["update"], output.fileno()):
            _apt_get(rights, install_them, output.fileno())


def line_to_type(parts: Iterable[Part]) -> str:
    """What a person types to get the parts."""
    packages = " ".join(sorted({part.package for part in parts}))
    if shutil.which("apt-get"):
        return f"sudo apt-get install --no-install-recommends {packages}"
    return f"install what your system calls {packages}"


def _rights() -> list[str] | None:
    """What stands before apt-get, None where this user may not or there is none."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _fetched_bytes(install_them: list[str]) -> int | None:
    """What apt-get would fetch, which it tells everybody; None where it does not know."""
    asked = subprocess.run(
        ["apt-get", "-qq", "--print-uris", *install_them],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        return None
    # each line: 'address' name bytes hash
    return sum(int(line.split()[2]) for line in asked.stdout.splitlines() if line.startswith("'"))


def _apt_get(rights: list[str], arguments: list[str], output: int) -> bool:
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", *arguments]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
    )
    return done.returncode == 0
