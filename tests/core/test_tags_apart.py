"""Tags are read in another process, which may crash or hang over a file."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from genre_desktop.core.tags_apart import TRACKS_AT_ONCE, TagsApart, tags_of_all
from genre_desktop.core.track import Tags, Track
from tests.support.heavy_tags import with_heavy_tags
from tests.support.sounds import music, write_sound

HANG_SECONDS = 600.0


def tags_unless_it_kills(tracks: Sequence[Track]) -> tuple[Tags, ...]:
    if any(track.path.stem == "kills" for track in tracks):
        os.kill(os.getpid(), signal.SIGTERM)
        threading.Event().wait(HANG_SECONDS)
    return tuple(Tags(title=track.path.stem) for track in tracks)


def tags_unless_it_hangs(tracks: Sequence[Track]) -> tuple[Tags, ...]:
    for track in tracks:
        if track.path.stem == "hangs":
            track.path.with_suffix(".begun").touch()
            threading.Event().wait(HANG_SECONDS)
    return tuple(Tags(title=track.path.stem) for track in tracks)


def _tracks(folder: Path, *names: str) -> list[Track]:
    return [Track(folder / f"{name}.mp3") for name in names]


def test_tags_come_in_the_order_of_the_tracks(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "one.mp3", music(1.0), "mp3", tags={"title": "One"})
    tracks = [Track(path), Track(tmp_path / "gone.mp3"), Track(path)] * TRACKS_AT_ONCE
    apart = TagsApart()
    found = list(apart.read(tracks))
    apart.close()
    assert [track for track, _ in found] == tracks
    assert [tags.title for _, tags in found] == ["One", "", "One"] * TRACKS_AT_ONCE


def test_a_file_that_ends_the_process_has_no_tags_and_its_neighbours_have(tmp_path: Path) -> None:
    apart = TagsApart(tags_unless_it_kills)
    found = list(apart.read(_tracks(tmp_path, "before", "kills", "after")))
    apart.close()
    assert [tags.title for _, tags in found] == ["before", "", "after"]


def test_a_file_that_hangs_has_no_tags_and_its_neighbours_have(tmp_path: Path) -> None:
    apart = TagsApart(tags_unless_it_hangs, seconds_at_most=1.0)
    found = list(apart.read(_tracks(tmp_path, "before", "hangs", "after")))
    apart.close()
    assert [tags.title for _, tags in found] == ["before", "", "after"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what is asked for")
def test_tags_that_would_take_all_memory_are_not_read_and_their_neighbours_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = write_sound(tmp_path / "good.mp3", music(1.0), "mp3", tags={"title": "One"})
    bomb = with_heavy_tags(tmp_path / "bomb.mp3", good)
    apart = TagsApart()
    found = list(apart.read([Track(good), Track(bomb), Track(good)]))
    (process_id,) = apart.process_ids()
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    apart.close()
    assert [tags.title for _, tags in found] == ["One", "", "One"]
    most_mb = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]  # Linux has it
    assert most_mb < 1_000
    assert f"No tags of {bomb!r}: they take more memory than tags may." in caplog.text


def test_a_process_that_is_killed_between_two_readings_is_replaced(tmp_path: Path) -> None:
    apart = TagsApart(tags_unless_it_hangs)
    first = list(apart.read(_tracks(tmp_path, "first")))
    (process_id,) = apart.process_ids()
    os.kill(process_id, signal.SIGTERM)
    second = list(apart.read(_tracks(tmp_path, "second")))
    assert apart.process_ids() != (process_id,)
    apart.close()
    assert [tags.title for _, tags in first + second] == ["first", "second"]


def test_closing_does_not_wait_for_a_file_that_hangs(tmp_path: Path) -> None:
    apart = TagsApart(tags_unless_it_hangs)
    found: list[tuple[Track, Tags]] = []
    reading = threading.Thread(target=lambda: found.extend(apart.read(_tracks(tmp_path, "hangs"))))
    reading.start()
    while not (tmp_path / "hangs.begun").exists():
        reading.join(0.02)
    apart.close()
    reading.join()
    assert found == []
    assert list(apart.read(_tracks(tmp_path, "later"))) == []


READ = """
import sys
from pathlib import Path
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.track import Track

if __name__ == "__main__":
    apart = TagsApart()
    for _, tags in apart.read([Track(Path(sys.argv[1]))]):
        print(tags.title, "mutagen" in sys.modules)
    apart.close()
"""


def test_mutagen_is_not_even_loaded_where_tags_are_asked_for(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "one.mp3", music(1.0), "mp3", tags={"title": "One"})
    done = subprocess.run(
        [sys.executable, "-c", READ, path], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["One", "False"]


@pytest.mark.parametrize("count", [0, 1])
def test_few_tracks_are_read_as_well(tmp_path: Path, count: int) -> None:
    assert tags_of_all(_tracks(tmp_path, "gone")[:count]) == (Tags(),) * count
