"""Rules that contradict each other: which, in which lines, and what wins."""

from collections.abc import Iterator, Mapping

from genre_desktop.core.genre_names import genre_key
from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import lines_of


def conflicts(rules: Rules, text: str) -> list[str]:
    """A sentence for each contradiction within rules.

    Args:
        rules: The rules.
        text: The file that they were read from.
    """
    lines = lines_of(text)
    return [*_unlisted(rules, lines), *_renamed_parents(rules, lines)]


def _unlisted(rules: Rules, lines: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """What a rule calls a genre, or puts it under, need not be among those that are written."""
    if not rules.only:
        return
    listed = lines["genres"].get("only", "?")
    for name, parent in rules.tree.items():
        if not {genre_key(rules.name_of(name)), genre_key(name)} & rules.allowed:
            yield (
                f"Line {lines['tree'].get(name, '?')} puts “{name}” under “{parent}”, which line "
                f"{listed} does not list; the list wins, and such files are left alone."
            )
    for section, entries in (("artists", rules.artists), ("folders", rules.folders)):
        for key, genre in entries.items():
            if genre_key(genre) not in rules.allowed:
                yield (
                    f"Line {lines[section].get(key, '?')} calls “{key}” “{genre}”, which line "
                    f"{listed} does not list; the rule for “{key}” wins."
                )


def _renamed_parents(rules: Rules, lines: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """A genre with a name of its own and a place in the tree is written as the tree says."""
    for label, name in rules.names.items():
        for key, parent in rules.tree.items():
            if genre_key(key) == genre_key(label) and genre_key(parent) != genre_key(name):
                yield (
                    f"Line {lines['names'].get(label, '?')} calls “{label}” “{name}”, and line "
                    f"{lines['tree'].get(key, '?')} puts it under “{parent}”; the tree wins."
                )
