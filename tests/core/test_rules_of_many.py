"""Rules on trees, artists, folders, several genres and albums; and what contradicts what."""

from pathlib import Path

import pytest

from genre_desktop.core.albums import Albums
from genre_desktop.core.identity import Stamp
from genre_desktop.core.rule_conflicts import conflicts
from genre_desktop.core.rules import Rules, is_contested, ruled
from genre_desktop.core.rules_file import RulesRefused, parse_rules
from genre_desktop.core.rules_text import rules_text
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.wishes import Choice, Found, Heard, decide


def track(
    *shares: tuple[str, float],
    path: str = "/m/a/1.mp3",
    artist: str = "",
    album: str = "",
    unsure: bool = False,
    is_corrected: bool = False,
) -> Heard:
    label, share = shares[0]
    return Heard(
        Path(path),
        genre=label.capitalize(),
        label=label,
        probability=share,
        unsure=unsure,
        is_corrected=is_corrected,
        also=((Also.CONFIDENCE, f"{share:.2f}"), (Also.TEMPO, "120")),
        guesses=shares,
        artist=artist,
        album=album,
    )


DISCO = (("disco", 0.4), ("metal", 0.35), ("pop", 0.25))


def test_a_sub_genre_is_written_as_the_genre_that_it_belongs_to() -> None:
    rules = parse_rules('[names]\ndisco = "Nu Disco"\n[tree]\n"Nu Disco" = "Dance"\nDance = "Pop"')
    after = ruled(track(("disco", 0.9)), rules)
    assert (after.genre, after.by_rule) == ("Pop", True)


def test_probabilities_of_what_has_one_name_add_up() -> None:
    after = ruled(track(*DISCO), parse_rules('[tree]\nmetal = "Loud"\npop = "Loud"'))
    assert after.genre == "Loud"
    assert after.probability == pytest.approx(0.6)


def test_artists_and_folders_have_their_genre_whatever_they_sound_like() -> None:
    rules = parse_rules('[artists]\n"The  band" = "Folk"\n[folders]\n"/m/talk" = "Spoken"')
    after = ruled(track(*DISCO, artist="The Band", unsure=True), rules)
    assert (after.genre, after.unsure, after.also) == ("Folk", False, ((Also.TEMPO, "120"),))
    talk = track(*DISCO, path="/m/talk/deep/1.mp3", artist="The Band")
    assert ruled(talk, rules).genre == "Spoken"
    assert is_contested(talk, rules)
    assert ruled(track(*DISCO, path="/m/talking/1.mp3"), rules).genre == "Disco"


def test_a_home_that_nobody_has_is_a_name_like_any_other() -> None:
    rules = parse_rules('[folders]\n"~nobody-here/x" = "A"\n"/" = "B"')
    assert ruled(track(*DISCO), rules).genre == "B"


def test_the_innermost_folder_wins() -> None:
    rules = parse_rules('[folders]\n"/m" = "A"\n"/m/a" = "B"')
    assert ruled(track(*DISCO), rules).genre == "B"


def test_what_is_corrected_is_beyond_folders_and_albums() -> None:
    rules = parse_rules('[folders]\n"/m" = "A"\n[albums]\none_genre = true')
    mine = track(("jazz", 1.0), is_corrected=True, album="X")
    assert ruled(mine, rules) == mine


def test_several_genres_are_written_where_they_are_probable() -> None:
    rules = parse_rules("[genres]\nmost = 3\nabove = 0.3")
    after = ruled(track(*DISCO), rules)
    assert after.genres == ("Disco", "Metal")
    only = parse_rules('[genres]\nmost = 3\nabove = 0.2\nonly = ["Disco", "Pop"]')
    assert ruled(track(*DISCO), only).genres == ("Disco", "Pop")


def test_a_genre_that_is_not_written_takes_no_others_place() -> None:
    rules = parse_rules('[genres]\nmost = 2\nabove = 0.2\nonly = ["Disco", "Pop"]')
    assert ruled(track(*DISCO), rules).genres == ("Disco", "Pop")


def test_several_genres_are_in_the_wish_and_those_there_are_not_said_twice() -> None:
    after = ruled(track(*DISCO), parse_rules("[genres]\nmost = 2\nabove = 0.3"))
    found = Found(after.path, "r", "ID3v2.3", Stamp(1, 1, 1), ("metal",))
    assert decide(after, found, Choice()).new == ("Disco", "Metal")
    assert decide(after, found, Choice(append=True)).new == ("metal", "Disco")


def test_an_unsure_track_has_no_second_genre() -> None:
    rules = parse_rules('[genres]\nmost = 3\nabove = 0.1\n[unsure]\nbelow = 0.5\nwrite = "mark"')
    assert ruled(track(*DISCO), rules).genres == ("Disco?",)


def test_an_album_has_the_genre_of_the_whole() -> None:
    heard = [
        track(("disco", 0.5), ("pop", 0.4), path="/m/a/1.mp3", album="Nights"),
        track(("pop", 0.9), ("disco", 0.1), path="/m/a/2.mp3", album="nights"),
        track(("metal", 0.9), ("pop", 0.1), path="/m/b/1.mp3", album="Nights"),
    ]
    albums = Albums()
    for one in heard:
        albums.add(one)
    rules = parse_rules("[albums]\none_genre = true")
    after = [ruled(one, rules, albums) for one in heard]
    assert [one.genre for one in after] == ["Pop", "Pop", "Metal"]
    assert after[0].probability == pytest.approx(0.65)
    assert after[0].also[0] == (Also.CONFIDENCE, "0.65")
    assert [ruled(one, Rules(most=2), albums).genre for one in heard] == ["Disco", "Pop", "Metal"]


def test_a_corrected_track_says_nothing_of_its_album() -> None:
    albums = Albums()
    mine = track(("jazz", 1.0), path="/m/a/1.mp3", album="X", is_corrected=True)
    other = track(("pop", 0.6), path="/m/a/2.mp3", album="X")
    for one in (mine, other):
        albums.add(one)
    assert albums.pooled(other) == other


def test_rules_are_the_same_after_they_were_written_by_the_form() -> None:
    rules = Rules(
        names={'The "odd" \\ one': "Ödd", "jazz": "Swing"},
        tree={"Swing": "Jazz"},
        artists={"A": "B"},
        folders={"~/Music": "C"},
        only=("Jazz", "Ödd"),
        most=2,
        above=0.3,
        one_genre_per_album=True,
        unsure_below=0.55,
        unsure="To sort",
    )
    assert parse_rules(rules_text(rules)) == rules
    assert parse_rules(rules_text(Rules())) == Rules()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[tree]\na = "b"\nb = "A"', "“a” (line 2) belongs to itself"),
        ('[tree]\n"Death Metal" = "A"\ndeath-metal = "B"', "(lines 2 and 3); keep one"),
        ('[artists]\nX = "A"\nx = "B"', "two genres, “A” and “B” (lines 2 and 3)"),
        ('[folders]\n"/m" = "A"\n"/m/" = "B"', "two genres"),
        ("[genres]\nmost = 0", "from 1 to 10"),
        ("[genres]\nabove = 25", "“above” must be a number from 0 to 1"),
        ('[albums]\none_genre = "yes"', "true or false"),
    ],
)
def test_what_cannot_be_meant_names_its_lines(text: str, words: str) -> None:
    with pytest.raises(RulesRefused) as refused:
        parse_rules(text)
    assert words in refused.value.sentence


def test_contradictions_are_explained_with_their_lines_and_what_wins() -> None:
    text = """\
[names]
disco = "Nu Disco"
[tree]
disco = "Dance"
[artists]
ABBA = "Pop"
[genres]
only = ["Jazz", "Nu Disco"]
"""
    assert conflicts(parse_rules(text), text) == [
        (
            "Line 4 puts “disco” under “Dance”, which line 8 does not list; the list wins, and "
            "such files are left alone."
        ),
        "Line 6 calls “ABBA” “Pop”, which line 8 does not list; the rule for “ABBA” wins.",
        "Line 2 calls “disco” “Nu Disco”, and line 4 puts it under “Dance”; the tree wins.",
    ]
    assert conflicts(Rules(), "") == []
