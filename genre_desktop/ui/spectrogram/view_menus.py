"""The menus in which the user says how the sound is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from genre_desktop.core.colour_maps import NAMES
from genre_desktop.core.track_spectrum import Channel
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.services.spectrogram.view_choice import (
    GAINS_DB,
    RANGES_DB,
    SECONDS,
    WINDOW_SAMPLES,
    ViewChoice,
)
from genre_desktop.ui.menu_heading import MenuHeading

Change = Callable[[ViewChoice], ViewChoice]


@dataclass(frozen=True, slots=True)
class Section:
    """Choices of which one holds.

    Attributes:
        title: Above them, empty where they stand alone.
        offers: The words of each, and what it changes.
    """

    title: str
    offers: dict[str, Change]

    def word(self, choice: ViewChoice) -> str:
        """The words of the one that holds."""
        return next((word for word, change in self.offers.items() if change(choice) == choice), "")


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A menu of the header.

    Attributes:
        title: What it is about.
        sections: What it offers; the first one's words stand on its button.
        measures: Whether it changes nothing of the live mel view, which is what models hear.
    """

    title: str
    sections: tuple[Section, ...]
    measures: bool = False

    def words(self, choice: ViewChoice) -> str:
        """What is chosen, in full."""
        chosen = (section.word(choice) for section in self.sections)
        return f"{self.title}: {', '.join(chosen)}"


class ViewMenus(QObject):
    """A menu for each group, which marks what holds.

    Signals:
        chosen: The `ViewChoice` that holds from now on.
    """

    chosen = Signal(object)

    def __init__(self, choice: ViewChoice, parent: QObject) -> None:
        super().__init__(parent)
        self._choice = choice
        self._marks: list[tuple[QAction, Change]] = []
        self.menus = {group: self._menu(group) for group in _groups()}
        self._mark()

    @property
    def choice(self) -> ViewChoice:
        """What holds."""
        return self._choice

    def _menu(self, group: Group) -> QMenu:
        menu = QMenu(group.title)
        for section in group.sections:
            if section.title:
                MenuHeading(section.title, menu)
            actions = QActionGroup(menu)
            for words, change in section.offers.items():
                action = menu.addAction(words)
                action.setCheckable(True)
                actions.addAction(action)
                action.triggered.connect(partial(self.choose, change))
                self._marks.append((action, change))
            menu.addSeparator()
        return menu

    def choose(self, change: Change) -> None:
        """Have something else hold, and tell it."""
        self._choice = change(self._choice)
        self._mark()
        self.chosen.emit(self._choice)

    def _mark(self) -> None:
        for action, change in self._marks:
            action.setChecked(change(self._choice) == self._choice)


def _groups() -> tuple[Group, ...]:
    return (
        Group(_tr("Frequencies"), (_scales(),)),
        Group(_tr("Channels"), (_channels(),), measures=True),
        Group(_tr("Window"), (_lengths(), _windows()), measures=True),
        Group(_tr("Colours"), (_colours(),)),
        Group(_tr("Levels"), (_ranges(), _gains())),
        Group(_tr("Time on show"), (_times(),)),
    )


def _scales() -> Section:
    words = {
        Scale.MEL: _tr("Mel"),
        Scale.LINEAR: _tr("Linear"),
        Scale.LOGARITHMIC: _tr("Logarithmic"),
    }
    return Section("", {word: _changes(scale=scale) for scale, word in words.items()})


def _channels() -> Section:
    words = {
        Channel.BOTH: _tr("Both"),
        Channel.LEFT: _tr("Left"),
        Channel.RIGHT: _tr("Right"),
        Channel.MID: _tr("Mid (mean of left and right)"),
        Channel.SIDE: _tr("Side (half their difference)"),
    }
    return Section("", {word: _looks(channel=channel) for channel, word in words.items()})


def _lengths() -> Section:
    words = {QLocale().toString(each): _looks(window_samples=each) for each in WINDOW_SAMPLES}
    return Section(_tr("Length in samples"), words)


def _windows() -> Section:
    words = {
        Window.HANN: _tr("Hann"),
        Window.HAMMING: _tr("Hamming"),
        Window.BLACKMAN_HARRIS: _tr("Blackman-Harris"),
        Window.FLAT_TOP: _tr("Flat top"),
    }
    return Section(_tr("Shape"), {word: _looks(window=window) for window, word in words.items()})


def _colours() -> Section:
    words = {name: name.capitalize() for name in NAMES}
    words["cividis"] = _tr("Cividis (safe for colour blindness)")
    words["grey"] = _tr("Grey")
    return Section("", {word: _changes(colours=name) for name, word in words.items()})


def _ranges() -> Section:
    words = {f"{each:.0f} dB": _changes(range_db=each) for each in RANGES_DB}
    return Section(_tr("Dynamic range"), words)


def _gains() -> Section:
    words = {f"{each:+.0f} dB" if each else "0 dB": each for each in GAINS_DB}
    return Section(
        _tr("Gain"),
        {word.replace("-", "−"): _changes(gain_db=each) for word, each in words.items()},
    )


def _times() -> Section:
    return Section("", {f"{each:.0f} s": _changes(seconds=each) for each in SECONDS})


def _changes(**changed: object) -> Change:
    return lambda choice: replace(choice, **changed)  # type: ignore[arg-type]  # by its own names


def _looks(**changed: object) -> Change:
    return lambda choice: replace(
        choice,
        look=replace(choice.look, **changed),  # type: ignore[arg-type]  # by its own names
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewMenus", text)
