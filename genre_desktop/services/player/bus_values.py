"""Values for the session bus in the types that a specification wants.

PySide makes int32 of a whole number that fits, and int64 of others only; readers refuse that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
)

_INTERFACE: Final = "org.genre_desktop.Whole"
_PATH: Final = "/org/genre_desktop/whole"
_Named: Any = Property  # the stubs know Python's types only, not the names of Qt's


def int64(bus: QDBusConnection, number: int) -> QDBusVariant:
    """A whole number as int64, whatever it is.

    Only a property can have this type; so one is read, on this connection and without leaving the
    process, and what comes back is what would have been sent.

    Raises:
        RuntimeError: The connection is gone.
    """
    owner = QObject()
    adaptor = _Whole(owner, number)
    bus.registerObject(_PATH, owner, QDBusConnection.RegisterOption.ExportAdaptors)
    asked = QDBusMessage.createMethodCall(
        bus.baseService(), _PATH, "org.freedesktop.DBus.Properties", "Get"
    )
    asked.setArguments([_INTERFACE, "number"])
    answer = bus.call(asked)
    bus.unregisterObject(_PATH)
    del adaptor
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
        raise RuntimeError(answer.errorMessage())
    value: QDBusVariant = answer.arguments()[0]
    return value


def dictionary(values: Mapping[str, object]) -> QDBusArgument:
    """Names and values, a{sv}; those that are a `QDBusVariant` keep their type."""
    written = QDBusArgument()
    words = QMetaType(QMetaType.Type.QString.value)
    written.beginMap(words, QMetaType.fromName(b"QDBusVariant"))
    for name, value in values.items():
        written.beginMapEntry()
        written.appendVariant(name)
        written << (value if isinstance(value, QDBusVariant) else QDBusVariant(value))
        written.endMapEntry()
    written.endMap()
    return written


@ClassInfo({"D-Bus Interface": _INTERFACE})  # type: ignore[call-arg]  # the stubs know keywords only
class _Whole(QDBusAbstractAdaptor):
    """One number."""

    def __init__(self, owner: QObject, number: int) -> None:
        super().__init__(owner)
        self._number = number

    def _read(self) -> int:
        return self._number

    number = _Named("qlonglong", _read)
