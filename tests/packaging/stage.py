"""Where a packaged program is tried: which words start it, and where its user's files lie."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_SECONDS = 60.0
_LOOK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Done:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A system to try the program in, as a user without rights and with an empty home.

    Attributes:
        program: The program's file, as that system names it.
        room: A folder of the user's, as this system names it.
        room_inside: The same folder, as that system names it.
        words: What stands before the program.
        owner: User and group of the room, None where they are those of the tests.
    """

    program: str
    room: Path
    room_inside: str
    words: tuple[str, ...] = ()
    owner: tuple[int, int] | None = None

    def inside(self, path: Path) -> str:
        """A path in the room as the program names it."""
        return str(Path(self.room_inside) / path.relative_to(self.room))

    @contextmanager
    def copy_of(self, folder: Path) -> Iterator[Path]:
        """A copy of a folder, the user's own, for as long as it is needed."""
        copy = self.room / folder.name
        shutil.copytree(folder, copy)
        self.hand_over(copy)
        try:
            yield copy
        finally:
            shutil.rmtree(copy)

    @contextmanager
    def home(self, mode: int = 0o755) -> Iterator[Path]:
        """An empty home of the user's; where `mode` says so, one that may not be written to."""
        home = self.room / "home"
        home.mkdir()
        if mode & 0o200:
            self.hand_over(home)
        home.chmod(mode)
        try:
            yield home
        finally:
            home.chmod(0o755)
            shutil.rmtree(home)

    def hand_over(self, path: Path) -> None:
        """Make something in the room the user's own."""
        if self.owner is not None:
            for each in (path, *path.rglob("*")):
                os.chown(each, *self.owner, follow_symlinks=False)

    @contextmanager
    def start(self, home: Path, *words: str, **settings: str) -> Iterator["subprocess.Popen[str]"]:
        """Start the program with nothing of this environment.

        A test that fails ends it, and shows its logs.
        """
        variables = {
            "HOME": self.inside(home),
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": self.inside(home),
            **settings,
        }
        named = (f"{name}={value}" for name, value in variables.items())
        with subprocess.Popen(
            [*self.words, "env", "-i", *named, self.program, *words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield process
            except BaseException:
                process.kill()
                for log in home.rglob("*.log"):
                    print(log, log.read_text(errors="replace"), sep="\n")
                raise

    def run(self, home: Path, *words: str, **settings: str) -> Done:
        """Run the program to its end."""
        with self.start(home, *words, **settings) as process:
            out, err = process.communicate(timeout=_PATIENCE_SECONDS)
        return Done(process.returncode, out, err)

    def is_painted(self, home: Path) -> bool:
        """Whether a window was painted: only then the log is begun."""
        return any("Started:" in log.read_text() for log in home.rglob("genre-desktop.log"))


def stage_here(program: Path, room: Path) -> Stage:
    """This system, with the rights of the tests' own user."""
    return Stage(str(program / "genre-desktop"), room, str(room))


def end_of(process: "subprocess.Popen[str]") -> Done:
    """Ask a window to end as a desktop does that shuts down."""
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=_PATIENCE_SECONDS)
    return Done(process.returncode, out, err)


def wait_until(is_so: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait for something that a running program does."""
    until = time.monotonic() + _PATIENCE_SECONDS
    pause = threading.Event()
    while not is_so():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until, "It did not happen in time."
        pause.wait(_LOOK_SECONDS)
