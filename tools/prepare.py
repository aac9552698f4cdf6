"""Prepare a fresh machine for what `make` is to do; what is there is not fetched again."""

import os
import sys

from tools import environment, system_parts
from tools.environment import CannotPrepare
from tools.system_parts import Part

GOALS = ("run", "test", "package", "test-package")


def main(goal: str) -> int:
    """Prepare for one of the goals; the exit status is 1 where that is impossible."""
    training = goal == "test" and os.environ.get("TRAINING") != "0"
    lock = "train" if training else goal.removeprefix("test-")
    try:
        if sys.platform == "linux":
            _provide_system_parts(goal)
        environment.provide(lock)
    except CannotPrepare as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"Cannot prepare {environment.ROOT}: {fault}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return 0


def _provide_system_parts(goal: str) -> None:
    needed = _needed(goal)
    wanted = [*needed, *system_parts.SCREEN, *system_parts.SOUND]
    if goal == "test":
        wanted += system_parts.TEST_PROGRAMS
    if goal == "test-package":
        wanted += system_parts.PACKAGE_TEST_PROGRAMS
    lacking = system_parts.missing(wanted)
    if not lacking:
        return
    system_parts.install(lacking, environment.LOG)
    lacking = system_parts.missing(lacking)
    if system_parts.missing(needed):
        raise CannotPrepare(
            f"Parts of the system are missing; type: {system_parts.line_to_type(lacking)}"
        )
    if lacking:
        loss = "some tests will be skipped" if "test" in goal else "no window or no sound"
        print(f"Not installed ({loss}); type: {system_parts.line_to_type(lacking)}")


def _needed(goal: str) -> list[Part]:
    """The parts without which the goal cannot be reached here."""
    needed = [] if environment.python().exists() else [system_parts.VENV]
    screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if screen or goal == "test":
        needed += system_parts.WINDOW
    if screen and goal == "run":
        needed += system_parts.SCREEN
    if goal in {"package", "test-package"}:
        needed += [*system_parts.PACKAGING, *system_parts.BUNDLED]
    return needed


if __name__ == "__main__":
    if sys.argv[1:] not in ([goal] for goal in GOALS):
        sys.exit(f"usage: tools/prepare {'|'.join(GOALS)}")
    sys.exit(main(sys.argv[1]))
