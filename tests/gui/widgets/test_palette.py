"""The palette keeps its promises: contrast, a swatch and an icon file for every name."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from genre_desktop.core.places import resource
from genre_desktop.ui import genres
from genre_desktop.ui.colours import DARK, LIGHT, Colours
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.stylesheet import stylesheet
from genre_desktop.ui.theme import Theme
from tests.support.contrast import contrast

SCHEMES = pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])


@SCHEMES
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in (colours.window, colours.base, colours.alternate, colours.raised):
        assert contrast(colours.text, ground) >= 7.0
        assert contrast(colours.muted, ground) >= 4.5
        assert contrast(colours.problem, ground) >= 4.5
    assert contrast(colours.selection_text, colours.selection) >= 7.0
    assert contrast(colours.default_text, colours.default_button) >= 4.5


@SCHEMES
def test_what_is_no_text_still_stands_out(colours: Colours) -> None:
    for ground in (colours.window, colours.base, colours.raised):
        assert contrast(colours.edge, ground) >= 3.0
        assert contrast(colours.focus, ground) >= 3.0
    assert contrast(colours.fill, colours.track) >= 3.0


@SCHEMES
def test_every_genre_stands_out_from_the_table(colours: Colours) -> None:
    for label in genres._KNOWN:
        colour = genre_of(label).colour(is_dark=colours.is_dark)
        assert contrast(colour, colours.base) >= 3.6
        assert contrast(colour, colours.window) >= 3.1


def test_genres_differ_in_code_word_and_colour() -> None:
    known = [genre_of(label) for label in genres._KNOWN]
    for values in (
        {one.code for one in known},
        {one.word for one in known},
        {one.dark.name() for one in known},
        {one.light.name() for one in known},
    ):
        assert len(values) == len(known)


def test_a_label_is_known_however_it_is_written() -> None:
    assert genre_of("hip-hop").word == genre_of("HipHop").word == "Hip-Hop"


def test_a_genre_of_ones_own_is_neutral_with_its_own_letters() -> None:
    own = genre_of("zydeco")
    assert (own.word, own.code) == ("Zydeco", "Zy")


@SCHEMES
def test_pictures_are_found_wherever_the_program_lies(colours: Colours) -> None:
    addresses = re.findall(r"url\((.*?)\)", stylesheet(colours, 16))
    assert len(addresses) > 5
    for address in addresses:
        assert address[0] == address[-1] == '"'
        assert Path(address.strip('"')).is_file()


def test_the_theme_changes_the_palette_and_says_so(theme: Theme, qapp: QApplication) -> None:
    changes: list[bool] = []
    theme.changed.connect(lambda: changes.append(theme.colours.is_dark))
    theme.follow("dark")
    theme.follow("dark")
    assert changes == [True]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window


class Hints(QObject):
    """Stands in for what the system says of its colours, which it does not without a screen."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's own name
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        """The user changes the system's colours."""
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


@pytest.fixture
def hints(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Hints:
    hints = Hints()
    monkeypatch.setattr(qapp, "styleHints", lambda: hints)
    return hints


def test_the_window_is_light_or_dark_as_the_system_is_and_turns_with_it(
    hints: Hints, theme: Theme, qapp: QApplication
) -> None:
    window = QPalette.ColorRole.Window
    hints.turn(Qt.ColorScheme.Dark)
    assert qapp.palette().color(window) == LIGHT.window  # as the user chose
    theme.follow("system")
    assert qapp.palette().color(window) == DARK.window
    hints.turn(Qt.ColorScheme.Light)
    assert qapp.palette().color(window) == LIGHT.window
    theme.follow("dark")
    hints.turn(Qt.ColorScheme.Light)
    assert qapp.palette().color(window) == DARK.window
    theme.follow("system")
    assert qapp.palette().color(window) == LIGHT.window


def test_every_icon_that_the_code_names_is_there() -> None:
    source = Path(genres.__file__).parent
    named = {
        name
        for file in source.rglob("*.py")
        for name in re.findall(r"""(?:icon|pixmap)\(\s*"([a-z-]+)\"""", file.read_text("utf-8"))
    }
    assert named
    missing = [name for name in sorted(named) if not resource(f"icons/{name}.svg").is_file()]
    assert missing == []
