"""Which parts an ONNX file may have: all others are refused by name before anything runs it.

Numbers and types are those of onnx.proto (ONNX 1.23, IR version 13).
"""

from dataclasses import dataclass

from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.wire import BYTES, FIXED32, FIXED64, VARINT, Field, fields

MOST_FIELDS = 1_000_000  # numbers for the most part: a forest of 40,000 nodes has 340,000
MOST_MESSAGES = 200_000  # each takes half a kilobyte

Value = int | str | memoryview | dict[str, list["Value"]]
Message = dict[str, list[Value]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A field that is allowed: its name, wire types, whether it repeats, what it holds."""

    name: str
    wires: tuple[int, ...] = (BYTES,)
    repeats: bool = False
    message: str = ""
    is_text: bool = False


def _text(name: str, repeats: bool = False) -> _Part:
    return _Part(name, (BYTES,), repeats, is_text=True)


def _number(name: str) -> _Part:
    return _Part(name, (VARINT,))


def _numbers(name: str, wire: int = VARINT) -> _Part:
    return _Part(name, (wire, BYTES), repeats=True)


def _inner(name: str, message: str, repeats: bool = False) -> _Part:
    return _Part(name, (BYTES,), repeats, message)


def _skipped(name: str) -> _Part:
    return _Part(name, (BYTES,), repeats=True)


_ALLOWED: dict[str, dict[int, _Part]] = {
    "model": {
        1: _number("ir_version"),
        2: _text("producer_name"),
        3: _text("producer_version"),
        4: _text("domain"),
        5: _number("model_version"),
        6: _text("doc_string"),
        7: _inner("graph", "graph"),
        8: _inner("opset_import", "opset", repeats=True),
        14: _skipped("metadata_props"),
    },
    "opset": {1: _text("domain"), 2: _number("version")},
    "graph": {
        1: _inner("node", "node", repeats=True),
        2: _text("name"),
        5: _inner("initializer", "tensor", repeats=True),
        10: _text("doc_string"),
        11: _inner("input", "value", repeats=True),
        12: _inner("output", "value", repeats=True),
        13: _skipped("value_info"),
        16: _skipped("metadata_props"),
    },
    "node": {
        1: _text("input", repeats=True),
        2: _text("output", repeats=True),
        3: _text("name"),
        4: _text("op_type"),
        5: _inner("attribute", "attribute", repeats=True),
        6: _text("doc_string"),
        7: _text("domain"),
        9: _skipped("metadata_props"),
    },
    "attribute": {
        1: _text("name"),
        2: _Part("f", (FIXED32,)),
        3: _number("i"),
        4: _Part("s"),
        5: _inner("t", "tensor"),
        7: _numbers("floats", FIXED32),
        8: _numbers("ints"),
        9: _skipped("strings"),
        10: _inner("tensors", "tensor", repeats=True),
        13: _text("doc_string"),
        20: _number("type"),
    },
    "tensor": {
        1: _numbers("dims"),
        2: _number("data_type"),
        4: _numbers("float_data", FIXED32),
        5: _numbers("int32_data"),
        6: _skipped("string_data"),
        7: _numbers("int64_data"),
        8: _text("name"),
        9: _Part("raw_data"),
        10: _numbers("double_data", FIXED64),
        11: _numbers("uint64_data"),
        12: _text("doc_string"),
        14: _number("data_location"),
        16: _skipped("metadata_props"),
    },
    "value": {
        1: _text("name"),
        2: _inner("type", "type"),
        3: _text("doc_string"),
        4: _skipped("metadata_props"),
    },
    "type": {1: _inner("tensor_type", "tensor_type"), 6: _text("denotation")},
    "tensor_type": {1: _number("elem_type"), 2: _inner("shape", "shape")},
    "shape": {1: _inner("dim", "dim", repeats=True)},
    "dim": {1: _number("dim_value"), 2: _text("dim_param"), 3: _text("denotation")},
}

# What is known and not wanted, in words.
_REFUSED = {
    ("model", 20): "training steps",
    ("model", 25): "functions of its own",
    ("graph", 15): "sparse initialisers",
    ("attribute", 6): "a graph inside the graph",
    ("attribute", 11): "a graph inside the graph",
    ("attribute", 21): "references to attributes of functions",
    ("attribute", 22): "sparse tensors",
    ("attribute", 23): "sparse tensors",
    ("tensor", 13): "data outside the file",
    ("type", 4): "values that are no tensors",
    ("type", 5): "values that are no tensors",
    ("type", 8): "values that are no tensors",
    ("type", 9): "values that are no tensors",
}


class OnnxReader:
    """Reads an ONNX file into nested dictionaries of its allowed parts."""

    def __init__(self) -> None:
        self._fields_left = MOST_FIELDS
        self._messages_left = MOST_MESSAGES

    def read(self, content: memoryview, message: str = "model") -> Message:
        """Reads one message; every part is a list, empty where it is not given.

        Raises:
            PackageRefused: The bytes are damaged or hold a part that is not allowed.
        """
        allowed = _ALLOWED[message]
        self._messages_left -= 1
        read: Message = {part.name: [] for part in allowed.values()}
        for field in fields(content):
            self._fields_left -= 1
            if min(self._fields_left, self._messages_left) < 0:
                raise PackageRefused("The file model.onnx has too many parts.")
            part = allowed.get(field.number)
            if part is None:
                known = _REFUSED.get((message, field.number))
                words = known or f"a part that no package needs (field {field.number} of {message})"
                raise PackageRefused(f"The file model.onnx holds {words}; such a file is not run.")
            values = read[part.name]
            if field.wire_type not in part.wires or (values and not part.repeats):
                raise PackageRefused(f"The file model.onnx is damaged: {message}.{part.name}.")
            values.append(self._value(field, part))
        return read

    def _value(self, field: Field, part: _Part) -> Value:
        if part.message:
            return self.read(field.content, part.message)
        if part.is_text:
            try:
                return str(field.content, "utf-8")
            except UnicodeDecodeError as error:
                raise PackageRefused(
                    f"The file model.onnx is damaged: a {part.name} is no text."
                ) from error
        return field.value if field.wire_type == VARINT else field.content


def inner(message: Message, name: str) -> list[Message]:
    """The messages that stand under a name."""
    return [value for value in message[name] if isinstance(value, dict)]


def number(message: Message, name: str) -> int:
    """The number that stands under a name, 0 where there is none."""
    return next((value for value in message[name] if isinstance(value, int)), 0)


def text(message: Message, name: str) -> str:
    """The text that stands under a name, empty where there is none."""
    return next(iter(texts(message, name)), "")


def texts(message: Message, name: str) -> list[str]:
    """The texts that stand under a name."""
    return [value for value in message[name] if isinstance(value, str)]
