"""Sentences of the core in the window's language.

The core speaks English and knows no translations. The window knows its sentences by their form,
such as “%1” is empty; get the file again. `make translations` collects the forms.
"""

import json
import re
from functools import cache, cached_property

from PySide6.QtCore import QCoreApplication, QLocale

from genre_desktop.core.places import resource

_IN_SOURCE = "en"
_PLACE = re.compile(r"%\d")
# What stands in quotes is a name, and names stay as they are.
_QUOTED = re.compile(r"“(%\d)”")
_MEASURED = re.compile(r"(%\d) (?:s|hours)\b")


def in_our_language(sentence: str) -> str:
    """A sentence of the core as the window says it; one that is not known stays as it is."""
    language = QCoreApplication.translate("CoreSentences", "en")  # translated: a language's name
    return sentence if language == _IN_SOURCE else _forms(language).said(sentence)


def in_every_language(sentence: str) -> list[str]:
    """A sentence of the core in English and in all other languages of the window."""
    files = resource("translations").glob("sentences_*.json")
    others = sorted(file.stem.removeprefix("sentences_") for file in files)
    return [sentence, *(_forms(language).said(sentence) for language in others)]


@cache
def _forms(language: str) -> "_Forms":
    file = resource("translations") / f"sentences_{language}.json"
    return _Forms(json.loads(file.read_text(encoding="utf-8")))


class _Forms:
    """The forms of one language."""

    def __init__(self, translations: dict[str, str]) -> None:
        """With the translation of each form."""
        found = [_Form(form, text) for form, text in translations.items()]
        # What says most goes first: “%1” is %2, not a music file; before %1 is %2.
        self._forms = sorted(found, key=lambda form: -len("".join(form.literal)))

    def said(self, sentence: str) -> str:
        """A whole sentence, or one that begins with a name: /music/a.mp3 is not there."""
        known = self._known(sentence)
        if known is not None:
            return known
        words = sentence.removesuffix(".")
        for blank in re.finditer(" ", words):
            rest = self._known(words[blank.end() :], after_name=True)
            if rest is not None:
                return f"{words[: blank.end()]}{rest}{sentence[len(words) :]}"
        return sentence

    def _known(self, sentence: str, *, after_name: bool = False) -> str | None:
        """The translation of a sentence; after a name, of one that begins with a known part."""
        for form in self._forms:
            parts = form.parts_of(sentence)
            if parts is None:
                continue
            said = {place: self._part(form, place, text) for place, text in parts.items()}
            first = form.source[:2]
            if not (after_name and first in said and said[first] == parts[first]):
                return form.filled(said)
        return None

    def _part(self, form: "_Form", place: str, text: str) -> str:
        if place in form.names:
            return text
        if place in form.measures:
            return text.replace(".", QLocale().decimalPoint())
        return self._known(text) or self._list(text) or text

    def _list(self, text: str) -> str:
        """Words with commas between them, where all of them are known; else nothing."""
        said = [self._known(word) for word in text.split(", ")]
        return ", ".join(word for word in said if word) if all(said) else ""


class _Form:
    """A form and its translation."""

    def __init__(self, source: str, translation: str) -> None:
        """With both as they are stored."""
        self.source, self.translation = source, translation

    @cached_property
    def literal(self) -> list[str]:
        """What stands between the places."""
        return _PLACE.split(self.source)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("(.*?)".join(map(re.escape, self.literal)), re.DOTALL)

    @cached_property
    def names(self) -> set[str]:
        """The places in quotes."""
        return set(_QUOTED.findall(self.source))

    @cached_property
    def measures(self) -> set[str]:
        """The places of numbers before a unit."""
        return set(_MEASURED.findall(self.source))

    def parts_of(self, sentence: str) -> dict[str, str] | None:
        """What stands in each place; None for another sentence."""
        if not (sentence.startswith(self.literal[0]) and sentence.endswith(self.literal[-1])):
            return None
        found = self._pattern.fullmatch(sentence)
        places = _PLACE.findall(self.source)
        return None if found is None else dict(zip(places, found.groups(), strict=True))

    def filled(self, parts: dict[str, str]) -> str:
        """The translation with these parts."""
        return _PLACE.sub(lambda found: parts[found[0]], self.translation)
