"""The manifests of packages, filled from plans and the records of runs."""

from collections.abc import Mapping
from typing import Any

from genre_desktop.dsp.spec import STANDARD_MEL, FeatureSpec, StatisticsSpec
from genre_desktop.inference.manifest import (
    FORMAT_VERSION,
    Graph,
    Kind,
    Manifest,
    Member,
    Metric,
    Software,
    StartingWeights,
    Tensor,
)
from training.shipping.card import WAYS
from training.shipping.packages import software
from training.shipping.plan import Plan, familiarity_of
from training.shipping.timeline import TIMELINE_PIECE_FRAMES

VERSION = "2.0"
LICENCE = "GPL-3.0-or-later"
MN04 = StartingWeights(
    "EfficientAT mn04_as (mAP 432), © 2022 Florian Schmid, trained on AudioSet", "MIT"
)
# 30.0002 s, ten pieces of 3 s; the clips of 30.0 to 30.1 s that public sets hold stay in one chunk.
CHUNK_FRAMES = 1_292
SHORTEST_FRAMES = STANDARD_MEL.frames_in(3 * STANDARD_MEL.sample_rate)

Record = Mapping[str, Any]


def mel_graph(labels: int, width: int, model_sha256: str) -> Graph:
    """What a graph over log-mel gives that also measures how unfamiliar a track is."""
    outputs = (
        Tensor("logits", ("chunks", labels)),
        Tensor("embedding", ("chunks", width)),
        Tensor("piece_logits", ("chunks", "pieces", labels)),
        Tensor("distance", ("chunks",)),
    )
    eaten = Tensor("log_mel", ("chunks", STANDARD_MEL.mel_bands, "frames"))
    return heard_by(STANDARD_MEL, eaten, outputs, model_sha256)


def statistics_graph(spec: StatisticsSpec, labels: int, model_sha256: str) -> Graph:
    """What a graph over statistics of pieces gives that also measures how unfamiliar they are."""
    outputs = (Tensor("logits", ("pieces", labels)), Tensor("distance", ("pieces",)))
    return heard_by(spec, Tensor("statistics", ("pieces", len(spec.names))), outputs, model_sha256)


def heard_by(
    features: FeatureSpec, eaten: Tensor, given: tuple[Tensor, ...], model_sha256: str
) -> Graph:
    """A graph that hears chunks of 30 s and pieces of 3 s."""
    return Graph(
        features=features,
        chunk_frames=CHUNK_FRAMES,
        piece_frames=TIMELINE_PIECE_FRAMES,
        shortest_frames=SHORTEST_FRAMES,
        input=eaten,
        outputs=given,
        model_sha256=model_sha256,
    )


def manifest_of(
    plan: Plan, record: Record, kind: Kind, graph: Graph | None, members: tuple[Member, ...] = ()
) -> Manifest:
    """The manifest of a planned package; all figures are the record's."""
    return Manifest(
        format_version=FORMAT_VERSION,
        name=plan.name,
        version=VERSION,
        title=plan.text.title,
        kind=kind,
        labels=tuple(record["labels"]),
        graph=graph,
        members=members,
        temperature=record["calibration"]["temperature"],
        piece_temperature=record["piece_temperature"],
        unsure_threshold=record["unsure"]["threshold"],
        familiarity=None if graph is None else familiarity_of(record),
        metrics=metrics_of(record),
        datasets=plan.datasets,
        starting_weights=plan.starting_weights,
        trained_with=tuple(Software(*one) for one in software()),
        created=record["created"],
        licence=LICENCE,
    )


def metrics_of(record: Record) -> tuple[Metric, ...]:
    """The accuracies of a record, with their intervals."""
    data = record["data"]
    return tuple(
        Metric(f"accuracy, {WAYS[way]}", value, data["clips"], low, high, data["protocol"])
        for way, (value, low, high) in record["accuracy"].items()
    )
