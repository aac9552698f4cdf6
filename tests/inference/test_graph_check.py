"""Graphs of strangers: each way in which an ONNX file reaches beyond itself is refused."""

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from genre_desktop.inference.graph_check import check_graph
from genre_desktop.inference.manifest import Graph, parse_manifest
from genre_desktop.inference.package_files import MOST_MODEL_BYTES
from genre_desktop.inference.refusal import PackageRefused


@pytest.fixture
def graph(tiny_models: Path) -> Graph:
    text = (tiny_models / "tiny-mel" / "manifest.json").read_text(encoding="utf-8")
    promised = parse_manifest(text).graph
    assert promised is not None
    return promised


@pytest.fixture
def model(tiny_models: Path) -> onnx.ModelProto:
    return onnx.load_model_from_string((tiny_models / "tiny-mel" / "model.onnx").read_bytes())


def refusal_of(model: onnx.ModelProto | bytes, graph: Graph) -> str:
    data = model if isinstance(model, bytes) else model.SerializeToString()
    with pytest.raises(PackageRefused) as refused:
        check_graph(data, graph, learning_operators=False)
    return refused.value.sentence


def outside(tensor: TensorProto) -> TensorProto:
    """Says that the tensor's data lie in another file."""
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../../../etc/passwd"
    return tensor


def tensor(*sizes: int) -> TensorProto:
    return numpy_helper.from_array(np.zeros(sizes, np.float32), "more")


def test_the_tiny_graph_passes(model: onnx.ModelProto, graph: Graph) -> None:
    check_graph(model.SerializeToString(), graph, learning_operators=False)


def test_weights_in_another_file_are_refused(model: onnx.ModelProto, graph: Graph) -> None:
    outside(model.graph.initializer[0])

    assert "data outside the file" in refusal_of(model, graph)


def test_a_mere_location_of_data_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.initializer[0].data_location = TensorProto.EXTERNAL

    assert "data outside the file" in refusal_of(model, graph)


def test_a_constant_in_another_file_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    constant = helper.make_node("Constant", [], ["more"], value=outside(tensor(4)))
    model.graph.node.append(constant)

    assert "data outside the file" in refusal_of(model, graph)


def test_data_in_another_file_inside_a_nested_graph_are_refused(
    model: onnx.ModelProto, graph: Graph
) -> None:
    nested = helper.make_graph([], "nested", [], [], [outside(tensor(4))])
    branch = helper.make_node("If", ["least"], ["more"], then_branch=nested, else_branch=nested)
    model.graph.node.append(branch)

    assert "a graph inside the graph" in refusal_of(model, graph)


@pytest.mark.parametrize("operator", ["Loop", "Scan", "SequenceMap"])
def test_loops_are_refused(model: onnx.ModelProto, graph: Graph, operator: str) -> None:
    body = helper.make_graph([], "body", [], [])
    model.graph.node.append(helper.make_node(operator, [], ["more"], body=body))

    assert "a graph inside the graph" in refusal_of(model, graph)


def test_a_sparse_initialiser_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    sparse = helper.make_sparse_tensor(tensor(1), tensor(1), [1 << 40])
    model.graph.sparse_initializer.append(sparse)

    assert "sparse initialisers" in refusal_of(model, graph)


def test_a_sparse_constant_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    sparse = helper.make_sparse_tensor(tensor(1), tensor(1), [1 << 40])
    model.graph.node.append(helper.make_node("Constant", [], ["more"], sparse_value=sparse))

    assert "sparse tensors" in refusal_of(model, graph)


def test_operators_of_another_domain_are_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))

    assert "operators of “com.microsoft”" in refusal_of(model, graph)


def test_an_operator_of_a_domain_never_imported_is_refused(
    model: onnx.ModelProto, graph: Graph
) -> None:
    model.graph.node[0].domain = "elsewhere"

    assert "which is no standard operator" in refusal_of(model, graph)


def test_names_in_a_refusal_do_not_steer_a_terminal(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.node[0].domain, model.graph.node[0].op_type = "a\x1b[31m", "b\u2028"
    sentence = refusal_of(model, graph)
    assert r"“b\u2028” of “a\x1b[31m”" in sentence

    model.opset_import.append(helper.make_opsetid("c\x1b]0;owned\x07", 1))
    assert r"operators of “c\x1b]0;owned\x07”" in refusal_of(model, graph)


def test_learning_operators_are_for_statistics_alone(model: onnx.ModelProto, graph: Graph) -> None:
    model.opset_import.append(helper.make_opsetid("ai.onnx.ml", 3))

    check_graph(model.SerializeToString(), graph, learning_operators=True)
    assert "ai.onnx.ml" in refusal_of(model, graph)


@pytest.mark.parametrize("version", [0, 5, 99, -1])
def test_operator_versions_out_of_range_are_refused(
    model: onnx.ModelProto, graph: Graph, version: int
) -> None:
    model.opset_import[0].version = version

    assert "this program runs 11 to" in refusal_of(model, graph)


def test_functions_of_its_own_are_refused(model: onnx.ModelProto, graph: Graph) -> None:
    function = helper.make_function(
        "", "Own", ["x"], ["y"], [], opset_imports=[helper.make_opsetid("", 17)]
    )
    model.functions.append(function)

    assert "functions of its own" in refusal_of(model, graph)


def test_a_tensor_of_huge_shape_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    huge = tensor(1)
    del huge.dims[:]
    huge.dims.extend([1 << 31, 1 << 31])
    model.graph.initializer.append(huge)

    assert "an impossible shape" in refusal_of(model, graph)


def test_a_tensor_of_negative_size_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.initializer[0].dims[0] = -1

    assert "an impossible shape" in refusal_of(model, graph)


def test_a_tensor_with_too_little_data_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.initializer[0].dims[0] += 1

    assert "whose data do not fill it" in refusal_of(model, graph)


@pytest.mark.parametrize("inline", [False, True])
def test_a_constant_that_asks_for_a_huge_tensor_is_refused(
    model: onnx.ModelProto, graph: Graph, inline: bool
) -> None:
    sizes = numpy_helper.from_array(np.array([1 << 20, 1 << 20], np.int64), "sizes")
    if inline:
        model.graph.node.append(helper.make_node("Constant", [], ["sizes"], value=sizes))
    else:
        model.graph.initializer.append(sizes)
    model.graph.node.append(helper.make_node("ConstantOfShape", ["sizes"], ["huge"]))

    assert "asks for a tensor of more than" in refusal_of(model, graph)


def test_random_numbers_of_huge_shape_are_refused(model: onnx.ModelProto, graph: Graph) -> None:
    node = helper.make_node("RandomNormal", [], ["huge"], shape=[1 << 20, 1 << 20])
    model.graph.node.append(node)

    assert "asks for a tensor of more than" in refusal_of(model, graph)


def test_a_list_of_sizes_without_end_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.initializer[0].dims.extend([1] * 100)

    assert "an impossible shape" in refusal_of(model, graph)


def test_too_many_operators_are_refused(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.node.extend(helper.make_node("Identity", ["least"], [f"n{i}"]) for i in range(6000))

    assert "more than 5000 operators" in refusal_of(model, graph)


def test_parts_without_end_are_refused_before_all_are_read(graph: Graph) -> None:
    nodes = b"\x0a\x00" * 250_000  # empty ones
    length = bytes([len(nodes) & 0x7F | 0x80, len(nodes) >> 7 & 0x7F | 0x80, len(nodes) >> 14])

    assert "has too many parts" in refusal_of(b"\x3a" + length + nodes, graph)


def test_many_numbers_as_a_forest_has_them_are_read(model: onnx.ModelProto, graph: Graph) -> None:
    model.graph.node.append(helper.make_node("Identity", ["least"], ["n"], ids=[7] * 340_000))

    check_graph(model.SerializeToString(), graph, learning_operators=False)


def test_a_file_beyond_the_limit_is_refused(graph: Graph) -> None:
    assert "is larger than 64 MB" in refusal_of(bytes(MOST_MODEL_BYTES + 1), graph)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda g: setattr(g.input[0], "name", "audio"), "inputs of model.onnx"),
        (lambda g: g.output.pop(), "outputs of model.onnx"),
        (lambda g: g.output.reverse(), "outputs of model.onnx"),
        (lambda g: setattr(g.input[0].type.tensor_type, "elem_type", 11), "shape of “log_mel”"),
        (
            lambda g: setattr(g.input[0].type.tensor_type.shape.dim[1], "dim_value", 64),
            "shape of “log_mel”",
        ),
        (
            lambda g: setattr(g.input[0].type.tensor_type.shape.dim[2], "dim_value", 300),
            "shape of “log_mel”",
        ),
        (lambda g: g.output[0].type.tensor_type.shape.dim.pop(), "shape of “logits”"),
    ],
)
def test_a_graph_that_differs_from_its_manifest_is_refused(
    model: onnx.ModelProto, graph: Graph, change: Callable[[onnx.GraphProto], object], words: str
) -> None:
    change(model.graph)

    assert words in refusal_of(model, graph)


def test_a_name_that_is_no_text_is_refused(model: onnx.ModelProto, graph: Graph) -> None:
    spoilt = model.SerializeToString().replace(b"loudest", b"loud\xffst")

    assert "is no text" in refusal_of(spoilt, graph)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x08",  # a key without a value
        b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",  # a length of more than 64 bits
        b"\x3a\x7f",  # a graph longer than the file
        b"\x3b\x00\x3c",  # a group, which ONNX does not know
        b"\x00\x00",  # field number 0
        b"\x38\x01",  # the graph as a number
        b"\x3a\x00\x3a\x00",  # two graphs, which a lenient reader would merge
        b"PK\x03\x04 a zip file",
    ],
)
def test_bytes_that_are_no_model_are_refused(data: bytes, graph: Graph) -> None:
    assert "model.onnx" in refusal_of(data, graph)


def test_a_damaged_file_never_does_worse_than_being_refused(
    model: onnx.ModelProto, graph: Graph
) -> None:
    good = model.SerializeToString()
    rng = random.Random(7)
    for turn in range(1_500):
        spoilt = bytearray(good)
        if turn % 3 == 0:
            del spoilt[rng.randrange(len(spoilt)) :]
        for _ in range(rng.choice((1, 1, 2, 8))):
            if spoilt:
                spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
        with contextlib.suppress(PackageRefused):
            check_graph(bytes(spoilt), graph, learning_operators=False)
