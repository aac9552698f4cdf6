"""A manifest is read strictly and written as it is read."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.inference.manifest import (
    LONGEST_MANIFEST,
    Metric,
    manifest_text,
    parse_manifest,
)
from genre_desktop.inference.refusal import PackageRefused

Spoil = Callable[[dict[str, Any]], object]

FAMILIARITY = {"measure": "levels", "most_distance": 1.0, "passing": 0.975}


def text_of(tiny_models: Path, name: str) -> str:
    return (tiny_models / name / "manifest.json").read_text(encoding="utf-8")


def refusal_of(text: str) -> str:
    with pytest.raises(PackageRefused) as refused:
        parse_manifest(text)
    return refused.value.sentence


@pytest.mark.parametrize("name", ["tiny-mel", "tiny-statistics", "tiny-ensemble"])
def test_a_manifest_reads_back_as_it_was_written(tiny_models: Path, name: str) -> None:
    manifest = parse_manifest(text_of(tiny_models, name))

    assert parse_manifest(manifest_text(manifest)) == manifest


def test_a_manifest_of_the_first_format_is_still_read(tiny_models: Path) -> None:
    document = json.loads(text_of(tiny_models, "tiny-mel"))
    document["format_version"] = 1
    del document["familiarity"]

    manifest = parse_manifest(json.dumps(document))

    assert manifest.familiarity is None
    assert parse_manifest(manifest_text(manifest)) == manifest


def every_field(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every key of nested objects, the first of each list included."""
    if isinstance(value, list):
        return every_field(value[0], (*at, 0)) if value else []
    if not isinstance(value, dict):
        return []
    ways = [(*at, key) for key in value]
    return ways + [way for key in value for way in every_field(value[key], (*at, key))]


@pytest.mark.parametrize("name", ["tiny-mel", "tiny-statistics", "tiny-ensemble"])
def test_every_missing_field_is_named(tiny_models: Path, name: str) -> None:
    text = text_of(tiny_models, name)
    for *way, key in every_field(json.loads(text)):
        document = json.loads(text)
        inner = document
        for step in way:
            inner = inner[step]
        del inner[key]

        assert f"{key}” is missing" in refusal_of(json.dumps(document))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: d.update(colour="red"), "“colour” is not a known field"),
        (lambda d: d["graph"]["features"].update(top_db=80), "“graph.features.top_db” is not"),
        (lambda d: d.update(temperature="warm"), "“temperature” must be a finite number"),
        (lambda d: d.update(temperature=True), "“temperature” must be a finite number"),
        (lambda d: d.update(temperature=0), "“temperature” must lie between 0.01 and 100"),
        (lambda d: d.update(temperature=10**400), "“temperature” must be a finite number"),
        (lambda d: d.update(unsure_threshold=1.5), "“unsure_threshold” must lie between 0 and 1"),
        (lambda d: d.update(format_version=3), "a newer program may be needed"),
        (lambda d: d.update(format_version=1, familiarity=FAMILIARITY), "not known in format 1"),
        (lambda d: d.update(familiarity=FAMILIARITY), "must both be there, or neither"),
        (lambda d: d.update(format_version=1.0), "“format_version” must be a whole number"),
        (lambda d: d.update(kind="tarot"), "must be one of mel, statistics, ensemble"),
        (lambda d: d.update(kind="statistics"), "are not those of the kind statistics"),
        (lambda d: d.update(kind="ensemble"), "“graph” must be null in an ensemble"),
        (lambda d: d.update(graph=None), "“graph” is missing from a package of kind mel"),
        (lambda d: d.update(labels=["rock"]), "“labels” must hold 2 to 1000 values"),
        (lambda d: d.update(labels=["rock", "rock"]), "“labels” names a genre twice"),
        (lambda d: d["labels"].append("eleventh"), "of a shape that the kind does not give"),
        (lambda d: d.update(labels=["rock", "two\nlines"]), "“labels[1]” must be one line"),
        (lambda d: d.update(labels=["rock", "two\u2028lines"]), "“labels[1]” must be one line"),
        (lambda d: d.update(labels=["rock", "\u202epop"]), "“labels[1]” must be one line"),
        (lambda d: d.update(title="isolated\u2067"), "“title” must be one line"),
        (lambda d: d.update(title="\ud800"), "“title” must be one line"),
        (lambda d: d.update(name="../elsewhere"), "“name” must be 1 to 64 small letters"),
        (lambda d: d.update(created="yesterday"), "“created” must be an ISO 8601 date"),
        (lambda d: d["graph"].update(model_sha256="00"), "“graph.model_sha256” must be a SHA-256"),
        (lambda d: d["graph"].update(chunk_frames=1_401), "“graph.chunk_frames” must lie between"),
        (lambda d: d["graph"].update(shortest_frames=119), "the shortest must be 120 or more"),
        (lambda d: d["graph"].update(piece_frames=1_293), "must not exceed"),
        (lambda d: d["graph"]["features"].update(sample_rate=44_100), "“sample_rate”"),
        (lambda d: d["graph"]["features"].update(hop_samples=0), "“hop_samples”"),
        (lambda d: d["graph"]["features"].update(high_hz=0.0), "“low_hz”"),
        (lambda d: d["graph"]["input"]["shape"].reverse(), "“graph.input” must be log_mel"),
        (lambda d: d["graph"]["outputs"].pop(0), "“graph.outputs” must hold “logits”"),
        (lambda d: d["metrics"][0].update(low=0.9), "does not hold its value"),
    ],
)
def test_a_wrong_field_is_named(tiny_models: Path, spoil: Spoil, words: str) -> None:
    document = json.loads(text_of(tiny_models, "tiny-mel"))
    spoil(document)

    assert words in refusal_of(json.dumps(document))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: d["members"].pop(), "at least two packages"),
        (lambda d: d["members"].append(d["members"][0]), "names a package twice"),
        (lambda d: d["members"][0].update(name="tiny-ensemble"), "names the ensemble itself"),
        (lambda d: d["members"][0].update(weight=-1), "“members[0].weight” must lie between"),
    ],
)
def test_a_wrong_member_is_named(tiny_models: Path, spoil: Spoil, words: str) -> None:
    document = json.loads(text_of(tiny_models, "tiny-ensemble"))
    spoil(document)

    assert words in refusal_of(json.dumps(document))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not readable as JSON"),
        ("[]", "must be an object"),
        ('{"name": "a", "name": "b"}', "the key 'name' is given twice"),
        ('{"temperature": NaN}', "NaN is no number here"),
        ('{"temperature": -Infinity}', "-Infinity is no number here"),
        ("[" * 100_000, "not readable as JSON"),
        (" " * (LONGEST_MANIFEST + 1), "is longer than"),
    ],
)
def test_a_text_that_is_no_manifest_is_refused(text: str, words: str) -> None:
    assert words in refusal_of(text)


def test_a_number_that_is_not_finite_is_never_written(tiny_models: Path) -> None:
    manifest = parse_manifest(text_of(tiny_models, "tiny-mel"))
    metric = Metric("accuracy", float("nan"), 10, 0.0, 1.0, "none")

    with pytest.raises(PackageRefused, match="NaN"):
        manifest_text(replace(manifest, metrics=(metric,)))
