"""`genre-desktop import` as a process: an edited export becomes corrections and tags."""

import shutil
from pathlib import Path

import pytest

from genre_desktop.core.corrections import known_corrections
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.dsp.payload import payload_hash
from tests.support import sounds
from tests.support.command_line import run
from tests.support.remembered import heard, library_of, song
from tests.support.tagged import mutagen


@pytest.fixture
def music(a_home_of_its_own: Path, tmp_path: Path) -> Path:
    """Jazz and rock, each remembered with the hash of what sounds in it."""
    folder = tmp_path / "music"
    songs = (
        song(folder / "Cool.flac", genre="Jazz"),
        song(folder / "Loud.flac", 0.4, genre="Pop", artist="Five"),
    )
    known = (
        heard(path, best=best)._replace(audio_hash=payload_hash(path))
        for best, path in enumerate(songs, start=1)
    )
    library_of(a_home_of_its_own / "data", *known)
    return folder


@pytest.fixture
def table(music: Path, tmp_path: Path) -> Path:
    """An export in which two genres were changed."""
    target = tmp_path / "genres.csv"
    assert run("export", "--model", "tiny", "--format", "csv", "-o", target).returncode == 0
    text = target.read_text(encoding="utf-8").replace(",rock,0.7500", ",Metal,0.7500", 1)
    text = text.replace(",jazz,0.7500", ",Swing,0.7500", 1)
    target.write_text(text, encoding="utf-8", newline="")
    return target


def said(home: Path) -> list[str]:
    corrections = known_corrections(home / "data" / "corrections.sqlite")
    return sorted(one.genre for one in corrections.values())


def test_it_shows_asks_and_keeps(a_home_of_its_own: Path, table: Path) -> None:
    arguments = ("import", table, "--model", "tiny")
    told = run(*arguments, "--dry-run")
    assert told.returncode == 0, told.stderr
    assert "→  Swing" in told.stdout
    assert (said(a_home_of_its_own), "Nothing was changed" in told.stderr) == ([], True)
    told = run(*arguments, "--yes")
    assert "2 corrections kept" in told.stderr
    assert said(a_home_of_its_own) == ["Metal", "Swing"]
    assert "no genre otherwise" in run(*arguments).stderr


def test_a_table_that_was_exported_by_rules_says_nothing_new(music: Path, tmp_path: Path) -> None:
    rules, target = tmp_path / "rules.toml", tmp_path / "ruled.csv"
    text = '[names]\njazz = "Swing"\n[artists]\n"Five" = "Fado"\n'
    rules.write_text(text, encoding="utf-8")
    by_rules = ("--model", "tiny", "--rules", rules)
    assert run("export", "--format", "csv", "-o", target, *by_rules).returncode == 0
    told = run("import", target, *by_rules).stderr
    assert "2 rows left out: your rules say the same already." in told
    assert "no genre otherwise" in told
    otherwise = run("import", target, "--model", "tiny", "--dry-run").stdout
    assert ("Swing" in otherwise, "Fado" in otherwise) == (True, True)


def test_tags_are_written_as_well_and_can_be_undone(
    a_home_of_its_own: Path, music: Path, table: Path
) -> None:
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert told.returncode == 0, told.stderr
    assert "2 of 2 files written" in told.stderr
    assert mutagen.File(music / "Loud.flac")["genre"] == ["Metal"]
    assert said(a_home_of_its_own) == ["Metal", "Swing"]
    run("undo", "--yes")
    assert mutagen.File(music / "Loud.flac")["genre"] == ["Pop"]


def test_a_copy_that_the_table_does_not_name_keeps_its_tags_and_is_told(
    a_home_of_its_own: Path, music: Path, table: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(music / "Loud.flac", tmp_path / "archive.flac"))
    known = heard(copy, best=2)._replace(audio_hash=payload_hash(copy))
    library_of(a_home_of_its_own / "data", known)
    before = copy.read_bytes()
    one_more = "1 file that the table does not name has a sound of these"
    assert one_more in run("import", table, "--model", "tiny", "--dry-run").stderr
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert (one_more in told.stderr, "2 of 2 files written" in told.stderr) == (True, True)
    assert (copy.read_bytes() == before, str(copy) in told.stdout) == (True, False)
    assert mutagen.File(music / "Loud.flac")["genre"] == ["Metal"]


def test_a_file_that_was_moved_since_is_written_where_it_lies_now(
    a_home_of_its_own: Path, music: Path, table: Path, tmp_path: Path
) -> None:
    moved = (music / "Loud.flac").rename(tmp_path / "Elsewhere.flac")
    known = heard(moved, best=2)._replace(audio_hash=payload_hash(moved))
    library_of(a_home_of_its_own / "data", known)
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert "2 of 2 files written" in told.stderr
    assert "does not name" not in told.stderr
    assert (str(moved) in told.stdout, mutagen.File(moved)["genre"]) == (True, ["Metal"])


def test_an_export_from_before_the_library_followed_its_files_comes_back(
    a_home_of_its_own: Path, music: Path, table: Path
) -> None:
    moved = music.rename(music.with_name("sorted"))
    assert run("library", "relink", moved, "--yes").returncode == 0
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert "left out" not in told.stderr
    assert "2 of 2 files written" in told.stderr
    assert mutagen.File(moved / "Loud.flac")["genre"] == ["Metal"]
    assert said(a_home_of_its_own) == ["Metal", "Swing"]


def test_a_file_whose_drive_is_away_does_not_count_as_moved(
    a_home_of_its_own: Path, music: Path, tmp_path: Path
) -> None:
    loud, table = music / "Loud.flac", tmp_path / "away.csv"
    away = Path("/mnt/no drive of this name is here/Loud.flac")
    with Library.open(a_home_of_its_own / "data" / LIBRARY_NAME) as library:
        known = heard(away, best=2)._replace(audio_hash=payload_hash(loud))
        library.store(known, stamp_of(loud))
    table.write_text(f"path,genre\n{away},Metal\n", encoding="utf-8")
    before = loud.read_bytes()
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert told.returncode == 1, told.stderr
    assert f"{away}: it is not there; its drive may be away." in told.stderr
    assert "1 file that the table does not name has a sound of these" in told.stderr
    assert (loud.read_bytes() == before, str(loud) in told.stdout) == (True, False)
    assert said(a_home_of_its_own) == ["Metal"]


def test_a_correction_without_any_file_is_kept_and_no_tags_are_promised(
    a_home_of_its_own: Path, music: Path, table: Path
) -> None:
    (music / "Loud.flac").unlink()
    (music / "Cool.flac").unlink()
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert told.returncode == 1, told.stderr
    assert "Loud.flac: neither it nor another file with its sound is there." in told.stderr
    assert "2 corrections kept." in told.stderr
    assert all(line.strip(" .") for line in told.stderr.splitlines())
    assert " 0 " not in told.stderr
    assert said(a_home_of_its_own) == ["Metal", "Swing"]


def test_a_file_that_cannot_be_written_is_told_by_the_exit_code(music: Path, table: Path) -> None:
    (music / "link.flac").hardlink_to(music / "Loud.flac")
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert (told.returncode, "1 of 1 file written" in told.stderr) == (1, True), told.stderr


def test_a_row_that_names_only_a_sound_writes_its_files(
    a_home_of_its_own: Path, music: Path, tmp_path: Path
) -> None:
    table, loud = tmp_path / "sounds.csv", music / "Loud.flac"
    text = f"path,genre,audio_hash\n/gone/song.flac,Metal,{payload_hash(loud)}\n"
    table.write_text(text, encoding="utf-8")
    copy = Path(shutil.copy(loud, tmp_path / "copy.flac"))
    known = heard(copy, best=2)._replace(audio_hash=payload_hash(copy))
    library_of(a_home_of_its_own / "data", known)
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert "2 of 2 files written" in told.stderr
    assert [mutagen.File(one)["genre"] for one in (loud, copy)] == [["Metal"], ["Metal"]]


def test_a_file_with_another_sound_than_the_remembered_one_keeps_its_tags(
    music: Path, table: Path
) -> None:
    sounds.write_flac(music / "Loud.flac", sounds.music(0.4, seed=1))
    before = (music / "Loud.flac").read_bytes()
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert told.returncode == 1, told.stderr
    assert "another sound is in it" in told.stderr
    assert (music / "Loud.flac").read_bytes() == before
    assert mutagen.File(music / "Cool.flac")["genre"] == ["Swing"]


def test_rows_of_no_use_are_left_out_and_counted_and_the_others_come(
    a_home_of_its_own: Path, music: Path, table: Path
) -> None:
    name = music / "Cool.flac"
    rows = (f"{music / 'Loud.flac'},Metal", f"{name},Swing", f"{name},Folk", f'{name},"Swing')
    table.write_text("\n".join(("path,genre", *rows)), encoding="utf-8")
    told = run("import", table, "--model", "tiny", "--tags", "--yes")
    assert told.returncode == 1, told.stderr
    assert "Lines 3, 4 are about the same sound and call it “Swing”, “Folk”; " in told.stderr
    assert "Line 5 is left out: " in told.stderr
    assert "1 of 1 file written" in told.stderr
    assert told.stderr.endswith("3 rows of the table left out, as told above.\n")
    assert said(a_home_of_its_own) == ["Metal"]
    assert mutagen.File(music / "Cool.flac")["genre"] == ["Jazz"]
    again = run("import", table, "--model", "tiny")
    assert (again.returncode, "no genre otherwise" in again.stderr) == (1, True)


def test_what_is_no_table_is_refused(music: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("nothing\n", encoding="utf-8")
    told = run("import", tmp_path / "x.csv", "--model", "tiny")
    assert (told.returncode, "no columns" in told.stderr) == (2, True)
