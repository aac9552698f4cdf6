"""The rules as a TOML file that people write; what cannot be meant is told in a sentence."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.genre_names import genre_key, has_control_signs
from genre_desktop.core.refusal import Refusal
from genre_desktop.core.rules import LEAVE, Rules, artist_key, folder_meant
from genre_desktop.core.rules_text import Say, example_text
from genre_desktop.dsp.printable import one_line

_KNOWN: Final[Mapping[str, frozenset[str] | None]] = {
    "names": None,  # any
    "tree": None,
    "artists": None,
    "folders": None,
    "genres": frozenset({"only", "most", "above"}),
    "albums": frozenset({"one_genre"}),
    "unsure": frozenset({"below", "write"}),
}
_MOST_GENRES: Final = 10
HEADER: Final = re.compile(r"\s*\[([^\]]+)\]")
KEY: Final = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)\s*=""")


class RulesRefused(Refusal):
    """Rules that cannot be meant."""


def parse_rules(text: str) -> Rules:
    """Understands the rules.

    Raises:
        RulesRefused: They cannot be meant, and why.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulesRefused(f"This is no TOML: {error}.") from error
    _refuse_unknown(table)
    lines = lines_of(text)
    genres, unsure = table.get("genres", {}), table.get("unsure", {})
    rules = Rules(
        names=_texts_by_name(table.get("names", {}), "name", lines["names"]),
        tree=_texts_by_name(table.get("tree", {}), "genre", lines["tree"]),
        artists=_texts_by_name(table.get("artists", {}), "genre", lines["artists"], artist_key),
        folders=_texts_by_name(table.get("folders", {}), "genre", lines["folders"], folder_meant),
        only=_texts(genres.get("only", [])),
        most=_most(genres.get("most", 1)),
        above=_probability(genres.get("above", Rules.above), "above"),
        one_genre_per_album=_yes_or_no(table.get("albums", {}).get("one_genre", False)),
        unsure_below=None if "below" not in unsure else _probability(unsure["below"], "below"),
        unsure=_unsure(unsure.get("write")),
    )
    _refuse_circles(rules, lines["tree"])
    _refuse_unlisted_names(rules)
    return rules


def read_rules(path: Path, say: Say = str) -> str:
    """The text of the rules, the example where there is none yet.

    Args:
        path: The file.
        say: Says the example's sentences in the user's language.

    Raises:
        RulesRefused: The file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")  # some editors put a mark before it
    except (FileNotFoundError, NotADirectoryError):
        return example_text(say)
    except OSError as error:
        reason = error.strerror or error
        raise RulesRefused(f"The rules {path} cannot be read ({reason}).") from error
    except UnicodeDecodeError as error:
        raise RulesRefused(f"The rules {path} are no text in UTF-8; save them as such.") from error


def save_rules(path: Path, text: str) -> None:
    """Writes the rules whole or not at all, and never over music.

    Raises:
        RulesRefused: They cannot be meant.
        ExportFailed: They cannot or must not be written.
    """
    parse_rules(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    refuse_target(path)
    with replacing(path) as file:
        file.write(text.encode())


def lines_of(text: str) -> dict[str, dict[str, int]]:
    """In which line (from 1) each key of each section stands."""
    lines: dict[str, dict[str, int]] = {section: {} for section in _KNOWN}
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            section = header[1].strip()
        elif key := KEY.match(line):
            lines.setdefault(section, {}).setdefault(_unquoted(key[1]), number)
    return lines


def _unquoted(key: str) -> str:
    if key.startswith('"'):
        try:
            return str(tomllib.loads(f"key = {key}")["key"])
        except tomllib.TOMLDecodeError:  # within a text of several lines: no key at all
            return key
    return key.strip("'")


def _refuse_unknown(table: Mapping[str, Any]) -> None:
    for section, keys in table.items():
        if section not in _KNOWN:
            known = ", ".join(f"[{name}]" for name in _KNOWN)
            raise RulesRefused(f"There is no section [{section}]; there are {known}.")
        if not isinstance(keys, dict):
            raise RulesRefused(f"{section} must be a section: [{section}].")
        allowed = _KNOWN[section]
        for key in keys if allowed is not None else ():
            if allowed is not None and key not in allowed:
                known = ", ".join(sorted(allowed))
                raise RulesRefused(f"[{section}] knows no “{key}”; it knows {known}.")


def _texts_by_name(
    table: Mapping[str, Any],
    what: str,
    lines: Mapping[str, int],
    same: Callable[[str], str] = genre_key,
) -> dict[str, str]:
    """A section of texts; two that mean the same key must say the same."""
    found: dict[str, str] = {}
    first: dict[str, str] = {}
    for key, value in table.items():
        text = _text(value, what, key)
        known = first.setdefault(same(key), key)
        if found.setdefault(known, text) != text:
            places = f"lines {lines.get(known, '?')} and {lines.get(key, '?')}"
            raise RulesRefused(
                f"“{key}” has two {what}s, “{found[known]}” and “{text}” ({places}); keep one."
            )
    return found


def _text(value: object, what: str, key: str) -> str:
    if not isinstance(value, str):
        raise RulesRefused(f"The {what} of “{one_line(key)}” must be a text in quotes.")
    text = value.strip()
    if not text:
        raise RulesRefused(f"The {what} of “{one_line(key)}” is empty; write one, or leave it out.")
    return _without_control_signs(text)


def _without_control_signs(text: str) -> str:
    if has_control_signs(text):
        raise RulesRefused(
            f"“{one_line(text)}” has a line break or another control sign in it, which no genre "
            "has in tags; take it out."
        )
    return text


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RulesRefused('The genres to write must be a list of texts, as in ["Jazz", "Rock"].')
    return tuple(_without_control_signs(value.strip()) for value in values if value.strip())


def _refuse_circles(rules: Rules, lines: Mapping[str, int]) -> None:
    parents = {genre_key(name): genre_key(parent) for name, parent in rules.tree.items()}
    for name in rules.tree:
        seen, step = set[str](), genre_key(name)
        while step in parents:
            if step in seen:
                line = lines.get(name, "?")
                raise RulesRefused(
                    f"“{name}” (line {line}) belongs to itself by way of “{rules.tree[name]}”; a "
                    "tree needs a top."
                )
            seen.add(step)
            step = parents[step]


def _refuse_unlisted_names(rules: Rules) -> None:
    for label, name in rules.names.items():
        end = rules.name_of(label)
        if rules.only and not {genre_key(name), genre_key(end), genre_key(label)} & rules.allowed:
            raise RulesRefused(
                f"“{label}” is called “{name}”, which is not among the genres to write."
            )


def _most(value: object) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not 1 <= int(str(value)) <= _MOST_GENRES:
        raise RulesRefused(f"“most” must be a whole number from 1 to {_MOST_GENRES}, as in 2.")
    return int(str(value))


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise RulesRefused("“one_genre” must be true or false.")
    return value


def _probability(value: object, name: str) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0.0 <= float(str(value)) <= 1.0:
        raise RulesRefused(f"“{name}” must be a number from 0 to 1, as in 0.6.")
    return float(str(value))


def _unsure(value: object) -> str:
    if value is None:
        return LEAVE
    if not isinstance(value, str) or not value.strip():
        raise RulesRefused("What is written for unsure files must be a text in quotes.")
    return _without_control_signs(value.strip())
