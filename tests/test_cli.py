"""The command line as its users meet it: a process with arguments, output and an exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mutagen.flac import FLAC

from genre_desktop import __version__
from tests.support.command_line import classify, command, rows_of, run, tone, two_tones
from tests.support.heavy_tags import with_heavy_tags
from tests.support.packages import mel_package
from tests.support.sounds import music as some_music
from tests.support.sounds import write_sound


@pytest.fixture(autouse=True)
def model(a_home_of_its_own: Path) -> Path:
    """A model of the user's own that every command finds by name."""
    return mel_package(a_home_of_its_own / "data" / "models")


@pytest.fixture
def music(tmp_path: Path) -> Path:
    return two_tones(tmp_path / "music")


def test_every_version_is_told_on_a_line_of_its_own() -> None:
    told = run("--version")
    lines = dict(line.rpartition(" ")[::2] for line in told.stdout.splitlines()[:5])
    assert told.returncode == 0
    assert lines["Genre Desktop"] == __version__
    assert lines.keys() >= {"Python", "Qt", "onnxruntime", "FFmpeg"}
    assert all(re.fullmatch(r"\d+\.\d+(\.\d+)?\S*", version) for version in lines.values())
    assert "model tiny-mel 1" in told.stdout


def test_a_profile_holds_all_that_is_kept(music: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    mel_package(profile / "data" / "models")
    told = run("--profile", profile, "classify", "--model", "tiny-mel", music)
    assert told.returncode == 0, told.stderr
    assert (profile / "data" / "library.sqlite").exists()
    assert not (profile / "logs").exists()  # nothing was to be told there


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what is asked for")
def test_the_log_is_begun_with_its_first_line(music: Path, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    mel_package(profile / "data" / "models")
    bomb = music / "bomb.mp3"
    with_heavy_tags(bomb, write_sound(tmp_path / "good.mp3", some_music(3.0), "mp3"))
    run("--profile", profile, "classify", "--model", "tiny-mel", bomb)
    log = (profile / "logs" / "command-line.log").read_text(encoding="utf-8")
    assert f"No tags of {bomb!r}" in log


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--profile",), "--profile needs a folder: --profile DIR."),
        (("--new-window", "models"), "--new-window opens the window; leave it out before models."),
        (("--safe-mode", "models"), "--safe-mode opens the window; leave it out before models."),
    ],
)
def test_options_of_the_start_say_what_they_lack(words: tuple[str, ...], complaint: str) -> None:
    told = run(*words)
    assert (told.returncode, told.stderr.strip()) == (2, f"genre-desktop: {complaint}")


def test_help_documents_the_exit_codes() -> None:
    told = run("classify", "--help")
    assert told.returncode == 0
    assert "130  interrupted" in told.stdout


def test_folders_become_a_table_a_csv_and_json(music: Path, tmp_path: Path) -> None:
    target, full = tmp_path / "genres.csv", tmp_path / "genres.json"
    told = classify(music, "--csv", target, "--json", full)
    assert told.returncode == 0, told.stderr
    assert "country.flac" in told.stdout
    rows = rows_of(target)
    assert [row["path"] for row in rows] == [str(music / "country.flac"), str(music / "pop.flac")]
    assert [row["predicted_genre"] for row in rows] == ["country", "pop"]
    assert len(json.loads(full.read_text(encoding="utf-8"))["tracks"]) == 2


def test_a_second_run_hears_nothing_again(music: Path) -> None:
    classify(music)
    assert "2 known already" in classify(music).stderr
    assert "known already" not in classify(music, "--again").stderr


def test_a_bad_file_is_a_row_with_a_problem_and_exit_code_1(music: Path, tmp_path: Path) -> None:
    (music / "broken.mp3").write_bytes(b"no music at all " * 64)
    told = classify(music, "--csv", tmp_path / "genres.csv")
    assert told.returncode == 1
    assert "broken.mp3" in told.stderr
    assert re.search(r"broken\.mp3 +No music file", told.stdout)
    (broken,) = (row for row in rows_of(tmp_path / "genres.csv") if "broken" in row["path"])
    assert (broken["problem"], broken["predicted_genre"]) == ("not audio", "")


def test_a_missing_path_is_told_and_the_others_are_heard(music: Path) -> None:
    told = classify(music / "pop.flac", music / "gone.flac")
    assert told.returncode == 1
    assert "gone.flac" in told.stderr
    assert "pop.flac" in told.stdout


def test_what_was_left_out_is_counted_in_the_last_line(music: Path, tmp_path: Path) -> None:
    playlist = tmp_path / "list.m3u"
    playlist.write_text("music/pop.flac\nmusic/gone.flac\n", encoding="utf-8")
    told = classify(playlist)
    assert told.returncode == 1
    assert "1 track, 0 with problems, 1 left out" in told.stderr


@pytest.mark.parametrize("name", ["empty", "typo"])
def test_nothing_found_is_a_sentence_and_leaves_the_last_table_as_it_was(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").mkdir()
    table, everything = tmp_path / "genres.csv", tmp_path / "genres.json"
    table.write_text("last week's\n", encoding="utf-8")
    told = classify(tmp_path / name, "--csv", table, "--json", everything)
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr.splitlines()[-1] == f"No music was found in {tmp_path / name}."
    assert table.read_text(encoding="utf-8") == "last week's\n"
    assert not everything.exists()


def test_the_last_line_says_where_the_table_is(music: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        command("classify", "--model", "tiny-mel", music, "--csv", "genres.csv"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stderr.splitlines()[-1].endswith(f" Written: {tmp_path / 'genres.csv'}.")


def test_of_many_tracks_only_counts_are_shown_and_that_is_said(tmp_path: Path) -> None:
    one = tone(tmp_path / "one.flac", 3, seconds=3.0).read_bytes()
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(61):
        (folder / f"{number}.flac").write_bytes(one)
    told = classify(folder)
    assert "0.flac" not in told.stdout
    assert "more than 60 tracks" in told.stdout
    assert "--csv FILE" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--model", "none-such"], "There is no model called none-such; there are: "),
        (["--csv", "nowhere/genres.csv"], "The folder of nowhere/genres.csv does not exist"),
        (["--csv", "."], "is a folder; name a file"),
        (["--jobs", "0"], "0 is less than 1"),
        (["--jobs", "100000"], "100000 is more than 1024"),
        (["--jobs", "many"], "many is no whole number"),
        (["--min-confidence", "80"], "80 is not between 0 and 1, or 0% and 100%; write 80%"),
        (["--min-confidence", "101%"], "101% is not between 0 and 1"),
        (["--min-confidence", "nan"], "nan is not between 0 and 1"),
        (["--min-confidence", "abc"], "abc is no number; 0.6 and 60% are two examples"),
    ],
)
def test_a_wrong_option_is_one_sentence_and_exit_code_2(
    music: Path, arguments: list[str], complaint: str
) -> None:
    told = run("classify", music, *arguments)
    assert told.returncode == 2
    assert complaint in told.stderr
    assert "Traceback" not in told.stderr


def test_a_model_whose_graph_was_changed_is_exit_code_2(music: Path, model: Path) -> None:
    (model / "model.onnx").write_bytes(b"changed")
    told = classify(music)
    assert told.returncode == 2
    assert "tiny-mel" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_least_confidence_decides_what_is_unsure(music: Path, tmp_path: Path) -> None:
    target = tmp_path / "genres.csv"
    for least, unsure in (("0", "no"), ("1", "yes"), ("100%", "yes")):
        classify(music, "--csv", target, "--min-confidence", least)
        assert {row["unsure"] for row in rows_of(target)} == {unsure}


def test_what_is_unsure_below_the_users_limit_is_not_called_unlike_what_was_learnt(
    music: Path,
) -> None:
    told = classify(music, "--min-confidence", "1")
    notes = [line.rstrip() for line in told.stdout.splitlines()[1:]]
    assert len(notes) == 2
    assert all(note.endswith("  Unsure") for note in notes)


def test_excluded_names_relative_paths_and_the_byte_order_mark(music: Path, tmp_path: Path) -> None:
    target = tmp_path / "genres.csv"
    classify(music, "--csv", target, "--exclude", "pop*", "--relative-to", tmp_path, "--bom")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["path"] for row in rows_of(target)] == ["music/country.flac"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of arbitrary bytes")
def test_a_name_that_is_no_text_is_shown_and_written(music: Path, tmp_path: Path) -> None:
    (music / "pop.flac").rename(os.fsdecode(os.fsencode(music) + b"/caf\xe9.flac"))
    told = classify(music, "--csv", tmp_path / "genres.csv")
    assert told.returncode == 0, told.stderr
    assert "caf\\xe9.flac" in told.stdout
    assert any("caf\\xe9.flac" in row["path"] for row in rows_of(tmp_path / "genres.csv"))


def test_without_a_place_for_the_library_there_is_one_notice(
    music: Path, a_home_of_its_own: Path
) -> None:
    (a_home_of_its_own / "data" / "library.sqlite").mkdir()
    told = classify(music)
    assert told.returncode == 0
    assert told.stderr.count("library.sqlite") == 1


def test_models_are_listed_with_their_figures_and_refusals(a_home_of_its_own: Path) -> None:
    broken = a_home_of_its_own / "data" / "models" / "broken"
    broken.mkdir()
    (broken / "manifest.json").write_text("{}", encoding="utf-8")
    told = run("models")
    assert told.returncode == 0
    assert re.search(
        r"tiny-mel.*1\.0.*mel.*blues.*50\.0% \[40\.0% to 60\.0%\], n = 20", told.stdout
    )
    assert "broken" in told.stdout


@pytest.mark.parametrize("words", [("models",), ("--version",)])
def test_a_package_does_not_steer_the_terminal(
    a_home_of_its_own: Path, words: tuple[str, ...]
) -> None:
    broken = a_home_of_its_own / "data" / "models" / "red\x1b[31m"
    broken.mkdir()
    (broken / "manifest.json").write_text(r'{"\u001b]0;owned\u0007": 1}', encoding="utf-8")
    told = run(*words)
    assert r"red\x1b[31m" in told.stdout
    assert "\x1b" not in told.stdout


def test_the_command_line_loads_no_qt_and_for_known_files_no_runtime(music: Path) -> None:
    classify(music)
    told = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            *command("classify", "--model", "tiny-mel", music)[1:],
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "2 known already" in told.stderr
    for heavy in ("PySide6", "pyqtgraph", "onnxruntime", "sounddevice"):
        assert heavy not in told.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_the_window_points_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    told = run()
    assert told.returncode == 2
    assert "genre-desktop classify" in told.stderr


def test_names_that_repeat_are_told_apart_by_folder_and_title(tmp_path: Path) -> None:
    for folder, label in (("one", 2), ("two", 7)):
        (tmp_path / folder).mkdir()
        tone(tmp_path / folder / "1.flac", label)
    tagged = FLAC(tmp_path / "two" / "1.flac")  # type: ignore[no-untyped-call] # mutagen is typed in part only
    tagged["title"] = "Dawn"
    tagged.save()
    first, second = classify(tmp_path).stdout.splitlines()[1:]
    assert first.startswith(f"{Path('one/1.flac')} ")
    assert second.startswith(f"{Path('two/1.flac')}: Dawn ")


def test_a_mistyped_command_is_told_and_not_taken_for_music() -> None:
    told = run("clasify", "music")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == (
        "genre-desktop: unknown command or file: clasify; the commands are classify, "
        "models, spectrogram, tag, organise, watch, undo, history, export, import and library, and "
        "`genre-desktop --help` says more.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_terminal_gets_a_bar_with_rate_and_time_left(music: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        command("classify", "--model", "tiny-mel", music),
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment,
    ) as work:
        os.close(theirs)
        shown = _all_of(ours)
    assert work.returncode == 0
    assert "Listening" in shown
    assert "tracks/s" in shown


def _all_of(terminal: int) -> str:
    parts = []
    try:
        while part := os.read(terminal, 65_536):
            parts.append(part)
    except OSError:  # Linux: the other side is gone
        pass
    finally:
        os.close(terminal)
    return b"".join(parts).decode()
