"""Patterns of files and folders to leave out, in the manner of .gitignore."""

import os
import re
from collections.abc import Iterable


class Exclusion:
    """Decides what a scan leaves out.

    A pattern without a slash matches a name at any depth (`*.wav`, `Podcasts`); one with a slash
    matches the path from the scanned folder on (`/Incoming`, `Live/*/take*`, `**/raw/*.flac`); one
    that ends in a slash matches folders only. `*`, `?` and `[…]` stay within a name, `**` crosses
    folders. A `!` in front takes back what an earlier pattern left out; the last match counts.
    Capitals do not matter, so that a list means the same on every platform.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._rules = [_rule(pattern) for pattern in patterns if pattern.strip("!/ ")]

    def leaves_out(self, relative: str, *, is_folder: bool) -> bool:
        """Whether to leave out a path relative to the scanned folder, with "/" between names."""
        for expression, folders_only, left_out in reversed(self._rules):
            if (is_folder or not folders_only) and expression.fullmatch(relative):
                return left_out
        return False


def _rule(pattern: str) -> tuple[re.Pattern[str], bool, bool]:
    left_out = not pattern.startswith("!")
    body = pattern.removeprefix("!").replace(os.sep, "/")
    folders_only = body.endswith("/")
    body = body.rstrip("/")
    anchored = "/" in body
    expression = _expression(body.lstrip("/"))
    if not anchored:
        expression = f"(?:.*/)?{expression}"
    return re.compile(expression, re.IGNORECASE | re.DOTALL), folders_only, left_out


_WILDCARD = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]/]*\]")


def _expression(body: str) -> str:
    """The pattern as a regular expression; what is no wildcard stands for itself."""
    parts, end = [], 0
    for match in _WILDCARD.finditer(body):
        parts += [re.escape(body[end : match.start()]), _wildcard(match[0])]
        end = match.end()
    return "".join([*parts, re.escape(body[end:])])


def _wildcard(token: str) -> str:
    fixed = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in fixed:
        return fixed[token]
    negated = "^" if token.startswith("[!") else ""
    members = token[1 + len(negated) : -1].replace("\\", r"\\").replace("[", r"\[")
    members = members.replace("]", r"\]").replace("^", r"\^")
    try:
        re.compile(f"[{members}]")
    except re.error:  # a backwards range such as [z-a]
        return re.escape(token)
    return f"(?!/)[{negated}{members}]"
