"""What can be done with the spectrogram: words, keys and tooltips of each command."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from genre_desktop.ui.action_set import ActionSet
from genre_desktop.ui.icons import Icons


class SpectrogramActions(ActionSet):
    """Made once; menus, buttons and the keyboard share them."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(icons, parent)
        self.freeze = self._action(
            self.tr("&Freeze"),
            "freeze",
            "F8",
            self.tr("Freeze the spectrogram to zoom with the wheel and to measure, or go on."),
        )
        self.freeze.setCheckable(True)
        self.whole = self._action(
            self.tr("Show the &whole track"),
            "",
            "Shift+F8",
            self.tr("Show all of the track in the spectrogram."),
        )
        self.copy_picture = self._action(
            self.tr("&Copy the picture"),
            "copy",
            "Ctrl+Alt+C",
            self.tr("Copy the spectrogram with its axes."),
        )
        self.save_picture = self._action(
            self.tr("&Save the picture…"),
            "save-picture",
            "Ctrl+Alt+S",
            self.tr("Save the spectrogram with its axes as PNG."),
        )
        self.save_numbers = self._action(
            self.tr("Save the &numbers…"),
            "",
            "Ctrl+Alt+N",
            self.tr("Save levels of the selection, or of all on show, as CSV or NPY."),
        )
        self.show_track(there=False)

    def show_track(self, *, there: bool) -> None:
        """Grey out what needs something on show."""
        for action in (self.whole, self.copy_picture, self.save_picture, self.save_numbers):
            action.setEnabled(there)

    def show_playing(self, *, playing: bool) -> None:
        """Grey out freezing where nothing moves; say what it does now."""
        is_frozen = self.freeze.isChecked()
        self.freeze.setIconText(self.tr("Back to live") if is_frozen else self.tr("Freeze"))
        self.freeze.setEnabled(playing or is_frozen)

    @property
    def in_order(self) -> list[QAction]:
        """All of them, as a menu shows them."""
        return [
            self.freeze, self.whole, self.copy_picture, self.save_picture, self.save_numbers
        ]  # fmt: skip
