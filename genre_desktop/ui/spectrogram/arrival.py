"""Loads what the spectrogram needs in a thread, once a track is looked at or played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.core.track import Track
from genre_desktop.core.user_folders import SETTINGS_FILE
from genre_desktop.services.gentle_import import gently
from genre_desktop.services.lane import Lane
from genre_desktop.services.services import Services
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.steps import Steps
from genre_desktop.ui.theme import Theme

if TYPE_CHECKING:  # no cycle: it loads numpy and pyqtgraph, which come after the first paint
    from genre_desktop.ui.spectrogram.dock import SpectrogramDock
    from genre_desktop.ui.spectrogram.view_menus import ViewMenus

LOOKED_AT_MILLISECONDS: Final = 1_500  # a row, while tracks may still be coming in


class SpectrogramArrival(QObject):
    """Builds the spectrogram when everything for it is loaded.

    Args:
        put: Takes the spectrogram, on the window's thread.

    Signals:
        built: The spectrogram is there.
        waits: Whether a track is looked at whose spectrogram comes later, for tracks are heard now.
    """

    built = Signal()
    waits = Signal(bool)
    _loaded = Signal()

    def __init__(
        self,
        services: Services,
        theme: Theme,
        icons: Icons,
        actions: SpectrogramActions,
        *,
        put: Callable[[SpectrogramDock], None],
    ) -> None:
        super().__init__(theme)
        self._services, self._theme, self._icons, self._actions = services, theme, icons, actions
        self._put = put
        self._lane = Lane("loading the spectrogram")
        self._dock: SpectrogramDock | None = None
        self._chosen: Track | None = None
        self._title = ""
        self._is_started = False
        self._soon = QTimer(self, singleShot=True, interval=LOOKED_AT_MILLISECONDS)
        self._soon.timeout.connect(self._start_in_rest)
        self._building = Steps(self, at_once=0)
        self._loaded.connect(self._build, Qt.ConnectionType.QueuedConnection)

    @property
    def menus(self) -> ViewMenus | None:
        """What is chosen in the spectrogram, None before it is there."""
        return self._dock.menus if self._dock is not None else None

    @Slot()
    def start(self) -> None:
        """Begin to load; once is enough, and who looks at no track does without."""
        if not self._is_started:
            self._is_started = is_coming = True
            self.waits.emit(not is_coming)
            self._lane.do(self._load)

    @Slot()
    def put_off(self) -> None:
        """The list is being scrolled, which loading would hold up; once it rests is soon enough."""
        if self._soon.isActive():
            self._soon.start()

    @Slot()
    def _start_in_rest(self) -> None:
        """Loading takes the interpreter for itself, which a busy window would be held up by."""
        services = self._services
        is_hearing = services.classification.progress.is_running
        if is_hearing or services.scanning.is_running or services.tags.is_running:
            self.waits.emit(self._chosen is not None)
            self._soon.start()
        else:
            self.start()

    @Slot(object)
    def choose_row(self, row: object) -> None:
        """The user looks at this `RowState`, None for none."""
        track = row.listing.track if isinstance(row, RowState) else None
        title = row.title if isinstance(row, RowState) else ""
        if (track, title) == (self._chosen, self._title):
            return
        self._chosen, self._title = track, title
        if self._dock is not None:
            self._dock.modes.choose(track, title)
        elif track is not None:
            self._soon.start()

    def close(self) -> None:
        """End every thread and process of the spectrogram."""
        self._soon.stop()
        self._lane.close()
        if self._dock is not None:
            self._dock.close_all()
            if self._dock.parent() is None:  # not put yet: no window takes it along
                self._dock.deleteLater()

    def _load(self) -> None:
        with gently():
            import genre_desktop.ui.spectrogram.dock  # noqa: F401 — it is only loaded here

        if not self._lane.stopping:
            self._loaded.emit()

    @Slot()
    def _build(self) -> None:
        self._building.begin(self._built_in_steps(), rows=1)

    def _built_in_steps(self) -> Iterator[None]:
        """The plot is half of the work; a window that is laid out anew is painted as a whole."""
        from PySide6.QtWidgets import QGraphicsTextItem

        from genre_desktop.services.spectrogram.view_choice import ViewSettings
        from genre_desktop.ui.spectrogram.dock import SpectrogramDock
        from genre_desktop.ui.spectrogram.plot import SpectrogramPlot

        QGraphicsTextItem().setHtml("0")  # the first takes half as long as all of the plot else
        yield
        if self._is_ending():
            return
        plot = SpectrogramPlot(self._theme)
        yield
        if self._is_ending():
            return
        settings = ViewSettings(self._services.user_folders.config / SETTINGS_FILE, self)
        dock = self._dock = SpectrogramDock(
            plot,
            self._services,
            self._theme,
            self._icons,
            actions=self._actions,
            settings=settings,
        )
        yield
        if self._is_ending():
            return
        self._put(dock)
        dock.modes.choose(self._chosen, self._title)
        self.built.emit()

    def _is_ending(self) -> bool:
        return self._lane.stopping
