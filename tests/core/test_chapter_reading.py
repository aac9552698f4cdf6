"""Chapters are looked for in another process, which may crash or hang over a file."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.scan import scan
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from tests.support import sounds

HANG_SECONDS = 600.0


def two_parts(path: Path) -> tuple[Track, ...]:
    return Track(path, Span(0.0, 1.0), "One"), Track(path, Span(1.0, 2.0), str(os.getpid()))


def parts_unless_it_kills(path: Path) -> tuple[Track, ...]:
    if path.stem == "kills":
        os.kill(os.getpid(), signal.SIGKILL)
    return two_parts(path)


def hang(path: Path) -> tuple[Track, ...]:
    path.with_suffix(".begun").touch()
    threading.Event().wait(HANG_SECONDS)
    return two_parts(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    (folder / "fine.mka").touch()
    (folder / "kills.mka").touch()
    return folder


def test_a_file_that_ends_the_worker_is_a_whole_and_the_next_is_divided(folder: Path) -> None:
    (folder / "z.mka").touch()
    chapters = ChapterReading(parts_unless_it_kills)
    found = list(scan([folder], (), chapters.parts_of))
    chapters.close()
    names = [(track.path.stem, track.part_title) for track in found if isinstance(track, Track)]
    assert [name for name, _ in names] == ["fine", "fine", "kills", "z", "z"]
    assert names[2] == ("kills", "")
    assert int(names[1][1]) not in (os.getpid(), int(names[4][1]))


def test_a_file_that_hangs_is_a_whole(folder: Path) -> None:
    chapters = ChapterReading(hang, seconds_at_most=0.2)
    assert chapters.parts_of(folder / "fine.mka") == ()
    chapters.close()


def test_closing_ends_a_file_that_hangs(folder: Path) -> None:
    chapters = ChapterReading(hang)
    answers: list[tuple[Track, ...]] = []
    reading = threading.Thread(
        target=lambda: answers.append(chapters.parts_of(folder / "fine.mka"))
    )
    reading.start()
    while not (folder / "fine.begun").exists():
        reading.join(0.02)
    chapters.close()
    reading.join()
    assert answers == [()]


def test_once_closed_no_process_is_started(folder: Path) -> None:
    chapters = ChapterReading(two_parts)
    chapters.close()
    assert chapters.parts_of(folder / "fine.mka") == ()


SCAN = """
import sys
from pathlib import Path
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.scan import scan

if __name__ == "__main__":
    chapters = ChapterReading()
    print(len(list(scan([Path(sys.argv[1])], (), chapters.parts_of))), "av" in sys.modules)
    chapters.close()
"""


def test_ffmpeg_is_not_even_loaded_where_the_scan_runs(tmp_path: Path) -> None:
    book = sounds.write_sound(tmp_path / "book.mka", sounds.music(2.0), "mka")
    done = subprocess.run(
        [sys.executable, "-c", SCAN, book], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "False"]
