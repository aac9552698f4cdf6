"""The support of the tests itself: data sets by name, skips that are counted, leftovers found."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import leftovers, missing
from tests.support.command_line import command
from tests.support.data import DATA_SETS, faults_of
from tests.support.warm_program import warm_program


@pytest.mark.parametrize("name", DATA_SETS)
def test_an_empty_folder_is_an_incomplete_set(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()

    assert faults_of(name, tmp_path)


@pytest.mark.parametrize("name", DATA_SETS)
def test_a_set_that_is_there_is_complete(name: str, data_set: Callable[[str], Path]) -> None:
    assert data_set(name).is_dir()


def test_a_recording_that_is_listed_but_absent_is_named(tmp_path: Path) -> None:
    (tmp_path / "tracks").mkdir()
    (tmp_path / "tracks" / "index.csv").write_text("path,seconds\nwinter.ogg,3\n", encoding="utf-8")

    faults = faults_of("tracks", tmp_path)

    assert "index.csv has 1 rows instead of 6" in faults
    assert "winter.ogg is missing or empty" in faults


def test_skips_are_counted_by_the_thing_that_is_missing() -> None:
    reasons = ["missing: program xdotool", "missing: data set gtzan", "missing: data set gtzan"]

    assert missing.counted(reasons) == [
        "2 skipped for want of: data set gtzan",
        "1 skipped for want of: program xdotool",
    ]


def test_a_program_that_is_not_there_skips_by_name() -> None:
    with pytest.raises(pytest.skip.Exception, match="program no-such-program"):
        missing.need_tool("no-such-program")


def test_a_thread_that_keeps_the_program_alive_is_a_leftover() -> None:
    finish = threading.Event()
    thread = threading.Thread(target=finish.wait, name="forgotten")
    before = leftovers.running()
    thread.start()

    try:
        assert leftovers.running() - before == {"thread forgotten"}
    finally:
        finish.set()
        thread.join()
    assert not leftovers.left_over(before)


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed by Linux only")
def test_a_child_process_is_a_leftover_until_it_ends() -> None:
    before = leftovers.running()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)

    try:
        assert leftovers.running() - before == {f"process {child.pid}"}
    finally:
        child.communicate(b"\n")
    assert not leftovers.left_over(before)


@pytest.mark.skipif(sys.platform != "linux", reason="commands are forked on Linux only")
@pytest.mark.parametrize("words", [("history",), ("classify",), ("models", "--help")])
def test_a_command_ends_in_a_fork_as_in_a_process_of_its_own(words: tuple[str, ...]) -> None:
    apart = subprocess.run(command(*words), capture_output=True, text=True, check=False)

    forked = warm_program().run(list(words))

    assert (forked.returncode, forked.stdout, forked.stderr) == (
        apart.returncode,
        apart.stdout,
        apart.stderr,
    )
