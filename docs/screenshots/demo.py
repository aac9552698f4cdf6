"""The picture without anything invented: the demo's pieces, heard by the real worker processes."""

import shutil
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from docs.screenshots.picture import save
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import resource
from genre_desktop.services.folder_listing import Place, PlaceKind

SIZE = (1280, 800)
LOOK_MS = 50
SETTLE_MS = 500  # for the cover, the counts and the last repaint
LONGEST_MS = 120_000


def take_demo(qt: QApplication, folder: Path, picture: Path) -> None:
    """Open the window with the demo, wait until all is heard, save the picture.

    Args:
        qt: Qt's application.
        folder: Where the demo is copied to, for the picture shows it.
        picture: The file to write.
    """
    shutil.copytree(resource("demo"), folder)
    desktop = build(qt)
    desktop.theme.follow("light")
    desktop.window.resize(*SIZE)
    tree, folders = desktop.browser.model, desktop.services.folders
    folders.places_found.disconnect(tree.show_places)  # the machine's drives are nobody's business
    music = Place(folder.parent, PlaceKind.MUSIC, folder.parent.name)
    tree.show_places((music, Place(Path.home(), PlaceKind.HOME, "Home")))
    try:
        desktop.start([folder])
        _wait_until_heard(desktop, len(list(folder.iterdir())))
        desktop.table.setFocus()
        desktop.table.selectRow(0)
        _wait(SETTLE_MS)
        save(desktop.window, picture)
    finally:
        desktop.window.close()
        desktop.close()


def _wait_until_heard(desktop: GenreDesktop, count: int) -> None:
    loop = QEventLoop()

    def look() -> None:
        rows = desktop.model.playlist.rows
        if len(rows) == count and all(row.state.is_finished for row in rows):
            loop.quit()

    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(LONGEST_MS, lambda: loop.exit(1))
    if loop.exec():
        raise SystemExit("The demo was not heard in time.")


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
