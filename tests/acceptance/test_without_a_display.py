"""`make run` where there is no display: the demo pieces become genres.csv."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.program import ROOT, RUN_SECONDS, Run, need_posix, program_in


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder of its own in which all is prepared."""
    need_posix("a shell")
    place = tmp_path_factory.mktemp("project")
    for name in ("genre_desktop", "models", "resources"):
        (place / name).symlink_to(ROOT / name)
    (place / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "start", place / "tools" / "start")
    python = place / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return place


def start(place: Path, **variables: str) -> Run:
    """What `make run` starts once all is prepared."""
    environment = program_in(place).environment()
    environment.pop("MUSIC", None)
    done = subprocess.run(
        [str(place / "tools" / "start")],
        cwd=os.sep,
        env=environment | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=RUN_SECONDS,
        check=False,
    )
    written = (place / "genres.csv").read_bytes()
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode(), written, ())


@pytest.fixture(scope="module")
def started(place: Path) -> Run:
    return start(place)


def test_the_demo_pieces_have_genres_in_the_csv(started: Run) -> None:
    pieces = {path.name for path in (ROOT / "resources" / "demo").iterdir()}
    assert started.code == 0
    assert set(started.by_name) == pieces
    assert all(row["predicted_genre"] for row in started.rows)


def test_the_table_is_printed(started: Run) -> None:
    for name, row in started.by_name.items():
        (line,) = [line for line in started.out.splitlines() if line.startswith(Path(name).name)]
        assert row["predicted_genre"] in line


def test_the_last_line_says_where_the_csv_is(started: Run, place: Path) -> None:
    assert started.err.splitlines()[-1].endswith(f" Written: {place / 'genres.csv'}.")


@pytest.mark.parametrize("typed", ["/typo", "-typo"])
def test_a_slip_of_the_hand_is_told_and_leaves_the_last_csv(
    started: Run, place: Path, typed: str
) -> None:
    slip = start(place, MUSIC=typed)
    assert (slip.code, slip.out) == (3, "")
    assert slip.err.splitlines()[-1] == f"No music was found in {typed}."
    assert slip.csv_bytes == started.csv_bytes
