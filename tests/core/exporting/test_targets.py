"""Names and places of exported files."""

import os
from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.exporting.targets import Names, made_folder, refuse, refuse_folder


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Jazz", "Jazz.txt"),
        ('a/b\\c:d*e?"<>|\n', "a_b_c_d_e______.txt"),
        ("../up", "_up.txt"),
        ("..", "_.txt"),
        ("", "_.txt"),
        (" trailing. ", "trailing.txt"),
        ("Con", "Con_.txt"),
        ("aux.x", "aux_.x.txt"),
    ],
)
def test_any_words_make_a_name_that_stays_in_the_folder(words: str, name: str) -> None:
    assert Names(Path("/out"), ".txt").of(words) == Path("/out") / name


@pytest.mark.parametrize("sign", ["ü", "🎷", "\udcff"], ids=["two", "four", "raw"])
def test_a_long_name_is_cut_between_characters(tmp_path: Path, sign: str) -> None:
    target = Names(tmp_path, ".txt").of(f"x{sign * 300}")
    target.touch()
    assert set(target.stem) == {"x", sign}
    assert len(os.fsencode(target.name)) > 190


def test_equal_names_get_numbers_whatever_their_capitals() -> None:
    names = Names(Path(), ".txt")
    given = [names.of(words).name for words in ("Jazz", "jazz", "Jazz", "a/b", "a:b")]
    assert given == ["Jazz.txt", "jazz (2).txt", "Jazz (3).txt", "a_b.txt", "a_b (2).txt"]


def test_equal_names_get_numbers_however_their_accents_are_written() -> None:
    names = Names(Path(), ".txt")
    given = [names.of(words).name for words in ("Caf\u00e9", "Cafe\u0301")]
    assert given == ["Caf\u00e9.txt", "Cafe\u0301 (2).txt"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportFailed, match="choose another"):
        made_folder(tmp_path / "file" / "out")
    with pytest.raises(ExportFailed, match="choose another"):
        refuse_folder(tmp_path / "file" / "out")
    assert made_folder(tmp_path / "a" / "b").is_dir()


def test_a_folder_that_can_be_made_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    for folder in (tmp_path / "kept" / "new" / "newer", tmp_path / "kept"):
        refuse_folder(folder)
    assert list(tmp_path.rglob("*")) == [tmp_path / "kept"]


@pytest.mark.parametrize("may_replace", [True, False])
def test_music_is_never_replaced(tmp_path: Path, *, may_replace: bool) -> None:
    for name in ("song.mp3", "song"):
        (tmp_path / name).write_bytes(b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0" + bytes(500))
        with pytest.raises(ExportFailed, match="music"):
            refuse(tmp_path / name, may_replace=may_replace)
