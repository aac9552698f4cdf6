"""Chooses the sound device; which there are is looked up when the box is made."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from genre_desktop.services.player.devices import Devices
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.player.device_words import words_for_default


class DeviceBox(CalmComboBox):
    """Shows the chosen device at once, and all others when they are found."""

    def __init__(
        self, devices: Devices, settings: PlaybackSettings, choose: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._settings, self._choose = settings, choose
        self.setSizeAdjustPolicy(
            CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(28)
        self.show_devices((), "")
        self.activated.connect(self._choose_at)
        devices.found.connect(self.show_devices)
        devices.look()

    @Slot(tuple, str)
    def show_devices(self, names: tuple[str, ...], default: str) -> None:
        """These are there now; the chosen one is listed whether it is or not."""
        self.clear()
        self.addItem(words_for_default(default), "")
        for name in names:
            self.addItem(name, name)
        chosen = self._settings.device
        if self.findData(chosen) < 0:
            absent = self.tr("%1 (not there)").replace("%1", chosen)
            self.addItem(absent if names else chosen, chosen)
        self.setCurrentIndex(self.findData(chosen))

    def _choose_at(self, place: int) -> None:
        self._choose(str(self.itemData(place)))
