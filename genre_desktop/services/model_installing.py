"""Installs and removes model packages of the user in a thread; a process proves each."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.services.lane import Lane

_SECONDS_AT_MOST: Final = 120.0  # golden clips are short


class ModelInstalling(QObject):
    """One package after another.

    Signals:
        installed: The title of a package that is there now.
        removed: The title of one that is gone.
        refused: A sentence: what is as it was, and why.
    """

    installed = Signal(str)
    removed = Signal(str)
    refused = Signal(str)
    _is_installed = Signal(str)
    _is_removed = Signal(str)
    _is_refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("model packages")
        self._worker: OwnWorker | None = None
        for found, told in (
            (self._is_installed, self.installed),
            (self._is_removed, self.removed),
            (self._is_refused, self.refused),
        ):
            found.connect(told, Qt.ConnectionType.QueuedConnection)

    def install(self, source: Path) -> None:
        """Check a folder or an archive and install the package in it."""
        self._lane.do(partial(self._install, source))

    def remove(self, entry: ModelEntry) -> None:
        """Remove one of the user's packages."""
        self._lane.do(partial(self._remove, entry))

    def close(self) -> None:
        """End the process and the thread; a package that is not installed yet is not."""
        self._lane.stop()
        if self._worker is not None:
            self._worker.close()
        self._lane.close()

    def _install(self, source: Path) -> None:
        from genre_desktop.core.own_models import install

        self._worker = OwnWorker(in_front=True)
        if self._lane.stopping:
            self._worker.close()
        try:
            self._is_installed.emit(install(source, partial(_prove_apart, self._worker)))
        except PackageRefused as refused:
            self._is_refused.emit(refused.sentence)
        finally:
            self._worker.close()

    def _remove(self, entry: ModelEntry) -> None:
        from genre_desktop.core.own_models import remove

        try:
            remove(entry)
        except PackageRefused as refused:
            self._is_refused.emit(refused.sentence)
        else:
            self._is_removed.emit(entry.title)


def proved(folder: Path) -> str:
    """Runs a package on its golden clips; a sentence where it is refused, else empty."""
    from genre_desktop.inference.model import open_model

    try:
        open_model(folder, prove=True)
    except PackageRefused as refused:
        return refused.sentence
    return ""


def _prove_apart(worker: OwnWorker, folder: Path) -> None:
    try:
        refusal = worker.ask(proved, folder, seconds_at_most=_SECONDS_AT_MOST)
    except ClosedError as closed:
        raise PackageRefused("The program is closing; nothing was installed.") from closed
    except NoAnswerError as error:
        raise PackageRefused(
            f"The model in {folder} does not run on this computer. Nothing was installed."
        ) from error
    if refusal:
        raise PackageRefused(refusal)
