"""Golden clips: sound, features and answers that a package must reproduce on this machine.

The file golden.npz holds, for i from 0 on, `audio_i` (float32 mono at the package's rate),
`features_i` (the graph's input as librosa gives it), `logits_i` and, where wanted, other outputs
(the source model's answer to these features); a clip may do without audio.
"""

import io
import zipfile
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import MelSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.logits import probabilities
from genre_desktop.inference.manifest import MOST_FRAMES, Graph
from genre_desktop.inference.refusal import PackageRefused

MOST_UNPACKED_BYTES = 32 * 1024 * 1024
_MOST_FRAMES_OF_PIECES = 10 * MOST_FRAMES  # together; minutes of sound
MOST_CLIPS = 16

LEVEL_TOLERANCE_DB = 0.02  # against librosa, where it is heard
HEARD_RANGE_DB = 80.0  # below the loudest bin
LEAST_LEVEL_DB = -70.0
STATISTICS_TOLERANCE = 0.02  # absolute, and as a share of the value
OUTPUT_TOLERANCE = 2e-3
RANGE_OF_LOGITS = 7.0  # below the highest: a thousandth of its probability
PROBABILITY_TOLERANCE = 5e-3  # of the whole way from sound to answer

Arrays = Mapping[str, NDArray[np.float32]]


def check_golden(content: bytes, graph: Graph, classifier: Classifier) -> None:
    """Runs every golden clip.

    Args:
        content: The bytes of golden.npz.
        graph: What the manifest says of the graph.
        classifier: The loaded graph.

    Raises:
        PackageRefused: The file is damaged, or a number is not the promised one.
    """
    arrays = _read(content)
    clips = sum(name.startswith("features_") for name in arrays)
    if not 1 <= clips <= MOST_CLIPS:
        raise PackageRefused(f"golden.npz holds {clips} clips instead of 1 to {MOST_CLIPS}.")
    for index in range(clips):
        features = _array(arrays, f"features_{index}", len(graph.input.shape))
        logits = _array(arrays, f"logits_{index}", 2)
        for name, given in classifier.run(features).items():
            if f"{name}_{index}" in arrays:
                expected = _array(arrays, f"{name}_{index}", given.ndim)
                _compare_output(name, given, expected, index)
        if f"audio_{index}" in arrays:
            samples = _array(arrays, f"audio_{index}", 1)
            _check_length(len(samples), len(features), graph, index)
            own = features_of(samples, len(features), graph)
            _compare_features(own, features, index)
            answer = classifier.run(own)["logits"]
            if _apart(answer, logits) > PROBABILITY_TOLERANCE:
                raise PackageRefused(f"the sound of golden clip {index} is answered differently.")


def features_of(samples: NDArray[np.float32], pieces: int, graph: Graph) -> NDArray[np.float32]:
    """The graph's input for a short sound: one chunk, or so many pieces of equal length."""
    if isinstance(graph.features, MelSpec):
        return log_mel(samples, graph.features)[None]
    levels = log_mel(samples, graph.features.mel)
    parts = np.array_split(levels, pieces, axis=1)
    return np.stack([piece_statistics(part, graph.features) for part in parts])


def _check_length(samples: int, pieces: int, graph: Graph, index: int) -> None:
    """Refuse what would ask for much memory, or has no features at all."""
    spec = graph.features
    if isinstance(spec, MelSpec):
        mel, least, most = spec, 1, MOST_FRAMES
    else:
        mel, least, most = spec.mel, pieces * graph.shortest_frames, _MOST_FRAMES_OF_PIECES
    frames = max(0, 1 + (samples - mel.window_samples) // mel.hop_samples)
    if not least <= frames <= most:
        raise PackageRefused(
            f"the sound of golden clip {index} has {frames} frames instead of {least} to {most}."
        )


def _compare_features(own: NDArray[np.float32], expected: NDArray[np.float32], index: int) -> None:
    if own.shape != expected.shape:
        raise PackageRefused(f"golden clip {index} has features of another shape than its sound.")
    if expected.ndim == 3:
        heard = expected > max(LEAST_LEVEL_DB, float(expected.max()) - HEARD_RANGE_DB)
        agree = np.abs(own - expected)[heard] <= LEVEL_TOLERANCE_DB
    else:
        agree = np.abs(own - expected) <= STATISTICS_TOLERANCE * (1.0 + np.abs(expected))
    if not agree.all():
        raise PackageRefused(f"the features of golden clip {index} come out differently here.")


def _compare_output(
    name: str, given: NDArray[np.float32], expected: NDArray[np.float32], index: int
) -> None:
    if given.shape != expected.shape:
        raise PackageRefused(f"golden clip {index} has “{name}” of another shape.")
    off = np.abs(given - expected) > OUTPUT_TOLERANCE * (1.0 + 0.1 * np.abs(expected))
    if name in ("logits", "piece_logits"):
        # The logarithm of a probability near nought means little: compare what counts, and the
        # probabilities.
        off &= expected > expected.max(axis=-1, keepdims=True) - RANGE_OF_LOGITS
        off |= _apart(given, expected) > OUTPUT_TOLERANCE
    if off.any():
        raise PackageRefused(f"golden clip {index} has another “{name}” here.")


def _apart(given: NDArray[np.float32], expected: NDArray[np.float32]) -> float:
    """The largest difference of two answers' probabilities."""
    return float(np.abs(probabilities(given, 1.0) - probabilities(expected, 1.0)).max())


def _read(content: bytes) -> Arrays:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_UNPACKED_BYTES:
            raise PackageRefused(f"golden.npz holds more than {MOST_UNPACKED_BYTES >> 20} MB.")
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except PackageRefused:
        raise
    except Exception as error:
        raise PackageRefused(f"golden.npz cannot be read: {error!s:.200}") from error


def _array(arrays: Arrays, name: str, axes: int) -> NDArray[np.float32]:
    array = arrays.get(name)
    if array is None:
        raise PackageRefused(f"golden.npz holds no “{name}”.")
    if array.dtype != np.float32 or array.ndim != axes or not array.size:
        raise PackageRefused(f"“{name}” in golden.npz is not float32 of {axes} axes.")
    if not np.isfinite(array).all():
        raise PackageRefused(f"“{name}” in golden.npz is not finite.")
    return array
