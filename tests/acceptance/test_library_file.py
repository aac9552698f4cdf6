"""The library's own file: corrupt, newer, read-only, and used by two programs at once."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.acceptance.program import Program, Run, program_in, without_privileges
from tests.support.sounds import music, write_sound


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("music")
    for seed in range(3):
        write_sound(folder / f"{seed}.mp3", music(2.0, seed=seed), "mp3")
    return folder


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> tuple[Program, Run]:
    program = program_in(tmp_path_factory.mktemp("heard"))
    return program, program.classify(folder)


@pytest.fixture
def filled(tmp_path: Path, heard: tuple[Program, Run]) -> tuple[Program, Run]:
    """A program with a library of its own that knows the folder, and what it answered."""
    before, first = heard
    program = program_in(tmp_path)
    shutil.copytree(before.home, program.home)
    return program, first


def _database(program: Program) -> Path:
    (found,) = program.home.rglob("*.sqlite")
    return found


def _settle(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_corrupt_library_is_set_aside_with_a_message(
    filled: tuple[Program, Run], folder: Path
) -> None:
    program, first = filled
    database = _database(program)
    rubbish = b"This was a library once. " * 4000
    database.write_bytes(rubbish)
    run = program.classify(folder)
    assert run.code == 0
    assert run.answers == first.answers
    kept = [path for path in database.parent.iterdir() if path.read_bytes() == rubbish]
    assert len(kept) == 1
    assert kept[0] != database
    assert kept[0].name in run.err
    assert program.classify(folder).known == 3  # the new library works


def test_a_library_damaged_behind_its_header_is_set_aside_too(
    filled: tuple[Program, Run], folder: Path
) -> None:
    program, first = filled
    database = _database(program)
    _settle(database)
    content = bytearray(database.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    database.write_bytes(content)
    run = program.classify(folder)
    assert run.answers == first.answers
    assert run.code == 0
    kept = [path for path in database.parent.iterdir() if path.read_bytes() == bytes(content)]
    assert [path for path in kept if path.name in run.err]


def test_the_library_of_a_newer_program_is_only_read(
    filled: tuple[Program, Run], folder: Path
) -> None:
    program, first = filled
    database = _database(program)
    with closing(sqlite3.connect(database)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1000}")
    _settle(database)
    before = database.read_bytes()
    extra = write_sound(database.parent / "extra.mp3", music(2.0, seed=9), "mp3")
    run = program.classify(folder, extra)
    assert run.code == 0
    assert {name: run.answers[name] for name in first.answers} == first.answers
    assert run.answers["extra.mp3"][0]
    assert database.read_bytes() == before
    assert "newer" in run.err


def test_two_programs_may_work_at_once(tmp_path: Path, folder: Path) -> None:
    one = program_in(tmp_path / "one")
    other = replace(program_in(tmp_path / "other"), home=one.home)
    with (
        one.start("classify", folder, "--csv", one.targets()[0]) as first,
        other.start("classify", folder, "--csv", other.targets()[0]) as second,
    ):
        runs = [one.end_of(first), other.end_of(second)]
    assert [run.code for run in runs] == [0, 0]
    assert runs[0].csv_bytes == runs[1].csv_bytes
    with closing(sqlite3.connect(_database(one))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert one.classify(folder).known == 3


def test_a_home_that_may_not_be_written_costs_one_notice(tmp_path: Path, folder: Path) -> None:
    program = replace(program_in(tmp_path), before=without_privileges())
    program.home.mkdir()
    program.home.chmod(0o500)
    try:
        run = program.classify(folder)
    finally:
        program.home.chmod(0o700)
    assert run.code == 0
    assert len(run.answers) == 3
    notices = [line for line in run.err.splitlines() if str(program.home) in line]
    assert len(notices) == 1
    assert "Traceback" not in run.err


def test_what_is_known_is_read_where_nothing_may_be_written(
    filled: tuple[Program, Run], folder: Path
) -> None:
    program, first = filled
    place = _database(program).parent
    backup = program.out / "backup.sqlite"
    reader = replace(program, before=without_privileges())
    place.chmod(0o500)
    try:
        again = reader.classify(folder)
        table = reader.run("export", "--format", "csv", "-o", "-")
        copied = reader.run("library", "backup", backup)
        back = reader.run("library", "restore", backup)
    finally:
        place.chmod(0o700)
    assert (again.code, again.known, again.answers) == (0, 3, first.answers)
    assert "new genres are not kept" in again.err
    assert (table.code, table.out.count("\n")) == (0, 4)
    assert copied.code == 0
    assert back.code == 2
    assert f"Nothing can be written in {place} (Permission denied)" in back.err
    other = replace(program, home=program.out / "another home")
    assert other.run("library", "restore", backup).code == 0
    assert other.classify(folder).known == 3


def test_without_the_library_nothing_is_written_at_home(tmp_path: Path, folder: Path) -> None:
    program = program_in(tmp_path)
    run = program.classify(folder / "0.mp3", "--no-library")
    assert run.code == 0
    assert not list(program.home.rglob("*.sqlite*"))
