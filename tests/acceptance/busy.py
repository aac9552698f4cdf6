"""Waiting for the program to do a certain thing, seen from outside."""

import os
import signal
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

_LOOK_AGAIN_SECONDS = 0.02
_PATIENCE_SECONDS = 60.0
_GRACE_SECONDS = 5.0


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait while the program runs; fails when it ends before or takes too long."""
    never = threading.Event()
    for _ in range(round(_PATIENCE_SECONDS / _LOOK_AGAIN_SECONDS)):
        has_ended = process.poll() is not None  # before it is looked at: it may end just then
        if is_so():
            return
        assert not has_ended, "The program ended too early."
        never.wait(_LOOK_AGAIN_SECONDS)
    raise AssertionError("It never came to that.")


def answers_in(home: Path) -> int:
    """How many answers the library holds, 0 where there is none yet."""
    for database in home.rglob("*.sqlite"):
        try:
            with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
                return int(connection.execute("SELECT count(*) FROM file").fetchone()[0])
        except sqlite3.Error:  # it is just being made
            return 0
    return 0


def descendants(pid: int) -> set[int]:
    """The ids of a process's children, their children, and so on."""
    found: set[int] = set()
    rest = [pid]
    while rest:
        try:
            tasks = list(Path(f"/proc/{rest.pop()}/task").iterdir())
            children = [int(word) for task in tasks for word in _read(task / "children").split()]
        except OSError:
            continue
        rest += children
        found |= set(children)
    return found


def readers_of(path: Path, pid: int) -> set[int]:
    """The descendants of a process that have a file open."""
    return {child for child in descendants(pid) if str(path) in _open_files(child)}


def kill_each_reader(path: Path, process: subprocess.Popen[bytes]) -> None:
    """Kill every worker that opens a file, until the program has ended."""
    never = threading.Event()
    for _ in range(round(_PATIENCE_SECONDS / _LOOK_AGAIN_SECONDS)):
        if process.poll() is not None:
            return
        for worker in readers_of(path, process.pid):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        never.wait(_LOOK_AGAIN_SECONDS)
    raise AssertionError("The program goes on for ever.")


def all_ended(pids: set[int]) -> bool:
    """Whether all of these processes have ended, after a grace for those that are ending."""
    never = threading.Event()
    for _ in range(round(_GRACE_SECONDS / _LOOK_AGAIN_SECONDS)):
        if all(_has_ended(pid) for pid in pids):
            return True
        never.wait(_LOOK_AGAIN_SECONDS)
    return False


def _has_ended(pid: int) -> bool:
    state = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return not state or state[0] == "Z"


def _open_files(pid: int) -> list[str]:
    try:
        return [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
    except OSError:  # it ended, or a file was closed meanwhile
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
