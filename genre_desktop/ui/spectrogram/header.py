"""The line above the spectrogram: how it is looked at, its commands, and what is read off it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.spectrogram.view_menus import Group, ViewMenus
from genre_desktop.ui.theme import Size, Theme

HEIGHT: Final = 28
_BUTTON_HEIGHT: Final = 22
_SPACING: Final = 2
_MARGINS: Final = 40
_OPENING_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})
_WIDEST: Final = ("0:00:00.00", "00.00 kHz", "A♯10 −50 ct", "−100.0 dB")


class HeaderButton(QToolButton):
    """A flat button that Return and the arrow down press, since Space plays and pauses."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.setFixedHeight(max(_BUTTON_HEIGHT, self.fontMetrics().height() + 6))

    def open_menu(self, menu: QMenu) -> None:
        """Have a menu."""
        self.setMenu(menu)
        self.setObjectName("menu_button")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS and self.menu() is not None:
            self.showMenu()
        elif event.key() in _OPENING_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)


class SpectrogramHeader(QWidget):
    """Folds its menus into one where there is no room for each."""

    def __init__(
        self, theme: Theme, icons: Icons, menus: ViewMenus, actions: SpectrogramActions
    ) -> None:
        super().__init__()
        self._menus = menus
        self._title = ElidedLabel(theme, role="muted")
        self._title.setFont(theme.font(Size.SMALL, demi=True))
        self._title.setText(self.tr("Spectrogram"))
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons = {group: _menu_button(menu) for group, menu in menus.menus.items()}
        self._folded = _menu_button(self._all_menus())
        self._folded.setText(self.tr("View"))
        self._folded.setAccessibleName(self.tr("How the sound is looked at"))
        self._actions = [
            _action_button(actions.freeze, icons, "freeze"),
            self._save_button(icons, actions),
        ]
        self._readings = [ToneLabel(theme, role="muted", size=Size.SMALL) for _ in _WIDEST]
        self._lay_out()
        self.show_choice(menus.choice, is_live=True)

    @property
    def buttons(self) -> tuple[HeaderButton, ...]:
        """All of them, those that are folded away included."""
        return (*self._buttons.values(), self._folded, *self._actions)

    @property
    def spoken(self) -> str:
        """What is shown and what was read last."""
        return ", ".join(label.text() for label in (self._title, *self._readings) if label.text())

    def show_title(self, words: str) -> None:
        """Say what is shown."""
        self._title.setText(words)

    def show_choice(self, choice: ViewChoice, *, is_live: bool) -> None:
        """Say what holds; the live mel view hears what the models hear, whatever is chosen."""
        has_no_say = is_live and choice.is_as_models_hear
        for group, button in self._buttons.items():
            button.setText(group.sections[0].word(choice).split(" (")[0])
            button.setAccessibleName(group.words(choice))
            button.setEnabled(not (has_no_say and group.measures))
            button.setToolTip(self._tip(group, choice, has_no_say=has_no_say))
        self._fold()

    def read(self, words: tuple[str, str, str, str]) -> None:
        """Show a time, a frequency, a note and a level."""
        for label, text in zip(self._readings, words, strict=True):
            label.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _tip(self, group: Group, choice: ViewChoice, *, has_no_say: bool) -> str:
        if has_no_say and group.measures:
            return self.tr("%1: the live mel view is what the models hear.").replace(
                "%1", group.title
            )
        return group.words(choice)

    def _all_menus(self) -> QMenu:
        menu = QMenu(self)
        for each in self._menus.menus.values():
            menu.addMenu(each)
        return menu

    def _save_button(self, icons: Icons, actions: SpectrogramActions) -> HeaderButton:
        menu = QMenu(self)
        menu.addActions([actions.copy_picture, actions.save_picture, actions.save_numbers])
        button = _menu_button(menu)
        button.setText(self.tr("Save"))
        button.setIcon(icons.icon("save-picture"))
        button.setToolTip(self.tr("Copy or save what is on show, as a picture or as numbers."))
        button.setAccessibleName(button.toolTip())
        return button

    def _fold(self) -> None:
        """Show as many menus as there is room for, or one for all; what is read off goes last."""
        taken = self._title.minimumWidth() + _MARGINS + _width_of(*self._actions)
        readings = _width_of(*self._readings)
        has_room = taken + readings + _width_of(*self._buttons.values()) <= self.width()
        for button in self._buttons.values():
            button.setVisible(has_room)
        self._folded.setVisible(not has_room)
        can_read = has_room or taken + readings + _width_of(self._folded) <= self.width()
        for label in self._readings:
            label.setVisible(can_read)

    def _lay_out(self) -> None:
        self.setFixedHeight(max(HEIGHT, self.fontMetrics().height() + 12))
        widest = self.tr("Frozen at %1").replace("%1", "0:00:00.0")
        self._title.setFixedWidth(self._title.fontMetrics().horizontalAdvance(widest))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self._title)
        row.addSpacing(6)
        for button in (*self._buttons.values(), self._folded):
            row.addWidget(button)
        row.addSpacing(6)
        for button in self._actions:
            row.addWidget(button)
        row.addStretch(1)
        for label, words in zip(self._readings, _WIDEST, strict=True):
            label.setFixedWidth(label.fontMetrics().horizontalAdvance(words) + 4)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label)


def _width_of(*widgets: QWidget) -> int:
    return sum(each.sizeHint().width() + _SPACING for each in widgets)


def _menu_button(menu: QMenu) -> HeaderButton:
    button = HeaderButton()
    button.open_menu(menu)
    return button


def _action_button(action: QAction, icons: Icons, icon: str) -> HeaderButton:
    button = HeaderButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.statusTip())
    button.setIcon(icons.icon(icon))
    return button
