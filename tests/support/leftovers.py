"""Threads and child processes that outlive a test."""

import multiprocessing
import sys
import threading
from multiprocessing import resource_tracker
from pathlib import Path

from tests.support import warm_program

_GRACE_SECONDS = 30.0  # what ends with low priority waits for those that are busy
_LOOK_AGAIN_SECONDS = 0.05


def running() -> set[str]:
    """Names of this process's living children and of its threads that would keep it alive."""
    return {f"process {pid}" for pid in _children()} | {
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if not thread.daemon and thread is not threading.main_thread()
    }


def left_over(before: set[str]) -> set[str]:
    """What is still running, and was not before, after a grace for things that are ending."""
    never = threading.Event()
    for _ in range(round(_GRACE_SECONDS / _LOOK_AGAIN_SECONDS)):
        if not running() - before:
            break
        never.wait(_LOOK_AGAIN_SECONDS)
    return running() - before


def _children() -> set[int]:
    multiprocessing.active_children()  # reaps those that have ended
    if sys.platform != "linux":
        return {child.pid for child in multiprocessing.active_children() if child.pid}
    # These belong to the interpreter: what multiprocessing and our own support start once and keep.
    kept = {getattr(resource_tracker._resource_tracker, "_pid", None), warm_program.process_id()}
    listed = [
        int(pid)
        for task in Path("/proc/self/task").iterdir()
        for pid in _text(task / "children").split()
    ]
    return {pid for pid in listed if pid not in kept and not _has_ended(pid)}


def _has_ended(pid: int) -> bool:
    state = _text(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return not state or state[0] == "Z"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended between listing and reading
        return ""
