"""Tests skipped for want of something, by name, and how many there were of each."""

import importlib.util
import os
import shutil
from collections import Counter
from collections.abc import Iterable
from typing import NoReturn

import pytest

TRAINING_LIBRARIES = ("torch", "librosa", "sklearn", "skl2onnx")

_PREFIX = "missing: "


def skip_for_want_of(thing: str) -> NoReturn:
    """Skip the running test because this computer lacks a thing, and be counted under its name."""
    pytest.skip(_PREFIX + thing)


def need_tool(name: str) -> str:
    """The path of a program, or a skip by its name."""
    found = shutil.which(name)
    if found is None:
        skip_for_want_of(f"program {name}")
    return found


def why_training_is_left_out() -> str | None:
    """The reason why tests of training cannot run here, None where they can."""
    if os.environ.get("TRAINING") == "0":
        return _PREFIX + "training (TRAINING=0)"
    absent = [name for name in TRAINING_LIBRARIES if importlib.util.find_spec(name) is None]
    return f"{_PREFIX}training tools ({', '.join(absent)})" if absent else None


def counted(reasons: Iterable[str]) -> list[str]:
    """One sentence for each thing that was missing, the most missed first."""
    tally = Counter(reason.partition(_PREFIX)[2] or reason for reason in reasons)
    return [
        f"{count} skipped for want of: {thing}"
        for thing, count in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
