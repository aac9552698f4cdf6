"""Shapes of JSON: what each part of a kept file is, so that a damaged one is named by part."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Shape = Callable[[Any, str], str]
"""Takes a value and where it stands; gives what is wrong with it, or nothing."""

_BEYOND = 1e15  # no count, time or figure of a run comes near it
_ROUNDING = 1e-6  # of single precision
_DEEPEST = 20  # lists and tables of settings within each other


def plain(words: str, fits: Callable[[Any], bool]) -> Shape:
    """One value that fits, called by these words where it does not."""
    return lambda value, where: "" if fits(value) else f"{where} is no {words}"


def each(shape: Shape) -> Shape:
    """A list of one shape."""

    def told(value: Any, where: str) -> str:
        if not isinstance(value, list | tuple):
            return f"{where} is no list"
        return _first(shape(one, f"{where}[{at}]") for at, one in enumerate(value))

    return told


def row(*shapes: Shape) -> Shape:
    """A list of so many values, each of its own shape."""

    def told(value: Any, where: str) -> str:
        if not isinstance(value, list | tuple) or len(value) != len(shapes):
            return f"{where} is no list of {len(shapes)}"
        return _first(
            shape(one, f"{where}[{at}]")
            for at, (shape, one) in enumerate(zip(shapes, value, strict=True))
        )

    return told


def named(shape: Shape) -> Shape:
    """A table of one shape under any names."""

    def told(value: Any, where: str) -> str:
        if not isinstance(value, dict):
            return f"{where} is no table"
        return _first(shape(one, f"{where}.{name}") for name, one in value.items())

    return told


def parts(needed: Mapping[str, Shape], further: Mapping[str, Shape] | None = None) -> Shape:
    """A table of these parts, of which the further ones may be missing; others do not matter."""

    def told(value: Any, where: str) -> str:
        if not isinstance(value, dict):
            return f"{where} is no table"
        inside = f"{where}." if where else ""
        for name in needed:
            if name not in value:
                return f"{inside}{name} is missing"
        shapes = {**needed, **(further or {})}
        return _first(
            shape(value[name], f"{inside}{name}") for name, shape in shapes.items() if name in value
        )

    return told


def or_nothing(shape: Shape) -> Shape:
    """A value of this shape, or null."""
    return lambda value, where: "" if value is None else shape(value, where)


def _first(told: Iterable[str]) -> str:
    return next(filter(None, told), "")


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and -_BEYOND < value < _BEYOND


def is_settings(value: Any, depth: int = 0) -> bool:
    """Whether lists and tables lie within each other no deeper than settings do."""
    if depth > _DEEPEST:
        return False
    inside: Sequence[Any] = ()
    if isinstance(value, dict):
        inside = tuple(value.values())
    elif isinstance(value, list):
        inside = value
    return all(is_settings(one, depth + 1) for one in inside)


def _is_share(value: float) -> bool:
    return -_ROUNDING <= value <= 1 + _ROUNDING


NUMBER = plain("number", _is_number)
SHARE = plain("share from 0 to 1", lambda value: _is_number(value) and _is_share(value))
ABOVE = plain("number from 0 on", lambda value: _is_number(value) and value >= 0)
COUNT = plain("count", lambda value: type(value) is int and 0 <= value < _BEYOND)
TEXT = plain("text", lambda value: isinstance(value, str))
FLAG = plain("true or false", lambda value: isinstance(value, bool))
HEX = plain(
    "row of hexadecimal digits",
    lambda value: isinstance(value, str) and re.fullmatch(r"(?:[0-9a-f]{2})+", value) is not None,
)
SHARES = row(SHARE, SHARE, SHARE)  # a value with its interval
ABOVE_ZERO = row(ABOVE, ABOVE, ABOVE)
