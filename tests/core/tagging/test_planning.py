"""The preview says what would be written and why the rest is left alone."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Choice, Fate, PlanRow, counts, heard_of
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import Span
from genre_desktop.inference.verdict import Verdict
from tests.support import tagged
from tests.support.heavy_tags import with_heavy_tags
from tests.support.sounds import music, write_sound
from tests.support.tag_run import tag_all

PLAIN = Preferences()


def heard(path: Path, genre: str | None, *, unsure: bool = False) -> Outcome:
    probabilities = np.array([0.8, 0.2], np.float32)
    verdict = genre and Verdict(
        "m", "1", (genre, "Other"), probabilities, unsure, None, None, None, 30.0
    )
    return Outcome(Track(path), verdict or None, None, None, "")


@pytest.fixture
def song(tmp_path: Path) -> Path:
    """A file whose genre is Jazz."""
    (tmp_path / "music").mkdir()
    path = tagged.sound(tmp_path / "music", "flac")
    tag_all(tmp_path / "tags.sqlite", path.parent, "Jazz")
    return path


def row(outcome: Outcome, choice: Choice | None = None) -> PlanRow:
    (only,) = plan([heard_of(outcome)], choice or Choice(), PLAIN)
    return only


def test_another_genre_takes_the_old_ones_place(song: Path) -> None:
    found = row(heard(song, "Rock"))
    assert (found.old, found.new) == (("Jazz",), ("Rock",))
    assert found.wish is not None


def test_the_same_genre_is_nothing_to_write(song: Path) -> None:
    assert row(heard(song, "Jazz")).state == "already as wanted"


def test_a_genre_is_appended_once(song: Path) -> None:
    append = Choice(append=True)
    assert row(heard(song, "Rock"), append).new == ("Jazz", "Rock")
    assert row(heard(song, "jazz"), append).wish is None


def test_only_files_without_a_genre_are_filled(song: Path) -> None:
    assert row(heard(song, "Rock"), Choice(only_empty=True)).wish is None
    empty = tagged.sound(song.parent, "mp3")
    assert row(heard(empty, "Rock"), Choice(only_empty=True)).new == ("Rock",)


def jazz_beside(folder: Path, kind: str) -> Path:
    """A file whose genre Jazz stands only in tags that are not written."""
    if kind == "INFO":
        path = tagged.sound(folder, "wav")
        chunk = b"LIST" + (16).to_bytes(4, "little") + b"INFOIGNR\4\0\0\0Jazz"
        whole = path.read_bytes() + chunk
        path.write_bytes(whole[:4] + (len(whole) - 8).to_bytes(4, "little") + whole[8:])
        return path
    path = tagged.sound(folder, "mp3")
    tagged.mutagen.File(path).delete()
    if kind == "ID3v1":
        path.write_bytes(path.read_bytes() + b"TAG".ljust(127, b"\0") + b"\x08")  # 8 is Jazz
        return path
    beside = tagged.apev2.APEv2()
    beside["Genre"] = "Jazz"
    beside.save(path)
    return path


@pytest.mark.parametrize("kind", ["ID3v1", "APEv2", "INFO"])
def test_a_genre_beside_the_tags_that_are_written_counts(song: Path, kind: str) -> None:
    path = jazz_beside(song.parent, kind)
    assert row(heard(path, "Rock"), Choice(only_empty=True)).state == "with a genre left alone"
    assert row(heard(path, "Rock"), Choice(append=True)).new == ("Jazz", "Rock")
    assert row(heard(path, "Rock")).old == ("Jazz",)


@pytest.mark.parametrize("choice", [Choice(), Choice(append=True)])
@pytest.mark.parametrize("kind", ["ID3v1", "APEv2", "INFO"])
def test_the_same_genre_beside_is_written_where_programs_read_no_other_tags(
    song: Path, kind: str, choice: Choice
) -> None:
    path = jazz_beside(song.parent, kind)
    found = row(heard(path, "Jazz"), choice)
    assert (found.old, found.new, found.fate) == (("Jazz",), ("Jazz",), Fate.CHANGES)
    assert found.wish is not None
    with Journal.open(song.parents[1] / "tags.sqlite") as opened:
        (done,) = write_genres(opened, [found.wish], PLAIN)
    assert (done.is_written, done.refused) == (True, "")
    assert tagged.mutagen.File(path).tags["TCON"].text == ["Jazz"]
    assert row(heard(path, "Jazz"), choice).fate is Fate.ALREADY


def test_a_link_in_a_read_only_folder_is_told_as_its_target_is_written(
    song: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "links" / "link.flac"
    link.parent.mkdir()
    link.symlink_to(song)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != link.parent and access(path, mode))
    assert row(heard(link, "Rock")).wish is not None


def test_what_is_unsure_or_unheard_is_left_alone(song: Path) -> None:
    assert row(heard(song, "Rock", unsure=True)).state == "unsure left alone"
    assert row(heard(song, None)).state == "without a genre heard"


def test_a_limit_of_the_users_takes_the_place_of_the_models(song: Path) -> None:
    unsure = heard(song, "Rock", unsure=True)
    assert row(unsure, Choice(min_confidence=0.8)).new == ("Rock",)
    assert row(heard(song, "Rock"), Choice(min_confidence=0.81)).fate is Fate.UNSURE


def test_labels_are_spelt_as_other_programs_spell_them(song: Path) -> None:
    assert row(heard(song, "hiphop")).new == ("Hip-Hop",)
    assert row(heard(song, "jazz")).fate is Fate.ALREADY


@pytest.mark.parametrize("is_corrected", [False, True])
def test_a_genre_is_not_written_to_another_sound_than_was_heard(
    song: Path, *, is_corrected: bool
) -> None:
    outcome = heard(song, "Rock")._replace(audio_hash=payload_hash(song))
    if is_corrected:
        outcome = outcome._replace(correction=corrected_now("Fado"))
    other = tagged.sound(song.parent, "flac", "other", seconds=0.5)
    journal = song.parents[1] / "tags.sqlite"
    for path, is_written in ((song, True), (other, False)):
        told = row(outcome._replace(track=Track(path)))
        assert told.wish is not None
        with Journal.open(journal) as opened:
            (done,) = write_genres(opened, [told.wish], PLAIN)
        assert done.is_written is is_written
    assert "another sound" in done.refused
    assert "genre" not in tagged.mutagen.File(other)


def test_a_first_impression_is_not_written(song: Path) -> None:
    early = heard(song, "Rock")._replace(provisional=True)
    assert row(early).fate is Fate.UNHEARD


def test_a_read_only_file_is_told_beforehand(song: Path) -> None:
    song.chmod(0o444)
    found = row(heard(song, "Rock"))
    assert (found.state, found.wish) == ("read-only", None)
    assert found.sentence


def test_a_file_without_tags_or_gone_is_told(song: Path, tmp_path: Path) -> None:
    assert row(heard(tagged.sound(tmp_path, "au"), "Rock")).state == "no tags"
    assert row(heard(song.with_name("gone.flac"), "Rock")).state == "missing"


def test_parts_have_no_tags_and_a_file_is_listed_once(song: Path) -> None:
    part = Outcome(Track(song, Span(0.0, 1.0)), heard(song, "Rock").verdict, None, None, "")
    three = map(heard_of, [heard(song, "Rock"), part, heard(song, "Rock")])
    assert len(list(plan(three, Choice(), PLAIN))) == 1


def test_the_counts_begin_with_what_would_change() -> None:
    unsure = PlanRow(Path("x"), fate=Fate.UNSURE)
    rows = [unsure, unsure, PlanRow(Path("x"), fate=Fate.REFUSED, short="read-only")]
    rows.append(PlanRow(Path("x")))
    assert counts(rows) == "1 would change, 2 unsure left alone, 1 read-only"
    assert counts(rows[:2]) == "0 would change, 2 unsure left alone"


PLAN = """
import sys
from pathlib import Path
from genre_desktop.core.organising.planning import plan
from genre_desktop.core.organising.wishes import Choice
from genre_desktop.core.tagging.planning import look_at
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Heard
bomb, into = map(Path, sys.argv[1:])
print(look_at(bomb, Preferences()).sentence)
[row] = plan([Heard(bomb, genre="Jazz", probability=1.0)], Choice(into))
print(row.target.relative_to(into))
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what is asked for")
def test_tags_that_would_take_all_memory_are_told_and_not_unpacked(tmp_path: Path) -> None:
    good = write_sound(tmp_path / "good.mp3", music(1.0), "mp3")
    bomb = with_heavy_tags(tmp_path / "bomb.mp3", good)
    words = [sys.executable, "-c", PLAN, str(bomb), str(tmp_path / "into")]
    told = subprocess.run(words, capture_output=True, text=True, check=True)
    sentence, place, most_kb = told.stdout.splitlines()
    assert sentence.startswith("its tags cannot be read as they are")
    assert Path(place) == Path("Jazz", "Unknown artist", "Unknown album", "bomb.mp3")
    assert int(most_kb) < 1_000_000
