"""Tagging, taking back and history as a terminal's user meets them."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections
from tests.acceptance.program import need_posix, snapshot
from tests.support.command_line import command, run, two_tones
from tests.support.missing import need_tool, skip_for_want_of
from tests.support.small_disk import small_disk
from tests.support.tagged import mutagen

pytestmark = pytest.mark.usefixtures("model")


def tag(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return run("tag", "--model", "tiny-mel", *arguments)


def genres(music: Path) -> dict[str, list[str] | None]:
    return {path.stem: mutagen.File(path).get("genre") for path in music.glob("*.flac")}


def test_a_dry_run_lists_the_changes_and_writes_nothing(music: Path) -> None:
    before = snapshot(music)
    told = tag(music, "--dry-run")
    assert told.returncode == 0, told.stderr
    assert "country.flac" in told.stdout
    assert "(none)  →  Country" in told.stdout
    assert "2 would change." in told.stderr
    assert snapshot(music) == before


def test_where_there_are_only_parts_of_files_no_empty_count_is_told(music: Path) -> None:
    sheet = 'FILE "country.flac" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n'
    sheet += "  TRACK 02 AUDIO\n    INDEX 01 00:03:00\n"
    (music / "country.cue").write_text(sheet, encoding="utf-8")
    (music / "pop.flac").unlink()
    told = tag(music, "--dry-run")
    assert "2 parts of a file left out" in told.stderr
    assert all(line.strip(" .") for line in told.stderr.splitlines())


def test_tags_are_written_listed_and_taken_back(music: Path) -> None:
    before = snapshot(music)
    told = tag(music, "--yes")
    assert told.returncode == 0, told.stderr
    assert "2 of 2 files written" in told.stderr
    assert genres(music) == {"country": ["Country"], "pop": ["Pop"]}
    again = tag(music, "--yes")
    assert "0 would change, 2 already as wanted" in again.stderr
    listed = run("history")
    assert "tags written" in listed.stdout
    assert "→  Pop" in run("history", "--run", "1").stdout
    undone = run("undo", "--yes")
    assert undone.returncode == 0, undone.stderr
    assert "2 of 2 files taken back" in undone.stderr
    assert snapshot(music) == before
    assert run("undo", "--yes").returncode == 3


def test_the_history_and_undo_tell_what_was_written_beside_the_genre(music: Path) -> None:
    tag(music, "--yes", "--also", "confidence")
    assert "Pop, confidence 0." in run("history", "--run", "1").stdout
    assert "(none), no confidence" in run("undo", "--dry-run").stdout


def test_a_file_that_was_moved_is_taken_back_at_its_new_place(music: Path) -> None:
    before = (music / "pop.flac").read_bytes()
    tag(music, "--yes")
    moved = music.parent / "elsewhere" / "song.flac"
    moved.parent.mkdir()
    (music / "pop.flac").rename(moved)
    told = run("undo", "--yes", moved.parent)
    assert "1 of 1 file taken back" in told.stderr
    assert moved.read_bytes() == before


def test_a_run_is_taken_back_where_the_library_found_its_files(music: Path) -> None:
    before = (music / "pop.flac").read_bytes()
    tag(music, "--yes")
    moved = (music / "pop.flac").rename(music / "song.flac")
    assert run("classify", "--model", "tiny-mel", music).returncode == 0
    told = run("undo", "--yes")
    assert "2 of 2 files taken back" in told.stderr
    assert moved.read_bytes() == before


def test_a_question_is_asked_and_no_means_no(music: Path) -> None:
    words = command("tag", "--model", "tiny-mel", music)
    told = subprocess.run(words, input="n\n", capture_output=True, text=True, check=False)
    assert "Write 2 files? [y/N]" in told.stderr
    assert (told.returncode, genres(music)["pop"]) == (0, None)
    told = subprocess.run(words, input="y\n", capture_output=True, text=True, check=False)
    assert (told.returncode, genres(music)["pop"]) == (0, ["Pop"])


def test_nothing_is_written_where_nobody_answers(music: Path) -> None:
    words = command("tag", "--model", "tiny-mel", music)
    told = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert told.returncode == 2
    assert "--yes" in told.stderr
    assert genres(music)["pop"] is None


def test_only_empty_append_and_unsure(music: Path) -> None:
    found = mutagen.File(music / "pop.flac")
    found["genre"] = ["Mine"]
    found.save()
    told = tag(music, "--only-empty", "--yes")
    assert "1 would change, 1 with a genre left alone" in told.stderr
    assert genres(music)["pop"] == ["Mine"]
    assert tag(music / "pop.flac", "--append", "--yes").returncode == 0
    assert genres(music)["pop"] == ["Mine", "Pop"]
    told = tag(music, "--min-confidence", "1")
    assert "0 would change, 2 unsure left alone" in told.stderr


def test_a_file_that_cannot_be_written_is_told_and_exit_code_1(music: Path) -> None:
    (music / "pop.flac").chmod(0o444)
    told = tag(music, "--yes")
    assert told.returncode == 1
    assert "pop.flac: it or its folder is read-only" in told.stderr
    assert genres(music) == {"country": ["Country"], "pop": None}


def test_a_name_with_signs_of_its_own_stays_on_one_line(music: Path) -> None:
    need_posix("such names")
    odd = (music / "pop.flac").rename(music / "two\nlines\x1b[31m.flac")
    (music.parent / "other.flac").hardlink_to(odd)
    told = tag(music, "--yes")
    assert told.returncode == 1
    words = "/two\\nlines\\x1b[31m.flac: it is linked more than once"
    (line,) = (line for line in told.stderr.splitlines() if words in line)
    assert line.endswith("(--through-links writes it for all of them).")
    assert "\x1b" not in told.stderr
    assert "1 of 1 file written" in told.stderr
    assert tag(music, "--yes", "--through-links").returncode == 0


def test_a_full_disk_is_told_and_undo_only_where_something_was_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", "4m") as disk:
        two_tones(disk / "music")
        filler = disk / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(4_096)):
                pass
        before = snapshot(disk)
        told = tag(disk / "music", "--yes")
        assert told.returncode == 1
        assert "the disk is full; make room and try again." in told.stderr
        assert "0 of 2 files written, 2 left as they were.\n" in told.stderr
        assert snapshot(disk) == before
        filler.unlink()
        words = "2 of 2 files written; `genre-desktop undo` takes this back.\n"
        assert words in tag(disk / "music", "--yes").stderr


def test_one_file_or_folder_is_taken_back(music: Path, tmp_path: Path) -> None:
    tag(music, "--yes")
    assert run("undo", "--yes", music / "pop.flac").returncode == 0
    assert genres(music) == {"country": ["Country"], "pop": None}
    assert run("undo", "--yes", tmp_path).returncode == 0
    assert genres(music) == {"country": None, "pop": None}


def test_a_file_changed_since_is_left_alone(music: Path) -> None:
    tag(music, "--yes")
    found = mutagen.File(music / "pop.flac")
    found["genre"] = ["Mine"]
    found.save()
    told = run("undo", "--run", "1", "--yes")
    assert told.returncode == 1
    assert "no more what that run wrote" in told.stderr
    assert genres(music) == {"country": None, "pop": ["Mine"]}


def test_what_another_program_changed_stays_and_is_named(music: Path) -> None:
    tag(music, "--yes", "--also", "confidence")
    pop, country = mutagen.File(music / "pop.flac"), mutagen.File(music / "country.flac")
    pop["genre"], country["genre_confidence"] = ["Zydeco"], ["0.01"]
    pop.save()
    country.save()
    shown = run("undo", "--dry-run")
    assert "Zydeco   →  Zydeco, no confidence" in shown.stdout
    (line,) = (line for line in shown.stdout.splitlines() if "country.flac" in line)
    assert line.rstrip().endswith("Country  →  (none)")
    for told in (shown, run("undo", "--yes")):
        assert "pop.flac: left as it is, since it is no more what that run wrote: genre." in (
            told.stderr
        )
        assert "that run wrote: confidence.\n" in told.stderr
        assert "2 would go back.\n" in told.stderr
        assert told.returncode == 0
    assert genres(music) == {"country": None, "pop": ["Zydeco"]}
    assert mutagen.File(music / "country.flac")["genre_confidence"] == ["0.01"]


def test_a_field_that_differs_is_named_and_no_genre_that_was_never_written(music: Path) -> None:
    song = music / "pop.flac"
    for field, said, arguments in (
        ("genre", "Pop", ("--also", "confidence", "--yes")),
        ("genre_confidence", "0.01", ()),
    ):
        found = mutagen.File(song)
        found[field] = [said]
        found.save()
        if arguments:
            tag(song, *arguments)
    told = run("undo", song, "--yes")
    assert "it is no more what that run wrote: confidence." in told.stderr
    said = told.stderr.replace(str(song), "").replace("genre-desktop", "")
    assert "genre" not in said
    assert "0 would go back, 1 left as it is." in told.stderr
    assert told.returncode == 1


def test_a_path_that_never_was_is_named(music: Path) -> None:
    tag(music, "--yes")
    told = run("undo", music / "nowhere", "--yes")
    assert told.returncode == 3
    words = "nowhere: there is nothing there, and nothing to take back."
    assert words in told.stderr
    told = run("undo", music / "nowhere", music / "pop.flac", "--yes")
    assert words in told.stderr
    assert "1 of 1 file taken back" in told.stderr
    assert told.returncode == 1
    (music / "country.flac").unlink()
    told = run("undo", music / "country.flac", "--yes")
    assert "country.flac: it is not there any more." in told.stderr


def test_that_the_owner_could_not_be_kept_is_told(music: Path) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        skip_for_want_of("rights to give a file away")
    else:
        os.chown(music / "pop.flac", 65534, 65534)
    (music / "pop.flac").chmod(0o666)
    rights = "-dac_override,-dac_read_search,-fowner,-chown,-fsetid"
    words = command("tag", "--model", "tiny-mel", "--yes", music)
    without = [need_tool("setpriv"), f"--bounding-set={rights}"]
    told = subprocess.run([*without, *words], capture_output=True, text=True, check=False)
    assert "2 of 2 files written" in told.stderr
    assert "1 file could not keep its owner or group, and belongs to you now." in told.stderr
    assert (music / "pop.flac").stat().st_uid == os.geteuid()
    assert "could not keep" not in run("undo", "--yes").stderr


def test_files_that_were_moved_are_found_by_what_is_told(music: Path) -> None:
    tag(music, "--yes")
    moved = music.rename(music.with_name("elsewhere"))
    told = run("undo", "--last", "--yes")
    assert told.returncode == 3
    assert "what is left in it (2 files) cannot go back; " in told.stderr
    assert "`genre-desktop undo FOLDER` finds what was moved." in told.stderr
    told = run("undo", moved, "--yes")
    assert "2 of 2 files taken back" in told.stderr
    assert genres(moved) == {"country": None, "pop": None}


def test_files_that_cannot_go_back_are_not_listed_as_if_they_would(music: Path) -> None:
    tag(music, "--yes")
    (music / "pop.flac").unlink()
    shown = run("undo", "--dry-run")
    assert "country.flac" in shown.stdout
    assert "pop.flac" not in shown.stdout
    assert "pop.flac: it is not there any more." in shown.stderr
    assert "below a folder: `genre-desktop undo FOLDER`." in shown.stderr
    assert "1 would go back, 1 left as it is." in shown.stderr
    told = run("undo", "--run", "1", "--yes")
    assert told.returncode == 1
    assert "1 of 1 file taken back" in told.stderr


def test_the_users_word_is_shown_and_written(music: Path, a_home_of_its_own: Path) -> None:
    heard = run("classify", "--model", "tiny-mel", music / "pop.flac", "--json", "-")
    (track,) = json.loads(heard.stdout)["tracks"]
    with Corrections.open(a_home_of_its_own / "data" / "corrections.sqlite") as opened:
        opened.keep([((track["audio"]["hash"], None), corrected_now("Fado de Lisboa"))])
    shown = run("classify", "--model", "tiny-mel", music / "pop.flac")
    assert "Fado de Lisboa" in shown.stdout
    assert "yours" in shown.stdout
    tag(music / "pop.flac", "--yes")
    assert genres(music)["pop"] == ["Fado de Lisboa"]
    again = tag(music / "pop.flac", "--yes", "--no-library")
    assert "0 would change, 1 already as wanted" in again.stderr


@pytest.mark.parametrize("words", [("tag",), ("organise", "--move", "--into", "sorted")])
def test_no_file_is_changed_where_the_users_word_cannot_be_read(
    music: Path, a_home_of_its_own: Path, words: tuple[str, ...]
) -> None:
    (a_home_of_its_own / "data" / "corrections.sqlite").write_text("words " * 500)
    before = snapshot(music)
    told = run(*words, "--model", "tiny-mel", music, "--yes")
    assert told.returncode == 2
    assert "Your corrections in " in told.stderr
    assert "no file is changed" in told.stderr
    assert snapshot(music) == before
    assert run("classify", "--model", "tiny-mel", music).returncode == 0


@pytest.mark.parametrize("separator", ["", "  ", "\n"])
def test_genres_are_never_written_without_a_sign_between_them(music: Path, separator: str) -> None:
    told = tag(music, "--separator", separator, "--yes")
    assert told.returncode == 2
    assert "needs a sign" in told.stderr


def test_other_fields_are_written_where_they_are_asked_for(music: Path) -> None:
    told = tag(music / "pop.flac", "--also", "confidence", "--also", "model", "--yes")
    assert "model tiny-mel" in told.stdout
    tags = mutagen.File(music / "pop.flac")
    assert tags["genre_model"] == ["tiny-mel 1.0"]
    assert 0.0 < float(tags["genre_confidence"][0]) <= 1.0
    assert "genre_second" not in tags
    assert run("undo", "--yes").returncode == 0
    assert "genre_model" not in mutagen.File(music / "pop.flac")


def test_a_last_run_that_cannot_go_back_at_all_gives_way_to_the_one_before(music: Path) -> None:
    tag(music / "country.flac", "--yes")
    tag(music / "pop.flac", "--yes")
    found = mutagen.File(music / "pop.flac")
    found["genre"] = ["Mine"]
    found.save()
    told = run("undo", "--last", "--yes")
    rest = "Run 2 is passed over: what is left in it (1 file) cannot go back; "
    assert rest in told.stderr
    assert genres(music) == {"country": None, "pop": ["Mine"]}
    told = run("undo", "--yes")
    assert (told.returncode, "nothing to take back" in told.stderr) == (3, True)


def test_there_is_nothing_to_list_or_to_take_back_at_first(music: Path) -> None:
    assert run("history").returncode == 3
    assert run("undo").returncode == 3
    assert run("undo", "--run", "7").returncode == 2
    assert tag(music.parent / "empty").returncode in {1, 3}


def test_a_second_program_waits_its_turn(music: Path, a_home_of_its_own: Path) -> None:
    from genre_desktop.core.tagging.journal import Journal

    with Journal.open(a_home_of_its_own / "data" / "tags.sqlite"):
        told = tag(music, "--yes")
    assert told.returncode == 2
    assert "is writing tags" in told.stderr
    assert genres(music)["pop"] is None


def test_an_interruption_at_the_question_writes_nothing(music: Path) -> None:
    need_posix("signals")
    words = command("tag", "--model", "tiny-mel", music)
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stderr is not None
        seen = b""
        while b"[y/N]" not in seen:
            seen += os.read(process.stderr.fileno(), 1_000)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    assert genres(music)["pop"] is None


def test_any_command_removes_what_a_killed_run_left(music: Path, a_home_of_its_own: Path) -> None:
    from genre_desktop.core.tagging.journal import Journal
    from genre_desktop.core.tagging.temporary import temporary_beside

    journal = Journal.open(a_home_of_its_own / "data" / "tags.sqlite")
    journal.begin_run("tag", [music / "pop.flac"])
    temporary_beside(music / "pop.flac").write_bytes(b"half of it")
    journal.close()
    assert len(list(music.iterdir())) == 3
    run("models")
    assert len(list(music.iterdir())) == 2
