"""How far what is heard lies from all that a package was fitted on: the nearest of some centres.

The measure is the squared distance to the nearest centre of k-means over the training rows, in
standardised coordinates, mean over the dimensions. Deviations enter by their logarithms: steady
noise has next to none, and would else lie near the quietest music. Held against Mahalanobis
distances (of one Gaussian, class-conditional, relative: Lee et al. 2018, Ren et al. 2021) and the
nearest neighbours themselves (Sun et al. 2022), it told left-out genres apart best.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sklearn.cluster import KMeans
from torch import Tensor, nn

from genre_desktop.inference.manifest import Familiarity

CENTRES = 64
LEAST_DEVIATION = 0.01
PASSING = 0.95  # of held-out clips, where the field compares such measures; 0.975 let noise pass
MEASURE = (
    f"squared distance to the nearest of {CENTRES} k-means centres of the training data, "
    "standardised, mean over dimensions"
)

Rows = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Centres:
    """Where training data lie.

    Attributes:
        mean: float32 (d,) of the training rows.
        deviation: float32 (d,) of the training rows.
        centres: float32 (k, d), standardised.
        logarithmic: bool (d,), which columns enter by their logarithms.
    """

    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]
    centres: NDArray[np.float32]
    logarithmic: NDArray[np.bool_]

    def distances(self, rows: Rows) -> NDArray[np.float64]:
        """Distances (…,) of rows (…, d)."""
        scaled = (_entering(rows, self.logarithmic) - self.mean) / self.deviation
        centres = self.centres.astype(np.float64)
        squares = (scaled**2).sum(-1)[..., None] - 2 * scaled @ centres.T + (centres**2).sum(1)
        nearest: NDArray[np.float64] = squares.min(-1) / centres.shape[1]
        return nearest


def fit_centres(rows: Rows, logarithmic: NDArray[np.bool_] | None = None) -> Centres:
    """Centres of training rows (…, d), seeded; `logarithmic` (d,) as in `Centres`."""
    if logarithmic is None:
        logarithmic = np.zeros(rows.shape[-1], bool)
    flat = _entering(rows.reshape(-1, rows.shape[-1]), logarithmic)
    mean, deviation = flat.mean(0), flat.std(0) + 1e-6
    count = min(CENTRES, len(flat))
    found = KMeans(count, n_init=1, random_state=0).fit((flat - mean) / deviation)
    return Centres(
        mean.astype(np.float32),
        deviation.astype(np.float32),
        found.cluster_centers_.astype(np.float32),
        logarithmic,
    )


def deviations(names: Sequence[str]) -> NDArray[np.bool_]:
    """Which statistics are standard deviations."""
    return np.array([name.endswith("_std") for name in names])


def familiarity_from(held_out: NDArray[np.float64]) -> Familiarity:
    """The threshold that PASSING of held-out clips' distances pass, and what it lets pass."""
    most = float(np.quantile(held_out, PASSING, method="higher"))
    return Familiarity(MEASURE, round(most + 5e-5, 4), round(float((held_out <= most).mean()), 4))


def _entering(rows: Rows, logarithmic: NDArray[np.bool_]) -> NDArray[np.float64]:
    values = rows.astype(np.float64)
    return np.where(logarithmic, np.log(np.maximum(values, LEAST_DEVIATION)), values)


class FamiliarNetwork(nn.Module):
    """A network with one output more: how far its embedding lies from the training data's.

    Centres of fewer dimensions than the embedding has are of its first ones.
    """

    def __init__(self, network: nn.Module, centres: Centres) -> None:
        super().__init__()
        self.network = network
        self.measured = len(centres.mean)
        self.scale: Tensor
        self.shift: Tensor
        self.centres: Tensor
        scale = 1 / centres.deviation
        self.register_buffer("scale", torch.from_numpy(scale))
        self.register_buffer("shift", torch.from_numpy(-centres.mean * scale))
        self.register_buffer("centres", torch.from_numpy(centres.centres))

    def forward(self, log_mel: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What the network gives of (n, 128, frames), and distances (n,)."""
        logits, embedding, pieces = self.network(log_mel)
        scaled = embedding[:, : self.measured] * self.scale + self.shift
        squares = (
            (scaled**2).sum(1, keepdim=True)
            - 2 * scaled @ self.centres.T
            + (self.centres**2).sum(1)
        )
        return logits, embedding, pieces, squares.amin(1) / self.measured


def with_distance(graph: bytes, centres: Centres) -> bytes:
    """A graph over `statistics` (pieces, d) with the output `distance` (pieces,) added."""
    model = onnx.load_from_string(graph)
    body = model.graph
    constants = {
        "familiar_least": np.array([LEAST_DEVIATION], np.float32),
        "familiar_by_logarithm": centres.logarithmic,
        "familiar_by_value": ~centres.logarithmic,
        "familiar_mean": centres.mean,
        "familiar_deviation": centres.deviation,
        "familiar_centres": -2 * centres.centres.T,
        "familiar_squares": (centres.centres**2).sum(1),
        "familiar_dimensions": np.array([centres.centres.shape[1]], np.float32),
    }
    body.initializer.extend(
        numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name)
        for name, values in constants.items()
    )
    body.node.extend(
        [
            helper.make_node("Max", ["statistics", "familiar_least"], ["familiar_held"]),
            helper.make_node("Log", ["familiar_held"], ["familiar_logarithms"]),
            helper.make_node(
                "Mul", ["familiar_logarithms", "familiar_by_logarithm"], ["familiar_first"]
            ),
            helper.make_node("Mul", ["statistics", "familiar_by_value"], ["familiar_second"]),
            helper.make_node("Add", ["familiar_first", "familiar_second"], ["familiar_entering"]),
            helper.make_node("Sub", ["familiar_entering", "familiar_mean"], ["familiar_off"]),
            helper.make_node("Div", ["familiar_off", "familiar_deviation"], ["familiar_scaled"]),
            helper.make_node("Mul", ["familiar_scaled", "familiar_scaled"], ["familiar_own"]),
            helper.make_node("ReduceMean", ["familiar_own"], ["familiar_length"], axes=[1]),
            helper.make_node(
                "MatMul", ["familiar_scaled", "familiar_centres"], ["familiar_across"]
            ),
            helper.make_node("Add", ["familiar_across", "familiar_squares"], ["familiar_beside"]),
            helper.make_node("Div", ["familiar_beside", "familiar_dimensions"], ["familiar_rest"]),
            helper.make_node("Add", ["familiar_length", "familiar_rest"], ["familiar_all"]),
            helper.make_node("ReduceMin", ["familiar_all"], ["distance"], axes=[1], keepdims=0),
        ]
    )
    body.output.append(helper.make_tensor_value_info("distance", TensorProto.FLOAT, ["pieces"]))
    onnx.checker.check_model(model)
    serialised: bytes = model.SerializeToString()
    return serialised
