"""Stands in for the desktop's file manager."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class _FolderOpener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@contextmanager
def folders_opened() -> Iterator[list[str]]:
    """The folders that the desktop was asked to open meanwhile."""
    opener = _FolderOpener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # takes a name
    try:
        yield opener.opened
    finally:
        QDesktopServices.unsetUrlHandler("file")
