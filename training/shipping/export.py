"""From fitted models to graphs with golden clips: the network by tracing, the SVC by skl2onnx."""

import io
import warnings
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import nn

from genre_desktop.dsp.spec import STANDARD_MEL, StatisticsSpec
from training.refusal import Refused
from training.shipping.familiarity import Centres, with_distance
from training.shipping.golden import GoldenClip, golden_sounds, librosa_log_mel, librosa_statistics
from training.svc import svc_graph, svc_logits

OPSET = 17
TRACED_FRAMES = 430
AT_ONCE = 100  # inputs
LARGEST_DIFFERENCE = 1e-4  # of a probability, between graph and source
OUTPUTS = ("logits", "embedding", "piece_logits", "distance")  # the last where it is measured


class ExportDiffers(Refused):
    """The graph does not answer as the model that it was made from."""


def network_graph(network: nn.Module) -> bytes:
    """The network as one ONNX graph, `log_mel` to OUTPUTS, any number of chunks and frames."""
    chunks, target = {0: "chunks"}, io.BytesIO()
    example = torch.zeros(1, STANDARD_MEL.mel_bands, TRACED_FRAMES)
    with torch.no_grad():
        names = OUTPUTS[: len(network.eval()(example))]
    axes = dict.fromkeys(names, chunks) | {
        "log_mel": {0: "chunks", 2: "frames"},
        "piece_logits": {0: "chunks", 1: "pieces"},
    }
    with warnings.catch_warnings():
        # The exporter that traces says that it is old; the new one needs a further library.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            network,
            (example,),
            target,  # type: ignore[arg-type]  # a stream, which the tracing exporter takes
            dynamo=False,
            opset_version=OPSET,
            input_names=["log_mel"],
            output_names=list(names),
            dynamic_axes=axes,
        )
    graph = target.getvalue()
    onnx.checker.check_model(onnx.load_from_string(graph))
    return graph


def network_golden(network: nn.Module) -> tuple[GoldenClip, ...]:
    """Golden clips whose answers the PyTorch model gives on librosa's features."""
    clips = []
    for sound in golden_sounds(STANDARD_MEL.sample_rate):
        features = librosa_log_mel(sound, STANDARD_MEL)[None]
        with torch.no_grad():
            answers = network(torch.from_numpy(features))
        outputs = {name: value.numpy() for name, value in zip(OUTPUTS, answers, strict=False)}
        clips.append(GoldenClip(sound, features, outputs))
    return tuple(clips)


def network_logits(network: nn.Module, windows: NDArray[np.float32]) -> NDArray[np.float64]:
    """The PyTorch model's logits of windows (n, 128, frames)."""
    with torch.no_grad():
        parts = [network(part)[0] for part in torch.split(torch.from_numpy(windows), 16)]
    logits: NDArray[np.float64] = torch.cat(parts).double().numpy()
    return logits


def machine_graph(machine: Any, spec: StatisticsSpec, labels: int, centres: Centres) -> bytes:
    """The support vector machine as one ONNX graph that also measures distances."""
    return with_distance(svc_graph(machine, len(spec.names), labels), centres)


def machine_golden(machine: Any, spec: StatisticsSpec, centres: Centres) -> tuple[GoldenClip, ...]:
    """Golden clips of one piece whose answers scikit-learn gives on librosa's features."""
    clips = []
    for sound in golden_sounds(spec.mel.sample_rate):
        features = librosa_statistics(librosa_log_mel(sound, spec.mel), spec)[None]
        logits = svc_logits(machine, features).astype(np.float32)
        distance = centres.distances(features).astype(np.float32)
        clips.append(GoldenClip(sound, features, {"logits": logits, "distance": distance}))
    return tuple(clips)


def answers_of(graph: bytes, features: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """What a graph makes of inputs (n, …), by the names of its outputs."""
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    given = session.run(names, {session.get_inputs()[0].name: features})
    return dict(zip(names, given, strict=True))


def refuse_difference(
    graph: bytes, features: NDArray[np.float32], logits: NDArray[np.float64]
) -> float:
    """Compare a graph with its source model; returns the largest difference of a probability.

    Args:
        graph: The bytes of model.onnx.
        features: (n, …) inputs.
        logits: (n, labels), the source model's answers.

    Raises:
        ExportDiffers: A probability is off by more than 1e-4, or a label differs.
    """
    parts = np.array_split(features, -(-len(features) // AT_ONCE))
    given = np.concatenate([answers_of(graph, part)["logits"] for part in parts]).astype(np.float64)
    powers = [np.exp(rows - rows.max(axis=1, keepdims=True)) for rows in (given, logits)]
    ours, source = (rows / rows.sum(axis=1, keepdims=True) for rows in powers)
    difference = float(np.abs(ours - source).max())
    relabelled = int((ours.argmax(axis=1) != source.argmax(axis=1)).sum())
    if difference > LARGEST_DIFFERENCE or relabelled:
        raise ExportDiffers(
            f"On {len(features)} inputs the graph differs from its source by {difference:.1e} "
            f"and gives {relabelled} other labels; nothing was exported."
        )
    return difference
