"""Builds tiny valid model packages of each kind: deterministic, quick, a few kilobytes.

Label i of such a package answers to sound in the i-th of equally many groups of mel bands, the
lowest first: a low hum is the first label, a hiss the last (`tone_for` gives a sound for each).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from genre_desktop.dsp.mel import hz_to_mel, log_mel, mel_to_hz
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.statistics import piece_statistics, standard_statistics
from genre_desktop.inference.manifest import (
    FORMAT_VERSION,
    Dataset,
    Familiarity,
    Graph,
    Kind,
    Manifest,
    Member,
    Metric,
    Software,
    Tensor,
    manifest_text,
)

Floats = NDArray[np.float32]

GTZAN = (
    "blues",
    "classical",
    "country",
    "disco",
    "hiphop",
    "jazz",
    "metal",
    "pop",
    "reggae",
    "rock",
)
CHUNK_FRAMES = 1_292
PIECE_FRAMES = 126
PERIOD_SAMPLES = 512  # of every test sound: all frames alike, so that the files stay small


def tone_for(label: int, labels: int, seconds: float, level: float = 0.5) -> Floats:
    """A sound at 22,050 Hz that a tiny package with so many labels takes for the given one."""
    rng = np.random.default_rng(label)
    bands = np.flatnonzero(_groups(labels)[:, label])
    hz = _band_centres()[bands[bands.size // 2]]
    time = np.arange(PERIOD_SAMPLES)
    turns = max(1, round(hz * PERIOD_SAMPLES / STANDARD_MEL.sample_rate))
    wave = np.sin(2 * np.pi * turns * time / PERIOD_SAMPLES)
    wave += 0.003 * rng.standard_normal(PERIOD_SAMPLES)
    samples = np.resize(level * wave, round(seconds * STANDARD_MEL.sample_rate))
    return samples.astype(np.float32)


def mel_package(
    models: Path,
    name: str = "tiny-mel",
    labels: Sequence[str] = GTZAN,
    version: str = "1.0",
    piece_logits: bool = True,
    *,
    most_distance: float | None = None,
) -> Path:
    """Writes a package of kind `mel` into models/name and returns that folder.

    Where `most_distance` is given, the package also measures how far a sound lies below its
    loudest bin, in dB in the mean: a tone is some 70 away, noise some 10.
    """
    folder = models / name
    folder.mkdir(parents=True)
    made = _mel_files(name, tuple(labels), version, piece_logits, most_distance)
    for file, content in made.items():
        folder.joinpath(file).write_bytes(content)
    return folder


@cache  # hundreds of tests have the same
def _mel_files(
    name: str,
    labels: tuple[str, ...],
    version: str,
    piece_logits: bool,
    most_distance: float | None,
) -> dict[str, bytes]:
    """What each file of such a package holds."""
    weights = _groups(len(labels))
    sounds = [tone_for(0, len(labels), 3.0), _two_halves(len(labels))]
    golden: dict[str, Floats] = {}
    for index, sound in enumerate(sounds):
        features = log_mel(sound, STANDARD_MEL)[None]
        relative = np.maximum(features - features.max(), -80.0)
        pieces = relative.shape[2] // PIECE_FRAMES
        cut = relative[:, :, : pieces * PIECE_FRAMES].reshape(1, 128, pieces, PIECE_FRAMES)
        golden[f"audio_{index}"] = sound
        golden[f"features_{index}"] = features
        golden[f"logits_{index}"] = relative.mean(axis=2) @ weights
        if piece_logits:
            golden[f"piece_logits_{index}"] = cut.mean(axis=3).transpose(0, 2, 1) @ weights
        if most_distance is not None:
            golden[f"distance_{index}"] = -relative.mean(axis=(1, 2))
    outputs = [
        Tensor("logits", ("chunks", len(labels))),
        Tensor("embedding", ("chunks", STANDARD_MEL.mel_bands)),
    ]
    if piece_logits:
        outputs.append(Tensor("piece_logits", ("chunks", "pieces", len(labels))))
    if most_distance is not None:
        outputs.append(Tensor("distance", ("chunks",)))
    graph = Graph(
        features=STANDARD_MEL,
        chunk_frames=CHUNK_FRAMES,
        piece_frames=PIECE_FRAMES,
        shortest_frames=PIECE_FRAMES,
        input=Tensor("log_mel", ("chunks", STANDARD_MEL.mel_bands, "frames")),
        outputs=tuple(outputs),
        model_sha256="",
    )
    manifest = _manifest("mel", name, version, labels, most_distance)
    with TemporaryDirectory() as folder:
        written = _write(Path(folder), manifest, graph, mel_model(graph, weights), golden)
        return {path.name: path.read_bytes() for path in written.iterdir()}


def statistics_package(
    models: Path,
    name: str = "tiny-statistics",
    labels: Sequence[str] = GTZAN,
    version: str = "1.0",
    most_distance: float | None = None,
) -> Path:
    """Writes a package of kind `statistics` into models/name and returns that folder.

    Where `most_distance` is given, the package also measures how far statistics lie from the mean
    of its tones'.
    """
    spec = standard_statistics()
    centres = np.stack(
        [
            piece_statistics(log_mel(tone_for(i, len(labels), 3.0), spec.mel), spec)
            for i in range(len(labels))
        ]
    )
    centre = centres.mean(axis=0)
    scale = 1.0 / (centres.std(axis=0) + 1.0)
    weights = ((centres - centre) * scale / 5.0).T.astype(np.float32)
    golden: dict[str, Floats] = {}
    for index, sound in enumerate([tone_for(0, len(labels), 3.0), tone_for(1, len(labels), 3.0)]):
        features = piece_statistics(log_mel(sound, spec.mel), spec)[None]
        scaled = (features - centre) * scale
        scores = scaled @ weights
        probabilities = np.exp(scores - scores.max())
        probabilities /= probabilities.sum()
        golden[f"audio_{index}"] = sound
        golden[f"features_{index}"] = features
        golden[f"logits_{index}"] = np.log(np.maximum(probabilities, 1e-7)).astype(np.float32)
        if most_distance is not None:
            golden[f"distance_{index}"] = np.abs(scaled).mean(axis=1).astype(np.float32)
    graph = Graph(
        features=spec,
        chunk_frames=CHUNK_FRAMES,
        piece_frames=PIECE_FRAMES,
        shortest_frames=PIECE_FRAMES,
        input=Tensor("statistics", ("pieces", len(spec.names))),
        outputs=(
            Tensor("logits", ("pieces", len(labels))),
            *([Tensor("distance", ("pieces",))] if most_distance is not None else []),
        ),
        model_sha256="",
    )
    manifest = _manifest("statistics", name, version, labels, most_distance)
    model = statistics_model(graph, centre, scale, weights)
    return _write(models, manifest, graph, model, golden)


def ensemble_package(
    models: Path,
    members: Sequence[str] = ("tiny-mel", "tiny-statistics"),
    name: str = "tiny-ensemble",
    labels: Sequence[str] = GTZAN,
) -> Path:
    """Writes a package of kind `ensemble` whose members lie beside it, all of version 1.0."""
    weights = [0.75] + [0.25 / max(1, len(members) - 1)] * (len(members) - 1)
    manifest = replace(
        _manifest("ensemble", name, "1.0", labels),
        members=tuple(
            Member(member, "1.0", weight) for member, weight in zip(members, weights, strict=True)
        ),
    )
    folder = models / name
    folder.mkdir(parents=True)
    folder.joinpath("manifest.json").write_text(manifest_text(manifest), encoding="utf-8")
    folder.joinpath("card.md").write_text(f"# {manifest.title}\n", encoding="utf-8")
    return folder


def package_of_each_kind(models: Path) -> tuple[Path, Path, Path]:
    """Writes a mel package, a statistics package and the ensemble of both."""
    return mel_package(models), statistics_package(models), ensemble_package(models)


def mel_model(graph: Graph, weights: Floats) -> onnx.ModelProto:
    """The graph of a tiny mel package: mean levels under the loudest, times the weights."""
    names = [tensor.name for tensor in graph.outputs]
    nodes = [
        helper.make_node("ReduceMax", ["log_mel"], ["loudest"], axes=[1, 2], keepdims=1),
        helper.make_node("Sub", ["log_mel", "loudest"], ["below"]),
        helper.make_node("Max", ["below", "least"], ["relative"]),
        helper.make_node("ReduceMean", ["relative"], ["embedding"], axes=[2], keepdims=0),
        helper.make_node("MatMul", ["embedding", "weights"], ["logits"]),
    ]
    if "piece_logits" in names:
        size = graph.piece_frames
        nodes += [
            helper.make_node(
                "AveragePool", ["relative"], ["pooled"], kernel_shape=[size], strides=[size]
            ),
            helper.make_node("Transpose", ["pooled"], ["piece_levels"], perm=[0, 2, 1]),
            helper.make_node("MatMul", ["piece_levels", "weights"], ["piece_logits"]),
        ]
    if "distance" in names:
        nodes += [
            helper.make_node("ReduceMean", ["embedding"], ["level"], axes=[1], keepdims=0),
            helper.make_node("Neg", ["level"], ["distance"]),
        ]
    return _model(graph, nodes, {"weights": weights, "least": np.array([-80.0], np.float32)})


def statistics_model(
    graph: Graph, centre: Floats, scale: Floats, weights: Floats
) -> onnx.ModelProto:
    """The graph of a tiny statistics package: log of clipped softmax of a linear map."""
    nodes = [
        helper.make_node("Sub", ["statistics", "centre"], ["centred"]),
        helper.make_node("Mul", ["centred", "scale"], ["scaled"]),
        helper.make_node("MatMul", ["scaled", "weights"], ["scores"]),
        helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
        helper.make_node("Max", ["probabilities", "least"], ["clipped"]),
        helper.make_node("Log", ["clipped"], ["logits"]),
    ]
    if "distance" in [tensor.name for tensor in graph.outputs]:
        nodes += [
            helper.make_node("Abs", ["scaled"], ["off"]),
            helper.make_node("ReduceMean", ["off"], ["distance"], axes=[1], keepdims=0),
        ]
    constants = {
        "centre": centre.astype(np.float32),
        "scale": scale.astype(np.float32),
        "weights": weights,
        "least": np.array([1e-7], np.float32),
    }
    return _model(graph, nodes, constants)


def replace_model(folder: Path, model: onnx.ModelProto | bytes) -> None:
    """Puts another graph into a package and its hash into the manifest."""
    data = model if isinstance(model, bytes) else model.SerializeToString()
    folder.joinpath("model.onnx").write_bytes(data)
    rewrite_manifest(folder, "model_sha256", hashlib.sha256(data).hexdigest())


def rewrite_manifest(folder: Path, key: str, value: str) -> None:
    """Replaces the text value of one key in the manifest, wherever it stands."""
    path = folder / "manifest.json"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = [
        f'{line.partition(":")[0]}: "{value}"{"," if line.endswith(",") else ""}'
        if line.strip().startswith(f'"{key}":')
        else line
        for line in lines
    ]
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def _two_halves(labels: int) -> Floats:
    return np.concatenate([tone_for(1, labels, 3.0), tone_for(0, labels, 3.0)])


def _band_centres() -> NDArray[np.float64]:
    """Hz of the middle of each mel band."""
    high = hz_to_mel(STANDARD_MEL.high_hz)
    return mel_to_hz(np.linspace(0.0, high, STANDARD_MEL.mel_bands + 2)[1:-1])


def _groups(labels: int) -> Floats:
    """(bands, labels): weights that take the mean over each label's bands."""
    bands = STANDARD_MEL.mel_bands
    group = np.arange(bands) * labels // bands
    member = (group[:, None] == np.arange(labels)).astype(np.float32)
    share: Floats = member / member.sum(axis=0)
    return share


def _manifest(
    kind: Kind,
    name: str,
    version: str,
    labels: Sequence[str],
    most_distance: float | None = None,
) -> Manifest:
    familiarity = None
    if most_distance is not None:
        familiarity = Familiarity("made up for tests", most_distance, 0.975)
    return Manifest(
        format_version=FORMAT_VERSION,
        name=name,
        version=version,
        title=name.replace("-", " ").capitalize(),
        kind=kind,
        labels=tuple(labels),
        graph=None,
        members=(),
        temperature=1.5,
        piece_temperature=2.0,
        unsure_threshold=0.3,
        familiarity=familiarity,
        metrics=(Metric("accuracy, whole", 0.5, 20, 0.4, 0.6, "made up for tests"),),
        datasets=(Dataset("tones", "CC0-1.0", "tones-1"),),
        starting_weights=None,
        trained_with=(Software("numpy", np.__version__),),
        created="2026-11-21",
        licence="GPL-3.0-or-later",
    )


def _model(
    graph: Graph, nodes: list[onnx.NodeProto], constants: dict[str, Floats]
) -> onnx.ModelProto:
    proto = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(graph.input.name, TensorProto.FLOAT, graph.input.shape)],
        [
            helper.make_tensor_value_info(tensor.name, TensorProto.FLOAT, tensor.shape)
            for tensor in graph.outputs
        ],
        [numpy_helper.from_array(array, key) for key, array in constants.items()],
    )
    return helper.make_model(proto, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _write(
    models: Path,
    manifest: Manifest,
    graph: Graph,
    model: onnx.ModelProto,
    golden: dict[str, Floats],
) -> Path:
    data = model.SerializeToString()
    graph = replace(graph, model_sha256=hashlib.sha256(data).hexdigest())
    folder = models / manifest.name
    folder.mkdir(parents=True)
    text = manifest_text(replace(manifest, graph=graph))
    folder.joinpath("manifest.json").write_text(text, encoding="utf-8")
    folder.joinpath("model.onnx").write_bytes(data)
    folder.joinpath("card.md").write_text(f"# {manifest.title}\n", encoding="utf-8")
    with folder.joinpath("golden.npz").open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **golden)
    return folder
