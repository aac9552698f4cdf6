"""The manifests of the first packages, filled from the records of runs."""

from collections.abc import Mapping
from typing import Any

from genre_desktop.dsp.spec import STANDARD_MEL, FeatureSpec, StatisticsSpec
from genre_desktop.inference.manifest import (
    FORMAT_VERSION,
    Dataset,
    Graph,
    Kind,
    Manifest,
    Member,
    Metric,
    Software,
    StartingWeights,
    Tensor,
)
from training.mobilenet import EMBEDDING
from training.shipping.card import WAYS, CardText
from training.shipping.packages import software
from training.shipping.shipped import TIMELINE_PIECE_FRAMES
from training.shipping.texts import ENSEMBLE as ENSEMBLE_TEXT
from training.shipping.texts import MACHINE as MACHINE_TEXT
from training.shipping.texts import NETWORK as NETWORK_TEXT

NETWORK, MACHINE, ENSEMBLE = "gtzan-cnn", "gtzan-svc", "gtzan-ensemble"
VERSION = "1.0"
LICENCE = "GPL-3.0-or-later"
# 30.0002 s, ten pieces of 3 s; the clips of 30.0 to 30.1 s that public sets hold stay in one chunk.
CHUNK_FRAMES = 1_292
SHORTEST_FRAMES = STANDARD_MEL.frames_in(3 * STANDARD_MEL.sample_rate)
GTZAN = Dataset(
    "GTZAN", "none stated (research set)", "fault-filtered split, training and validation parts"
)
EMOTIFY = Dataset("Emotify", "Magnatune, research use", "all excerpts, without labels")
STARTING_WEIGHTS = StartingWeights(
    "EfficientAT mn04_as (mAP 432), © 2022 Florian Schmid, trained on AudioSet", "MIT"
)

Record = Mapping[str, Any]


def network_manifest(record: Record, model_sha256: str) -> Manifest:
    """The manifest of gtzan-cnn."""
    labels = len(record["labels"])
    graph = _graph(
        STANDARD_MEL,
        Tensor("log_mel", ("chunks", STANDARD_MEL.mel_bands, "frames")),
        (
            Tensor("logits", ("chunks", labels)),
            Tensor("embedding", ("chunks", EMBEDDING)),
            Tensor("piece_logits", ("chunks", "pieces", labels)),
        ),
        model_sha256,
    )
    return _manifest(
        record,
        name=NETWORK,
        text=NETWORK_TEXT,
        kind="mel",
        graph=graph,
        members=(),
        datasets=(GTZAN, EMOTIFY),
        starting_weights=STARTING_WEIGHTS,
    )


def machine_manifest(record: Record, model_sha256: str, spec: StatisticsSpec) -> Manifest:
    """The manifest of gtzan-svc."""
    graph = _graph(
        spec,
        Tensor("statistics", ("pieces", len(spec.names))),
        (Tensor("logits", ("pieces", len(record["labels"]))),),
        model_sha256,
    )
    return _manifest(
        record,
        name=MACHINE,
        text=MACHINE_TEXT,
        kind="statistics",
        graph=graph,
        members=(),
        datasets=(GTZAN,),
        starting_weights=None,
    )


def ensemble_manifest(record: Record) -> Manifest:
    """The manifest of gtzan-ensemble."""
    weight = record["weight_of_network"]
    members = (Member(NETWORK, VERSION, weight), Member(MACHINE, VERSION, round(1 - weight, 2)))
    return _manifest(
        record,
        name=ENSEMBLE,
        text=ENSEMBLE_TEXT,
        kind="ensemble",
        graph=None,
        members=members,
        datasets=(GTZAN, EMOTIFY),
        starting_weights=STARTING_WEIGHTS,
    )


def _graph(
    features: FeatureSpec, eaten: Tensor, given: tuple[Tensor, ...], model_sha256: str
) -> Graph:
    return Graph(
        features=features,
        chunk_frames=CHUNK_FRAMES,
        piece_frames=TIMELINE_PIECE_FRAMES,
        shortest_frames=SHORTEST_FRAMES,
        input=eaten,
        outputs=given,
        model_sha256=model_sha256,
    )


def _manifest(
    record: Record,
    *,
    name: str,
    text: CardText,
    kind: Kind,
    graph: Graph | None,
    members: tuple[Member, ...],
    datasets: tuple[Dataset, ...],
    starting_weights: StartingWeights | None,
) -> Manifest:
    data = record["data"]
    return Manifest(
        format_version=FORMAT_VERSION,
        name=name,
        version=VERSION,
        title=text.title,
        kind=kind,
        labels=tuple(record["labels"]),
        graph=graph,
        members=members,
        temperature=record["calibration"]["temperature"],
        piece_temperature=record["piece_temperature"],
        unsure_threshold=record["unsure"]["threshold"],
        familiarity=None,
        metrics=tuple(
            Metric(f"accuracy, {WAYS[way]}", value, data["clips"], low, high, data["protocol"])
            for way, (value, low, high) in record["accuracy"].items()
        ),
        datasets=datasets,
        starting_weights=starting_weights,
        trained_with=tuple(Software(*one) for one in software()),
        created=record["created"],
        licence=LICENCE,
    )
