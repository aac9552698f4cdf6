"""All services of the window together, and their end."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from genre_desktop.core.places import (
    CORRECTIONS_NAME,
    JOURNAL_NAME,
    LIBRARY_NAME,
    RULES_NAME,
)
from genre_desktop.core.play_order import PlayOrder, Tracks
from genre_desktop.core.track import Track
from genre_desktop.core.user_folders import PLAYLIST_FILE, SETTINGS_FILE, UserFolders
from genre_desktop.services.classification import Classification
from genre_desktop.services.comparing import Comparing
from genre_desktop.services.correcting import Correcting
from genre_desktop.services.cover_reading import CoverReading
from genre_desktop.services.desktop_motion import DesktopMotion
from genre_desktop.services.edited_table import EditedTable
from genre_desktop.services.exporting import Exporting
from genre_desktop.services.folder_listing import FolderListing
from genre_desktop.services.kept_reading import KeptReading
from genre_desktop.services.launcher_progress import LauncherProgress
from genre_desktop.services.library.lanes import OwnLibrary
from genre_desktop.services.library.library_services import LibraryServices
from genre_desktop.services.listener import Listener
from genre_desktop.services.messages import Messages
from genre_desktop.services.model_installing import ModelInstalling
from genre_desktop.services.model_reading import ModelReading
from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.live_genres import LiveGenres
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player
from genre_desktop.services.player.session_bus import SessionBus
from genre_desktop.services.player.waveforms import Waveforms
from genre_desktop.services.qt_types import QtTypes
from genre_desktop.services.scanning import Scanning
from genre_desktop.services.second_starts import SecondStarts
from genre_desktop.services.session import Session
from genre_desktop.services.settings import Settings
from genre_desktop.services.tag_reading import TagReading
from genre_desktop.services.tagging import Tagging
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.services.version_reading import VersionReading
from genre_desktop.services.watching import Watching


class Services(QObject):
    """Builds each service once; none does anything before it is asked to."""

    def __init__(
        self,
        *,
        folders: UserFolders,
        playlist: Callable[[], Iterable[Track]],
        on_show: Tracks,
        make_listener: Callable[[int], Listener],
    ) -> None:
        """Build the services.

        Args:
            folders: Where settings, list and all else that is the user's lie.
            playlist: Gives the tracks of the list.
            on_show: Those that are on show, in the order on show: that of playing.
            make_listener: Makes what listens with so many processes (0 is one for each processor),
                in the thread that uses it.
        """
        super().__init__()
        self._is_closed = False
        self._types = QtTypes(self)
        self._types.made.connect(self._begin_work)
        self.user_folders = folders
        settings_file = folders.config / SETTINGS_FILE
        self.settings = Settings(settings_file, self)
        self.messages = Messages(self)
        self.models = ModelReading(self, also_own=folders.also_own_models)
        self.installing = ModelInstalling(self)
        self.scanning = Scanning(self)
        self.tags = TagReading(folders.data / LIBRARY_NAME, self)
        self.watching = Watching(self.settings, self)
        self.tagging = Tagging(folders.data / JOURNAL_NAME, self)
        self.rules_file = folders.config / RULES_NAME
        self.tagging_settings = TaggingSettings(settings_file, self)
        self.covers = CoverReading(self.tags.cover_of, self)
        self.classification = Classification(make_listener, self.settings.jobs, self)
        self.classification.use_quick(self.settings.quick)
        self.settings.quick_changed.connect(self.classification.use_quick)
        self.correcting = Correcting(folders.data / CORRECTIONS_NAME, self)
        self.correcting.failed.connect(self.messages.problem)
        self.classification.outcomes.connect(self.correcting.take)
        self.library = LibraryServices(folders.data / LIBRARY_NAME, self.correcting, self)
        self.exporting = Exporting(self.library.file, self)
        own_library = OwnLibrary(self.library.file, self.correcting.all)
        self.edited_table = EditedTable(own_library, self)
        self.comparing = Comparing(folders.data, self)
        self.versions = VersionReading(self)
        self.kept = KeptReading(folders, self)
        self.folders = FolderListing(self)
        self.playback_settings = PlaybackSettings(settings_file, self)
        self.player = Player(PlayOrder(on_show), self)
        self.session_bus = SessionBus(self.player, self.playback_settings, self)
        self.desktop_motion = DesktopMotion(self.session_bus, self.playback_settings, self)
        self.launcher = LauncherProgress(self.session_bus, self.classification, self)
        self.live_genres = LiveGenres(self.player, self)
        self.waveforms = Waveforms(self)
        self.devices = Devices(self)
        self.second_starts = SecondStarts(self)
        self.session = Session(folders.playlist / PLAYLIST_FILE, playlist, self)

    @Slot()
    def begin(self) -> None:
        """Start what is heavy, soon, once the window has been painted."""
        self._types.begin()

    @Slot()
    def _begin_work(self) -> None:
        self.models.read()
        self.folders.find_places()
        self.scanning.warm()
        self.tags.warm()
        self.tagging.recover()
        self.correcting.load()
        self.desktop_motion.start()
        self.session_bus.start()

    @property
    def rules_of_exports(self) -> Path | None:
        """The rules that exports are to obey, None for none."""
        return self.rules_file if self.settings.export_by_rules else None

    def use_model(self, folder: Path) -> None:
        """Hear with this model package from now on."""
        self.classification.use_model(folder)
        self.live_genres.use_model(folder)

    def close(self) -> None:
        """Save what is to be saved, then end every thread and process; once is enough.

        What the user would miss comes first: a drive that hangs can only hold up what follows.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self._types.close()
        self.second_starts.close()
        self.session.close()
        self.settings.flush()
        self.playback_settings.flush()
        self.tagging_settings.flush()
        self.correcting.close()
        self.tagging.close()
        self.launcher.close()
        self.session_bus.close()
        self.live_genres.close()
        self.player.close()
        self.waveforms.close()
        self.devices.close()
        self.exporting.close()
        self.edited_table.close()
        self.library.close()
        self.folders.close()
        self.models.close()
        self.installing.close()
        self.comparing.close()
        self.versions.close()
        self.kept.close()
        self.watching.close()
        self.scanning.close()
        self.tags.close()
        self.covers.close()
        self.classification.close()
