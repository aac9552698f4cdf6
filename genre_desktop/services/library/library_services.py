"""All that the window does with the library, together."""

from pathlib import Path

from PySide6.QtCore import QObject

from genre_desktop.services.correcting import Correcting
from genre_desktop.services.library.browsing import Browsing
from genre_desktop.services.library.doubting import Doubting
from genre_desktop.services.library.keeping import Keeping
from genre_desktop.services.library.lanes import OwnLibrary
from genre_desktop.services.library.library_exporting import LibraryExporting
from genre_desktop.services.library.timelines import Timelines


class LibraryServices(QObject):
    """Builds each once; none opens the library before it is asked to."""

    def __init__(self, file: Path, correcting: Correcting, parent: QObject | None = None) -> None:
        """Build them.

        Args:
            file: Where the library lies.
            correcting: Knows the user's words on genres.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self.file = file
        own = OwnLibrary(file, correcting.all)
        self.browsing = Browsing(own, self)
        self.keeping = Keeping(own, self)
        self.doubting = Doubting(own, self)
        self.exporting = LibraryExporting(own, self)
        self.timelines = Timelines(file, self)

    def close(self) -> None:
        """End every thread and process."""
        self.timelines.close()
        self.exporting.close()
        self.doubting.close()
        self.keeping.close()
        self.browsing.close()
