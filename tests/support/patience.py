"""Waits as long as a busy computer needs: what does come, comes after milliseconds elsewhere."""

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot

_MILLISECONDS: Final = 60_000


class PatientBot(QtBot):
    """pytest-qt's bot, whose own five seconds are too few beside other tests' processes."""

    def waitUntil(  # noqa: N802 - the name is pytest-qt's
        self, callback: Callable[[], bool | None], *, timeout: int = _MILLISECONDS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - the name is pytest-qt's
        self, signal: Any, *, timeout: int = _MILLISECONDS, **how: Any
    ) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(  # noqa: N802 - the name is pytest-qt's
        self, signals: Any, *, timeout: int = _MILLISECONDS, **how: Any
    ) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)
