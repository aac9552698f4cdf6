"""A settings portal in a process of its own, as desktops have one on their session bus.

Started as `python -m tests.support.portal METHOD SETTINGS`: the one method that it knows, `Read` or
`ReadOne`, or `Silence`, which never answers; and its settings as JSON, by namespace and key.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusVariant

NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_READY = b"ready\n"

Settings = dict[str, dict[str, object]]


@contextmanager
def portal(address: str, settings: Settings, method: str = "ReadOne") -> Iterator[None]:
    """A portal on the bus at this address, until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", __name__, method, json.dumps(settings)],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        stdout=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == _READY
            yield
        finally:
            process.kill()


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})  # type: ignore[call-arg]  # the stubs know keywords only
class _Settings(QDBusAbstractAdaptor):
    def __init__(
        self, owner: QObject, bus: QDBusConnection, settings: Settings, method: str
    ) -> None:
        super().__init__(owner)
        self._bus, self._settings, self._method = bus, settings, method

    @Slot(str, str, QDBusMessage)
    def Read(self, namespace: str, key: str, asked: QDBusMessage) -> None:  # noqa: N802 - so it is called on the bus
        self._answer("Read", namespace, key, asked)

    @Slot(str, str, QDBusMessage)
    def ReadOne(self, namespace: str, key: str, asked: QDBusMessage) -> None:  # noqa: N802 - as above
        self._answer("ReadOne", namespace, key, asked)

    def _answer(self, method: str, namespace: str, key: str, asked: QDBusMessage) -> None:
        asked.setDelayedReply(True)
        if self._method == "Silence":
            return
        if method != self._method:
            self._refuse(asked, "org.freedesktop.DBus.Error.UnknownMethod")
        elif key not in self._settings.get(namespace, {}):
            self._refuse(asked, "org.freedesktop.portal.Error.NotFound")
        else:
            value = QDBusVariant(self._settings[namespace][key])
            twice = QDBusVariant()
            twice.setVariant(value)  # as the older method has it
            answer = asked.createReply()  # with a list it would answer with an array
            answer.setArguments([twice if method == "Read" else value])
            self._bus.send(answer)

    def _refuse(self, asked: QDBusMessage, name: str) -> None:
        self._bus.send(asked.createErrorReply(name, "Not here"))


def _serve(method: str, settings: Settings) -> int:
    qt = QCoreApplication([])
    bus = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "portal")
    owner = QObject()
    adaptor = _Settings(owner, bus, settings, method)
    bus.registerObject(_PATH, owner, QDBusConnection.RegisterOption.ExportAdaptors)
    assert bus.registerService(NAME)
    sys.stdout.buffer.write(_READY)
    sys.stdout.flush()
    ended = qt.exec()
    del adaptor
    return ended


if __name__ == "__main__":
    sys.exit(_serve(sys.argv[1], cast(Any, json.loads(sys.argv[2]))))
