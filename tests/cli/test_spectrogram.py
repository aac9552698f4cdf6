"""`genre-desktop spectrogram` as a process."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

from genre_desktop.cli.spectrogram import draw
from genre_desktop.core.spectrogram_picture import PictureSpec
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from tests.acceptance.program import need_posix
from tests.support.command_line import command, run
from tests.support.sounds import music, write_flac, write_sound, write_wav

SMALL = ("--size", "200x100")


def folder_of_music(folder: Path) -> Path:
    (folder / "inner").mkdir(parents=True)
    write_wav(folder / "one.wav", music(1.0))
    write_flac(folder / "inner" / "one.flac", music(1.0))
    write_flac(folder / "inner" / "=two\n.flac", music(1.0))
    return folder


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_track_of_a_folder_gets_a_picture(tmp_path: Path) -> None:
    out = tmp_path / "pictures" / "deep"
    done = run("spectrogram", folder_of_music(tmp_path / "music"), "-o", out, *SMALL)
    assert done.returncode == 0, done.stderr
    assert names_in(out) == ["=two\n.flac.png", "one.flac.png", "one.wav.png"]
    for path in out.iterdir():
        with Image.open(path) as picture:
            picture.load()
    assert "3 pictures" in done.stderr


WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, about: opened.append(str(about[0])) if event == "open" else None)
from genre_desktop.cli.command import main

if __name__ == "__main__":
    code = main(["spectrogram", sys.argv[1], "-o", sys.argv[2], "--size", "200x100"])
    print(code, sys.argv[1] in opened)
"""


def test_files_are_opened_by_workers_alone_also_for_their_chapters(tmp_path: Path) -> None:
    book = write_sound(tmp_path / "book.mka", music(2.0), "mka")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, book, tmp_path / "out"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["0", "False"], done.stderr
    assert names_in(tmp_path / "out") == ["book.mka.png"]


def test_tracks_of_one_name_get_pictures_of_their_own(tmp_path: Path) -> None:
    longest = "x" * 251  # with its ending as long as a name can be
    for inner in ("a", "b"):
        (tmp_path / inner).mkdir()
        write_wav(tmp_path / inner / "same.wav", music(1.0))
        write_wav(tmp_path / inner / f"{longest}.wav", music(1.0))
    out = tmp_path / "out"
    done = run("spectrogram", tmp_path / "a", tmp_path / "b", "-o", out, *SMALL)
    assert done.returncode == 0, done.stderr
    assert names_in(out)[:2] == ["same.wav (2).png", "same.wav.png"]
    assert len(names_in(out)) == 4


def test_an_interruption_gives_up_the_rest_and_says_what_is_there(tmp_path: Path) -> None:
    need_posix("Ctrl-C as a signal")
    out, first = tmp_path / "out", write_wav(tmp_path / "a.wav", music(1.0))
    (tmp_path / "b.mp3").write_text("words")
    others = [tmp_path / f"c {number}.wav" for number in range(100)]
    for other in others:
        other.hardlink_to(first)
    work = subprocess.Popen(
        command("spectrogram", tmp_path, "-o", out, "--jobs", "1", *SMALL),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert work.stderr is not None
    assert "b.mp3" in work.stderr.readline()
    os.killpg(work.pid, signal.SIGINT)  # a terminal tells the workers, too
    _, errors = work.communicate()
    assert work.returncode == 130
    told = re.fullmatch(r"Interrupted: (\d+) pictures? in .*\.\n", errors, re.DOTALL)
    assert told is not None, errors
    pictures = [name for name in names_in(out) if name.endswith(".png")]
    assert 1 <= int(told[1]) == len(pictures) < len(others)
    assert len(list(out.iterdir())) == len(pictures)  # and no half of one


def test_what_a_worker_draws_it_leaves_to_others_to_write(tmp_path: Path) -> None:
    """One that is ended amid writing would leave half a picture under a hidden name."""
    track = Track(write_wav(tmp_path / "a.wav", music(1.0)))
    look = Look(Channel.BOTH, Window.HANN, 2_048)
    png = draw(track, PictureSpec(300, 150, Scale.LINEAR, look, "magma", -20.0, 100.0))
    assert png.startswith(b"\x89PNG")
    assert names_in(tmp_path) == ["a.wav"]


def test_pictures_that_are_there_are_left_alone_unless_asked_for(tmp_path: Path) -> None:
    track, out = write_wav(tmp_path / "a.wav", music(1.0)), tmp_path / "out"
    out.mkdir()
    mine = out / "a.wav.png"
    mine.write_text("mine")
    left = run("spectrogram", track, "-o", out, *SMALL)
    assert left.returncode == 1
    assert "--overwrite" in left.stderr
    assert mine.read_text() == "mine"
    assert run("spectrogram", track, "-o", out, "--overwrite", *SMALL).returncode == 0
    with Image.open(mine) as picture:
        picture.load()


def test_a_bad_file_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write_wav(tmp_path / "good.wav", music(1.0))
    (tmp_path / "bad.mp3").write_text("words")
    out = tmp_path / "out"
    done = run("spectrogram", tmp_path / "good.wav", tmp_path / "bad.mp3", "-o", out, *SMALL)
    assert done.returncode == 1
    assert "bad.mp3" in done.stderr
    assert names_in(out) == ["good.wav.png"]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    track = write_wav(tmp_path / "a.wav", music(1.0))
    done = run("spectrogram", track, "-o", track / "out")
    assert done.returncode == 2
    assert "choose another" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_music_is_an_exit_code_of_its_own(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("spectrogram", empty, "-o", tmp_path / "out").returncode == 3


def test_options_out_of_reach_are_refused(tmp_path: Path) -> None:
    for words in (("--size", "big"), ("--size", "1x1"), ("--range", "1000"), ("--scale", "bark")):
        done = run("spectrogram", tmp_path, "-o", tmp_path / "out", *words)
        assert done.returncode == 2, words
        assert words[1] in done.stderr
