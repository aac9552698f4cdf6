"""Other rules in the text of a rules file, with all that the user wrote around them."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import (
    HEADER,
    KEY,
    RulesRefused,
    lines_of,
    parse_rules,
)
from genre_desktop.core.rules_text import Say, explanations, quoted, rules_text

_MOST_LINES: Final = 1_000  # of one value
_GONE: Final = "\0"  # a line that is left out in the end; no TOML has it
_OF_WORDS: Final = frozenset({"names", "tree", "artists", "folders"})  # whose keys are any texts
Sections = Mapping[str, Mapping[str, str]]  # section → key → value, as TOML writes it


def rewritten(text: str, rules: Rules, say: Say = str, ours: Collection[str] | None = None) -> str:
    """The text with these rules instead of its own; lines that say the same stay as they are.

    Args:
        text: Of a rules file, which `parse_rules` reads.
        rules: What it is to say.
        say: Says explanations in the user's language.
        ours: The explanations in every language, which are none of the user's comments; None is
            those in English.
    """
    try:
        changed = _with_changes(text, _sections(parse_rules(text)), _sections(rules))
        if parse_rules(changed) == rules:
            return changed
    except (RulesRefused, tomllib.TOMLDecodeError):  # written in a way that only TOML knows
        pass
    known = explanations(lambda sentence: [sentence]) if ours is None else ours
    kept = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    comments = [line for line in kept if line not in known]
    return "\n".join([*comments, *([""] if comments else []), rules_text(rules, say)])


def _sections(rules: Rules) -> Sections:
    unsure = {} if rules.unsure_below is None else {"below": f"{rules.unsure_below:g}"}
    return {
        "names": {key: quoted(value) for key, value in rules.names.items()},
        "tree": {key: quoted(value) for key, value in rules.tree.items()},
        "artists": {key: quoted(value) for key, value in rules.artists.items()},
        "folders": {key: quoted(value) for key, value in rules.folders.items()},
        "genres": {
            "only": f"[{', '.join(map(quoted, rules.only))}]",
            "most": str(rules.most),
            "above": f"{rules.above:g}",
        },
        "albums": {"one_genre": str(rules.one_genre_per_album).lower()},
        "unsure": {**unsure, "write": quoted(rules.unsure)},
    }


def _with_changes(text: str, old: Sections, new: Sections) -> str:
    lines: list[str] = text.splitlines()
    places = lines_of(text)
    for section, entries in new.items():
        there = places.get(section, {})
        for key in sorted(old[section], key=lambda key: there.get(key, 0)):
            if key in there and entries.get(key) != old[section][key]:
                _replace(lines, there[key] - 1, entries.get(key))
    for section, entries in new.items():
        fresh = [
            f"{quoted(key) if section in _OF_WORDS else key} = {value}"
            for key, value in entries.items()
            if key not in places.get(section, {}) and old[section].get(key) != value
        ]
        _insert(lines, section, fresh)
    return "\n".join(_joined(lines))


def _replace(lines: list[str], at: int, value: str | None) -> None:
    """Gives a key another value, or takes it out; its lines stay in number, so that places hold."""
    end = _end_of(lines, at)
    comment = _comment(lines[at]) if end == at + 1 else ""
    key = KEY.match(lines[at])
    lines[at] = _GONE if value is None or key is None else f"{key[0]} {value}{comment}"
    lines[at + 1 : end] = [_GONE] * (end - at - 1)


def _joined(lines: Sequence[str]) -> list[str]:
    return [*(line for line in lines if line != _GONE), ""]


def _end_of(lines: Sequence[str], at: int) -> int:
    """The line after the last one of a value that begins in a line."""
    for end in range(at + 1, min(len(lines), at + _MOST_LINES) + 1):
        try:
            tomllib.loads("\n".join(lines[at:end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    return at + 1  # what is made of it then cannot be read, and is not used


def _comment(line: str) -> str:
    """What stands behind a value, with the blanks before it."""
    meant = tomllib.loads(line)
    for at, sign in enumerate(line):
        try:
            if sign == "#" and tomllib.loads(line[:at]) == meant:
                return line[len(line[:at].rstrip()) :]
        except tomllib.TOMLDecodeError:  # the sign is part of a text
            continue
    return ""


def _insert(lines: list[str], section: str, fresh: Sequence[str]) -> None:
    """Puts lines behind the last one of a section that says something."""
    if not fresh:
        return
    headers = [at for at, line in enumerate(lines) if HEADER.match(line)]
    start = next((at for at in headers if _named(lines[at]) == section), None)
    if start is None:
        lines += ["", f"[{section}]", *fresh]
        return
    end = next((at for at in headers if at > start), len(lines))
    said = [at for at in range(start, end) if _says_something(lines[at])]
    lines[said[-1] + 1 : said[-1] + 1] = fresh


def _named(header: str) -> str:
    found = HEADER.match(header)
    return found[1].strip() if found else ""


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
