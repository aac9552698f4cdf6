"""The page of the preferences on how tracks sound and move."""

from PySide6.QtWidgets import QCheckBox, QWidget

from genre_desktop.services.player.playback_settings import LATENCIES, PlaybackSettings
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.preferences_page import BELOW_A_BOX, PreferencesPage
from genre_desktop.ui.theme import Theme


class PlaybackPage(PreferencesPage):
    """Writes into the settings, whose signals tell the player."""

    def __init__(
        self, theme: Theme, settings: PlaybackSettings, device: QWidget | None = None
    ) -> None:
        """Build the page.

        Args:
            theme: Its colours.
            settings: What it shows and writes.
            device: Chooses the sound device, where one can be chosen.
        """
        super().__init__(theme)
        self._settings = settings
        self.device = device
        self.latency = CalmComboBox()
        for seconds in LATENCIES:
            self.latency.addItem(self.tr("%1 ms").replace("%1", str(round(seconds * 1_000))))
        self.latency.setCurrentIndex(LATENCIES.index(settings.latency_seconds))
        self.latency.activated.connect(self._keep_latency)
        self.even_loudness = QCheckBox(self.tr("&Play all tracks about equally loud"))
        self.even_loudness.setChecked(settings.even_loudness)
        self.even_loudness.toggled.connect(self._keep_loudness)
        self.reduced_motion = QCheckBox(self.tr("&Reduce motion"))
        self.reduced_motion.setChecked(settings.reduced_motion)
        self.reduced_motion.toggled.connect(self._keep_motion)
        # The desktop may say what it wishes while the page is open; that is not kept.
        settings.reduced_motion_changed.connect(self.reduced_motion.setChecked)
        self._lay_out()

    def _lay_out(self) -> None:
        column, form = self.begin()
        if self.device is not None:
            said = self.tr("Sound device that plays")
            self.add(form, self.tr("Sound &device"), self.device, said)
        self.add(form, self.tr("&Latency"), self.latency, self.tr("Latency of the sound device"))
        column.addWidget(
            self.hint(
                self.tr(
                    "How long sound is under way to the device. Choose more where sound stutters; "
                    "less makes jumps quicker."
                )
            )
        )
        column.addSpacing(12)
        column.addWidget(self.even_loudness)
        column.addWidget(
            self.hint(
                self.tr(
                    "Obeys the ReplayGain and R128 tags of files, and never makes a track so loud "
                    "that its peaks are cut. Files without such tags play as they are."
                ),
                BELOW_A_BOX,
            )
        )
        column.addSpacing(12)
        column.addWidget(self.reduced_motion)
        column.addWidget(
            self.hint(
                self.tr(
                    "The spectrogram moves on once a second, and bars change at once. Until you "
                    "choose, this is as in your desktop's settings."
                ),
                BELOW_A_BOX,
            )
        )
        column.addStretch()

    def _keep_latency(self, place: int) -> None:
        self._settings.latency_seconds = LATENCIES[place]

    def _keep_loudness(self, on: bool) -> None:
        self._settings.even_loudness = on

    def _keep_motion(self, on: bool) -> None:
        self._settings.reduced_motion = on
