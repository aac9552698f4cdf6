"""The user's rules for what is written into tags: own names, a list of genres, what unsure means.

They are a TOML file that people write; whatever cannot be meant is told in a sentence.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.genre_names import genre_key, tag_name
from genre_desktop.core.tagging.wishes import Heard

EXAMPLE: Final = """\
# What a genre is called in tags; the left side is the model's name, in any case.
[names]
# "Hip-Hop" = "Hip Hop/Rap"

# Only these are written; everything else is left alone. An empty list allows all.
[genres]
only = []

# Below this confidence a genre is unsure; without it, the model decides.
# "leave" leaves unsure files alone, "mark" writes the genre with a question mark,
# anything else is written in the genre's place.
[unsure]
# below = 0.6
write = "leave"
"""
LEAVE, MARK = "leave", "mark"
_KNOWN: Final[Mapping[str, frozenset[str] | None]] = {
    "names": None,  # any
    "genres": frozenset({"only"}),
    "unsure": frozenset({"below", "write"}),
}


class RulesRefused(Exception):
    """Rules that cannot be meant; the message is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Rules:
    """What the user wants.

    Attributes:
        names: What genres are called, by their `genre_key`.
        only: The genres that are written; empty for all.
        unsure_below: Below this probability a genre is unsure; None leaves it to the model.
        unsure: `LEAVE`, `MARK`, or what is written in the genre's place.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    unsure_below: float | None = None
    unsure: str = LEAVE


_NONE: Final = Rules()


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
    names = _names(table.get("names", {}))
    only = _texts(table.get("genres", {}).get("only", []))
    _refuse_conflicts(names, only)
    unsure = table.get("unsure", {})
    return Rules(names, only, _probability(unsure.get("below")), _unsure(unsure.get("write")))


def read_rules(path: Path) -> str:
    """The text of the rules, the example where there is none yet.

    Raises:
        RulesRefused: The file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return EXAMPLE
    except (OSError, UnicodeDecodeError) as error:
        raise RulesRefused(f"The rules {path} cannot be read ({error}).") from error


def save_rules(path: Path, text: str) -> None:
    """Writes the rules whole or not at all.

    Raises:
        RulesRefused: They cannot be meant.
        ExportFailed: They cannot be written.
    """
    parse_rules(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(text.encode())


def ruled(heard: Heard, rules: Rules) -> Heard:
    """What was heard, as the rules want it; the user's own word on a track is beyond them."""
    if not heard.genre or heard.is_corrected or rules == _NONE:
        return heard
    name = rules.names.get(genre_key(heard.label), heard.genre)
    below = rules.unsure_below
    unsure = heard.unsure if below is None else heard.probability < below
    if unsure and rules.unsure == MARK:
        name, unsure = f"{name}?", False
    elif unsure and rules.unsure != LEAVE:
        name, unsure = rules.unsure, False
    is_left_out = bool(rules.only) and not unsure and not _allowed(name, heard, rules)
    by_rule = name != heard.genre
    return replace(heard, genre=name, unsure=unsure, is_left_out=is_left_out, by_rule=by_rule)


def _allowed(name: str, heard: Heard, rules: Rules) -> bool:
    allowed = {genre_key(one) for one in rules.only}
    is_text = rules.unsure not in {LEAVE, MARK} and name == rules.unsure
    return is_text or genre_key(name.rstrip("?")) in allowed or genre_key(heard.label) in allowed


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


def _names(table: Mapping[str, Any]) -> dict[str, str]:
    names: dict[str, str] = {}
    for label, name in table.items():
        if not isinstance(name, str) or not name.strip():
            raise RulesRefused(f"The name of “{label}” must be a text in quotes.")
        known = names.setdefault(genre_key(label), name.strip())
        if known != name.strip():
            raise RulesRefused(f"“{label}” has two names, “{known}” and “{name.strip()}”.")
    return names


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RulesRefused('The genres to write must be a list of texts, as in ["Jazz", "Rock"].')
    return tuple(value.strip() for value in values if value.strip())


def _refuse_conflicts(names: Mapping[str, str], only: tuple[str, ...]) -> None:
    allowed = {genre_key(one) for one in only}
    for label, name in names.items():
        if allowed and genre_key(name) not in allowed and label not in allowed:
            raise RulesRefused(
                f"“{tag_name(label)}” is called “{name}”, which is not among the genres to write."
            )


def _probability(value: object) -> float | None:
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0.0 <= float(str(value)) <= 1.0:
        raise RulesRefused("“below” must be a number from 0 to 1, as in 0.6.")
    return float(str(value))


def _unsure(value: object) -> str:
    if value is None:
        return LEAVE
    if not isinstance(value, str) or not value.strip():
        raise RulesRefused("What is written for unsure files must be a text in quotes.")
    return value.strip()
