"""Every word of the window is translated, and the program carries what was translated."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tools.translations import COMPILED, SOURCES, Translations, read
from tools.window_words import all_words

LANGUAGES = sorted(SOURCES.glob("*.ts"))


@pytest.fixture(params=LANGUAGES, ids=lambda file: file.stem)
def source(request: pytest.FixtureRequest) -> Path:
    """The file of a language."""
    file: Path = request.param
    return file


@pytest.fixture
def translations(source: Path) -> Translations:
    return read(source)


def test_german_is_among_the_languages() -> None:
    assert [file.stem for file in LANGUAGES] == ["genre-desktop_de"]


def test_no_word_of_the_window_is_missing_or_unfinished(translations: Translations) -> None:
    words = all_words()
    assert len(words) > 500
    assert sorted(set(words) - {each for each, text in translations.items() if text}) == []


def test_no_word_is_kept_that_the_window_says_no_more(translations: Translations) -> None:
    assert sorted(set(translations) - set(all_words())) == []


def test_numbers_and_names_have_their_places_in_every_translation(
    translations: Translations,
) -> None:
    def places(text: str) -> list[str]:
        return sorted(set(re.findall(r"%\d", text)))

    assert [
        each for each, text in translations.items() if places(each.source) != places(text)
    ] == []


def test_what_has_a_letter_to_press_has_one_in_every_translation(
    translations: Translations,
) -> None:
    def letters(text: str) -> int:
        return len(re.findall(r"&\w", text))

    assert [
        each for each, text in translations.items() if letters(each.source) != letters(text)
    ] == []


def test_the_program_carries_what_was_translated(source: Path, translations: Translations) -> None:
    compiled = QTranslator()
    assert compiled.load(str(COMPILED / f"{source.stem}.qm"))
    spoken = {each: compiled.translate(each.context, each.source) for each in translations}
    assert spoken == translations, "run `make translations`"
