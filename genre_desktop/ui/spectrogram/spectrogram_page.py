"""The page of the preferences on how the sound is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout

from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.dialog_frame import close_words
from genre_desktop.ui.preferences_page import PreferencesPage, lettered
from genre_desktop.ui.spectrogram.arrival import SpectrogramArrival
from genre_desktop.ui.theme import Theme

if TYPE_CHECKING:  # it comes with the spectrogram, which is loaded in a thread
    from genre_desktop.ui.spectrogram.view_menus import Section, ViewMenus


class SpectrogramPage(PreferencesPage):
    """The same choices as in the spectrogram's own menus; both show what holds."""

    def __init__(self, theme: Theme, spectrogram: SpectrogramArrival) -> None:
        super().__init__(theme)
        self._spectrogram = spectrogram
        self._boxes: list[tuple[CalmComboBox, Section]] = []
        column, self._form = self.begin()
        self._waiting = self.hint(self.tr("The spectrogram is being loaded…"))
        column.addWidget(self._waiting)
        column.addStretch()
        spectrogram.built.connect(self._fill)
        if spectrogram.menus is None:
            spectrogram.start()
        else:
            self._fill()

    @property
    def boxes(self) -> dict[str, CalmComboBox]:
        """Every choice by its words."""
        rows = range(self._form.rowCount())
        labels = (self._form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in rows)
        words = [label.widget().text().replace("&", "") for label in labels]  # type: ignore[union-attr]  # each row has one
        return dict(zip(words, (box for box, _ in self._boxes), strict=True))

    @Slot()
    def _fill(self) -> None:
        menus = self._spectrogram.menus
        if menus is None or self._boxes:
            return
        self._waiting.hide()
        sections = [(section, group) for group in menus.menus for section in group.sections]
        plain = [section.title or group.title for section, group in sections]
        rows = zip(sections, plain, lettered(plain, close_words()), strict=True)
        for (section, _), words, with_letter in rows:
            box = CalmComboBox()
            box.addItems(list(section.offers))
            box.activated.connect(partial(self._choose, menus, section))
            self._boxes.append((box, section))
            said = self.tr("Spectrogram: %1").replace("%1", words)
            self.add(self._form, with_letter, box, said)
        menus.chosen.connect(self._show)
        self._show()

    def _choose(self, menus: ViewMenus, section: Section, place: int) -> None:
        menus.choose(list(section.offers.values())[place])

    @Slot()
    def _show(self) -> None:
        menus = self._spectrogram.menus
        assert menus is not None
        for box, section in self._boxes:
            box.setCurrentText(section.word(menus.choice))
