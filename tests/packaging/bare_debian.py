"""A Debian of its own in a folder, with nothing but the packages that the documentation names."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.packaging.stage import Stage
from tests.support.missing import need_tool, skip_for_want_of
from tools.package.needs import packages
from tools.package.release import BUILD

_RELEASE: Final = "bookworm"
_MIRROR: Final = "http://deb.debian.org/debian"
_USER: Final = 1000  # no more than a number: the program needs no entry in /etc/passwd
_ROOM: Final = "room"
_PATIENCE_SECONDS: Final = 300.0


@dataclass(frozen=True, slots=True)
class BareDebian:
    """The system in a folder."""

    folder: Path

    def stage(self, name: str) -> Stage:
        """The program unpacked in /opt, started there by a user without any rights."""
        room = self.folder / _ROOM
        room.mkdir(mode=0o755)
        return Stage(
            f"/opt/{name}/genre-desktop",
            room,
            f"/{_ROOM}",
            words=self._words(),
            owner=(_USER, _USER),
        )

    def _words(self) -> tuple[str, ...]:
        """A name space of its own, so that what is mounted in it goes with it."""
        script = (
            f"cd '{self.folder}' && mount -t proc proc proc && mount -t tmpfs tmpfs dev/shm && "
            f'chmod 1777 dev/shm && exec chroot --userspec={_USER}:{_USER} . "$@"'
        )
        return ("unshare", "--mount", "sh", "-c", script, "sh")


@contextmanager
def bare_debian() -> Iterator[BareDebian]:
    """Make the system, or take the one that an earlier run made; skips where neither can be."""
    if os.geteuid() != 0:
        skip_for_want_of("root's rights, for a bare Debian in a folder")
    folder = BUILD / f"bare-debian-{_fingerprint()}"
    if not folder.exists():
        _make(folder)
    _remove_what_was_tried(folder)
    yield BareDebian(folder)
    _remove_what_was_tried(folder)


def _fingerprint() -> str:
    return hashlib.sha256(" ".join((_RELEASE, *packages())).encode()).hexdigest()[:8]


def _make(folder: Path) -> None:
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    command = (
        *(need_tool("debootstrap"), "--variant=minbase", f"--include={','.join(packages())}"),
        *(_RELEASE, str(unfinished), _MIRROR),
    )
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        skip_for_want_of("a mirror of Debian that answers")
    unfinished.rename(folder)


def _remove_what_was_tried(folder: Path) -> None:
    shutil.rmtree(folder / _ROOM, ignore_errors=True)
    shutil.rmtree(folder / "opt", ignore_errors=True)
    (folder / "opt").mkdir()
