"""Patterns, and names that every system takes."""

import pytest

from genre_desktop.core.organising.pattern import (
    DEFAULT_PATTERN,
    Facts,
    PatternRefused,
    pattern_of,
)
from genre_desktop.core.organising.safe_names import LONGEST_BYTES, safe_name

SONG = Facts(
    genre="Hip Hop/Rap",
    artist="Various",
    track_artist="Björk",
    album="What?",
    title="A: B",
    track="3/12",
    year="1999-05-01",
    stem="03 song",
    ending=".mp3",
)


def place(pattern: str, facts: Facts = SONG) -> str:
    return "/".join(pattern_of(pattern).place(facts))


def test_placeholders_become_what_the_file_says() -> None:
    assert place(DEFAULT_PATTERN) == "Hip Hop_Rap/Various/What_/03 song.mp3"
    assert place("{year}/{track artist}/{track} - {title}") == "1999/Björk/03 - A_ B.mp3"


def test_what_a_file_does_not_say_has_a_name_of_its_own() -> None:
    silent = Facts(genre="Jazz", stem="song", ending=".flac")
    assert place(DEFAULT_PATTERN, silent) == "Jazz/Unknown artist/Unknown album/song.flac"
    assert place("{year}/{track} {title}", silent) == "Unknown year/song.flac"


def test_the_pattern_may_name_what_a_file_does_not_say() -> None:
    silent = Facts(genre="Jazz", stem="song", ending=".flac")
    pattern = "{genre|?}/{artist | Unbekannter Interpret}/{album|}/{track|00} {title|untitled}"
    with pytest.raises(PatternRefused, match="which is none"):
        pattern_of(pattern)
    pattern = pattern.replace("artist |", "artist|")
    assert place(pattern, silent) == "Jazz/Unbekannter Interpret/00 song.flac"
    assert place(pattern) == "Hip Hop_Rap/Various/What_/03 A_ B.mp3"
    assert place("{artist|..}/{file name}", silent) == "song.flac"


def test_a_tag_cannot_lead_out_of_the_folder() -> None:
    evil = Facts(genre="..", artist="/etc", album="..\\..", stem="x", ending=".mp3")
    assert place(DEFAULT_PATTERN, evil) == "_etc/_._/x.mp3"


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("", "empty name"),
        ("/{file name}", "empty name"),
        ("{genre}//{file name}", "empty name"),
        ("../{file name}", "leads out"),
        ("{gerne}/{file name}", "{gerne}"),
        ("{genre/{file name}", "{genre"),
        ("{file name}}", "brace"),
        ("{genre}/song", "one name"),
    ],
)
def test_a_pattern_that_cannot_be_meant_says_why(pattern: str, word: str) -> None:
    with pytest.raises(PatternRefused) as refused:
        pattern_of(pattern)
    assert word in refused.value.sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AC/DC", "AC_DC"),
        ('<a>:"b"|c?*', "_a___b__c__"),
        (" name. . ", "name"),
        ("...And Justice", "_..And Justice"),
        ("con", "con_"),
        ("Aux.live", "Aux_.live"),
        ("COM7", "COM7_"),
        ("Contra", "Contra"),
        ("Bjo\u0308rk", "Björk"),
        ("tab\there", "tab_here"),
        ("caf\udce9", "caf_"),
        ("...", ""),
    ],
)
def test_names_are_made_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_long_names_are_cut_between_letters() -> None:
    assert len(safe_name("雪" * 300).encode()) <= LONGEST_BYTES
    assert safe_name("e" + "x\u0323\u0301" * 200, 9) == "ex\u0323\u0301"
    long = Facts(genre="Jazz", stem="n" * 300, ending=".flac")
    assert len(pattern_of("{file name}").place(long)[0]) == LONGEST_BYTES
