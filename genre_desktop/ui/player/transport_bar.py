"""The bar of buttons below everything: play, where we are, what is playing, device and volume."""

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from genre_desktop.services.player.loudness import loudness_db
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.row_words import clock, pointed
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.tooltips import plain_tooltip

HEIGHT = 44
VOLUME_WIDTH = 110
VOLUME_STEPS = 100
VOLUME_STEP = 5  # of a key or of a turn of the wheel
_BIG = QSize(24, 24)
_SMALL = QSize(16, 16)
_DEVICE_LETTERS = 24  # of usual width, of a device's name
_LETTERS = 140  # of usual width, across the bar; where it is narrower, the device has no words


class TransportBar(QWidget):
    """Shows what it is told; its buttons are the actions'.

    Signals:
        volume_moved: The travel of the volume control, 0 to 1.
        device_menu_wanted: The menu of devices is about to open and is to be filled.
    """

    volume_moved = Signal(float)
    device_menu_wanted = Signal(QMenu)

    def __init__(self, theme: Theme, icons: Icons, actions: PlaybackActions) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Player: what is heard, and how loud"))
        self.setFixedHeight(HEIGHT)
        self._has_place = False
        self._shown: tuple[int, float | None] | None = None  # tenths of a second, and the length
        self._place = ToneLabel(theme, role="muted", size=Size.CLOCK, demi=True)
        metrics = self._place.fontMetrics()  # of a fixed size: nothing is laid out anew for a clock
        self._place.setFixedSize(metrics.horizontalAdvance("0:00:00.0"), metrics.height())
        self._place.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._rest = ToneLabel(theme, role="muted", size=Size.SMALL)
        for label in (self._place, self._rest):
            label.setAutoFillBackground(True)  # they change all the time: nothing below is painted
        self._title = ElidedLabel(theme)
        self._title.setFont(theme.font(demi=True))
        self._artist = ElidedLabel(theme, role="muted")
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._level = ToneLabel(theme, role="muted", size=Size.SMALL)
        self._device = QToolButton()
        self._make_volume()
        self._make_device_chooser(icons)
        self._lay_out(actions)
        self.show_place(None, None)
        self.show_track("", "")

    def show_place(self, seconds: float | None, length: float | None) -> None:
        """Show where in the track we are, None where nothing is playing.

        Args:
            seconds: From its start.
            length: Of the track, None where unknown.
        """
        shown = (int(seconds * 10), length) if seconds is not None else None
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        if seconds is None or not self._has_place:
            self._has_place = seconds is not None
            self._place.take_role("now" if self._has_place else "muted")
        if seconds is None:
            self._place.setText("–")
            self._rest.setText("")
            return
        place = pointed(f"{clock(seconds)}.{int(seconds * 10) % 10}")
        if len(place) > len(self._place.text()):
            widest = self._place.fontMetrics().horizontalAdvance(place)
            self._place.setFixedWidth(max(self._place.width(), widest))
        self._place.setText(place)
        words = ""
        if length is not None:
            words = self.tr("of %1, −%2").replace("%1", clock(length))
            words = words.replace("%2", clock(max(0.0, length - seconds)))
        self._rest.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_roomy = event.size().width() >= _LETTERS * self.fontMetrics().averageCharWidth()
        style = Qt.ToolButtonStyle
        self._device.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if is_roomy else style.ToolButtonIconOnly
        )

    def show_track(self, title: str, artist: str) -> None:
        """Show what is playing, empty for nothing."""
        self._title.setText(title or self.tr("Nothing is playing"))
        self._artist.setText(f"– {artist}" if artist else "")
        self._artist.setVisible(bool(artist))

    def show_device(self, name: str) -> None:
        """Show where sound goes, "" for nowhere."""
        words = name or self.tr("No sound device")
        metrics = self._device.fontMetrics()
        most = _DEVICE_LETTERS * metrics.averageCharWidth()
        self._device.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, most))
        self._device.setToolTip(plain_tooltip(self.tr("Sound goes to: %1").replace("%1", words)))

    def show_volume(self, travel: float, *, muted: bool) -> None:
        """Show how far the volume control is moved, 0 to 1."""
        with QSignalBlocker(self._volume):
            self._volume.setValue(round(travel * VOLUME_STEPS))
        words = self.tr("muted") if muted else _decibels(travel)
        self._level.setText(words)
        self._volume.setAccessibleDescription(words)

    def step_volume(self, steps: int) -> None:
        """Move the volume control by so many steps of a key."""
        self._volume.setValue(self._volume.value() + steps * VOLUME_STEP)

    @Slot(int)
    def _tell_volume(self, value: int) -> None:
        self.volume_moved.emit(value / VOLUME_STEPS)

    def _make_volume(self) -> None:
        self._volume.setRange(0, VOLUME_STEPS)
        self._volume.setSingleStep(VOLUME_STEP)
        self._volume.setPageStep(2 * VOLUME_STEP)
        self._volume.setFixedWidth(VOLUME_WIDTH)
        self._volume.setAccessibleName(self.tr("Volume of what is played"))
        self._volume.setToolTip(self.tr("Volume"))
        self._volume.valueChanged.connect(self._tell_volume)
        widest = max(self.tr("muted"), "−60 dB", key=len)
        self._level.setMinimumWidth(self._level.fontMetrics().horizontalAdvance(widest))
        self._level.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)

    def _make_device_chooser(self, icons: Icons) -> None:
        self._device.setIcon(icons.icon("speaker"))
        self._device.setIconSize(_SMALL)
        self._device.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._device.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._device.setAccessibleName(self.tr("Sound device that plays"))
        self._device.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._device.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self._device)
        menu.aboutToShow.connect(lambda: self.device_menu_wanted.emit(menu))
        self._device.setMenu(menu)

    def _lay_out(self, actions: PlaybackActions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(_button(actions.previous, QSize(32, 32), _SMALL))
        row.addWidget(_button(actions.play, QSize(40, 32), _BIG))
        row.addWidget(_button(actions.stop, QSize(32, 32), _SMALL))
        row.addWidget(_button(actions.next, QSize(32, 32), _SMALL))
        row.addSpacing(8)
        row.addWidget(_line())
        row.addWidget(self._place)
        row.addSpacing(8)
        row.addWidget(self._rest)
        row.addSpacing(16)
        for label in (self._title, self._artist):  # as wide as their words, or less
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(_button(actions.repeat, QSize(26, 26), _SMALL))
        row.addWidget(_button(actions.shuffle, QSize(26, 26), _SMALL))
        row.addSpacing(8)
        row.addWidget(_line())
        row.addWidget(self._device)
        row.addSpacing(4)
        row.addWidget(_button(actions.mute, QSize(26, 26), _SMALL))
        row.addWidget(self._volume)
        row.addWidget(self._level)


def _button(action: QAction, size: QSize, icon: QSize) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.statusTip())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFixedSize(size)
    button.setIconSize(icon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedSize(1, 24)
    return line


def _decibels(travel: float) -> str:
    """How much softer than full the sound is."""
    level = loudness_db(travel)
    return f"{round(level)} dB".replace("-", "−") if math.isfinite(level) else "−∞ dB"
