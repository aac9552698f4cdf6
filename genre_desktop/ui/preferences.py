"""Opens the preferences with all their pages."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.own_models import OwnModels
from genre_desktop.ui.player.playback import Playback
from genre_desktop.ui.spectrogram.arrival import SpectrogramArrival
from genre_desktop.ui.theme import Theme


class Preferences(QObject):
    """Each dialog goes when it is closed; what it is made of is imported when it is wanted."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        services: Services,
        *,
        models: ModelChoice,
        playback: Playback,
        spectrogram: SpectrogramArrival,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._services = window, theme, services
        self._models, self._playback, self._spectrogram = models, playback, spectrogram
        self._actions = actions
        self.own_models = OwnModels(services, models, self)
        actions.preferences.triggered.connect(self.show)
        actions.own_models.triggered.connect(self.show_models)

    @Slot()
    def show(self) -> None:
        """Open them."""
        self._open()

    @Slot()
    def show_models(self) -> None:
        """Open them at the models."""
        self._open(_words("Model"))

    def _open(self, first: str = "") -> None:
        from genre_desktop.ui.model_page import ModelPage
        from genre_desktop.ui.player.device_box import DeviceBox
        from genre_desktop.ui.preferences_dialog import PreferencesDialog
        from genre_desktop.ui.privacy_page import PrivacyPage
        from genre_desktop.ui.spectrogram.spectrogram_page import SpectrogramPage
        from genre_desktop.ui.watched_page import WatchedPage

        services = self._services
        privacy = PrivacyPage(self._theme, services.kept)
        privacy.deletion_wanted.connect(services.kept.delete_at_end)
        privacy.deletion_wanted.connect(self._window.close)
        pages: dict[str, QWidget] = {
            _words("Spectrogram"): SpectrogramPage(self._theme, self._spectrogram),
            _words("Model"): ModelPage(self._theme, self._models, self.own_models),
            _words("Watched folders"): WatchedPage(self._theme, services.settings),
            _words("Privacy"): privacy,
        }
        dialog = PreferencesDialog(
            self._theme,
            services.settings,
            services.playback_settings,
            services.tagging_settings,
            self._window,
            device=DeviceBox(
                services.devices, services.playback_settings, self._playback.choose_device
            ),
            further=pages,
        )
        dialog.tagging.rules.clicked.connect(self._actions.rules.trigger)
        if first:
            dialog.show_page(first)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _words(text: str) -> str:
    return QCoreApplication.translate("Preferences", text)
