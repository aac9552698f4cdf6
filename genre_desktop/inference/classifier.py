"""Runs the graph of one package: the only module that knows onnxruntime."""

import os
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.printable import one_line
from genre_desktop.inference.manifest import Graph
from genre_desktop.inference.refusal import PackageRefused

_FATAL_ONLY = 4  # what goes wrong comes back as an exception; nothing is printed


class Classifier:
    """A loaded graph; make one for each package and keep it."""

    def __init__(self, model: bytes, graph: Graph) -> None:
        """Loads a graph.

        Args:
            model: Bytes that `check_graph` has let pass.
            graph: What the manifest says of them.

        Raises:
            PackageRefused: The runtime cannot load it.
        """
        self._input = graph.input.name
        self._outputs = {output.name: output.shape for output in graph.outputs}
        runtime = _runtime()
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1  # one worker process a core does the rest
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL_ONLY
        options.enable_mem_pattern = False  # lengths vary
        try:
            self._session: Any = runtime.InferenceSession(
                model, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            reason = one_line(str(error)[:300])  # it names parts of the graph
            raise PackageRefused(f"The file model.onnx cannot be loaded: {reason}") from error

    def run(self, features: NDArray[np.float32]) -> Mapping[str, NDArray[np.float32]]:
        """Returns the outputs by name.

        Args:
            features: float32, of the manifest's input shape.

        Raises:
            PackageRefused: The graph fails, or gives other shapes than promised or numbers that
                are not finite.
        """
        names = list(self._outputs)
        try:
            results = self._session.run(names, {self._input: np.ascontiguousarray(features)})
        except Exception as error:
            reason = one_line(str(error)[:300])
            raise PackageRefused(f"The file model.onnx cannot be run: {reason}") from error
        given = dict(zip(names, results, strict=True))
        for name, result in given.items():
            self._check(name, result, len(features))
        return given

    def _check(self, name: str, result: NDArray[np.float32], rows: int) -> None:
        promised = (rows, *self._outputs[name][1:])
        fits = len(result.shape) == len(promised) and all(
            have == want if isinstance(want, int) else have > 0
            for have, want in zip(result.shape, promised, strict=True)
        )
        if not fits or result.dtype != np.float32:
            raise PackageRefused(
                f"The file model.onnx gives “{name}” of shape {list(result.shape)} where "
                f"{list(promised)} is promised."
            )
        if not np.isfinite(result).all():
            raise PackageRefused(f"The file model.onnx gives “{name}” that is not finite.")


def _runtime() -> ModuleType:
    # Imported here: it takes a tenth of a second and is not needed to look at a package. The
    # variable must stand before, or the import writes telemetry files.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime  # type: ignore[no-any-return]  # the library ships no types
