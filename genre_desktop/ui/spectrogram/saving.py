"""Copies and saves what the spectrogram shows: as a picture with axes, or as numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from genre_desktop.core.spectrogram_picture import PictureSpec
from genre_desktop.core.spectrogram_saving import (
    PartPicture,
    part_picture,
    save_part_numbers,
    save_part_picture,
)
from genre_desktop.core.spectrum_part import Part
from genre_desktop.core.track import Track
from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.services.messages import Messages
from genre_desktop.services.settings import Settings
from genre_desktop.services.spectrogram.measuring import Rank, Wish
from genre_desktop.services.spectrogram.tiles import Tiles
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.row_state import printable
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions

SMALLEST: Final = (1_000, 400)  # of a picture's plot
_PURPOSE: Final = "spectrogram"


@dataclass(frozen=True, slots=True)
class OnShow:
    """What can be saved.

    Attributes:
        track: Which.
        title: Of it.
        first_seconds: The first second in view.
        seconds: How many are.
        selected: The first and the last second of the selection.
        axis: The frequencies in view.
        size: Of the plot in pixels.
        choice: How it is looked at.
    """

    track: Track
    title: str
    first_seconds: float
    seconds: float
    selected: tuple[float, float] | None
    axis: FrequencyAxis
    size: tuple[int, int]
    choice: ViewChoice

    @property
    def picture(self) -> PartPicture:
        """As a picture of at least a readable size."""
        width, height = (max(one, least) for one, least in zip(self.size, SMALLEST, strict=True))
        choice = self.choice
        look = choice.scale, choice.still_look, choice.colours, choice.top_db, choice.range_db
        spec = PictureSpec(width, height, *look, point=QLocale().decimalPoint())
        return PartPicture(
            self.track, self.title, Part(self.first_seconds, self.seconds, width), self.axis, spec
        )

    @property
    def numbers(self) -> Part:
        """What is saved as numbers: the selection, or everything in view."""
        if self.selected is None:
            return Part(self.first_seconds, self.seconds, self.size[0])
        first, last = self.selected
        columns = round((last - first) / self.seconds * self.size[0])
        return Part(first, last - first, max(1, columns))


class SpectrogramSaving(QObject):
    """Files are written in the process that measures, whole or not at all.

    Args:
        window: Over which dialogs open.
        tiles: Measures.
        settings: Remember the folder.
        messages: Tell what became of it.
        on_show: What there is to be saved, None for nothing.
    """

    def __init__(
        self,
        window: QWidget,
        tiles: Tiles,
        settings: Settings,
        messages: Messages,
        on_show: Callable[[], OnShow | None],
    ) -> None:
        super().__init__(window)
        self._window, self._tiles = window, tiles
        self._settings, self._messages = settings, messages
        self._on_show = on_show

    def connect_to(self, actions: SpectrogramActions) -> None:
        """Do what these ask for."""
        actions.copy_picture.triggered.connect(self.copy_picture)
        actions.save_picture.triggered.connect(self._ask_for_picture)
        actions.save_numbers.triggered.connect(self._ask_for_numbers)

    @Slot()
    def copy_picture(self) -> None:
        """Put a picture of what is on show on the clipboard."""
        shown = self._on_show()
        if shown is not None:
            self._do(shown, part_picture, (shown.picture,), self._take_picture)

    def save_picture(self, target: Path, shown: OnShow) -> None:
        """Write a picture."""
        self._save(target, shown, save_part_picture, (target, shown.picture))

    def save_numbers(self, target: Path, shown: OnShow) -> None:
        """Write the levels of the selection or of all that was on show, as NPY or CSV."""
        arguments = target, shown.track, shown.choice.still_look, shown.numbers
        self._save(target, shown, save_part_numbers, arguments)

    @Slot()
    def _ask_for_picture(self) -> None:
        forms = [self.tr("PNG picture (*.png)")]
        self._ask(self.tr("Save the picture"), forms, "png", self.save_picture)

    @Slot()
    def _ask_for_numbers(self) -> None:
        forms = [self.tr("CSV table (*.csv)"), self.tr("NumPy array (*.npy)")]
        self._ask(self.tr("Save the numbers"), forms, "csv", self.save_numbers)

    def _ask(
        self, title: str, forms: list[str], suffix: str, save: Callable[[Path, OnShow], None]
    ) -> None:
        """Save what is on show now, though the music may go on while it is asked where to."""
        shown = self._on_show()
        if shown is None:
            return
        folder = self._settings.folder(_PURPOSE) or Path.home()
        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(forms)
        dialog.setDefaultSuffix(suffix)
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(words[-4:-1]))
        dialog.selectFile(_file_name(printable(shown.title)))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            target = Path(chosen[0])
            self._settings.keep_folder(_PURPOSE, target.parent)
            save(target, shown)

    def _save(
        self, target: Path, shown: OnShow, work: Callable[..., None], arguments: tuple[Any, ...]
    ) -> None:
        self._do(shown, work, arguments, lambda _: self._tell(target), writes=True)

    def _do(
        self,
        shown: OnShow,
        work: Callable[..., Any],
        arguments: tuple[Any, ...],
        done: Callable[[Any], None],
        *,
        writes: bool = False,
    ) -> None:
        name, failed = shown.track.path.name, self._messages.problem
        wish = Wish(name, work, arguments, done, failed, Rank.ASKED_FOR, writes)
        self._tiles.ask(wish, is_long=True)

    def _take_picture(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._messages.news(self.tr("The picture was copied."))

    def _tell(self, target: Path) -> None:
        words = self.tr("The spectrogram was saved to %1.")
        self._messages.news(words.replace("%1", printable(str(target))))


def _file_name(words: str) -> str:
    """Words without what a file's name may not hold."""
    return "".join("_" if sign in '/\\:*?"<>|' else sign for sign in words)
