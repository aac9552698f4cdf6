"""A network's run: the rounds of its protocol, each kept when it is done, and their record."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.cache import replacing
from training.datasets.protocols import decided_by
from training.datasets.values import Index
from training.evaluation.measure import measured
from training.evaluation.predictions import Predictions, joined
from training.evaluation.provenance import code_digest, commit_now, config_digest
from training.evaluation.record import RunRecord
from training.evaluation.speed import onnx_windows_per_second
from training.networks.architectures import PRETRAINED
from training.networks.data import SETS, index_named, set_name, words_of
from training.networks.growth import learning_curve
from training.networks.head_learner import HeadLearner
from training.networks.learners import Learner, Taught
from training.networks.material import Material
from training.networks.network_learner import NetworkLearner
from training.networks.rounds import Round, rounds_of
from training.networks.rounds_kept import KeptRounds
from training.networks.sources import EMBEDDING, LOG_MEL, STATISTICS, Place, material_of
from training.networks.teachers import read_teacher
from training.refusal import Refused

SPEED_WINDOWS = 32
LEAST_LOG = float(np.log(1e-7))

Config = Mapping[str, Any]
Say = Callable[[str], None]


def fit_run(
    config: Config,
    data: Path | None,
    cache: Path,
    runs: Path,
    say: Say = lambda _: None,
    *,
    workers: int = 0,
) -> RunRecord:
    """Run a config's protocol and write RUNS/NAME: record, predictions and the last fit's model.

    A round that is done is kept, and a round that was killed goes on from its last epoch, so that
    the same command with the same code finishes an interrupted run.

    Args:
        config: As read from training/configs.
        data: The folder of data sets; not needed where the config names an index.
        cache: Where features are kept.
        runs: Where the run's folder is made.
        say: Told of each epoch.
        workers: Processes that compute features; 0 computes them here.

    Raises:
        Refused: Config or data are not as they should be.
    """
    place = Place(data, cache, say, workers)
    folder = runs / str(config["name"])
    index = index_named(config["data"], data, config.get("tracks", {}))
    if config["data"] not in SETS and index.division:
        config = decided_by(index, config)
    rounds = rounds_of(index, config)
    materials = _materials(config, index, data, place)
    material = next(iter(materials.values()))
    if len(material.index.items) < len(index.items):  # some gave no sound
        rounds = rounds_of(material.index, config)
    by_track = "crop" in config.get("training", {})
    digests = [one.sha256(by_track=by_track) for one in materials.values()]
    divided = [[one.train.tolist(), one.held.tolist()] for one in rounds]
    depends_on = {"config": config, "data": digests, "rounds": divided, "code": code_digest()}
    kept = KeptRounds(folder / "rounds", config_digest(depends_on), place.say)
    learner = _learner(config, materials, place, kept.checkpoint)
    taught, graph = _all_rounds(rounds, learner, kept, place.say)
    predictions = joined(_told(material, rounds, taught))
    predictions.save(folder / "predictions.npz")
    _keep_model(folder, config, material, taught[-1], graph)
    record = replace(
        _record(config, materials, taught, digests),
        metrics=measured(predictions),
        learning_curve=_curve(config, materials, place, rounds, kept),
        size_bytes=len(graph) or None,
        windows_per_second=_speed(graph, learner.windows(SPEED_WINDOWS)),
    )
    record.write(folder)
    return record


def _all_rounds(
    rounds: list[Round], learner: Learner, kept: KeptRounds, say: Say
) -> tuple[list[Taught], bytes]:
    """What every round gave, and the last one's graph, which is kept beside them."""
    taught = []
    graph = kept.graph()
    for one in rounds:
        done = kept.get(one)
        last = one is rounds[-1]
        if done is None or (last and graph is None):
            say(f"Fold {one.fold} of seed {one.fold_seed}: {len(one.train)} tracks to learn from.")
            done = kept.put(one, learner.teach(one))
            if last:
                graph = learner.graph()
                kept.put_graph(graph)
        taught.append(done)
    return taught, graph or b""


def _curve(
    config: Config,
    materials: Mapping[str, Material],
    place: Place,
    rounds: list[Round],
    kept: KeptRounds,
) -> list[list[float]] | None:
    """The learning curve where the config wishes one; the whole rounds are not done again."""
    if not config.get("learning_curve"):
        return None
    material = materials[set_name(config)]

    def answers(share: float, smaller: Sequence[Round]) -> list[Predictions]:
        mine = kept if share == 1 else kept.beside(f"{share:g} of the artists")
        learner = _learner(config, materials, place, mine.checkpoint)
        place.say(f"Learning from {100 * share:g} % of the artists.")
        taught = [mine.get(one) or mine.put(one, learner.teach(one)) for one in smaller]
        return _told(material, smaller, taught)

    return learning_curve(material.index, rounds, answers)


def _told(
    material: Material, rounds: Sequence[Round], taught: Sequence[Taught]
) -> list[Predictions]:
    parts = zip(rounds, taught, strict=True)
    return [predictions_of(material, one, done) for one, done in parts]


def _materials(
    config: Config, index: Index, data: Path | None, place: Place
) -> dict[str, Material]:
    """The judged set's material first, then that of every set that is learnt from beside it."""
    feature = config.get("input", {}).get("feature", LOG_MEL)
    materials = {set_name(config): material_of(index, feature, config["hearing"], place)}
    for also in config.get("also", ()):
        beside = index_named(also["data"], data, also.get("tracks", {}))
        _refuse_same_tracks(index, beside, also["data"])
        materials[set_name(also)] = material_of(
            beside, also.get("feature", LOG_MEL), also["hearing"], place
        )
    return materials


def _refuse_same_tracks(judged: Index, beside: Index, name: str) -> None:
    """All of the set beside is learnt from: a judged track must not be in it in another form."""
    named = {(item.track, item.artist) for item in judged.items}
    shared = named & {(item.track, item.artist) for item in beside.items}
    if shared:
        raise Refused(
            f"{len(shared)} tracks, such as {min(shared)[0]}, are in {name} too: beside the set "
            "that is judged, learn from one of other music."
        )


def _learner(
    config: Config,
    materials: Mapping[str, Material],
    place: Place,
    checkpoint: Callable[[Round], Path],
) -> Learner:
    name = set_name(config)
    if "head" in config["model"]:
        if materials[name].feature not in (EMBEDDING, STATISTICS):
            raise Refused(f"A head is fitted on {EMBEDDING} or {STATISTICS}; name one of them.")
        return HeadLearner(config, materials[name])
    teacher = None
    if "teacher" in config:
        teacher = read_teacher(place.in_data(config["teacher"]["file"]))
    weights = _weights(config, place)
    return NetworkLearner(config, materials, teacher, checkpoint, place.say, weights=weights)


def _weights(config: Config, place: Place) -> Path | None:
    """The folder of the published weights, where a network begins with them."""
    if config["model"].get("architecture") != PRETRAINED:
        return None
    if config.get("input", {}).get("map") != "none":
        raise Refused(f'{PRETRAINED} maps levels itself; write map = "none" in the [input] table.')
    return place.in_data("weights")


def predictions_of(material: Material, one: Round, taught: Taught) -> Predictions:
    """A round's answers as predictions."""
    items = [material.index.items[row] for row in material.rows[taught.pieces]]
    count = len(items)
    return Predictions(
        labels=material.index.labels,
        tracks=np.array([item.track for item in items], np.str_),
        artists=np.array([item.group if item.artist else "" for item in items], np.str_),
        truth=material.truth(taught.pieces),
        segment=material.segment[taught.pieces],
        fold_seed=np.full(count, one.fold_seed),
        training_seed=np.full(count, one.training_seed),
        fold=np.full(count, one.fold),
        log_probabilities=np.maximum(taught.log_probabilities, LEAST_LOG).astype(np.float32),
    )


def _keep_model(
    folder: Path, config: Config, material: Material, taught: Taught, graph: bytes
) -> None:
    """The last fit's graph and numbers, and what they are of."""
    (folder / "model.onnx").unlink(missing_ok=True)
    if graph:
        with replacing(folder / "model.onnx") as target:
            target.write_bytes(graph)
    with replacing(folder / "state.npz") as target, target.open("wb") as stream:
        np.savez(stream, allow_pickle=False, **dict(taught.state))
    said = {
        "model": config["model"],
        "labels": material.index.labels,
        "feature": material.feature,
        "hearing": config["hearing"],
        "data": config["data"],
    }
    with replacing(folder / "model.json") as target:
        target.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _speed(graph: bytes, windows: NDArray[np.float32]) -> float | None:
    return float(round(onnx_windows_per_second(graph, windows), 1)) if graph else None


def _record(
    config: Config, materials: Mapping[str, Material], taught: list[Taught], digests: list[str]
) -> RunRecord:
    material = materials[set_name(config)]
    return RunRecord(
        name=config["name"],
        family=config["family"],
        data=", with ".join(_data_words(config, materials)),
        hearing=config["hearing"],
        protocol=config["protocol"],
        labels=material.index.labels,
        fold_seeds=tuple(config["fold_seeds"]),
        training_seeds=tuple(config["training_seeds"]),
        candidates_tried=config["candidates_tried"],
        commit=commit_now(),
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        config=config,
        config_sha256=config_digest(config),
        data_sha256=digests[0] if len(digests) == 1 else config_digest({"sets": digests}),
        code_sha256=code_digest(),
        fit_seconds=round(sum(one.seconds for one in taught), 2),
        windows_per_second=None,
        size_bytes=None,
        curves=taught[-1].curves,
        notes=[*material.index.notes, *config.get("notes", [])],
        fitted_accuracy=round(float(np.mean([one.fitted_accuracy for one in taught])), 4),
    )


def _data_words(config: Config, materials: Mapping[str, Material]) -> list[str]:
    named = [config, *config.get("also", ())]
    return [words_of(str(one["data"]), materials[set_name(one)].index) for one in named]
