"""A run that is killed at any instant leaves whole files, nothing beside them, a true journal."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from genre_desktop.core.tagging.copying import digest_of
from genre_desktop.core.tagging.journal import Journal
from tests.support import tagged
from tests.support.small_disk import small_disk
from tests.support.tag_run import tag_all

ROOT = Path(__file__).parents[3]
GENRES = ("Jazz", "Rock")  # as long as each other, so that there are two states of each file


EACH_LINKED = 4  # every so many files have a second link, and are written in their place


def many_files(folder: Path, count: int) -> None:
    """So many files of all formats, with and without tags; some have links in a folder beside."""
    first = folder.parent / "first"
    links = links_of(folder)
    for each in (first, folder, links):
        each.mkdir()
    made = []
    for name, make in tagged.MAKERS.items():
        path = make(first)
        made.append(path.rename(first / f"{name}{path.suffix}"))
    for number in range(count):
        source = made[number % len(made)]
        path = folder / f"{number} {source.name}"
        shutil.copy(source, path)
        if number % EACH_LINKED == 0 and sys.platform != "win32":
            links.joinpath(path.name).hardlink_to(path)
    shutil.rmtree(first)


def links_of(music: Path) -> Path:
    return music.with_name("links")


def killed_run(journal: Path, music: Path, genre: str, seconds: float) -> None:
    """Runs it in a process that is killed so long after it began to write."""
    words = [sys.executable, "-m", "tests.support.tag_run", str(journal), str(music), genre]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"loaded\n"
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()


def contents(music: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in music.iterdir()}


def check_kills(folder: Path, files: int, kills: int, most_seconds: float) -> None:
    music, journal = folder / "music", folder / "tags.sqlite"
    many_files(music, files)
    written = check_kills_over(music, journal, kills, most_seconds)
    assert written == files


def check_kills_over(music: Path, journal: Path, kills: int, most_seconds: float) -> int:
    """Says into how many files anything could be written."""
    states = []
    for genre in GENRES:
        begun = time.perf_counter()
        done = tag_all(journal, music, genre)
        assert all("disk is full" in one.refused for one in done if not one.is_written)
        whole_run = time.perf_counter() - begun
        states.append(contents(music))
    before, after = states
    writable = sum(before[name] != after[name] for name in before)
    rng, longest = random.Random(7), min(whole_run, most_seconds)
    partly = 0
    for number in range(kills):
        killed_run(journal, music, GENRES[number % 2], rng.uniform(0, longest))
        with Journal.open(journal) as opened:
            found = contents(music)
            assert found.keys() == before.keys()
            assert [name for name in found if found[name] not in (before[name], after[name])] == []
            partly += 0 < sum(found[name] != before[name] for name in found) < writable
            rows = opened._connection.execute(
                "SELECT path, new_digest FROM entry WHERE is_done ORDER BY id"
            ).fetchall()
            assert all(each.samefile(music / each.name) for each in links_of(music).iterdir())
            assert dict(rows) == {os.fsencode(path): digest_of(path) for path in music.iterdir()}
    assert partly > 0
    return writable


@pytest.mark.timeout(600)
def test_twenty_kills_over_a_hundred_files(tmp_path: Path) -> None:
    check_kills(tmp_path, 100, 20, most_seconds=1.5)


@pytest.mark.timeout(600)
def test_kills_on_a_disk_that_is_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", "16m") as disk:
        music, journal = disk / "music", tmp_path / "tags.sqlite"
        many_files(music, 48)
        assert {done.refused for done in tag_all(journal, music, "Folk")} == {""}
        largest = max(path.stat().st_size for path in music.iterdir())
        room = shutil.disk_usage(disk).free - largest // 2
        (disk / "filler").write_bytes(bytes(room))
        assert 0 < check_kills_over(music, journal, 10, most_seconds=1.0) < 48


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_hundred_kills_over_a_thousand_files(tmp_path: Path) -> None:
    check_kills(tmp_path, 1_000, 200, most_seconds=20.0)
