"""Watching folders as a terminal's user meets it: a process that goes on until Ctrl-C."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import threading
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from genre_desktop.cli.command import command_parser
from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display
from genre_desktop.cli.heard_tags import HeardTags
from genre_desktop.cli.tagging_asked import tagging_of
from genre_desktop.cli.watch import _Writing
from genre_desktop.core.folder_watch import FolderWatch
from genre_desktop.core.rules import Rules
from genre_desktop.core.tagging.wishes import Choice
from genre_desktop.core.track import Outcome
from genre_desktop.dsp.payload import payload_hash
from tests.acceptance.program import need_posix
from tests.support.command_line import command, run, tone, two_tones
from tests.support.divided import album
from tests.support.remembered import heard, song
from tests.support.tagged import mutagen

OLD = (1_600_000_000, 1_600_000_000)

pytestmark = pytest.mark.usefixtures("model")


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """Two tracks that were not written just now."""
    folder = two_tones(tmp_path / "music")
    for path in folder.iterdir():
        os.utime(path, OLD)
    return folder


@contextmanager
def watching(folder: Path, *options: str) -> Iterator["subprocess.Popen[str]"]:
    work = subprocess.Popen(
        command("watch", "--model", "tiny-mel", "--jobs", "1", "--settle", "0.2", *options, folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield work
    finally:
        work.kill()
        work.wait()
        if work.stdout is not None:
            work.stdout.close()


def said_until(work: "subprocess.Popen[str]", words: str) -> list[str]:
    """Its lines up to the one with these words."""
    assert work.stdout is not None
    lines = []
    for line in work.stdout:
        lines.append(line)
        if words in line:
            return lines
    raise AssertionError(f"It ended without “{words}”: {''.join(lines)}")


def ended(work: "subprocess.Popen[str]") -> int:
    os.killpg(work.pid, signal.SIGINT)
    return work.wait()


def test_what_is_there_and_what_arrives_is_classified_until_ctrl_c(music: Path) -> None:
    need_posix("process groups and SIGINT are POSIX")
    with watching(music) as work:
        before = said_until(work, "waiting for more")
        assert sum("country.flac: country" in line for line in before) == 1
        tone(music / "new.flac", 4)
        assert "new.flac: hiphop" in said_until(work, "new.flac")[-1]
        assert ended(work) == 130
    with watching(music) as again:  # all of it is known, and no news
        assert len(said_until(again, "waiting for more")) == 1
        assert ended(again) == 130


def test_an_album_is_heard_in_parts_as_long_as_it_has_a_sheet(music: Path, tmp_path: Path) -> None:
    need_posix("process groups and SIGINT are POSIX")
    file = album(tmp_path / "outside")
    with watching(music) as work:
        said_until(work, "waiting for more")
        shutil.copyfile(file, music / "album.flac")
        (line,) = said_until(work, "album.flac")
        assert "Dawn" not in line
        shutil.copyfile(file.with_name("album.cue"), music / "album.cue")
        assert ["Dawn" in line for line in said_until(work, "album.flac, Noon: ")] == [True, False]
        (music / "album.cue").unlink()
        assert len(said_until(work, "album.flac: ")) == 1
        assert ended(work) == 130


def test_what_arrives_is_tagged_once_and_can_be_taken_back(music: Path) -> None:
    need_posix("process groups and SIGINT are POSIX")
    with watching(music, "--tag", "--no-rules") as work:
        said_until(work, "2 files written")
        said_until(work, "waiting for more")
        (music / "Album").mkdir()
        tone(music / "Album" / "new.flac", 4)
        said_until(work, "1 file written")
        tone(music / "Album" / "last.flac", 5)
        lines = said_until(work, "1 file written")
        assert not any("new.flac" in line for line in lines)  # its own writing is no news
        assert ended(work) == 130
    assert mutagen.File(music / "country.flac")["genre"] == ["Country"]
    assert mutagen.File(music / "Album" / "new.flac")["genre"] == ["Hip-Hop"]
    assert run("undo", "--run", "2", "--yes").returncode == 0
    assert "genre" not in mutagen.File(music / "Album" / "new.flac")


class Writing(_Writing):
    """What a watch writes with, as if `watch --tag` had these rules and choices."""

    def __init__(
        self,
        watch: FolderWatch,
        tags: HeardTags,
        rules: Rules | None = None,
        choice: Choice | None = None,
    ) -> None:
        options = command_parser().parse_args(["watch", ".", "--tag", "--no-rules"])
        asked = replace(tagging_of(options), choice=choice or Choice(), rules=rules or Rules())
        super().__init__(asked, Display(console_for(error=True)), watch, tags, threading.Event())

    def take(self, *outcomes: Outcome) -> None:
        for outcome in outcomes:
            self.add(outcome)
        self.write()


@pytest.fixture
def watch(music: Path) -> Iterator[FolderWatch]:
    with closing(FolderWatch([music], print, settle_seconds=0.0)) as opened:
        yield opened


@pytest.fixture
def tags() -> Iterator[HeardTags]:
    with closing(HeardTags(None)) as opened:
        yield opened


def test_what_another_program_wrote_meanwhile_is_heard_next(
    music: Path, watch: FolderWatch, tags: HeardTags
) -> None:
    path = song(music / "new.flac")
    Writing(watch, tags).take(heard(path)._replace(audio_hash="of what was there before"))
    assert "genre" not in mutagen.File(path)
    assert path in watch.wait(20.0)


@pytest.mark.parametrize(
    ("choice", "first", "last"),
    [
        (Choice(), ["Rock"], ["Rock"]),
        (Choice(only_empty=True), ["Jazz"], ["Rock"]),
        (Choice(append=True), ["Jazz"], ["Rock"]),
    ],
)
def test_an_album_that_grows_has_one_genre(
    music: Path,
    watch: FolderWatch,
    tags: HeardTags,
    *,
    choice: Choice,
    first: list[str],
    last: list[str],
) -> None:
    paths = [song(music / f"{number}.flac", album="Live") for number in range(4)]
    jazz, *rock = (
        heard(path, best=min(number, 1) + 1)._replace(audio_hash=payload_hash(path))
        for number, path in enumerate(paths)
    )
    other = song(music / "other.flac", album="Else")
    alone = heard(other, best=0)._replace(audio_hash=payload_hash(other))
    writing = Writing(watch, tags, Rules(one_genre_per_album=True), choice)
    writing.take(jazz, alone)
    assert mutagen.File(paths[0])["genre"] == ["Jazz"]
    writing.take(rock[0])
    writing.take(*rock[1:])
    assert mutagen.File(paths[0])["genre"] == first
    assert mutagen.File(paths[-1])["genre"] == last
    assert mutagen.File(other)["genre"] == ["Blues"]


def genre_desktop_calls(work: Callable[[], None]) -> int:
    """How many functions of the program are called by this."""
    called = Counter[str]()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            called[frame.f_globals.get("__name__", "").partition(".")[0]] += 1

    before = sys.getprofile()
    gc.disable()  # the end of what another test left would be counted
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return called["genre_desktop"]


def test_an_album_costs_no_more_where_many_others_were_heard(
    music: Path, watch: FolderWatch, tags: HeardTags
) -> None:
    writing = Writing(watch, tags, Rules(one_genre_per_album=True))
    outcomes = [heard(song(music / f"{name}.flac", album=name)) for name in "abcdefghijkl"]
    calls = [genre_desktop_calls(partial(writing.take, one)) for one in outcomes]
    assert calls[-1] == calls[2] > 0


def test_of_what_was_heard_only_what_its_album_may_need_is_kept(
    music: Path, watch: FolderWatch, tags: HeardTags
) -> None:
    writing = Writing(watch, tags, Rules(one_genre_per_album=True))
    alone, one = heard(song(music / "a.flac")), heard(song(music / "b.flac", album="Live"))
    assert alone.verdict is not None
    assert one.verdict is not None
    assert one.verdict.timeline is not None
    answer = weakref.ref(alone.verdict.probabilities)
    pieces = weakref.ref(one.verdict.timeline.probabilities)
    writing.take(alone, one)
    del alone, one
    gc.collect()
    assert answer() is None
    assert pieces() is None


def test_a_track_whose_tags_name_another_album_now_is_of_that_alone(
    music: Path, watch: FolderWatch, tags: HeardTags
) -> None:
    writing = Writing(watch, tags, Rules(one_genre_per_album=True))
    path = song(music / "a.flac", album="Live")
    writing.take(heard(path)._replace(audio_hash=payload_hash(path)))
    song(path, album="Else")
    writing.take(heard(path, best=2)._replace(audio_hash=payload_hash(path)))
    other = song(music / "b.flac", album="Live")
    writing.take(heard(other, best=0)._replace(audio_hash=payload_hash(other)))
    assert mutagen.File(path)["genre"] == ["Rock"]
    assert mutagen.File(other)["genre"] == ["Blues"]


def test_a_file_cannot_be_watched(music: Path) -> None:
    told = run("watch", "--model", "tiny-mel", music / "country.flac")
    assert told.returncode == 2
    assert "only folders can be watched" in told.stderr
