"""What was heard once is known: unchanged, renamed, moved and re-tagged files."""

import os
from dataclasses import dataclass
from pathlib import Path

import mutagen
import pytest

from tests.acceptance.program import Program, Run, program_in
from tests.support.sounds import FORMATS, music, write_sound

_KINDS = {"a.mp3": "mp3", "b.flac": "flac", "c.m4a": "aac", "d.ogg": "vorbis", "e.opus": "opus"}


def _fill(folder: Path) -> None:
    folder.mkdir(parents=True)
    for seed, (name, kind) in enumerate(_KINDS.items()):
        rate = FORMATS[kind].rate
        write_sound(folder / name, music(3.0, seed=seed, rate=rate), kind)


@dataclass(frozen=True)
class Twice:
    """Runs over one folder that is changed between them in ways that do not change its sound."""

    first: Run
    unchanged: Run
    same_stat: Run
    moved: Run
    retagged: Run
    other_model: Run
    again: Run


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    place = tmp_path_factory.mktemp("twice")
    folder = place / "music"
    _fill(folder)
    program = program_in(place)
    first = program.classify(folder)
    unchanged = program.classify(folder)
    same_stat = _with_other_bytes_behind_the_same_stat(program, folder)
    moved_to = place / "elsewhere" / "deeper"
    moved_to.parent.mkdir()
    folder.rename(moved_to)
    for name in _KINDS:
        (moved_to / name).rename(moved_to / f"renamed {name}")
    moved = program.classify(moved_to)
    for path in moved_to.iterdir():
        _retag(path)
    retagged = program.classify(moved_to)
    other_model = program.classify(moved_to, "--model", "gtzan-svc")
    again = program.classify(moved_to, "--again")
    return Twice(first, unchanged, same_stat, moved, retagged, other_model, again)


def _with_other_bytes_behind_the_same_stat(program: Program, folder: Path) -> Run:
    # Whoever reads the audio of these files finds rubbish; whoever trusts their stat does not.
    kept = {}
    for path in folder.iterdir():
        stat = path.stat()
        kept[path] = (path.read_bytes(), stat)
        with path.open("r+b") as file:
            file.write(b"\x55" * stat.st_size)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    run = program.classify(folder)
    for path, (content, stat) in kept.items():
        with path.open("r+b") as file:
            file.write(content)
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return run


def _retag(path: Path) -> None:
    tags = mutagen.File(path, easy=True)
    assert tags is not None
    if tags.tags is None:
        tags.add_tags()
    tags["title"] = "A new title, long enough to move everything behind it. " * 50
    tags["genre"] = "Zydeco"
    tags.save()


def test_the_first_run_knows_nothing(twice: Twice) -> None:
    assert twice.first.code == 0
    assert twice.first.known == 0


def test_an_unchanged_file_is_answered_the_same(twice: Twice) -> None:
    assert twice.unchanged.known == len(_KINDS)
    assert twice.unchanged.csv_bytes == twice.first.csv_bytes
    assert twice.unchanged.tracks == twice.first.tracks


def test_the_audio_of_an_unchanged_file_is_not_read(twice: Twice) -> None:
    assert twice.same_stat.answers == twice.first.answers
    assert twice.same_stat.code == 0


def test_a_moved_and_renamed_file_is_known(twice: Twice) -> None:
    assert twice.moved.known == len(_KINDS)
    before = {f"renamed {name}": answer for name, answer in twice.first.answers.items()}
    assert twice.moved.answers == before


def test_a_file_with_new_tags_is_known_and_its_tags_are_new(twice: Twice) -> None:
    assert twice.retagged.known == len(_KINDS)
    assert twice.retagged.answers == twice.moved.answers
    assert {row["existing_genre"] for row in twice.retagged.rows} == {"Zydeco"}
    assert all(row["title"].startswith("A new title") for row in twice.retagged.rows)


def test_new_tags_do_not_change_the_hash_of_the_audio(twice: Twice) -> None:
    hashes = [track["audio"]["hash"] for track in twice.retagged.tracks]
    assert hashes == [track["audio"]["hash"] for track in twice.first.tracks]


def test_another_model_listens_anew(twice: Twice) -> None:
    assert twice.other_model.known == 0
    assert {row["model"] for row in twice.other_model.rows} == {"gtzan-svc"}


def test_again_listens_to_all_and_says_the_same(twice: Twice) -> None:
    assert twice.again.known == 0
    assert twice.again.answers == twice.retagged.answers
