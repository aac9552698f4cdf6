"""Running the command line as a process, with a tiny model of the user's own."""

import csv
import subprocess
import sys
from pathlib import Path

from tests.support import sounds
from tests.support.packages import GTZAN, tone_for
from tests.support.warm_program import warm_program, would_do

RATE = 22_050


def tone(path: Path, label: int, seconds: float = 6.0) -> Path:
    return sounds.write_flac(path, tone_for(label, len(GTZAN), seconds), rate=RATE)


def two_tones(folder: Path) -> Path:
    """A new folder with what the tiny model takes for country and for pop."""
    folder.mkdir()
    for label in (2, 7):
        tone(folder / f"{GTZAN[label]}.flac", label)
    return folder


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "genre_desktop", *map(str, arguments)]


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """In a fork of a process that has all loaded; in a fresh one where that would be another."""
    if would_do():
        return warm_program().run(list(map(str, arguments)))
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False)


def classify(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return run("classify", "--model", "tiny-mel", *arguments)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
