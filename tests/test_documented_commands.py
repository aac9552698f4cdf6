"""Every command that the documents show works, on a small collection."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.support.documents import DOCUMENTS, ROOT, mentioned, shown
from tests.support.missing import why_training_is_left_out
from tests.support.sounds import music, write_sound
from tools.package import options

_ELSEWHERE = "tcp://"  # where other computers take part; tests of the cluster run those

# How each command that stands in a block begins, and the test that runs it word for word.
_RUN_BY = {
    "genre-desktop ": "tests/test_documented_commands.py",
    "python -m tools.package.share ": "tests/test_documented_commands.py",
    "python -m training ": "tests/training/test_five_commands.py",
    "dask scheduler ": "tests/test_documented_commands.py",
    "dask worker ": "tests/test_documented_commands.py",
    "sha256sum ": "tests/packaging/test_install.py",
    "tar xzf genre-desktop-VERSION": "tests/packaging/test_install.py",
    "genre-desktop-VERSION": "tests/packaging/test_install.py",
}
# Those that no test can run word for word, and why.
_NOT_RUN = {
    "make run": "opens a window or fetches an environment: here --dry-run, and its parts elsewhere",
    "make test": "would run itself: here --dry-run",
}

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of somebody with two short pieces, one of them jazz, for all commands in order."""
    (tmp_path / "Music" / "Mixes").mkdir(parents=True)
    write_sound(tmp_path / "Music" / "one.mp3", music(3.0, 1), "mp3", tags={"title": "One"})
    write_sound(tmp_path / "Music" / "Mixes" / "two.flac", music(3.0, 2), "flac")
    (tmp_path / "edited.csv").write_text("path,genre\nMusic/one.mp3,Jazz\n", encoding="utf-8")
    return tmp_path


def test_every_command_in_a_block_is_run_word_for_word_or_named_with_the_reason() -> None:
    known = (*_RUN_BY, *_NOT_RUN)
    assert [words for words in shown() if not words.startswith(known)] == []
    assert [beginning for beginning in known if not shown(beginning)] == []
    assert [test for test in _RUN_BY.values() if not (ROOT / test).exists()] == []


def test_every_command_of_the_program_works(home: Path) -> None:
    here = [words for words in shown("genre-desktop ") if _ELSEWHERE not in words]
    first = ("genre-desktop classify ~/Music", "genre-desktop import edited.csv --yes")
    commands = [*first, *here]
    assert len(commands) > 15
    words = [[word.replace("~", str(home)) for word in shlex.split(each)[1:]] for each in commands]
    settings = {"GENRE_DESKTOP_HOME": str(home / "kept"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.run_commands", json.dumps(words)],
        cwd=home,
        env={**os.environ, **settings},
        input="y\n" * len(commands),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    codes = json.loads(done.stdout.splitlines()[-1])
    ends = dict(zip(commands, codes, strict=True))
    assert {each: code for each, code in ends.items() if code} == {}, done.stderr


def test_every_command_of_the_program_has_the_options_that_are_shown() -> None:
    known = {
        command.name: {name for option in command.options for name in option.names}
        for command in (options.program(), *options.commands())
    }
    commands = [*shown("genre-desktop "), *mentioned("genre-desktop ")]
    assert any(_ELSEWHERE in words for words in commands)
    for words in commands:
        named = [word for word in shlex.split(words)[1:] if word in known]
        wanted = set(re.findall(r"(?<!\S)--[a-z-]+", words))
        assert wanted <= known[""].union(*(known[name] for name in named)), words
        assert named or wanted, words


def test_every_make_command_is_one(tool: Callable[[str], str]) -> None:
    make = tool("make")
    commands = [*shown("make "), *mentioned("make")]
    assert len(commands) > 10
    by_itself = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    for words in commands:
        done = subprocess.run(
            [make, "--dry-run", *shlex.split(words)[1:]],
            cwd=ROOT,
            env=by_itself,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), words
        assert done.stdout, words


def test_what_a_distribution_wants_is_written(tmp_path: Path) -> None:
    [words] = shown("python -m tools.package.share ")
    done = subprocess.run(
        [sys.executable, *shlex.split(words)[1:]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "DIR/usr/share/applications/genre-desktop.desktop").is_file()


@pytest.mark.training
def test_every_command_of_training_in_a_sentence_has_the_options_that_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert why_training_is_left_out() is None
    from training.__main__ import main

    wanted: dict[str, set[str]] = {}
    for words in mentioned("python -m training "):
        command = words.split()[3]
        wanted.setdefault(command, set()).update(re.findall(r"--[a-z-]+", words))
    assert len(wanted) > 4
    for command, names in wanted.items():
        with pytest.raises(SystemExit) as end:
            main([command, "--help"])
        assert end.value.code == 0
        told = capsys.readouterr().out
        assert [name for name in names if name not in told] == []


@pytest.mark.training
def test_the_commands_of_a_cluster_work_together(home: Path) -> None:
    assert why_training_is_left_out() is None
    port = str(_free_port())

    def words(beginning: str) -> list[str]:
        """The words of the first of the shown commands, for this computer alone."""
        command = next(one for one in shown(beginning) if _ELSEWHERE in one or "8786" in one)
        here = {"8786": port, "host:": "127.0.0.1:", "/music": str(home / "Music")}
        for theirs, ours in here.items():
            command = command.replace(theirs, ours)
        return shlex.split(command)[1:]

    dask = [sys.executable, "-m", "dask"]
    alone = ["--host", "127.0.0.1", "--no-dashboard"]
    with ExitStack() as ending:
        for beginning in ("dask scheduler ", "dask worker "):
            started = subprocess.Popen(
                [*dask, *words(beginning), *alone], stderr=subprocess.DEVNULL
            )
            ending.callback(_end, started)
        classify = [sys.executable, "-m", "genre_desktop", *words("genre-desktop classify ")]
        settings = {"GENRE_DESKTOP_HOME": str(home / "kept"), "PYTHONPATH": str(ROOT)}
        while True:
            done = subprocess.run(
                classify,
                cwd=home,
                env={**os.environ, **settings},
                capture_output=True,
                text=True,
                check=False,
            )
            if not re.search("No Dask scheduler|has no workers", done.stderr):
                break  # it says these until both have started
    assert done.returncode == 0, done.stderr
    assert len((home / "genres.csv").read_text("utf-8").splitlines()) == 3


def test_every_benchmark_that_is_named_is_there() -> None:
    from bench.__main__ import NAMES

    named = [words.split()[3] for words in mentioned("python -m bench ")]
    assert len(named) > 3
    assert [name for name in named if name not in NAMES] == []


def test_every_picture_and_page_that_is_named_is_there() -> None:
    missing = [
        f"{document.name}: {target}"
        for document in DOCUMENTS
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert missing == []


def _free_port() -> int:
    """One that the system gives nobody by itself before a scheduler has it."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("No port is free.")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
