"""A fitted network as an ONNX graph."""

import io
import warnings

import torch
from torch import Tensor, nn

from training.networks.many_heads import ManyHeads

OPSET = 17


class OneHead(nn.Module):
    """A network of many heads that answers for one set only."""

    def __init__(self, network: ManyHeads, name: str) -> None:
        super().__init__()
        self._network, self._name = network, name

    def forward(self, heard: Tensor) -> tuple[Tensor, Tensor]:
        """Give logits (n, labels) and embeddings (n, d) of inputs (n, …)."""
        answer = self._network(heard, self._name)
        return answer.logits, answer.embedding


def network_graph(network: ManyHeads, name: str, example: Tensor, input_name: str) -> bytes:
    """One head with its map and trunk as an ONNX graph, any number of inputs at once.

    Args:
        network: In evaluation mode afterwards.
        name: Of the head.
        example: An input (1, …) of the shape that the graph takes.
        input_name: What the input is called, such as "log_mel".
    """
    target = io.BytesIO()
    with warnings.catch_warnings():
        # The exporter that traces says that it is old; the new one needs a further library.
        # It also warns that a recurrent layer's first state is fixed, which it is: zero.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            OneHead(network, name).eval(),
            (example,),
            target,  # type: ignore[arg-type]  # a stream, which the tracing exporter takes
            dynamo=False,
            opset_version=OPSET,
            input_names=[input_name],
            output_names=["logits", "embedding"],
            dynamic_axes={
                input_name: {0: "chunks"},
                "logits": {0: "chunks"},
                "embedding": {0: "chunks"},
            },
        )
    return target.getvalue()
