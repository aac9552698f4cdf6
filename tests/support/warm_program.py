"""A program of its own: has the command line loaded, and does each command in a fork of itself.

A fork has what a process of its own has: environment, streams, signals, workers, an exit code. It
is only spared the imports, which take most of a command's time.
"""

import atexit
import json
import os
import runpy
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from typing import Final, TextIO, cast

Done = subprocess.CompletedProcess[str]

_IMPORTED: Final = (
    "genre_desktop.__main__",
    "genre_desktop.cli.classify",
    "genre_desktop.cli.command",
    "genre_desktop.cli.export",
    "genre_desktop.cli.importing",
    "genre_desktop.cli.library_commands",
    "genre_desktop.cli.tag_commands",
)
_READ_AT_THE_START: Final = ("LANG", "LC_", "LD_", "OMP_", "OPENBLAS_", "PYTHON", "TZ")


class WarmProgram:
    """Starts that process, which ends with this one.

    Attributes:
        process_id: Its number.
    """

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._answers = self._socket.makefile("rb")
        with theirs:
            words = [sys.executable, "-m", __name__, str(theirs.fileno())]
            self._process = subprocess.Popen(words, pass_fds=[theirs.fileno()])
        self.process_id = self._process.pid
        atexit.register(self._close)

    def run(self, arguments: list[str]) -> Done:
        """Has a command line carried out, and takes what it writes."""
        (out, their_out), (err, their_err) = os.pipe(), os.pipe()
        socket.send_fds(self._socket, [b"\n"], [0, their_out, their_err])
        os.close(their_out)
        os.close(their_err)
        request = json.dumps([arguments, dict(os.environ)])
        self._socket.sendall(request.encode("ascii") + b"\n")
        with ThreadPoolExecutor(1) as beside:
            errors = beside.submit(_text, err)
            said, complaints = _text(out), errors.result()
        code = int(self._answers.readline())
        return subprocess.CompletedProcess(arguments, code, said, complaints)

    def _close(self) -> None:
        self._answers.close()
        self._socket.close()
        self._process.wait()


@cache
def warm_program() -> WarmProgram:
    """The one of this process, started when it is first asked for."""
    return WarmProgram()


def process_id() -> int | None:
    """Its number, where it was started."""
    return warm_program().process_id if warm_program.cache_info().currsize else None


def would_do() -> bool:
    """Whether a process of its own would start in nothing else than this one's forks do."""
    return sys.platform == "linux" and _surroundings() == _AT_FIRST


def _surroundings() -> tuple[str, dict[str, str]]:
    """What is looked up only while a process starts."""
    found = {name: os.environ[name] for name in os.environ if name.startswith(_READ_AT_THE_START)}
    return os.getcwd(), found  # noqa: PTH109 - as text


_AT_FIRST: Final = _surroundings()


def _text(end: int) -> str:
    with os.fdopen(end) as file:
        return file.read()


def _serve(requests: socket.socket) -> None:
    """Forks for each request and tells how it ended; returns in the fork, or where nobody asks."""
    lines = requests.makefile("rb")
    while True:
        first, streams, *_ = socket.recv_fds(requests, 1, 3)
        if not first:
            sys.exit()
        arguments, environment = json.loads(lines.readline())
        child = os.fork()
        if not child:
            break
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        requests.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    lines.close()
    requests.close()
    _become(arguments, environment, streams)


def _become(arguments: list[str], environment: dict[str, str], streams: list[int]) -> None:
    """Take over what a process is given when it starts."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout = _opened(0, "r"), _opened(1, "w")
    sys.stderr = _opened(2, "w", buffering=1, errors="backslashreplace")
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments


def _opened(number: int, mode: str, buffering: int = -1, errors: str = "strict") -> TextIO:
    """As Python opens its streams while it starts."""
    stream = open(number, mode, buffering, errors=errors, closefd=False)  # noqa: SIM115
    return cast(TextIO, stream)


def main() -> None:
    """Gets the number of its socket."""
    for name in _IMPORTED:
        import_module(name)
    _serve(socket.socket(fileno=int(sys.argv[1])))
    del sys.modules["genre_desktop.__main__"]  # it is to be the main module
    runpy.run_module("genre_desktop", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
