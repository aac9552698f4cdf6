"""Patterns of files and folders to leave out, in the manner of .gitignore."""

import os
import re
from collections.abc import Iterable


class Exclusion:
    """Decides what a scan leaves out.

    A pattern without a slash matches a name at any depth (`*.wav`, `Podcasts`); one with a slash
    matches the path from the scanned folder on (`/Incoming`, `Live/*/take*`, `**/raw/*.flac`); one
    that ends in a slash matches folders only. `*`, `?` and `[…]` stay within a name, `**` in place
    of a name stands for any number of folders, or for all that a folder holds. A `!` in front takes
    back what an earlier pattern left out; the last match counts. Capitals do not matter, so that a
    list means the same on every platform.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._rules = [_rule(pattern) for pattern in patterns if pattern.strip("!/ ")]

    def __bool__(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self._rules)

    def leaves_out(self, relative: str, *, is_folder: bool) -> bool:
        """Whether to leave out a path relative to the scanned folder, with "/" between names."""
        names = relative.split("/")
        for parts, folders_only, left_out in reversed(self._rules):
            if (is_folder or not folders_only) and _matches(parts, names):
                return left_out
        return False


# For each name of a path the expression that it must match; None is any number of names.
_Parts = tuple[re.Pattern[str] | None, ...]


def _rule(pattern: str) -> tuple[_Parts, bool, bool]:
    left_out = not pattern.startswith("!")
    body = pattern.removeprefix("!").replace(os.sep, "/")
    folders_only = body.endswith("/")
    names = [name for name in body.rstrip("/").split("/") if name]
    if "/" not in body.rstrip("/"):
        names.insert(0, "**")
    if names[-1] == "**":
        names.append("*")  # what a folder holds is not the folder itself
    return tuple(_part(name) for name in names), folders_only, left_out


def _part(name: str) -> re.Pattern[str] | None:
    if name == "**":
        return None
    return re.compile(_expression(name), re.IGNORECASE | re.DOTALL)


def _matches(parts: _Parts, names: list[str]) -> bool:
    """Whether the names match, in at most as many steps as there are pairs of the two."""
    at = name = 0
    retry: tuple[int, int] | None = None  # behind the last None, and the name it begins with
    while name < len(names):
        part = parts[at] if at < len(parts) else _NEVER
        if part is None:
            at += 1
            retry = at, name
        elif part.fullmatch(names[name]):
            at, name = at + 1, name + 1
        elif retry is not None:
            at, name = retry[0], retry[1] + 1
            retry = at, name
        else:
            return False
    return all(part is None for part in parts[at:])


_NEVER = re.compile(r"(?!)")
_WILDCARD = re.compile(r"\*+|\?|\[!?\]?[^\]]*\]")


def _expression(name: str) -> str:
    """The pattern of a name as a regular expression; what is no wildcard stands for itself.

    What follows a star is taken where it first comes, without a second try: `(?>…)`. Where there
    is another star behind, a later place would match no more; a pattern cannot take for ever.
    """
    pieces, end = [""], 0
    for match in _WILDCARD.finditer(name):
        pieces[-1] += re.escape(name[end : match.start()])
        if match[0].startswith("*"):
            pieces.append("")
        else:
            pieces[-1] += _wildcard(match[0])
        end = match.end()
    pieces[-1] += re.escape(name[end:])
    if len(pieces) == 1:
        return pieces[0]
    first, *middle, last = pieces
    return first + "".join(f"(?>.*?{piece})" for piece in middle) + ".*" + last


def _wildcard(wildcard: str) -> str:
    if wildcard == "?":
        return "."
    negated = "^" if wildcard.startswith("[!") else ""
    members = wildcard[1 + len(negated) : -1].replace("\\", r"\\").replace("[", r"\[")
    members = members.replace("]", r"\]").replace("^", r"\^")
    try:
        re.compile(f"[{members}]")
    except re.error:  # a backwards range such as [z-a]
        return re.escape(wildcard)
    return f"[{negated}{members}]"
