"""What a release is called, for which system it is, and which moment its files bear."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from genre_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
DIST = ROOT / "dist"

_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_PROCESSORS = {"amd64": "x86_64", "arm64": "arm64" if sys.platform == "darwin" else "aarch64"}


@dataclass(frozen=True, slots=True)
class Release:
    """One version for one system.

    Attributes:
        version: As in `genre_desktop.__version__`.
        system: Such as "linux-x86_64".
        epoch: Seconds since 1970: every file's time of change, so that two builds are the same.
    """

    version: str
    system: str
    epoch: int

    @property
    def name(self) -> str:
        """Of the folder and, with an ending, of the archive."""
        return f"genre-desktop-{self.version}-{self.system}"

    @property
    def folder(self) -> Path:
        """The program, unpacked."""
        return DIST / self.name

    @property
    def moment(self) -> str:
        """The same moment as people and other programs read it (ISO 8601)."""
        return datetime.fromtimestamp(self.epoch, UTC).isoformat().replace("+00:00", "Z")


def this_release() -> Release:
    """The release that is built from this folder on this computer."""
    processor = platform.machine().lower()
    system = f"{_SYSTEMS[sys.platform]}-{_PROCESSORS.get(processor, processor)}"
    return Release(__version__, system, _epoch())


def _epoch() -> int:
    """SOURCE_DATE_EPOCH, else the moment of the last commit, else the newest source file's."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdecimal():
        return int(stated)
    git = ("git", "-c", f"safe.directory={ROOT}", "log", "-1", "--format=%ct")
    try:
        return int(subprocess.run(git, cwd=ROOT, capture_output=True, check=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):  # not a checkout
        sources = (ROOT / "genre_desktop").rglob("*.py")
        return int(max(file.stat().st_mtime for file in sources))
