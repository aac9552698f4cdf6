"""A process that works a little at times and says how long the machine let that take at most."""

import select
import sys
from time import perf_counter, thread_time

WORK_SECONDS = 0.02  # as much as painting a full table
PAUSE_SECONDS = 0.1


def main() -> None:
    """Answer each line with the longest time in seconds that a piece of work took since."""
    longest = 0.0
    while True:
        asked, _, _ = select.select([sys.stdin], [], [], PAUSE_SECONDS)
        if asked:
            if not sys.stdin.readline():
                return
            print(longest, flush=True)
            longest = 0.0
        else:
            longest = max(longest, _worked())


def _worked() -> float:
    begun, end = perf_counter(), thread_time() + WORK_SECONDS
    while thread_time() < end:
        pass
    return perf_counter() - begun


if __name__ == "__main__":
    main()
