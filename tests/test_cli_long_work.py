"""The command line over many files: interrupted, killed, and run twice at the same time."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from genre_desktop.core.library import Library
from tests.support.command_line import classify, command, rows_of
from tests.support.long_work import AFTER, BEFORE, begun, write_long_work
from tests.support.packages import mel_package


@pytest.fixture(autouse=True)
def model(a_home_of_its_own: Path) -> Path:
    """A model of the user's own that every command finds by name."""
    return mel_package(a_home_of_its_own / "data" / "models")


@pytest.fixture
def long_work(tmp_path: Path) -> Path:
    """Files of which the ninth says on standard error that it was reached."""
    return write_long_work(tmp_path / "long")


def files_kept(home: Path) -> int:
    with closing(sqlite3.connect(home / "data" / "library.sqlite")) as library:
        return int(
            library.execute(
                "SELECT (SELECT count(*) FROM file) + (SELECT count(*) FROM problem)"
            ).fetchone()[0]
        )


def press_ctrl_c(work: "subprocess.Popen[str]") -> None:
    os.killpg(work.pid, signal.SIGINT)  # a terminal tells the workers, too


def ask_to_end(work: "subprocess.Popen[str]") -> None:
    work.terminate()


def close_the_terminal(work: "subprocess.Popen[str]") -> None:
    os.killpg(work.pid, signal.SIGHUP)  # the workers are told, too


@pytest.mark.skipif(sys.platform == "win32", reason="process groups and SIGINT are POSIX")
@pytest.mark.parametrize("stop", [press_ctrl_c, ask_to_end, close_the_terminal])
def test_an_interruption_gives_up_the_rest_and_writes_what_is_done(
    long_work: Path,
    tmp_path: Path,
    a_home_of_its_own: Path,
    stop: "Callable[[subprocess.Popen[str]], None]",
) -> None:
    with begun(long_work, "--csv", tmp_path / "genres.csv") as work:
        stop(work)
        _, errors = work.communicate()
    assert work.returncode == 130
    assert "Traceback" not in errors
    rows = rows_of(tmp_path / "genres.csv")
    assert BEFORE / 2 < len(rows) < AFTER
    assert files_kept(a_home_of_its_own) >= len(rows)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_terminal_that_goes_under_a_bar_costs_no_table(long_work: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("classify", "--model", "tiny-mel", long_work, "--csv", tmp_path / "genres.csv"),
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "400"},
    ) as work:
        os.close(theirs)
        shown = b""
        while b"b reached.mp3" not in shown:
            shown += os.read(ours, 65_536)
        os.close(ours)
    assert work.returncode == 1  # that file is no music
    assert len(rows_of(tmp_path / "genres.csv")) == BEFORE + 1 + AFTER


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_after_a_kill_the_next_run_goes_on_where_it_was(
    long_work: Path, a_home_of_its_own: Path
) -> None:
    with begun(long_work) as work:
        work.kill()
        work.communicate()  # ends when the workers, which hold the pipes too, are gone
    kept = files_kept(a_home_of_its_own)
    assert kept >= BEFORE / 2
    told = classify(long_work)
    assert f"{BEFORE + 1 + AFTER} tracks" in told.stderr
    known = re.search(r"(\d+) known already", told.stderr)
    assert known is not None
    assert int(known[1]) >= kept


def test_two_at_the_same_time_share_the_library(long_work: Path) -> None:
    with begun(long_work, "--jobs", "1") as one, begun(long_work, "--jobs", "1") as two:
        said = [one.communicate()[1], two.communicate()[1]]
    assert [one.returncode, two.returncode] == [1, 1]  # for the file that is no music
    for text in said:
        assert f"{BEFORE + 1 + AFTER} tracks, 1 with problems" in text
        assert "library" not in text


KILLS = 200


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_hundreds_of_kills_lose_nothing_that_was_kept(
    long_work: Path, a_home_of_its_own: Path
) -> None:
    moments = random.Random(0)
    kept = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            command("classify", "--model", "tiny-mel", "--again", long_work),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as work:
            try:
                work.wait(timeout=moments.uniform(0.2, 4.0))
            except subprocess.TimeoutExpired:
                work.kill()
        kept_before, kept = kept, sound_files_kept(a_home_of_its_own)
        assert kept >= kept_before
    assert f"{kept} known already" in classify(long_work).stderr


def sound_files_kept(home: Path) -> int:
    place = home / "data" / "library.sqlite"
    if not place.exists():
        return 0
    with closing(sqlite3.connect(place)) as library:
        assert library.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert library.execute("PRAGMA foreign_key_check").fetchall() == []
    with Library.open(place):  # also where the kill came while the tables were made
        return files_kept(home)
