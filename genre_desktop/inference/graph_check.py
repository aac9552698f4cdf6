"""Decides whether an ONNX file is run at all, before any runtime sees it.

A file of a stranger may name other files, bring operators of its own or ask for more memory than
there is (CVE-2024-27318, CVE-2026-27489, -34446, -34447). Only plain tensors inside one flat graph
of standard operators pass. What a graph computes from its input at run time is not foreseen here;
the worker's time limit and its being a process of its own stand behind this.
"""

import math
from typing import Final

import numpy as np

from genre_desktop.dsp.printable import one_line
from genre_desktop.inference.manifest import Graph, Tensor
from genre_desktop.inference.onnx_parts import Message, OnnxReader, inner, number, text, texts
from genre_desktop.inference.package_files import MOST_MODEL_BYTES
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.wire import signed, varint

MOST_ELEMENTS: Final = 1 << 24  # of one tensor
MOST_NODES: Final = 5_000
LONGEST_LIST: Final = 64 * 1024  # bytes of a shape or an attribute
STANDARD_VERSIONS: Final = range(11, 25)
LEARNING_VERSIONS: Final = range(1, 6)  # ai.onnx.ml, whose SVM operators `statistics` may use

_FLOAT, _STRING, _INT64 = 1, 8, 7
_ELEMENT_BYTES = {1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8}
# Operators whose constant input or attribute says how large the result is.
_MAKES_SHAPES = frozenset(
    {"ConstantOfShape", "Expand", "OneHot", "Pad", "RandomNormal", "RandomUniform"}
    | {"Range", "Reshape", "Resize", "Tile", "Upsample"}
)


def check_graph(model: bytes, graph: Graph, learning_operators: bool) -> None:
    """Checks the bytes of a model.onnx against its manifest.

    Args:
        model: The whole file.
        graph: What the manifest says of it.
        learning_operators: Whether the domain ai.onnx.ml is allowed.

    Raises:
        PackageRefused: With the reason.
    """
    if len(model) > MOST_MODEL_BYTES:
        raise PackageRefused(f"The file model.onnx is larger than {MOST_MODEL_BYTES >> 20} MB.")
    root = OnnxReader().read(memoryview(model))
    domains = _check_versions(root, learning_operators)
    body = next(iter(inner(root, "graph")), None)
    if body is None:
        raise PackageRefused("The file model.onnx holds no graph.")
    for tensor in inner(body, "initializer"):
        _check_tensor(tensor)
    _check_nodes(body, domains)
    _check_interface(body, graph)


def _check_versions(root: Message, learning_operators: bool) -> frozenset[str]:
    """The domains that are imported, all of them allowed."""
    known = {"": STANDARD_VERSIONS, "ai.onnx": STANDARD_VERSIONS}
    if learning_operators:
        known["ai.onnx.ml"] = LEARNING_VERSIONS
    domains = set()
    for opset in inner(root, "opset_import"):
        domain, version = text(opset, "domain"), number(opset, "version")
        if domain not in known:
            raise PackageRefused(
                f"The file model.onnx needs operators of “{one_line(domain[:60])}”."
            )
        if version not in known[domain]:
            raise PackageRefused(
                f"The file model.onnx needs version {version} of the operators "
                f"“{domain or 'ai.onnx'}”; this program runs {known[domain].start} to "
                f"{known[domain].stop - 1}."
            )
        domains.add(domain)
    return frozenset(domains | ({"", "ai.onnx"} if domains & {"", "ai.onnx"} else set()))


def _check_nodes(body: Message, domains: frozenset[str]) -> None:
    nodes = inner(body, "node")
    if len(nodes) > MOST_NODES:
        raise PackageRefused(f"The graph in model.onnx has more than {MOST_NODES} operators.")
    constants = {text(one, "name"): _whole_numbers(one) for one in inner(body, "initializer")}
    for node in nodes:
        if text(node, "domain") not in domains:
            operator, domain = (one_line(text(node, key)[:60]) for key in ("op_type", "domain"))
            raise PackageRefused(
                f"The graph in model.onnx uses “{operator}” of “{domain}”, which is no standard "
                "operator."
            )
        held = _numbers_in(node)
        if text(node, "op_type") == "Constant":
            constants |= dict.fromkeys(texts(node, "output"), held)
    for node in nodes:
        if text(node, "op_type") in _MAKES_SHAPES:
            known = [constants[name] for name in texts(node, "input") if name in constants]
            _check_made_shapes([_numbers_in(node), *known])


def _numbers_in(node: Message) -> list[int]:
    """The few whole numbers in a node's attributes; every tensor among them is checked."""
    numbers = []
    for attribute in inner(node, "attribute"):
        numbers += _varints(attribute, "ints")
        for tensor in inner(attribute, "t") + inner(attribute, "tensors"):
            _check_tensor(tensor)
            numbers += _whole_numbers(tensor)
    return numbers


def _check_made_shapes(shapes: list[list[int]]) -> None:
    if any(math.prod(max(1, abs(size)) for size in shape) > MOST_ELEMENTS for shape in shapes):
        raise PackageRefused(
            f"The graph in model.onnx asks for a tensor of more than {MOST_ELEMENTS} elements."
        )


def _check_tensor(tensor: Message) -> None:
    if number(tensor, "data_location"):
        raise PackageRefused(
            "The file model.onnx holds data outside the file; such a file is not run."
        )
    sizes = _varints(tensor, "dims")
    if len(sizes) > 8 or any(size < 0 for size in sizes) or math.prod(sizes) > MOST_ELEMENTS:
        raise PackageRefused(
            f"The file model.onnx has a tensor of an impossible shape, {sizes!s:.80}."
        )
    data_type = number(tensor, "data_type")
    if data_type != _STRING and data_type not in _ELEMENT_BYTES:
        raise PackageRefused(f"The file model.onnx has a tensor of an unknown type, {data_type}.")
    for raw in tensor["raw_data"]:
        expected = math.prod(sizes) * _ELEMENT_BYTES.get(data_type, -1)
        if not isinstance(raw, memoryview) or len(raw) != expected:
            raise PackageRefused("The file model.onnx has a tensor whose data do not fill it.")


def _check_interface(body: Message, graph: Graph) -> None:
    constants = {text(tensor, "name") for tensor in inner(body, "initializer")}
    inputs = [value for value in inner(body, "input") if text(value, "name") not in constants]
    for words, values, tensors in (
        ("inputs", inputs, (graph.input,)),
        ("outputs", inner(body, "output"), graph.outputs),
    ):
        if [text(value, "name") for value in values] != [tensor.name for tensor in tensors]:
            raise PackageRefused(f"The {words} of model.onnx are not those of the manifest.")
        for value, tensor in zip(values, tensors, strict=True):
            if not _is_of_shape(value, tensor):
                raise PackageRefused(
                    f"The shape of “{tensor.name}” in model.onnx is not that of the manifest, "
                    f"{list(tensor.shape)}."
                )


def _is_of_shape(value: Message, tensor: Tensor) -> bool:
    """True where it is float32, fixed where the manifest is, open where the manifest is.

    A fixed length that an exporter left open ("" or a word) is allowed for outputs and is then
    seen when the golden clips are run.
    """
    kinds = [kind for outer in inner(value, "type") for kind in inner(outer, "tensor_type")]
    if not kinds or number(kinds[0], "elem_type") != _FLOAT:
        return False
    axes = [axis for shape in inner(kinds[0], "shape") for axis in inner(shape, "dim")]
    return len(axes) == len(tensor.shape) and all(
        not axis["dim_value"] or number(axis, "dim_value") == wanted
        for axis, wanted in zip(axes, tensor.shape, strict=True)
    )


def _whole_numbers(tensor: Message) -> list[int]:
    """The int64 values of a small tensor, none of another one."""
    if number(tensor, "data_type") != _INT64 or math.prod(_varints(tensor, "dims")) > 16:
        return []
    raw = [value for value in tensor["raw_data"] if isinstance(value, memoryview)]
    if raw:
        return [int(size) for size in np.frombuffer(raw[0], "<i8")]
    return _varints(tensor, "int64_data")


def _varints(message: Message, name: str) -> list[int]:
    """The signed numbers under a name, packed or not."""
    numbers = []
    for value in message[name]:
        if isinstance(value, int):
            numbers.append(signed(value))
        elif isinstance(value, memoryview):
            if len(value) > LONGEST_LIST:
                raise PackageRefused("The file model.onnx has a list of numbers without end.")
            position = 0
            while position < len(value):
                size, position = varint(value, position)
                numbers.append(signed(size))
    return numbers
