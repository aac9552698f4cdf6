"""A run that is killed at any instant leaves each file at its old or its new place."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from genre_desktop.core.organising.running import put_back
from genre_desktop.core.organising.wishes import How
from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.journal import Journal
from tests.support.missing import skip_for_want_of

ROOT = Path(__file__).parents[3]


def many_files(folder: Path, count: int) -> dict[str, bytes]:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number}{'x' * (number % 3)}.mp3").write_bytes(bytes([number % 251]) * 5_000)
    return contents(folder)


def contents(*folders: Path) -> dict[str, bytes]:
    """All files by name; one that is at two places counts twice."""
    found: dict[str, bytes] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.is_file():
            assert path.name not in found, f"{path} is there twice"
            found[path.name] = path.read_bytes()
    return found


def killed_run(journal: Path, music: Path, into: Path, how: How, files: int) -> None:
    """Runs it in a process that is killed once so many files were placed, amid the next ones."""
    words = [sys.executable, "-m", "tests.support.place_run", *map(str, (journal, music, into))]
    with subprocess.Popen([*words, how.value], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(files):
            assert process.stdout.readline() == b"placed\n"
        process.kill()


def check_moves(folder: Path, other: Path, files: int, kills: int) -> None:
    journal, here, there = folder / "tags.sqlite", folder / "here", other / "there"
    content = many_files(here, files)
    rng = random.Random(7)
    for _ in range(kills):
        moved = len(contents(there))
        killed_run(journal, here, there, How.MOVE, rng.randint(1, (files - moved + 1) // 2))
        with Journal.open(journal) as opened:
            assert contents(here, there) == content
            places = {
                entry.placing.target.name: entry.placing.target
                for run in reversed(opened.runs())
                for entry in reversed(opened.places.entries(run.number))
            }
        assert [name for name, path in places.items() if not path.is_file()] == []
        assert len(contents(there)) > moved
        assert contents(there).keys() <= places.keys()
        if len(contents(there)) == files:
            here, there = there, here


def check_copies(folder: Path, files: int, kills: int) -> None:
    journal, music, into = folder / "tags.sqlite", folder / "music", folder / "into"
    content = many_files(music, files)
    rng = random.Random(7)
    for _ in range(kills):
        killed_run(journal, music, into, How.COPY, rng.randint(1, files // 2))
        with Journal.open(journal) as opened:
            assert contents(music) == content
            copies = contents(into)
            assert copies.items() <= content.items()
            entries = opened.places.entries(opened.runs()[0].number)
            known = {entry.placing.target: entry.placing.digest for entry in entries}
            assert known == {path: digest_of(path) for path in into.rglob("*.mp3")}
            assert copies != {}
            assert {one.refused for one in put_back(opened, entries)} == {""}
        assert not into.exists()


def another_disk(folder: Path) -> Path:
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == folder.stat().st_dev:
        skip_for_want_of("a second file system")
    return shared


@pytest.mark.timeout(120)
def test_moves_that_are_killed(tmp_path: Path) -> None:
    check_moves(tmp_path, tmp_path, files=30, kills=2)


@pytest.mark.timeout(120)
def test_copies_that_are_killed(tmp_path: Path) -> None:
    check_copies(tmp_path, files=30, kills=2)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_many_kills_over_many_files(tmp_path: Path) -> None:
    check_moves(tmp_path / "moves", tmp_path / "moves", files=1_000, kills=100)
    check_copies(tmp_path / "copies", files=500, kills=50)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_many_kills_over_moves_to_another_disk(tmp_path: Path) -> None:
    import shutil
    import tempfile

    other = Path(tempfile.mkdtemp(prefix="genre-desktop-", dir=another_disk(tmp_path)))
    try:
        check_moves(tmp_path, other, files=500, kills=60)
    finally:
        shutil.rmtree(other)
