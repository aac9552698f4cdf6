"""Reads JSON into frozen dataclasses by their type hints, and refuses whatever does not fit."""

import dataclasses
import functools
import json
import math
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NoReturn, TypeVar, Union

from genre_desktop.dsp.printable import one_line
from genre_desktop.inference.refusal import PackageRefused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Between:
    """A number from `low` to `high`, both allowed."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Matching:
    """A text that the whole pattern matches; `words` says it for people."""

    pattern: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """A list of at least `least` and at most `most` values."""

    least: int
    most: int


def read_json(
    text: str,
    shape: type[T],
    longest: int,
    document: str,
    brought_up: Callable[[Mapping[str, object]], Mapping[str, object]] = dict,
) -> T:
    """Parses a JSON document into a dataclass.

    Unknown and missing keys, keys given twice, numbers that are not finite and values of another
    type or outside their limits are refused, each by the name of the field.

    Args:
        text: The document.
        shape: A dataclass; `Annotated` hints carry `Between`, `Matching` and `Count`.
        longest: The most characters the document may have.
        document: What the document is called in a refusal.
        brought_up: Gives a document of an older form in the present one.

    Raises:
        PackageRefused: The document does not fit.
    """
    if len(text) > longest:
        raise PackageRefused(f"The {document} is longer than {longest} characters.")
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_not_a_number)
    except (ValueError, RecursionError) as error:
        raise PackageRefused(f"The {document} is not readable as JSON: {error}.") from error
    if isinstance(value, dict):
        value = dict(brought_up(value))
    try:
        return typing.cast("T", _read(shape, value, ""))
    except _Unfit as unfit:
        raise PackageRefused(f"In the {document}, {unfit}.") from unfit


class _Unfit(Exception):
    """A value that does not fit, already said in words."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    given = dict(pairs)
    if len(given) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r:.60} is given twice")
    return given


def _not_a_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number here")


def _read(hint: Any, value: object, where: str) -> object:
    origin = typing.get_origin(hint)
    if origin is Annotated:
        inner, *limits = typing.get_args(hint)
        read = _read(inner, value, where)
        for limit in limits:
            _check(limit, read, where)
        return read
    if origin is Literal:
        return _read_choice(typing.get_args(hint), value, where)
    if origin in (Union, types.UnionType):
        return _read_union(typing.get_args(hint), value, where)
    if origin is tuple:
        return _read_list(typing.get_args(hint)[0], value, where)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _read_object(hint, value, where)
    return _read_plain(hint, value, where)


def _read_plain(hint: Any, value: object, where: str) -> object:
    if hint is float and type(value) is int and abs(value) < 2**53:
        value = float(value)
    if type(value) is not hint or (isinstance(value, float) and not math.isfinite(value)):
        words = {int: "a whole number", float: "a finite number", str: "a text"}[hint]
        raise _Unfit(f"“{where}” must be {words}, not {_shown(value)}")
    return value


def _read_choice(choices: tuple[object, ...], value: object, where: str) -> object:
    if not isinstance(value, str | int) or value not in choices:
        known = ", ".join(str(choice) for choice in choices)
        raise _Unfit(f"“{where}” must be one of {known}, not {_shown(value)}")
    return value


def _read_union(options: tuple[Any, ...], value: object, where: str) -> object:
    if value is None and type(None) in options:
        return None
    options = tuple(option for option in options if option is not type(None))
    objects = [o for o in options if isinstance(o, type) and dataclasses.is_dataclass(o)]
    if objects and isinstance(value, dict):
        # The likeliest of several objects, so that the refusal names its fields.
        likeliest = max(objects, key=lambda option: len(_hints(option).keys() & value.keys()))
        return _read(likeliest, value, where)
    plain = next((option for option in options if type(value) is option), options[0])
    return _read(plain, value, where)


def _read_list(hint: Any, value: object, where: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise _Unfit(f"“{where}” must be a list, not {_shown(value)}")
    return tuple(_read(hint, item, f"{where}[{index}]") for index, item in enumerate(value))


def _read_object(shape: Any, value: object, where: str) -> object:
    if not isinstance(value, dict):
        raise _Unfit(f"“{where or 'the whole'}” must be an object, not {_shown(value)}")
    hints = _hints(shape)
    prefix = f"{where}." if where else ""
    for key in value:
        if key not in hints:
            raise _Unfit(f"“{prefix}{one_line(key[:60])}” is not a known field")
    for key in hints:
        if key not in value:
            raise _Unfit(f"the field “{prefix}{key}” is missing")
    return shape(**{key: _read(hint, value[key], prefix + key) for key, hint in hints.items()})


@functools.cache
def _hints(shape: Any) -> dict[str, Any]:
    return typing.get_type_hints(shape, include_extras=True)


def _check(limit: object, value: Any, where: str) -> None:
    match limit:
        case Between(low, high) if not low <= value <= high:
            raise _Unfit(f"“{where}” must lie between {low:g} and {high:g}, not {_shown(value)}")
        case Matching(pattern, words) if re.fullmatch(pattern, value) is None:
            raise _Unfit(f"“{where}” must be {words}, not {_shown(value)}")
        case Count(least, most) if not least <= len(value) <= most:
            raise _Unfit(f"“{where}” must hold {least} to {most} values, not {len(value)}")
        case _:
            pass


def _shown(value: object) -> str:
    return f"{value!a:.80}"
