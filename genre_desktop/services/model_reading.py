"""Reads which model packages are there, in a thread."""

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.catalogue import ModelEntry, available_models, default_model
from genre_desktop.services.lane import Lane


class ModelReading(QObject):
    """Answers once for each question.

    Signals:
        models_read: A tuple of the `ModelEntry`s that are there, refused ones included, and the
            name of the one to use where the user chose none; empty without any.
    """

    models_read = Signal(tuple, str)
    _read = Signal(tuple, str)

    def __init__(self, parent: QObject | None = None, *, also_own: bool = True) -> None:
        """Prepare to look.

        Args:
            parent: The Qt parent.
            also_own: Where false, the user's packages are left out.
        """
        super().__init__(parent)
        self._also_own = also_own
        self._lane = Lane("models")
        self._read.connect(self.models_read, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Look into the model folders."""
        self._lane.do(self._look)

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    def _look(self) -> None:
        entries: tuple[ModelEntry, ...] = available_models(also_own=self._also_own)
        default = default_model(entries)
        self._read.emit(entries, default.name if default is not None else "")
