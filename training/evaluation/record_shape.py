"""The shape of a run's record: what each part of it is, so that a damaged one is named by part."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Shape = Callable[[Any, str], str]
"""Takes a value and where it stands; gives what is wrong with it, or nothing."""

_BEYOND = 1e15  # no count, time or figure of a run comes near it
_ROUNDING = 1e-6  # of single precision
_DEEPEST = 20  # lists and tables of settings within each other


def misfit(record: Mapping[str, Any]) -> str:
    """The first part of a record, as JSON holds it, that is not what it should be.

    Returns:
        Such as "metrics.levels.track.accuracy[0] is no share from 0 to 1"; empty where all fit.
    """
    return _RECORD(record, "") or _unlike_its_labels(record)


def _plain(words: str, fits: Callable[[Any], bool]) -> Shape:
    return lambda value, where: "" if fits(value) else f"{where} is no {words}"


def _each(shape: Shape) -> Shape:
    def told(value: Any, where: str) -> str:
        if not isinstance(value, list | tuple):
            return f"{where} is no list"
        return _first(shape(one, f"{where}[{at}]") for at, one in enumerate(value))

    return told


def _row(*shapes: Shape) -> Shape:
    def told(value: Any, where: str) -> str:
        if not isinstance(value, list | tuple) or len(value) != len(shapes):
            return f"{where} is no list of {len(shapes)}"
        return _first(
            shape(one, f"{where}[{at}]")
            for at, (shape, one) in enumerate(zip(shapes, value, strict=True))
        )

    return told


def _named(shape: Shape) -> Shape:
    def told(value: Any, where: str) -> str:
        if not isinstance(value, dict):
            return f"{where} is no table"
        return _first(shape(one, f"{where}.{name}") for name, one in value.items())

    return told


def _parts(needed: Mapping[str, Shape], further: Mapping[str, Shape] | None = None) -> Shape:
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


def _or_nothing(shape: Shape) -> Shape:
    return lambda value, where: "" if value is None else shape(value, where)


def _first(told: Iterable[str]) -> str:
    return next(filter(None, told), "")


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and -_BEYOND < value < _BEYOND


def _is_settings(value: Any, depth: int = 0) -> bool:
    if depth > _DEEPEST:
        return False
    inside: Sequence[Any] = ()
    if isinstance(value, dict):
        inside = tuple(value.values())
    elif isinstance(value, list):
        inside = value
    return all(_is_settings(one, depth + 1) for one in inside)


def _is_share(value: float) -> bool:
    return -_ROUNDING <= value <= 1 + _ROUNDING


_NUMBER = _plain("number", _is_number)
_SHARE = _plain("share from 0 to 1", lambda value: _is_number(value) and _is_share(value))
_ABOVE = _plain("number from 0 on", lambda value: _is_number(value) and value >= 0)
_COUNT = _plain("count", lambda value: type(value) is int and 0 <= value < _BEYOND)
_TEXT = _plain("text", lambda value: isinstance(value, str))
_FLAG = _plain("true or false", lambda value: isinstance(value, bool))
_HEX = _plain(
    "row of hexadecimal digits",
    lambda value: isinstance(value, str) and re.fullmatch(r"(?:[0-9a-f]{2})+", value) is not None,
)
_SHARES = _row(_SHARE, _SHARE, _SHARE)  # a value with its interval
_ABOVE_ZERO = _row(_ABOVE, _ABOVE, _ABOVE)

_BIN = _row(_SHARE, _SHARE, _COUNT)
_CALIBRATION = _parts({"error": _ABOVE_ZERO, "noise": _ABOVE, "bins": _each(_BIN)})
_SCORES = _parts({"precision": _SHARE, "recall": _SHARE, "f1": _SHARE, "support": _COUNT})
_PAIR = _parts(
    {"truth": _TEXT, "named": _TEXT, "count": _COUNT, "share": _SHARE, "clips": _each(_TEXT)}
)
_LEVEL = _parts(
    {
        "rows": _COUNT,
        **dict.fromkeys(("accuracy", "macro_f1", "top2"), _SHARES),
        "log_loss": _ABOVE_ZERO,
        "report": _named(_SCORES),
        "confusion": _each(_each(_COUNT)),
        "confused_pairs": _each(_PAIR),
        "temperature": _ABOVE,
        "calibration": _parts({"before": _CALIBRATION, "after": _CALIBRATION}),
        "risk_coverage": _each(_row(_SHARE, _SHARE)),
        "unsure": _parts(dict.fromkeys(("threshold", "answered", "accuracy_answered"), _SHARE)),
    },
    {"right": _parts({"tracks_sha256": _TEXT, "tracks": _COUNT, "seeds": _each(_HEX)})},
)
_RECORD = _parts(
    {
        **dict.fromkeys(("name", "family", "data", "hearing", "protocol", "commit", "date"), _TEXT),
        **dict.fromkeys(("config_sha256", "data_sha256", "code_sha256"), _TEXT),
        "labels": _each(_TEXT),
        **dict.fromkeys(("fold_seeds", "training_seeds"), _each(_COUNT)),
        "candidates_tried": _COUNT,
        "config": _plain("table of settings", lambda v: isinstance(v, dict) and _is_settings(v)),
        "fit_seconds": _ABOVE,
        "windows_per_second": _or_nothing(_ABOVE),
        "size_bytes": _or_nothing(_COUNT),
        "metrics": _parts(
            {
                **dict.fromkeys(("tracks", "artists"), _COUNT),
                "artists_known": _FLAG,
                "levels": _named(_LEVEL),
            }
        ),
    },
    {
        "curves": _or_nothing(_named(_or_nothing(_each(_SHARE)))),
        "learning_curve": _or_nothing(_each(_row(_ABOVE, _SHARE, _SHARE, _SHARE))),
        "notes": _each(_TEXT),
        "judged_on": _TEXT,
        "fitted_accuracy": _or_nothing(_SHARE),
        "importances": _or_nothing(_each(_row(_TEXT, _NUMBER))),
        "timed_by": _TEXT,
    },
)


def _unlike_its_labels(record: Mapping[str, Any]) -> str:
    """Tables whose size does not go with the labels, and answers that are not of all tracks."""
    labels = len(record["labels"])
    for name, level in record["metrics"]["levels"].items():
        where = f"metrics.levels.{name}"
        if [len(line) for line in level["confusion"]] != [labels] * labels:
            return f"{where}.confusion is not of {labels} labels"
        right = level.get("right")
        if right and {len(seed) for seed in right["seeds"]} != {2 * -(-right["tracks"] // 8)}:
            return f"{where}.right is not of {right['tracks']} tracks"
    return ""
