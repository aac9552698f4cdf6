"""The rules as TOML with explanations in the user's language."""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from genre_desktop.core.rules import Rules

Say = Callable[[str], str]  # a sentence in the user's language

_WIDTH: Final = 100
_EXPLAINED: Final[Mapping[str, tuple[str, ...]]] = {
    "names": ("What a genre is called in tags; the left side is the model's name, in any case.",),
    "tree": ("Which genre a sub-genre belongs to; the genre is written in its place.",),
    "artists": ("The genre of all that an artist does, whatever it sounds like.",),
    "folders": (
        "The genre of all that lies in a folder; the innermost folder wins, and over artists.",
    ),
    "genres": (
        "Of what is heard only these are written; all else is left alone.",
        "An empty list allows all.",
        '"most" genres are written at most; a second one only from the probability "above" on.',
    ),
    "albums": (
        "With true, all tracks of an album (one folder, one album in the tags) have its one genre.",
    ),
    "unsure": (
        "Below this confidence a genre is unsure; without it, the model decides.",
        '"leave" leaves unsure files alone, "mark" writes the genre with a question mark.',
        "Anything else is written in the genre's place.",
    ),
}
_NO_LIMIT: Final = "# below = 0.6"
_EXAMPLES: Final = {
    "names": '# "Hip-Hop" = "Hip Hop/Rap"',
    "tree": '# "Disco" = "Dance"',
    "artists": '# "Johnny Cash" = "Country"',
    "folders": '# "~/Music/Audiobooks" = "Audiobook"',
}


def example_text(say: Say = str) -> str:
    """What stands in a file of rules before the user wrote any."""
    return _text(Rules(), _EXAMPLES, say)


def rules_text(rules: Rules, say: Say = str) -> str:
    """The rules as a file with its explanations; what `parse_rules` reads back."""
    return _text(rules, {}, say)


def explanations(in_languages: Callable[[str], Iterable[str]]) -> set[str]:
    """The comments that the program writes.

    Args:
        in_languages: A sentence in every language.
    """
    return {
        line
        for sentences in _EXPLAINED.values()
        for sentence in sentences
        for words in in_languages(sentence)
        for line in _comment(words)
    }.union(_EXAMPLES.values(), [_NO_LIMIT])


def quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML's strings, too


def _text(rules: Rules, examples: Mapping[str, str], say: Say) -> str:
    below = _NO_LIMIT if rules.unsure_below is None else f"below = {rules.unsure_below:g}"
    entries = {
        "names": _entries(rules.names),
        "tree": _entries(rules.tree),
        "artists": _entries(rules.artists),
        "folders": _entries(rules.folders),
        "genres": (
            f"only = [{', '.join(map(quoted, rules.only))}]",
            f"most = {rules.most}",
            f"above = {rules.above:g}",
        ),
        "albums": (f"one_genre = {str(rules.one_genre_per_album).lower()}",),
        "unsure": (below, f"write = {quoted(rules.unsure)}"),
    }
    lines: list[str] = []
    for section, sentences in _EXPLAINED.items():
        for sentence in sentences:
            lines += _comment(say(sentence))
        lines += [f"[{section}]", *filter(None, [examples.get(section)]), *entries[section], ""]
    return "\n".join(lines)


def _entries(words: Mapping[str, str]) -> Iterator[str]:
    return (f"{quoted(key)} = {quoted(value)}" for key, value in words.items())


def _comment(sentence: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(sentence, _WIDTH - len("# "))]
