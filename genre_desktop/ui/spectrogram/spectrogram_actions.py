"""What can be done with the spectrogram: words, keys and tooltips of each command."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from genre_desktop.ui.icons import Icons


class SpectrogramActions(QObject):
    """Made once; menus, buttons and the keyboard share them."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.freeze = self._action(
            self.tr("&Freeze"),
            "F8",
            self.tr("Freeze the spectrogram to zoom with the wheel and to measure, or go on."),
        )
        self.freeze.setCheckable(True)
        self.freeze.setIcon(icons.icon("freeze"))
        self.whole = self._action(
            self.tr("Show the &whole track"),
            "Shift+F8",
            self.tr("Show all of the track in the spectrogram."),
        )
        self.copy_picture = self._action(
            self.tr("&Copy the picture"),
            "Ctrl+Alt+C",
            self.tr("Copy the spectrogram with its axes."),
        )
        self.copy_picture.setIcon(icons.icon("copy"))
        self.save_picture = self._action(
            self.tr("&Save the picture…"),
            "Ctrl+Alt+S",
            self.tr("Save the spectrogram with its axes as PNG."),
        )
        self.save_picture.setIcon(icons.icon("save-picture"))
        self.save_numbers = self._action(
            self.tr("Save the &numbers…"),
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

    def _action(self, text: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})")
        action.setStatusTip(tip)
        action.setIconText(text.replace("&", ""))
        return action
