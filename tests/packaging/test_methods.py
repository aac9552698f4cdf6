"""The packaged program takes the methods of its dataclasses from a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.package.methods import write_methods

_ROOT = Path(__file__).parents[2]

_START = """
import dataclasses, sys
from pathlib import Path
from tools.package.before_the_start import compiled_methods, make_dataclasses_quickly

compiled = compiled_methods(Path(sys.argv[1]))
make_dataclasses_quickly(compiled)
made, texts = vars(dataclasses)["exec"], []
def watched(text, names, functions):
    texts.append(text)
    made(text, names, functions)
vars(dataclasses)["exec"] = watched
import genre_desktop.start
print(len(texts) > 100, len(set(texts) - set(compiled)))

@dataclasses.dataclass(frozen=True)
class Unknown:
    number: int

print(Unknown(3), Unknown.__doc__)
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a process says that starts with compiled methods."""
    folder = tmp_path_factory.mktemp("program")
    write_methods(folder / "methods.bin")
    command = [sys.executable, "-c", _START, str(folder)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_no_method_is_compiled_at_a_start(said: list[str]) -> None:
    assert said[0] == "True 0"


def test_a_class_that_is_not_in_the_file_is_made_as_ever(said: list[str]) -> None:
    assert said[1] == "Unknown(number=3) Unknown"
