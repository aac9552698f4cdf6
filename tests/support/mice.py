"""Mice of screens that nobody sees: of an X server by xdotool, of Wayland by a protocol."""

import os
import socket
import struct
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

Point = tuple[int, int]

_PATIENCE_SECONDS: Final = 30.0


class Mouse(Protocol):
    """A mouse with one button."""

    @property
    def settings(self) -> Mapping[str, str]:
        """What a program must have in its environment to be on the mouse's screen."""

    def move(self, to: Point) -> None:
        """Move to a place on the screen."""

    def press(self) -> None:
        """Press the left button."""

    def release(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class XMouse:
    """The mouse of an X server."""

    display: str

    @property
    def settings(self) -> Mapping[str, str]:
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def move(self, to: Point) -> None:
        self.do("mousemove", *map(str, to))

    def press(self) -> None:
        self.do("mousedown", "1")

    def release(self) -> None:
        self.do("mouseup", "1")

    def do(self, *words: str) -> None:
        """Anything, in the words of xdotool."""
        settings = {**os.environ, **self.settings}
        subprocess.run(["xdotool", *words], env=settings, check=True, timeout=_PATIENCE_SECONDS)


_DISPLAY, _REGISTRY, _CALLBACK, _MAKER, _POINTER = range(1, 6)  # objects on the wire
_LEFT_BUTTON: Final = 0x110
_MAKER_INTERFACE: Final = "zwlr_virtual_pointer_manager_v1"


@dataclass(slots=True)
class WaylandMouse:
    """A virtual mouse of a Wayland compositor built on wlroots; it is gone when it is closed.

    The display is the path of the compositor's socket. It speaks the few words of the protocol
    `wlr-virtual-pointer-unstable-v1` itself.
    """

    display: Path
    size: Point
    _wire: socket.socket = field(init=False)
    _time: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Plug it in."""
        self._wire = socket.socket(socket.AF_UNIX)
        self._wire.settimeout(_PATIENCE_SECONDS)
        self._wire.connect(str(self.display))
        self._send(_DISPLAY, 1, struct.pack("=I", _REGISTRY))
        self._send(_DISPLAY, 0, struct.pack("=I", _CALLBACK))
        name = self._name_of(_MAKER_INTERFACE)
        interface = _MAKER_INTERFACE.encode() + b"\0"
        padded = struct.pack("=I", len(interface)) + interface + b"\0" * (-len(interface) % 4)
        self._send(_REGISTRY, 0, struct.pack("=I", name) + padded + struct.pack("=II", 1, _MAKER))
        self._send(_MAKER, 0, struct.pack("=II", 0, _POINTER))

    @property
    def settings(self) -> Mapping[str, str]:
        return {"WAYLAND_DISPLAY": str(self.display), "QT_QPA_PLATFORM": "wayland"}

    def move(self, to: Point) -> None:
        self._do(1, *to, *self.size)

    def press(self) -> None:
        self._do(2, _LEFT_BUTTON, 1)

    def release(self) -> None:
        self._do(2, _LEFT_BUTTON, 0)

    def close(self) -> None:
        """Pull it out."""
        self._wire.close()

    def _do(self, request: int, *numbers: int) -> None:
        self._time += 10
        self._send(_POINTER, request, struct.pack(f"={1 + len(numbers)}I", self._time, *numbers))
        self._send(_POINTER, 4, b"")  # a frame: what belongs together is complete

    def _send(self, target: int, request: int, arguments: bytes) -> None:
        head = struct.pack("=II", target, (8 + len(arguments)) << 16 | request)
        self._wire.sendall(head + arguments)

    def _name_of(self, interface: str) -> int:
        """The compositor's number of an interface.

        Raises:
            LookupError: It has none.
        """
        names: dict[str, int] = {}
        with self._wire.makefile("rb") as events:
            while True:
                source, size_and_event = struct.unpack("=II", events.read(8))
                content = events.read((size_and_event >> 16) - 8)
                if source == _CALLBACK:
                    break
                if source == _REGISTRY and not size_and_event & 0xFFFF:
                    name, length = struct.unpack_from("=II", content)
                    names[content[8 : 7 + length].decode()] = name
        if interface not in names:
            raise LookupError(f"This compositor has no {interface}.")
        return names[interface]
