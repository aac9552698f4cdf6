"""How fast a model answers once exported: windows a second as ONNX on one thread."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REPEATS = 7


def onnx_windows_per_second(
    graph: bytes | Path, windows: NDArray[np.float32] | Mapping[str, NDArray[np.float32]]
) -> float:
    """Windows a second of a graph on one thread, the median of several runs.

    Args:
        graph: The ONNX file or its bytes.
        windows: A batch of windows (n, …), by name if the graph has several inputs.

    Returns:
        n divided by the processor seconds of one run, which a busy machine does not lengthen; the
        first run, which warms up, does not count.
    """
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = graph if isinstance(graph, bytes) else str(graph)
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    feed = (
        dict(windows) if isinstance(windows, Mapping) else {session.get_inputs()[0].name: windows}
    )
    session.run(None, feed)
    seconds = []
    for _ in range(REPEATS):
        began = time.thread_time()
        session.run(None, feed)
        seconds.append(time.thread_time() - began)
    return len(next(iter(feed.values()))) / float(np.median(seconds))
