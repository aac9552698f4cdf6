"""The application's look: colours that follow the system's scheme, and sizes of type."""

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from genre_desktop.ui.colours import DARK, LIGHT, Colours
from genre_desktop.ui.stylesheet import stylesheet

_G = QPalette.ColorGroup
_R = QPalette.ColorRole
_USUAL = 15  # pixels of the largest font that fits into widths as they are: 11 points at 96 dpi
_SCHEMES = {"system": None, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Size(Enum):
    """Sizes of type as factors of the body's."""

    AXIS = 0.83
    SMALL = 0.92
    BODY = 1.0
    TITLE = 1.25
    CLOCK = 1.42
    HEADING = 1.75


class Theme(QObject):
    """Colours and fonts in use, applied to the whole application.

    Signals:
        changed: The colours are others now; whoever painted a picture of its own repaints it.
    """

    changed = Signal()

    def __init__(self, application: QApplication, wanted: str = "system") -> None:
        """Set fonts and colours; see `dress`.

        Args:
            application: What is dressed.
            wanted: "system", "light" or "dark".
        """
        super().__init__(application)
        self._application = application
        self._forced = _SCHEMES[wanted]
        if not application.styleSheet():  # else it is dressed already
            application.setStyle("Fusion")
        font = application.font()
        font.setFeature(QFont.Tag("tnum"), 1)
        application.setFont(font)
        self.colours = self._wanted()
        application.setPalette(palette_of(self.colours))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def dress(self) -> None:
        """Give all widgets, and those to come, what a palette cannot.

        Once they are in their places: Qt dresses a widget anew whenever it gets another parent.
        """
        dress = stylesheet(self.colours, QFontMetrics(QApplication.font()).height())
        if self._application.styleSheet() != dress:  # Qt dresses every widget anew, whatever is set
            self._application.setStyleSheet(dress)

    @Slot(str)
    def follow(self, wanted: str) -> None:
        """Follow the "system", or show "light" or "dark" whatever it says."""
        self._forced = _SCHEMES[wanted]
        self._follow_system()

    @staticmethod
    def font(size: Size = Size.BODY, *, demi: bool = False, italic: bool = False) -> QFont:
        """The system's font at a size, with figures of one width."""
        font = QApplication.font()
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * size.value)
        else:
            font.setPixelSize(round(font.pixelSize() * size.value))
        if demi:
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(italic)
        return font

    @staticmethod
    def scaled(pixels: int) -> int:
        """A width or height of so many pixels; more of them where the font is a large one."""
        return max(pixels, round(pixels * QFontInfo(QApplication.font()).pixelSize() / _USUAL))

    @Slot()
    def _follow_system(self) -> None:
        wanted = self._wanted()
        if wanted is not self.colours:
            self.colours = wanted
            self._application.setPalette(palette_of(wanted))
            self.dress()
            self.changed.emit()

    def _wanted(self) -> Colours:
        scheme = self._forced or self._application.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette in our colours."""
    palette = QPalette()
    for role, colour in {
        _R.Window: colours.window,
        _R.WindowText: colours.text,
        _R.Base: colours.base,
        _R.AlternateBase: colours.alternate,
        _R.Text: colours.text,
        _R.PlaceholderText: colours.muted,
        _R.Button: colours.button,
        _R.ButtonText: colours.text,
        _R.BrightText: colours.problem,
        _R.Highlight: colours.selection,
        _R.HighlightedText: colours.selection_text,
        _R.Accent: colours.focus,
        _R.Link: colours.focus,
        _R.LinkVisited: colours.focus,
        _R.ToolTipBase: colours.raised,
        _R.ToolTipText: colours.text,
        _R.Light: colours.raised,
        _R.Midlight: colours.raised,
        _R.Mid: colours.hairline,
        _R.Dark: colours.edge,
        _R.Shadow: colours.edge,
    }.items():
        palette.setColor(role, colour)
    for role in (_R.WindowText, _R.Text, _R.ButtonText, _R.PlaceholderText):
        palette.setColor(_G.Disabled, role, colours.disabled)
    palette.setColor(_G.Inactive, _R.Highlight, colours.inactive_selection)
    palette.setColor(_G.Inactive, _R.HighlightedText, colours.text)
    return palette
