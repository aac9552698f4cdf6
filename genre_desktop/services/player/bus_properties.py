"""Properties of an object on the session bus, some in types that Qt's own reading does not give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusVariant

from genre_desktop.services.player.bus_values import dictionary

PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_UNKNOWN: Final = "org.freedesktop.DBus.Error.UnknownProperty"


@ClassInfo({"D-Bus Interface": PROPERTIES})  # type: ignore[call-arg]  # the stubs know keywords only
class BusProperties(QDBusAbstractAdaptor):
    """Reads and sets properties; Qt asks adaptors before it answers by itself.

    Args:
        owner: The object on the bus.
        bus: The connection.
        adaptors: By the name of their interface.
        written: What gives properties, by name, that Qt would send as something else:
            a `QDBusVariant` keeps its type.
    """

    def __init__(
        self,
        owner: QObject,
        bus: QDBusConnection,
        adaptors: Mapping[str, QDBusAbstractAdaptor],
        written: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(owner)
        self._bus, self._adaptors, self._written = bus, adaptors, written

    # The names are the specification's. What has a QDBusArgument in it no slot may return.

    @Slot(str, str, QDBusMessage)
    def Get(self, interface: str, name: str, asked: QDBusMessage) -> None:
        asked.setDelayedReply(True)
        if name not in self._names(interface):
            self._bus.send(asked.createErrorReply(_UNKNOWN, f"{interface} has no {name}."))
            return
        value = self._value(self._adaptors[interface], name)
        variant = value if isinstance(value, QDBusVariant) else QDBusVariant(value)
        self._answer(asked, variant)

    @Slot(str, QDBusMessage)
    def GetAll(self, interface: str, asked: QDBusMessage) -> None:
        asked.setDelayedReply(True)
        names = self._names(interface)
        values = {name: self._value(self._adaptors[interface], name) for name in names}
        self._answer(asked, dictionary(values))

    @Slot(str, str, QDBusVariant)
    def Set(self, interface: str, name: str, value: QDBusVariant) -> None:
        if name in self._names(interface):
            self._adaptors[interface].setProperty(name, value.variant())

    def _answer(self, asked: QDBusMessage, value: object) -> None:
        answer = asked.createReply()  # given a list, PySide would make an array of it
        answer.setArguments([value])
        self._bus.send(answer)

    def _names(self, interface: str) -> list[str]:
        adaptor = self._adaptors.get(interface)
        if adaptor is None:
            return []
        what = adaptor.metaObject()
        places = range(what.propertyOffset(), what.propertyCount())
        return [str(what.property(place).name()) for place in places]

    def _value(self, adaptor: QDBusAbstractAdaptor, name: str) -> object:
        write = self._written.get(name)
        return adaptor.property(name) if write is None else write()
