"""The time of a process, without what the machine let it wait."""

import os
import subprocess
import sys
from pathlib import Path

from genre_desktop.core.allowance import Allowance, waited_for_processor
from tests.support.missing import skip_for_want_of

SPIN = """
import os, sys
os.sched_setaffinity(0, {int(sys.argv[1])})
print("spinning", flush=True)
while True:
    pass
"""


class Clock:
    """A clock, and a process that may be waiting for a processor."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waited = 40.0

    def allowance(self, seconds: float | None) -> Allowance:
        return Allowance(seconds, lambda: self.waited, lambda: self.now)


def test_time_that_passes_is_taken_from_it() -> None:
    clock = Clock()
    allowance = clock.allowance(10.0)
    clock.now += 4.0
    assert allowance.left() == 6.0
    clock.now += 7.0
    assert allowance.left() == 0.0


def test_time_without_a_processor_does_not_count() -> None:
    clock = Clock()
    allowance = clock.allowance(10.0)
    clock.now += 30.0
    clock.waited += 25.0
    assert allowance.left() == 5.0
    clock.now += 5.0
    assert allowance.left() == 0.0


def test_any_time_has_no_end() -> None:
    assert Clock().allowance(None).left() is None


def test_what_the_system_does_not_tell_is_nothing() -> None:
    assert waited_for_processor(None) == 0.0
    assert waited_for_processor(2**30) == 0.0


def test_a_process_that_others_keep_from_the_processor_waits() -> None:
    if not Path("/proc/self/schedstat").exists():
        skip_for_want_of("Linux's account of who waits for a processor")
    processor = str(min(os.sched_getaffinity(0)))
    words = [sys.executable, "-c", SPIN, processor]
    spinning = [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                for _ in range(2)]  # fmt: skip
    try:
        for process in spinning:
            assert process.stdout is not None
            process.stdout.readline()
        while waited_for_processor(spinning[0].pid) < 0.05:
            assert spinning[0].poll() is None
    finally:
        for process in spinning:
            process.kill()
            process.communicate()
