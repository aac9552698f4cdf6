"""A study's config becomes one config for each of its variants."""

from collections.abc import Mapping
from typing import Any

from training.refusal import Refused


def variants_of(config: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The config itself, or one for each table of `variants`, laid over it.

    A variant's tables are laid over the config's tables key by key; one with `replace` names the
    tables that it gives anew. Each has a name of its own.

    Raises:
        Refused: A variant has no name, or two have the same.
    """
    base = {key: value for key, value in config.items() if key != "variants"}
    variants = config.get("variants")
    if not variants:
        return [base]
    names = [variant.get("name") for variant in variants]
    if None in names or len(set(names)) < len(names):
        raise Refused(f"Each variant of {config.get('name', 'a study')} needs a name of its own.")
    return [_laid_over(base, variant) for variant in variants]


def _laid_over(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    anew = set(over.get("replace", ()))
    result = dict(base)
    for key, value in over.items():
        if key == "replace":
            continue
        below = result.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        result[key] = _laid_over(below, value) if both and key not in anew else value  # type: ignore[arg-type]  # both are tables
    return result
