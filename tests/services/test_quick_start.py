"""A quick start leaves out of PySide6 what nobody uses, and nothing that somebody does."""

import subprocess
import sys

import pytest

_START = """
import sys
from genre_desktop.services.quick_start import start_quickly
start_quickly()
print(*sorted({"argparse", "tempfile", "zipfile"} & set(sys.modules)))
import re, tempfile, zipfile
print(tempfile.mkdtemp.__name__, zipfile.ZipFile.__name__, type(re.compile("a" * 9_999)).__name__)
from PySide6.QtCore import QRect
try:
    QRect("a")
except TypeError as refused:
    print("Supported signatures:" in str(refused))
"""


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What a process says that starts quickly."""
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")


def test_what_is_never_used_is_not_imported(said: list[str]) -> None:
    assert said[0] == ""


def test_who_asks_for_it_later_gets_it(said: list[str]) -> None:
    assert said[1] == "mkdtemp ZipFile Pattern"


def test_a_wrong_call_of_qt_is_still_explained(said: list[str]) -> None:
    assert said[2] == "True"
