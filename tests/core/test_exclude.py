"""Patterns of what to leave out."""

import pytest

from genre_desktop.core.exclude import Exclusion


@pytest.mark.parametrize(
    ("pattern", "path", "left_out"),
    [
        ("*.wav", "a.wav", True),
        ("*.wav", "deep/below/A.WAV", True),
        ("*.wav", "a.wav.mp3", False),
        ("Podcasts", "x/podcasts", True),
        ("Podcasts", "x/Podcasts 2", False),
        ("/Incoming", "Incoming", True),
        ("/Incoming", "x/Incoming", False),
        ("Live/*/take*", "Live/1999/take 3.mp3", True),
        ("Live/*/take*", "Live/1999/b/take 3.mp3", False),
        ("**/raw/*.flac", "raw/a.flac", True),
        ("**/raw/*.flac", "x/y/raw/a.flac", True),
        ("raw/**", "raw/x/y.mp3", True),
        ("raw/**", "raw", False),
        ("take ?", "take 1", True),
        ("take ?", "take 10", False),
        ("take [0-3]", "take 2", True),
        ("take [!0-3]", "take 2", False),
        ("[", "[", True),
        ("[z-a]", "[z-a]", True),
        ("a+(b).mp3", "a+(b).mp3", True),
        ("", "a", False),
        ("line*", "line\nbreak", True),
        ("**", "x/y", True),
        ("x/**/y", "x/y", True),
        ("x/**/y", "x/a/b/y", True),
        ("x/**/y", "x/a/y/b", False),
        ("**/a/**/b/**", "a/b", False),
        ("**/a/**/b/**", "x/a/y/a/b/b", True),
        ("a/**/**/b", "a/b", True),
        ("a**b", "a/b", False),
        ("a**b", "axxb", True),
        ("*ab*b", "aabab", True),
        ("*ab*ab", "ab", False),
        ("*a?c*", "xxabc", True),
        ("*[ab]*[cd]", "xaxd", True),
        ("a//b", "a/b", True),
    ],
)
def test_patterns_match_as_in_gitignore(pattern: str, path: str, left_out: bool) -> None:
    assert Exclusion([pattern]).leaves_out(path, is_folder=False) is left_out


def test_a_pattern_with_a_slash_at_its_end_matches_folders_only() -> None:
    exclusion = Exclusion(["old/"])
    assert exclusion.leaves_out("x/old", is_folder=True)
    assert not exclusion.leaves_out("x/old", is_folder=False)


def test_an_exclamation_mark_takes_back_and_the_last_match_counts() -> None:
    exclusion = Exclusion(["*.wav", "!keep.wav"])
    assert exclusion.leaves_out("a.wav", is_folder=False)
    assert not exclusion.leaves_out("keep.wav", is_folder=False)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/a/" * 30 + "b", "a/" * 2_000 + "c"),
        ("*a" * 100 + "b", "a" * 20_000),
        ("**/" * 50 + "b", "a/" * 2_000 + "c"),
    ],
    ids=["folders", "a name", "nothing but stars"],
)
def test_no_pattern_takes_for_ever(pattern: str, path: str) -> None:
    assert not Exclusion([pattern]).leaves_out(path, is_folder=False)
