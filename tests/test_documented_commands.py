"""Every command that the README and the guides show works, on a small collection."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import run
from tests.support.missing import why_training_is_left_out
from tests.support.sounds import music, write_sound

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "training" / "README.md", *sorted(ROOT.glob("docs/*.md")))
_FINE = (0, 1, 3)  # all is well, something was left out, there was nothing to do it to
_ELSEWHERE = "tcp://"  # where other computers take part; tests of the cluster run those
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.timeout(300)


def _lines(beginning: str) -> Iterator[tuple[str, str]]:
    """The commands that begin so, with the name of their document."""
    for document in DOCUMENTS:
        for block in _FENCE.findall(document.read_text(encoding="utf-8")):
            for line in block.replace("\\\n", " ").splitlines():
                words = line.partition("  #")[0].strip()
                if words.startswith(beginning):
                    yield document.relative_to(ROOT).as_posix(), words


def _of_the_program() -> list[str]:
    return list(dict.fromkeys(words for _, words in _lines("genre-desktop ")))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of somebody with two short pieces, for all commands in their order."""
    (tmp_path / "Music" / "Mixes").mkdir(parents=True)
    write_sound(tmp_path / "Music" / "one.mp3", music(3.0, 1), "mp3", tags={"title": "One"})
    write_sound(tmp_path / "Music" / "Mixes" / "two.flac", music(3.0, 2), "flac")
    return tmp_path


def test_every_command_of_the_program_works(home: Path) -> None:
    here = [words for words in _of_the_program() if _ELSEWHERE not in words]
    commands = ["genre-desktop classify ~/Music", *here]
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
    assert {each: code for each, code in ends.items() if code not in _FINE} == {}, done.stderr


def test_every_command_for_many_computers_has_the_options_that_are_shown() -> None:
    commands = [words.split() for words in _of_the_program() if _ELSEWHERE in words]
    assert commands
    for _, command, *words in commands:
        told = run(command, "--help").stdout
        assert [word for word in words if word.startswith("--") and word not in told] == []


def test_every_make_command_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    goals = {words.split()[1] for _, words in _lines("make ")}
    assert goals
    assert [goal for goal in goals if f"\n{goal}:" not in makefile] == []


@pytest.mark.training
def test_every_command_of_training_has_the_options_that_are_shown() -> None:
    assert why_training_is_left_out() is None
    shown: dict[str, set[str]] = {}
    for _, words in _lines("python -m training "):
        command = words.split()[3]
        shown.setdefault(command, set()).update(re.findall(r"--[a-z-]+", words))
    assert len(shown) > 4
    for command, options in shown.items():
        told = subprocess.run(
            [sys.executable, "-m", "training", command, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert [option for option in options if option not in told] == []


def test_every_picture_and_page_that_is_named_is_there() -> None:
    missing = [
        f"{document.name}: {target}"
        for document in DOCUMENTS
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert missing == []
