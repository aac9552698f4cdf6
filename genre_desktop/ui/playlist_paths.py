"""The menu in which the user says how exported playlists name files, and what is said of it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from genre_desktop.services.settings import Settings
from genre_desktop.ui.counted import counted

_CHOICES = (  # the words of `core.locations.Paths`, which is not loaded before it is wanted
    (
        "below",
        QT_TRANSLATE_NOOP("PlaylistPaths", "Relative &below the playlist's folder, else absolute"),
        QT_TRANSLATE_NOOP(
            "PlaylistPaths", "The playlist can be moved together with the music beside it."
        ),
    ),
    (
        "relative",
        QT_TRANSLATE_NOOP("PlaylistPaths", "Always &relative"),
        QT_TRANSLATE_NOOP(
            "PlaylistPaths",
            "Also for music elsewhere on the drive, wherever another computer finds that drive.",
        ),
    ),
    (
        "absolute",
        QT_TRANSLATE_NOOP("PlaylistPaths", "Always &absolute"),
        QT_TRANSLATE_NOOP("PlaylistPaths", "The playlist can be moved, the music cannot."),
    ),
)


class PlaylistPaths(QMenu):
    """One choice of three, for all playlists that are exported from now on."""

    def __init__(self) -> None:
        super().__init__(_tr("Pa&ths in playlists"))
        self.setToolTipsVisible(True)
        self._settings: Settings | None = None
        self._group = QActionGroup(self)
        for paths, words, tip in _CHOICES:
            action = self.addAction(_tr(words))
            action.setData(paths)
            action.setCheckable(True)
            action.setToolTip(_tr(tip))
            action.setStatusTip(_tr(tip))
            self._group.addAction(action)
        self._group.triggered.connect(self._keep)

    def keep_in(self, settings: Settings) -> None:
        """Show what was chosen last, and keep what is chosen from now on."""
        self._settings = settings
        for action in self._group.actions():
            action.setChecked(action.data() == settings.playlist_paths)

    @Slot(QAction)
    def _keep(self, action: QAction) -> None:
        if self._settings is not None:
            self._settings.playlist_paths = action.data()


def not_relative_words(count: int) -> str:
    """What to say of files that are named by their whole path all the same; nothing of none."""
    if not count:
        return ""
    return counted(
        count,
        _tr(
            "%1 file is named by its absolute path: it lies on another drive, or has a name that "
            "no relative path can hold."
        ),
        _tr(
            "%1 files are named by their absolute paths: they lie on another drive, or have names "
            "that no relative path can hold."
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlaylistPaths", text)
