"""The real window in a process of its own, as whoever measures or tests it from outside sees it."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self

ROOT: Final = Path(__file__).parents[2]
_LOOK_SECONDS: Final = 0.02

State = dict[str, Any]


class PlayingWindow:
    """Starts `tests.support.playing_window`; leaving the block closes the window.

    Args:
        environment: Its variables; GENRE_DESKTOP_HOME says where its user folders are.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.playing_window"],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.end()

    def ask(self, name: str, *arguments: object) -> Any:
        """Have a command done and return its answer."""
        assert self.process.stdin is not None
        print(json.dumps([name, *arguments]), file=self.process.stdin, flush=True)
        return self._answer()

    def state(self) -> State:
        """What the window says of itself."""
        state: State = self.ask("state")
        return state

    def wait_for(self, holds: Callable[[State], object], seconds: float = 90.0) -> State:
        """Ask again and again until something holds of its state."""
        end, never = monotonic() + seconds, threading.Event()
        while not holds(state := self.state()):
            if monotonic() > end:
                raise RuntimeError(f"It never came to that; the window says {state}.")
            never.wait(_LOOK_SECONDS)
        return state

    def add(self, paths: list[Path]) -> None:
        """Add tracks and wait until they are heard."""
        rows = self.state()["rows"] + len(paths)
        self.ask("add", *map(str, paths))
        self.wait_for(lambda state: state["rows"] == rows and is_idle(state), 300.0)

    def play(self, path: Path, seconds: float = 0.0) -> int:
        """Play a track and wait until it is heard; returns when it was asked for."""
        asked: int = self.ask("play", str(path), seconds)
        self.wait_for(lambda state: state["is_heard"] and state["track"] == path.name)
        return asked

    def end(self, seconds: float = 30.0) -> int:
        """Close the window, if it is open, and return the exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with suppress(BrokenPipeError):  # it has ended already
            self.process.stdin.close()
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.process.stdout.close()

    def _answer(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"The window ended with code {self.process.wait(30)}.")
        return json.loads(line)


def is_idle(state: State) -> bool:
    """Whether every track was heard and nothing is being heard."""
    return not state["unheard"] and not state["is_listening"]
