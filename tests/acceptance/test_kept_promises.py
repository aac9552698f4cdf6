"""Music is never written over, notes are a file's own, and bad output is a sentence."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.acceptance.busy import answers_in, wait_until
from tests.acceptance.program import COMMAND, need_posix, program_in, snapshot
from tests.support.badfiles import BAD_FILES, wav_bytes
from tests.support.missing import skip_for_want_of
from tests.support.sounds import music, write_sound

_LONG_RATE = 8000


@pytest.mark.parametrize("option", ["--csv", "--json"])
def test_a_table_is_never_written_over_music(tmp_path: Path, option: str) -> None:
    folder = tmp_path / "music"
    folder.mkdir()
    one = write_sound(folder / "a.mp3", music(2.0, seed=1), "mp3")
    write_sound(folder / "b.mp3", music(2.0, seed=2), "mp3")
    before = snapshot(folder)
    run = program_in(tmp_path).run("classify", folder, option, one)
    assert snapshot(folder) == before
    assert run.code == 2
    assert str(one) in run.err


def test_music_that_is_not_among_the_tracks_is_not_overwritten_either(tmp_path: Path) -> None:
    one = write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    other = write_sound(tmp_path / "b.mp3", music(2.0, seed=2), "mp3")
    before = other.read_bytes()
    # what `--csv *.mp3` becomes in a shell
    run = program_in(tmp_path).run("classify", "--csv", other, one)
    assert other.read_bytes() == before
    assert run.code == 2


def test_a_playlist_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    playlist = tmp_path / "list.m3u"
    playlist.write_text("a.mp3\n", encoding="utf-8")
    run = program_in(tmp_path).run("classify", playlist, "--csv", playlist)
    assert run.code == 2
    assert playlist.read_text(encoding="utf-8") == "a.mp3\n"


@pytest.mark.parametrize(
    "name", ["wav length unknown", "wav length zero", "wav length too small", "wav cut in half"]
)
def test_what_is_said_of_a_file_is_not_taken_from_another_of_the_same_sound(
    tmp_path: Path, name: str
) -> None:
    folder, place = tmp_path / "one", tmp_path / "two"
    folder.mkdir()
    place.mkdir()
    program = program_in(tmp_path)
    program.classify(BAD_FILES["wav length too big"].make(folder))  # fills the library
    path = BAD_FILES[name].make(place)
    said = program.classify(path).by_name[path.name]["problem"]
    assert said == "; ".join(map(str, BAD_FILES[name].notes))


def test_two_names_of_one_sound_keep_their_own_notes(tmp_path: Path) -> None:
    folder = tmp_path / "music"
    folder.mkdir()
    program = program_in(tmp_path)
    song = write_sound(folder / "a.flac", music(2.0), "flac")
    program.classify(song)
    shutil.copy(song, folder / "b.mp3")
    for known in (1, 2):  # the copy is hashed first and known by its name afterwards
        run = program.classify(folder)
        assert run.known >= known
        problems = {name: row["problem"] for name, row in run.by_name.items()}
        assert problems == {"a.flac": "", "b.mp3": "wrong extension"}


def test_a_file_that_was_mended_loses_its_note(tmp_path: Path) -> None:
    folder = tmp_path / "music"
    folder.mkdir()
    program = program_in(tmp_path)
    path = BAD_FILES["wav length too big"].make(folder)
    program.classify(path)
    whole = BAD_FILES["wav length unknown"].make(folder)
    shutil.copy(whole, path)
    assert program.classify(path).by_name[path.name]["problem"] == ""


def test_csv_and_json_may_not_be_one_file(tmp_path: Path) -> None:
    one = write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    target = tmp_path / "genres"
    run = program_in(tmp_path).run("classify", one, "--csv", target, "--json", target)
    assert run.code == 2
    assert str(target) in run.err


def test_an_empty_path_is_refused(tmp_path: Path) -> None:
    write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    run = program_in(tmp_path).run("classify", "", cwd=tmp_path)  # an unset variable in a script
    assert run.code == 2
    assert "empty" in run.err


@pytest.mark.parametrize("words", [("classify", "a.mp3"), ("models",), ("--version",)])
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_output_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, words: tuple[str, ...], redirection: str
) -> None:
    if not Path("/dev/full").exists():
        skip_for_want_of("/dev/full")
    write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    done = subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", *COMMAND, *words],
        cwd=tmp_path,
        env=program_in(tmp_path).environment(),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Standard output" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_reader_that_wants_no_more_is_no_error(tmp_path: Path) -> None:
    need_posix("pipes that break")
    reader, writer = os.pipe()
    os.close(reader)
    with subprocess.Popen(
        [*COMMAND, "models"],
        env=program_in(tmp_path).environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        os.close(writer)
        _, err = process.communicate()
    assert process.returncode == 0
    assert err == ""


def test_errors_that_nobody_can_be_told_stop_nothing(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        skip_for_want_of("/dev/full")
    (tmp_path / "bad.mp3").write_bytes(b"no music " * 100)
    write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>/dev/full', "sh", *COMMAND, "classify", ".", "--csv", "genres.csv"],
        cwd=tmp_path,
        env=program_in(tmp_path).environment(),
        stdout=subprocess.PIPE,
        check=False,
    )
    assert b"a.mp3" in done.stdout
    assert (tmp_path / "genres.csv").read_text(encoding="utf-8").count("\n") == 3


def test_the_last_line_says_how_it_ended(tmp_path: Path) -> None:
    one = write_sound(tmp_path / "a.mp3", music(2.0, seed=1), "mp3")
    run = program_in(tmp_path).classify(one)
    last = run.err.splitlines()[-1]
    assert last.startswith("1 track, 0 with problems")
    assert "genres.csv" in last
    assert "genres.json" in last


def test_an_impatient_second_ctrl_c_costs_nothing(tmp_path: Path) -> None:
    need_posix("Ctrl-C as a signal")
    folder = tmp_path / "music"
    folder.mkdir()
    for seed in range(11):
        write_sound(folder / f"{seed}.mp3", music(20.0, seed=seed), "mp3")
    minute = (music(60.0, seed=11, rate=_LONG_RATE) * 32767).astype("<i2")
    long = wav_bytes(np.tile(minute, 60).tobytes(), rate=_LONG_RATE)
    (folder / "long.wav").write_bytes(long)  # the last: nobody comes too late for its end
    program = program_in(tmp_path)
    table = program.targets()[0]
    with program.start("classify", folder, "--jobs", "1", "--csv", table) as process:
        wait_until(lambda: answers_in(program.home) >= 2, process)
        process.send_signal(signal.SIGINT)
        while process.poll() is None:  # as fast as this process can press
            process.send_signal(signal.SIGINT)
        run = program.end_of(process)
    assert run.code == 130
    assert 2 <= len(run.rows) < 12
    last = run.err.splitlines()[-1]
    assert last.startswith(f"Interrupted: {len(run.rows)} of 12 tracks")
    assert "genres.csv" in last


def test_a_damaged_package_is_listed_as_refused(tmp_path: Path) -> None:
    program = program_in(tmp_path)
    shipped = Path(__file__).parents[2] / "models" / "gtzan-cnn"
    package = program.home / "data" / "models" / "mine"
    shutil.copytree(shipped, package)
    graph = bytearray((package / "model.onnx").read_bytes())
    graph[len(graph) // 2] ^= 1
    (package / "model.onnx").write_bytes(graph)
    run = program.run("models")
    assert "was changed" in " ".join(run.out.split())


def test_another_package_of_the_same_name_and_version_is_asked_anew(tmp_path: Path) -> None:
    one = write_sound(tmp_path / "a.mp3", music(4.0, seed=1), "mp3")
    program = program_in(tmp_path)
    package = program.home / "data" / "models" / "mine"
    shutil.copytree(Path(__file__).parents[2] / "models" / "gtzan-cnn", package)
    manifest = (package / "manifest.json").read_text(encoding="utf-8")
    manifest = manifest.replace('"name": "gtzan-cnn"', '"name": "mine"')
    (package / "manifest.json").write_text(manifest, encoding="utf-8")
    assert program.classify(one, "--model", "mine").known == 0
    assert program.classify(one, "--model", "mine").known == 1
    changed = manifest.replace('"unsure_threshold": 0.', '"unsure_threshold": 0.9')
    assert changed != manifest
    (package / "manifest.json").write_text(changed, encoding="utf-8")
    assert program.classify(one, "--model", "mine").known == 0


def test_a_link_loop_is_called_one(tmp_path: Path) -> None:
    if sys.platform == "win32":
        skip_for_want_of("links that anyone may make")
    folder = tmp_path / "music"
    folder.mkdir()
    (folder / "loop.mp3").symlink_to(folder / "loop.mp3")
    for words in ((folder,), (folder / "loop.mp3",)):
        run = program_in(tmp_path).run("classify", *words)
        assert "leads back to itself" in run.err
