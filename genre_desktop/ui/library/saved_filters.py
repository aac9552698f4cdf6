"""A button with the filters that the user gave names to."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QToolButton

from genre_desktop.services.settings import Settings
from genre_desktop.ui.tooltips import plain_tooltip


class SavedFilters(QToolButton):
    """Its menu gives, keeps and deletes filters.

    Signals:
        chosen: The text of a filter.
    """

    chosen = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._text = ""
        self.setObjectName("menu_button")
        self.setText(self.tr("Saved filters"))
        self.setToolTip(self.tr("Filters that you gave names to."))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    @Slot(str)
    def take_text(self, text: str) -> None:
        """Know what is in the filter box."""
        self._text = text.strip()

    def keep(self, name: str) -> None:
        """Keep the present filter under a name; an earlier one of that name is replaced."""
        if name.strip() and self._text:
            self._settings.saved_filters = self._settings.saved_filters | {name.strip(): self._text}

    def delete(self, name: str) -> None:
        """Delete a filter."""
        kept = self._settings.saved_filters
        kept.pop(name, None)
        self._settings.saved_filters = kept

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        saved = self._settings.saved_filters
        for name, text in sorted(saved.items()):
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setToolTip(plain_tooltip(text))
            action.triggered.connect(partial(self.chosen.emit, text))
        if saved:
            self._menu.addSeparator()
        keep = self._menu.addAction(self.tr("Save this filter…"))
        keep.setEnabled(bool(self._text))
        keep.triggered.connect(self._ask_for_name)
        if saved:
            deleting = self._menu.addMenu(self.tr("Delete a saved filter"))
            for name in sorted(saved):
                action = deleting.addAction(name.replace("&", "&&"))
                action.triggered.connect(partial(self.delete, name))

    @Slot()
    def _ask_for_name(self) -> None:
        name, was_given = QInputDialog.getText(
            self,
            self.tr("Save this filter"),
            plain_tooltip(self.tr("A name for “%1”:").replace("%1", self._text)),
            QLineEdit.EchoMode.Normal,
            self._text,
        )
        if was_given:
            self.keep(name)
