"""The classical model: a calibrated RBF support vector machine on statistics of the log-mel."""

import warnings
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.calibration import CalibratedClassifierCV
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from genre_desktop.dsp.spec import StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from training.pieces import separate_pieces

LEAST_PROBABILITY = 1e-7
CALIBRATION_FOLDS = 5
PENALTY = 1.0  # 1, 3 and 10 were as good in folds of one seed
OPSET = 17


def clip_statistics(log_mel: NDArray[np.float32], spec: StatisticsSpec) -> NDArray[np.float32]:
    """Statistics (9, d) of the nine pieces of a clip (128, frames)."""
    return np.stack([piece_statistics(piece, spec) for piece in separate_pieces(log_mel)])


def fit_svc(
    statistics: NDArray[np.float32],
    genres: NDArray[np.str_],
    artists: NDArray[np.str_],
) -> Any:
    """A calibrated machine on pieces; calibration folds are grouped by artist.

    Args:
        statistics: (clips, pieces, d).
        genres: (clips,).
        artists: (clips,).
    """
    pieces = statistics.shape[1]
    rows = statistics.reshape(-1, statistics.shape[2])
    row_genres, row_artists = genres.repeat(pieces), artists.repeat(pieces)
    folds = StratifiedGroupKFold(CALIBRATION_FOLDS, shuffle=True, random_state=0)
    machine = make_pipeline(
        StandardScaler(), SVC(C=PENALTY, gamma="scale", class_weight="balanced", cache_size=500)
    )
    calibrated = CalibratedClassifierCV(
        machine, ensemble=False, cv=list(folds.split(rows, row_genres, row_artists))
    )
    return calibrated.fit(rows, row_genres)


def svc_logits(machine: Any, statistics: NDArray[np.float32]) -> NDArray[np.float64]:
    """log(max(p, 1e-7)) (…, labels) of statistics (…, d)."""
    probabilities = machine.predict_proba(statistics.reshape(-1, statistics.shape[-1]))
    logits: NDArray[np.float64] = np.log(np.maximum(probabilities, LEAST_PROBABILITY))
    return logits.reshape(*statistics.shape[:-1], -1)


def svc_graph(machine: Any, columns: int, labels: int) -> bytes:
    """The machine as one ONNX graph: `statistics` (pieces, d) to `logits` (pieces, labels)."""
    with warnings.catch_warnings():
        # The converter looks at attributes of SVC that scikit-learn will drop, and finds none.
        warnings.simplefilter("ignore", FutureWarning)
        model = to_onnx(
            machine,
            initial_types=[("statistics", FloatTensorType([None, columns]))],
            options={id(machine): {"zipmap": False}},
            target_opset={"": OPSET, "ai.onnx.ml": 3},
        )
    graph = model.graph
    graph.input[0].type.tensor_type.shape.dim[0].dim_param = "pieces"
    probabilities = graph.output[1].name
    least = numpy_helper.from_array(np.array([LEAST_PROBABILITY], np.float32), "least_probability")
    graph.initializer.append(least)
    graph.node.extend(
        [
            helper.make_node("Max", [probabilities, least.name], ["held_probabilities"]),
            helper.make_node("Log", ["held_probabilities"], ["logits"]),
        ]
    )
    del graph.output[:]
    graph.output.append(
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pieces", labels])
    )
    onnx.checker.check_model(model)
    serialised: bytes = model.SerializeToString()
    return serialised
