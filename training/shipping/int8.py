"""Static 8-bit quantisation of a network's graph, kept only where accuracy hardly falls."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.refusal import Refused

MOST_LOST = 0.005  # of accuracy, half a point


class TooCoarse(Refused):
    """The quantised graph is less accurate than may be; nothing was exported."""


class _Windows(CalibrationDataReader):  # type: ignore[misc]  # the library ships no types
    """Calibration windows, one at a time."""

    def __init__(self, name: str, windows: NDArray[np.float32]) -> None:
        self._feeds: Iterator[dict[str, NDArray[np.float32]]] = iter(
            {name: window[None]} for window in windows
        )

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        return next(self._feeds, None)


def quantised(graph: bytes, calibrating: NDArray[np.float32]) -> bytes:
    """The graph with 8-bit convolutions and products, its ranges taken from windows.

    Args:
        graph: The bytes of model.onnx.
        calibrating: float32 (n, 128, frames).
    """
    name = onnx.load_from_string(graph).graph.input[0].name
    with tempfile.TemporaryDirectory() as folder:
        whole, prepared, small = (Path(folder) / f"{n}.onnx" for n in ("whole", "prepared", "int8"))
        whole.write_bytes(graph)
        # Unoptimised: the runtime's own fusions are no standard operators.
        quant_pre_process(whole, prepared, skip_symbolic_shape=True, skip_optimization=True)
        quantize_static(
            prepared,
            small,
            _Windows(name, calibrating),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["Conv"],
            per_channel=True,
            reduce_range=True,  # 7 bits: sums of 8 saturate where a processor has no VNNI
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return _with_used_operators(small.read_bytes())


def _with_used_operators(graph: bytes) -> bytes:
    """The graph naming only the sets of operators that it uses, as a package must."""
    model = onnx.load_from_string(graph)
    used = {node.domain for node in model.graph.node}
    kept = [one for one in model.opset_import if one.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)
    onnx.checker.check_model(model)
    serialised: bytes = model.SerializeToString()
    return serialised


def refuse_coarse(
    graph: bytes, small: bytes, windows: NDArray[np.float32], truth: NDArray[np.int64]
) -> tuple[float, float]:
    """Accuracy of a graph and of its quantised form on windows (n, …) of known truth (n,).

    None of these windows may have given the quantised graph its ranges.

    Raises:
        TooCoarse: The quantised one loses more than MOST_LOST.
    """
    before, after = (_accuracy(one, windows, truth) for one in (graph, small))
    if before - after > MOST_LOST:
        raise TooCoarse(
            f"With 8 bits {after:.1%} of {len(truth)} held-out windows are right instead of "
            f"{before:.1%}, more than half a point less; export without --int8."
        )
    return before, after


def _accuracy(graph: bytes, windows: NDArray[np.float32], truth: NDArray[np.int64]) -> float:
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    named = [session.run(["logits"], {name: window[None]})[0].argmax() for window in windows]
    return float((np.array(named) == truth).mean())
