"""The program as a stranger runs it: a command line in, an exit code and files out."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.support.missing import skip_for_want_of

ROOT: Final = Path(__file__).parents[2]
COMMAND: Final = (sys.executable, "-m", "genre_desktop")
RUN_SECONDS: Final = 100.0

Row = dict[str, str]


@dataclass(frozen=True)
class Run:
    """What one run of the program left behind."""

    code: int
    out: str
    err: str
    csv_bytes: bytes
    tracks: tuple[dict[str, Any], ...]

    @property
    def rows(self) -> list[Row]:
        """The rows of the CSV, in order."""
        text = self.csv_bytes.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    @property
    def by_name(self) -> dict[str, Row]:
        """The rows of the CSV by the last part of their path."""
        return {Path(row["path"]).name: row for row in self.rows}

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        """Genre and confidence by the last part of the path."""
        return {
            name: (row["predicted_genre"], row["confidence"]) for name, row in self.by_name.items()
        }

    @property
    def known(self) -> int:
        """How many tracks the last line says were known already."""
        words = self.err.replace(",", "").split()
        return next((int(words[i - 1]) for i, word in enumerate(words) if word == "known"), 0)


@dataclass(frozen=True)
class Program:
    """The program with user folders and a place for its answers of its own."""

    home: Path
    out: Path
    before: tuple[str, ...] = ()  # words in front of the command
    settings: tuple[tuple[str, str], ...] = ()  # further environment variables

    def environment(self) -> dict[str, str]:
        """The variables it is started with: its own home, this project, no display."""
        here = dict(os.environ)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "PYTHONUNBUFFERED"):
            here.pop(name, None)
        here |= {
            "GENRE_DESKTOP_HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8:surrogateescape",
        }
        return here | dict(self.settings)

    def start(self, *words: str | Path, cwd: Path | None = None) -> subprocess.Popen[bytes]:
        """Start it and return at once; its errors and its table are in pipes."""
        return subprocess.Popen(
            [*self.before, *COMMAND, *map(str, words)],
            cwd=cwd or self.out,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str | Path, cwd: Path | None = None) -> Run:
        """Run it to its end."""
        with self.start(*words, cwd=cwd) as process:
            return self.end_of(process)

    def classify(self, *words: str | Path, cwd: Path | None = None) -> Run:
        """Classify with a CSV and a JSON file."""
        table, everything = self.targets()
        for target in (table, everything):
            target.unlink(missing_ok=True)
        return self.run("classify", *words, "--csv", table, "--json", everything, cwd=cwd)

    def targets(self) -> tuple[Path, Path]:
        """Where `classify` has the CSV and the JSON written."""
        return self.out / "genres.csv", self.out / "genres.json"

    def end_of(self, process: subprocess.Popen[bytes]) -> Run:
        """Wait for a started program and read what it wrote."""
        try:
            out, err = process.communicate(timeout=RUN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        table, everything = self.targets()
        tracks = json.loads(everything.read_bytes())["tracks"] if everything.exists() else ()
        return Run(
            process.returncode,
            out.decode("utf-8", "surrogateescape"),
            err.decode("utf-8", "surrogateescape"),
            table.read_bytes() if table.exists() else b"",
            tuple(tracks),
        )


def program_in(folder: Path) -> Program:
    """A program whose home and answers lie in a folder."""
    (folder / "out").mkdir(parents=True, exist_ok=True)
    return Program(folder / "home", folder / "out")


def snapshot(folder: Path) -> dict[str, tuple[str, int, int]]:
    """Digest, length and time of change of every regular file below a folder."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            found[str(path)] = (digest, path.stat().st_size, path.stat().st_mtime_ns)
    return found


def without_privileges() -> tuple[str, ...]:
    """Words that make the program obey file permissions also where root runs the tests."""
    if sys.platform == "win32":
        skip_for_want_of("file permissions as POSIX has them")
    if os.geteuid() != 0:
        return ()
    words = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
    try:
        subprocess.run([*words, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        skip_for_want_of("a way to give up root's privileges (setpriv)")
    return words


def need_posix(what: str) -> None:
    """Skip the running test on Windows, named by what it would need."""
    if sys.platform == "win32":
        skip_for_want_of(what)
