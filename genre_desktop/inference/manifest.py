"""The manifest of a model package: every number of its contract, read strictly and written."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from genre_desktop.dsp.spec import STANDARD_MEL, FeatureSpec, MelSpec, StatisticsSpec
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.strict import Between, Count, Matching, read_json

FORMAT_VERSION = 2
FIRST_FORMAT = 1  # as 2, but without `familiarity`
LONGEST_MANIFEST = 256 * 1024
FEWEST_FRAMES, MOST_FRAMES = 120, 1_400  # what every mel graph must accept

# What neither breaks the line nor turns the order of the signs behind it.
_SIGN = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
Line = Annotated[str, Matching(f"{_SIGN}{{1,500}}", "one line of 1 to 500 characters")]
Name = Annotated[
    str, Matching(r"[a-z0-9][a-z0-9-]{0,63}", "1 to 64 small letters, digits and hyphens")
]
Version = Annotated[str, Matching(r"\d{1,6}(\.\d{1,6}){0,3}", "numbers joined by dots")]
Label = Annotated[str, Matching(f"{_SIGN}{{1,80}}", "one line of 1 to 80 characters")]
Hash = Annotated[str, Matching(r"[0-9a-f]{64}", "a SHA-256 in 64 small hexadecimal digits")]
Date = Annotated[str, Matching(r"\d{4}-\d{2}-\d{2}(T[0-9:.+Z-]{5,20})?", "an ISO 8601 date")]
Temperature = Annotated[float, Between(0.01, 100.0)]
Share = Annotated[float, Between(0.0, 1.0)]
Frames = Annotated[int, Between(1, MOST_FRAMES)]
Kind = Literal["mel", "statistics", "ensemble"]


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or output of the graph.

    Attributes:
        name: Its name in the graph.
        shape: One entry an axis: a number, or a word where the length varies.
    """

    name: Line
    shape: Annotated[tuple[int | str, ...], Count(1, 4)]


@dataclass(frozen=True, slots=True)
class Graph:
    """What the graph of a `mel` or `statistics` package eats and gives.

    Attributes:
        features: The features that go in, every number of them.
        chunk_frames: Frames heard at once, a track's usual chunk (1,292 are 30 s).
        piece_frames: Frames of one piece: the span a `piece_logits` row is pooled over, or the
            piece whose statistics are taken. A chunk holds round(chunk / piece) pieces.
        shortest_frames: The fewest frames heard by themselves (126 are 3 s).
        input: The graph's only input.
        outputs: The graph's outputs, in its order.
        model_sha256: Of the file model.onnx.
    """

    features: FeatureSpec
    chunk_frames: Frames
    piece_frames: Frames
    shortest_frames: Frames
    input: Tensor
    outputs: Annotated[tuple[Tensor, ...], Count(1, 4)]
    model_sha256: Hash


@dataclass(frozen=True, slots=True)
class Member:
    """A package that an ensemble asks, and the weight of its answer."""

    name: Name
    version: Version
    weight: Annotated[float, Between(1e-6, 1e3)]


@dataclass(frozen=True, slots=True)
class Familiarity:
    """How far from all that a package was fitted on a track may lie before it is "unsure".

    Attributes:
        measure: What the graph's output `distance` is, in words.
        most_distance: A track whose mean distance lies above this is "unsure".
        passing: Share of the held-out clips that lie at or below it.
    """

    measure: Line
    most_distance: Annotated[float, Between(0.0, 1e9)]
    passing: Share


@dataclass(frozen=True, slots=True)
class Metric:
    """One measured figure with its 95 % interval.

    Attributes:
        name: Such as "accuracy, whole clip".
        value: The figure.
        n: How many cases it rests on.
        low: Lower end of the interval.
        high: Upper end of the interval.
        protocol: How it was measured, such as "artist-grouped 5 folds x 3 seeds".
    """

    name: Line
    value: float
    n: Annotated[int, Between(1, 1e9)]
    low: float
    high: float
    protocol: Line


@dataclass(frozen=True, slots=True)
class Dataset:
    """Data that the package was fitted on."""

    name: Line
    licence: Line
    split_id: Line


@dataclass(frozen=True, slots=True)
class StartingWeights:
    """Published weights that training began from."""

    origin: Line
    licence: Line


@dataclass(frozen=True, slots=True)
class Software:
    """A program or library that took part in training."""

    name: Line
    version: Line


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a package says of itself.

    Attributes:
        labels: Genre names, in the order of the logits.
        graph: None for an ensemble.
        members: Empty for anything else.
        temperature: Divides the track's logits, once, before softmax.
        piece_temperature: The same for the pieces of the timeline.
        unsure_threshold: A highest probability below this is "unsure".
        familiarity: None where the graph gives no `distance`, and for an ensemble, which is
            "unsure" of what any of its members finds unfamiliar.
        created: ISO 8601.
    """

    format_version: int
    name: Name
    version: Version
    title: Line
    kind: Kind
    labels: Annotated[tuple[Label, ...], Count(2, 1_000)]
    graph: Graph | None
    members: Annotated[tuple[Member, ...], Count(0, 16)]
    temperature: Temperature
    piece_temperature: Temperature
    unsure_threshold: Share
    familiarity: Familiarity | None
    metrics: Annotated[tuple[Metric, ...], Count(0, 200)]
    datasets: Annotated[tuple[Dataset, ...], Count(0, 50)]
    starting_weights: StartingWeights | None
    trained_with: Annotated[tuple[Software, ...], Count(0, 50)]
    created: Date
    licence: Line


def manifest_text(manifest: Manifest) -> str:
    """The manifest as JSON, as `parse_manifest` reads it; refuses what it would refuse."""
    text = json.dumps(dataclasses.asdict(manifest), indent=2, ensure_ascii=False) + "\n"
    parse_manifest(text)
    return text


def parse_manifest(text: str) -> Manifest:
    """Reads a manifest.

    Raises:
        PackageRefused: A field is missing, unknown, of another type, outside its limits, or in
            contradiction to another; the sentence names it.
    """
    manifest = read_json(text, Manifest, LONGEST_MANIFEST, "manifest", _brought_up)
    for sentence in _contradictions(manifest):
        raise PackageRefused(f"In the manifest, {sentence}.")
    return manifest


def _brought_up(document: Mapping[str, object]) -> Mapping[str, object]:
    """A manifest of the first format as one of the present format would say the same."""
    if document.get("format_version") == FIRST_FORMAT:
        return {"familiarity": None, **document}
    return document


def _contradictions(manifest: Manifest) -> list[str]:
    found = []
    if manifest.format_version not in (FIRST_FORMAT, FORMAT_VERSION):
        found.append(
            f"“format_version” is {manifest.format_version}, and this program reads only "
            f"{FIRST_FORMAT} and {FORMAT_VERSION}; a newer program may be needed"
        )
    if manifest.format_version == FIRST_FORMAT and manifest.familiarity is not None:
        found.append(f"“familiarity” is not known in format {FIRST_FORMAT}")
    if len(set(manifest.labels)) != len(manifest.labels):
        found.append("“labels” names a genre twice")
    if manifest.kind == "ensemble":
        found += _in_ensemble(manifest)
    elif manifest.graph is None:
        found.append(f"“graph” is missing from a package of kind {manifest.kind}")
    elif manifest.members:
        found.append(f"“members” must be empty in a package of kind {manifest.kind}")
    else:
        found += _in_graph(manifest.kind, manifest.graph, len(manifest.labels))
        found += _in_familiarity(manifest.familiarity, manifest.graph)
    found += [
        f"the interval of the metric “{metric.name}” does not hold its value"
        for metric in manifest.metrics
        if not metric.low <= metric.value <= metric.high
    ]
    return found


def _in_ensemble(manifest: Manifest) -> list[str]:
    names = [member.name for member in manifest.members]
    wrong = {
        "“graph” must be null in an ensemble": manifest.graph is not None,
        "“familiarity” must be null in an ensemble": manifest.familiarity is not None,
        "“members” must name at least two packages": len(names) < 2,
        "“members” names a package twice": len(set(names)) != len(names),
        "“members” names the ensemble itself": manifest.name in names,
    }
    return [sentence for sentence, holds in wrong.items() if holds]


def _in_graph(kind: str, graph: Graph, labels: int) -> list[str]:
    expected = StatisticsSpec if kind == "statistics" else MelSpec
    if not isinstance(graph.features, expected):
        return [f"“graph.features” are not those of the kind {kind}"]
    found = []
    if not graph.piece_frames <= graph.chunk_frames >= graph.shortest_frames >= FEWEST_FRAMES:
        found.append(
            "“graph.piece_frames” and “graph.shortest_frames” must not exceed "
            f"“graph.chunk_frames”, and the shortest must be {FEWEST_FRAMES} or more"
        )
    return found + _in_features(graph.features) + _in_tensors(graph, labels)


def _in_familiarity(familiarity: Familiarity | None, graph: Graph) -> list[str]:
    measured = any(tensor.name == "distance" for tensor in graph.outputs)
    if measured == (familiarity is not None):
        return []
    return ["“familiarity” and an output “distance” must both be there, or neither"]


def _in_features(features: FeatureSpec) -> list[str]:
    mel = features.mel if isinstance(features, StatisticsSpec) else features
    wrong = {
        "sample_rate": mel.sample_rate != STANDARD_MEL.sample_rate,  # what decoding gives
        "window_samples": not 64 <= mel.window_samples <= 16_384,
        "hop_samples": not 16 <= mel.hop_samples <= mel.window_samples,
        "mel_bands": not 8 <= mel.mel_bands <= 512,
        "low_hz": not 0 <= mel.low_hz < mel.high_hz,
        "high_hz": not mel.high_hz <= mel.sample_rate / 2,
        "power_floor": not 1e-20 <= mel.power_floor <= 1e-2,
    }
    if isinstance(features, StatisticsSpec):
        wrong |= {
            "mfcc_count": not 1 <= features.mfcc_count <= mel.mel_bands,
            "reference": features.reference != "piece_maximum",
            "floor_db": not -200 <= features.floor_db < 0,
            "delta_width": not (3 <= features.delta_width <= 99 and features.delta_width % 2),
            "names": not 1 <= len(set(features.names)) == len(features.names) <= 10_000,
        }
    return [
        f"“graph.features” has a value of “{name}” that is not possible"
        for name, holds in wrong.items()
        if holds
    ]


def _in_tensors(graph: Graph, labels: int) -> list[str]:
    if isinstance(graph.features, StatisticsSpec):
        eaten = Tensor("statistics", ("pieces", len(graph.features.names)))
        given: dict[str, tuple[int | str | None, ...]] = {
            "logits": ("pieces", labels),
            "distance": ("pieces",),
        }
    else:
        eaten = Tensor("log_mel", ("chunks", graph.features.mel_bands, "frames"))
        given = {
            "logits": ("chunks", labels),
            "embedding": ("chunks", None),
            "piece_logits": ("chunks", "pieces", labels),
            "distance": ("chunks",),
        }
    found = []
    if graph.input != eaten:
        found.append(f"“graph.input” must be {eaten.name} {list(eaten.shape)}")
    names = [tensor.name for tensor in graph.outputs]
    if "logits" not in names or len(set(names)) != len(names):
        found.append("“graph.outputs” must hold “logits”, and each output once")
    found += [
        f"“graph.outputs” has “{tensor.name}” of a shape that the kind does not give"
        for tensor in graph.outputs
        if tensor.name not in given or not _agree(given[tensor.name], tensor.shape)
    ]
    return found


def _agree(wanted: tuple[int | str | None, ...], shape: tuple[int | str, ...]) -> bool:
    """True where the shapes are equal; None in `wanted` stands for any positive number."""
    return len(wanted) == len(shape) and all(
        one == other or (one is None and isinstance(other, int) and 0 < other <= 65_536)
        for one, other in zip(wanted, shape, strict=True)
    )
