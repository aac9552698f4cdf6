"""Every word of the window and every sentence of the core is translated and carried along."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tools.translations import COMPILED, SOURCES, Translations, read, words_of

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
    assert [file.stem for file in LANGUAGES] == ["genre-desktop_de", "sentences_de"]


def test_nothing_that_is_said_is_missing_or_unfinished(
    source: Path, translations: Translations
) -> None:
    words = words_of(source)
    assert len(words) > 250
    assert sorted(set(words) - {each for each, text in translations.items() if text}) == []


def test_nothing_is_kept_that_is_said_no_more(source: Path, translations: Translations) -> None:
    assert sorted(set(translations) - set(words_of(source))) == []


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


def test_the_program_carries_the_words_of_the_window() -> None:
    translations = read(SOURCES / "genre-desktop_de.ts")
    compiled = QTranslator()
    assert compiled.load(str(COMPILED / "genre-desktop_de.qm"))
    spoken = {each: compiled.translate(each.context, each.source) for each in translations}
    assert spoken == translations, "run `make translations`"


def test_the_program_carries_the_sentences_of_the_core() -> None:
    translations = read(SOURCES / "sentences_de.ts")
    carried = json.loads((COMPILED / "sentences_de.json").read_text(encoding="utf-8"))
    assert carried == {each.source: said for each, said in translations.items()}
