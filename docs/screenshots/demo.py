"""The picture without anything invented: the demo's pieces, heard by the real worker processes."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from docs.screenshots.picture import is_heard, put_away, save, wait, wait_for
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.places import resource
from genre_desktop.services.folder_listing import Place, PlaceKind

SIZE = (1280, 800)
SETTLE_MS = 500  # for the cover, the counts and the last repaint


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
    show_own_places(desktop, folder.parent)
    try:
        desktop.start([folder])
        wait_for(lambda: is_heard(desktop, len(list(folder.iterdir()))))
        desktop.table.setFocus()
        desktop.table.selectRow(0)
        wait_for(lambda: shows_its_sound(desktop))
        wait(SETTLE_MS)
        save(desktop.window, picture)
    finally:
        put_away(desktop)


def shows_its_sound(desktop: GenreDesktop) -> bool:
    """Whether the chosen track's spectrogram is there and complete."""
    dock = desktop.spectrogram_place.spectrogram
    return dock is not None and bool(dock.plot.still.tiles) and not dock.is_measuring


def show_own_places(desktop: GenreDesktop, music: Path) -> None:
    """Show two folders in the browser: the machine's drives are nobody's business."""
    tree, folders = desktop.browser.model, desktop.services.folders
    folders.places_found.disconnect(tree.show_places)
    own = Place(music, PlaceKind.MUSIC, music.name)
    tree.show_places((own, Place(Path.home(), PlaceKind.HOME, "Home")))
