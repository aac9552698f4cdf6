"""Rules say what genres are called, which are written, and what unsure means."""

from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.rules import Rules, ruled
from genre_desktop.core.rules_file import (
    RulesRefused,
    lines_of,
    parse_rules,
    read_rules,
    save_rules,
)
from genre_desktop.core.rules_text import example_text
from genre_desktop.core.tagging.wishes import Heard
from tests.support.sounds import music, write_flac

SURE = Heard(Path("s.mp3"), genre="Hip-Hop", label="hiphop", probability=0.8)
UNSURE = Heard(Path("u.mp3"), genre="Jazz", label="jazz", probability=0.3, unsure=True)


def test_the_example_changes_nothing() -> None:
    rules = parse_rules(example_text())
    assert rules == Rules()
    assert [ruled(one, rules) for one in (SURE, UNSURE)] == [SURE, UNSURE]


def test_the_example_of_the_guide_is_understood_and_has_every_section() -> None:
    guide = Path(__file__).parents[2] / "docs" / "user-guide.md"
    _, _, behind = guide.read_text(encoding="utf-8").partition("~~~toml\n")
    example, _, _ = behind.partition("~~~")
    rules = parse_rules(example)
    assert {section for section, keys in lines_of(example).items() if keys} == set(lines_of(""))
    assert (rules.names, rules.tree) == ({"Hip-Hop": "Hip Hop/Rap"}, {"Disco": "Dance"})
    assert (rules.most, rules.above, rules.unsure_below) == (2, 0.25, 0.6)
    assert rules.one_genre_per_album


def test_a_genre_has_the_users_name_however_it_is_spelt() -> None:
    rules = parse_rules('[names]\n"Hip Hop" = "Hip Hop/Rap"')
    after = ruled(SURE, rules)
    assert (after.genre, after.by_rule) == ("Hip Hop/Rap", True)
    assert ruled(UNSURE, rules) == UNSURE


def test_only_listed_genres_are_written() -> None:
    rules = parse_rules('[genres]\nonly = ["Jazz", "Hip-Hop"]')
    assert not ruled(SURE, rules).is_left_out
    assert ruled(SURE, parse_rules('[genres]\nonly = ["Jazz"]')).is_left_out


def test_a_listed_genre_may_have_its_new_name_or_the_models() -> None:
    names = '[names]\nhiphop = "Rap"\n[genres]\nonly = '
    for listed in ('["Rap"]', '["Hip-Hop"]'):
        after = ruled(SURE, parse_rules(names + listed))
        assert (after.genre, after.is_left_out) == ("Rap", False)


def test_a_limit_of_ones_own_takes_the_place_of_the_models() -> None:
    assert ruled(SURE, parse_rules("[unsure]\nbelow = 0.9")).unsure
    assert not ruled(UNSURE, parse_rules("[unsure]\nbelow = 0.2")).unsure


@pytest.mark.parametrize(
    ("write", "genre", "unsure"),
    [("leave", "Jazz", True), ("mark", "Jazz?", False), ("To sort", "To sort", False)],
)
def test_unsure_is_left_marked_or_called_something(write: str, genre: str, unsure: bool) -> None:
    after = ruled(UNSURE, parse_rules(f'[unsure]\nwrite = "{write}"'))
    assert (after.genre, after.unsure) == (genre, unsure)


def test_the_text_for_unsure_need_not_be_listed() -> None:
    rules = parse_rules('[genres]\nonly = ["Rock"]\n[unsure]\nwrite = "To sort"')
    assert not ruled(UNSURE, rules).is_left_out


def test_what_the_user_corrected_is_beyond_rules() -> None:
    mine = Heard(Path("m.mp3"), genre="Jazz", label="Jazz", probability=1.0, is_corrected=True)
    rules = parse_rules('[names]\njazz = "Swing"\n[genres]\nonly = ["Swing"]')
    assert ruled(mine, rules) == mine


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[names", "no TOML"),
        ("[name]", "no section [name]"),
        ("names = 3", "must be a section"),
        ("[unsure]\nabove = 1", "knows no “above”"),
        ("[names]\njazz = 3", "must be a text"),
        ('[names]\nRock = ""', "The name of “Rock” is empty"),
        ('[names]\nBlues = "x\\u0000y"', "“x\\x00y” has a line break or another control sign"),
        ('[artists]\nAnn = """two\nlines"""', "“two\\nlines” has a line break"),
        ('[genres]\nonly = ["a\\tb"]', "“a\\tb” has a line break"),
        ('[unsure]\nwrite = "a\\u007fb"', "“a\\x7fb” has a line break"),
        ('[names]\nHipHop = "A"\n"hip-hop" = "B"', "two names, “A” and “B”"),
        ('[names]\njazz = "Swing"\n[genres]\nonly = ["Rock"]', "not among the genres"),
        ('[genres]\nonly = "Jazz"', "a list of texts"),
        ("[unsure]\nbelow = 60", "from 0 to 1"),
        ("[unsure]\nbelow = true", "from 0 to 1"),
        ("[unsure]\nwrite = 1", "text in quotes"),
    ],
)
def test_what_cannot_be_meant_is_explained(text: str, words: str) -> None:
    with pytest.raises(RulesRefused) as refused:
        parse_rules(text)
    assert words in refused.value.sentence


def test_rules_are_saved_whole_and_never_such_that_cannot_be_meant(tmp_path: Path) -> None:
    file = tmp_path / "config" / "rules.toml"
    assert read_rules(file) == example_text()
    save_rules(file, "[unsure]\nbelow = 0.5\n")
    with pytest.raises(RulesRefused):
        save_rules(file, "[nonsense]\n")
    assert parse_rules(read_rules(file)).unsure_below == 0.5


def test_rules_never_take_the_place_of_music(tmp_path: Path) -> None:
    named, renamed = write_flac(tmp_path / "song.flac", music(1.0)), tmp_path / "song.toml"
    renamed.write_bytes(named.read_bytes())
    for song in (named, renamed):
        before = song.read_bytes()
        with pytest.raises(ExportFailed, match="music"):
            save_rules(song, example_text())
        assert song.read_bytes() == before


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RulesRefused, match=r"rules\.toml are no text in UTF-8; save them as such"):
        read_rules(tmp_path / "rules.toml")
    with pytest.raises(RulesRefused, match="cannot be read"):
        read_rules(tmp_path)


def test_a_mark_before_the_text_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[names]\njazz = "Swing"\n', encoding="utf-8-sig")
    assert parse_rules(read_rules(tmp_path / "rules.toml")).names == {"jazz": "Swing"}
