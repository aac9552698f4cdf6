"""Genres that some tags cannot say are refused; what they say in parts is no change for ever."""

from pathlib import Path

import pytest

from genre_desktop.core.tagging.id3_frames import empty_tag
from genre_desktop.core.tagging.id3_genre import id3_genre_frames
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.planning import plan
from genre_desktop.core.tagging.raw import Preferences, TagRefused
from genre_desktop.core.tagging.sayable import unsayable
from genre_desktop.core.tagging.wishes import Choice, Fate, Heard, PlanRow, counts
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.tags import spelled_out
from tests.support import tagged
from tests.support.tag_run import tag_all

OTHERS = ("17", "255", "RX", "CR", "(17)", "(17)x", "(RX) x", "((Live) x", "(300) x", "١٧")
FINE = ("256", "1980", "rx", "(Live) x", "Rock (17)", "Hip Hop/Rap", "R&B", "x ((y")


@pytest.fixture
def mp3(music: Path) -> Path:
    path = tagged.sound(music, "mp3")
    tagged.id3.ID3().delete(path)
    return path


def row(
    path: Path, genre: str, version: int, choice: Choice | None = None, separator: str = "; "
) -> PlanRow:
    heard = Heard(path, genre=genre, probability=1.0)
    preferences = Preferences(id3_version=version, separator=separator)
    (only,) = plan([heard], choice or Choice(), preferences)
    return only


def write(journal: Path, found: PlanRow, version: int, separator: str = "; ") -> None:
    assert found.wish is not None
    preferences = Preferences(id3_version=version, separator=separator)
    with Journal.open(journal) as opened:
        (done,) = write_genres(opened, [found.wish], preferences)
    assert done.refused == ""


@pytest.mark.parametrize("genre", [*OTHERS, *FINE])
def test_what_is_refused_is_what_others_read_as_another_genre(genre: str) -> None:
    assert bool(unsayable([genre], "ID3v2.3", ";")) == (spelled_out([genre]) != [genre])
    assert unsayable([genre], "FLAC", "") == ""


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("genre", OTHERS)
def test_a_genre_that_would_be_read_as_another_is_refused_with_a_sentence(
    genre: str, version: int, mp3: Path, journal: Path
) -> None:
    before = mp3.read_bytes()
    found = row(mp3, genre, version)
    assert (found.fate, found.wish) == (Fate.REFUSED, None)
    assert f"cannot say “{genre}”" in found.sentence
    (done,) = tag_all(journal, mp3.parent, genre)
    assert "read as another" in done.refused
    assert mp3.read_bytes() == before


def test_the_counts_say_why_a_name_is_refused(mp3: Path) -> None:
    words = "with a name that tags cannot say"
    assert counts([row(mp3, "80", 3)]) == f"0 would change, 1 {words}"
    with pytest.raises(TagRefused) as refused:
        id3_genre_frames(empty_tag(3), ["80"], Preferences())
    assert refused.value.short == words


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("genre", [*FINE, "Rock; Roll", ";Rock ; "])
def test_what_was_written_is_as_it_is_to_be_ever_after(
    genre: str, version: int, mp3: Path, journal: Path
) -> None:
    write(journal, row(mp3, genre, version), version)
    assert row(mp3, genre, version).fate is Fate.ALREADY
    assert row(mp3, genre, version, Choice(append=True)).fate is Fate.ALREADY


@pytest.mark.parametrize("genre", ["5/4", "20/21", "7/8 Prog"])
def test_numbers_that_are_no_genre_of_their_own_are_written_as_they_are(
    genre: str, mp3: Path, journal: Path
) -> None:
    found = row(mp3, genre, 3, separator="/")
    write(journal, found, 3, "/")
    assert row(mp3, genre, 3, separator="/").old == found.new == tuple(genre.split("/"))
    assert row(mp3, genre, 3, separator="/").fate is Fate.ALREADY


def test_a_number_is_appended_where_it_is_no_text_of_its_own(mp3: Path, journal: Path) -> None:
    append = Choice(append=True)
    assert row(mp3, "20", 3, append).fate is Fate.REFUSED
    write(journal, row(mp3, "Rock; 17", 3), 3)
    found = row(mp3, "20", 3, append)
    assert found.new == ("Rock", "17", "20")
    write(journal, found, 3)
    assert row(mp3, "20", 3, append).fate is Fate.ALREADY
    assert row(mp3, "Jazz", 3, append).old == ("Rock", "17", "20")


@pytest.mark.parametrize("genre", ["17", "(17)x", "RX"])
def test_a_number_is_not_appended_where_tags_have_a_text_for_each(
    genre: str, mp3: Path, journal: Path
) -> None:
    write(journal, row(mp3, "Rock", 4), 4)
    assert row(mp3, genre, 4, Choice(append=True)).fate is Fate.REFUSED


def test_a_genre_with_the_separator_in_it_is_several_where_tags_have_one_text(
    mp3: Path, journal: Path
) -> None:
    assert row(mp3, "Rock; Roll", 3).new == ("Rock", "Roll")
    assert row(mp3, "Rock; Roll", 4).new == ("Rock; Roll",)
    tag_all(journal, mp3.parent, "Jazz")
    assert row(mp3, "; ", 3).fate is Fate.REFUSED


@pytest.mark.parametrize("kind", ["mp3", "flac", "aac", "wavpack", "wma"])
@pytest.mark.parametrize("genre", ["x\0y", "two\nlines", "\x1b[31mred"])
def test_no_tags_hold_control_signs(kind: str, genre: str, music: Path) -> None:
    found = row(tagged.sound(music, kind), genre, 4)
    assert found.fate is Fate.REFUSED
    assert found.sentence.isprintable()
    assert "control sign" in found.sentence
