"""Bad files as a user sees them: one row each, a named problem, and a sentence that helps."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.program import Run, program_in, snapshot
from tests.support.badfiles import BAD_FILES
from tests.support.missing import skip_for_want_of

# Things that are no regular file have no row: the scan leaves them out with a sentence.
_NO_ROW = ("folder named mp3", "dangling link", "link loop", "named pipe")
_UNLIKE_POSIX = sys.platform == "win32"


@dataclass(frozen=True)
class Tried:
    """One run over all bad files, and where each lies."""

    run: Run
    paths: dict[str, Path]
    unchanged: bool


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    place = tmp_path_factory.mktemp("bad files")
    paths = {}
    for number, (name, bad) in enumerate(BAD_FILES.items()):
        if not (bad.needs and _UNLIKE_POSIX):
            folder = place / "music" / f"{number:02d}"
            folder.mkdir(parents=True)
            paths[name] = bad.make(folder)
    before = snapshot(place / "music")
    # without the library: what is said of a file is then its own, not a copy's
    run = program_in(place).classify(place / "music", "--no-library", "--jobs", "2")
    return Tried(run, paths, snapshot(place / "music") == before)


def _row(tried: Tried, name: str) -> dict[str, str]:
    if name not in tried.paths:
        skip_for_want_of(BAD_FILES[name].needs)
    path = str(tried.paths[name])
    (row,) = [row for row in tried.run.rows if row["path"] == path]
    return row


@pytest.mark.parametrize("name", [name for name in BAD_FILES if name not in _NO_ROW])
def test_each_bad_file_is_a_row_with_its_named_problem(tried: Tried, name: str) -> None:
    row, bad = _row(tried, name), BAD_FILES[name]
    expected = [bad.problem] if bad.problem else list(bad.notes)
    assert row["problem"].split("; ") == ([str(problem) for problem in expected] or [""])


@pytest.mark.parametrize("name", [name for name in BAD_FILES if name not in _NO_ROW])
def test_only_a_file_that_can_be_heard_has_a_genre(tried: Tried, name: str) -> None:
    row, bad = _row(tried, name), BAD_FILES[name]
    heard = bad.problem is None
    assert bool(row["predicted_genre"]) is heard
    assert bool(row["confidence"]) is heard
    assert bool(row["model"]) is heard


@pytest.mark.parametrize("name", [name for name, bad in BAD_FILES.items() if bad.problem])
def test_each_problem_is_said_on_a_line_that_names_the_file(tried: Tried, name: str) -> None:
    if name == "folder named mp3":
        return  # a folder is looked into like any other
    path = tried.paths.get(name) or skip_for_want_of(BAD_FILES[name].needs)
    lines = [line for line in tried.run.err.splitlines() if str(path) in line]
    assert len(lines) == 1
    assert lines[0].endswith(".")


def test_what_is_no_regular_file_has_no_row_and_blocks_nothing(tried: Tried) -> None:
    rows = {row["path"] for row in tried.run.rows}
    assert not rows & {str(tried.paths[name]) for name in _NO_ROW if name in tried.paths}


def test_the_seconds_that_were_decoded_are_in_the_json(tried: Tried) -> None:
    by_path = {track["path"]: track for track in tried.run.tracks}
    for name, bad in BAD_FILES.items():
        if bad.problem is None and name in tried.paths:
            audio = by_path[str(tried.paths[name])]["audio"]
            assert bad.seconds[0] <= audio["decoded_seconds"] <= bad.seconds[1], name


def test_failed_packets_and_the_promised_length_are_in_the_json(tried: Tried) -> None:
    by_path = {track["path"]: track for track in tried.run.tracks}
    noisy = by_path[str(tried.paths["mp3 with noise in the middle"])]["audio"]
    cut = by_path[str(tried.paths["mp3 cut to a third"])]["audio"]
    assert noisy["failed_packets"] > 0
    assert cut["promised_seconds"] > 2 * cut["decoded_seconds"]


def test_the_batch_ends_with_the_exit_code_for_problems(tried: Tried) -> None:
    assert tried.run.code == 1


def test_no_bad_file_is_touched(tried: Tried) -> None:
    assert tried.unchanged


def test_no_trace_of_python_is_shown(tried: Tried) -> None:
    assert "Traceback" not in tried.run.out + tried.run.err
    assert "internal error" not in tried.run.out + tried.run.err
