"""Line icons of our own, tinted with a colour of the theme."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from genre_desktop.core.places import resource
from genre_desktop.ui.theme import Theme


class Icons(QObject):
    """Draws `resources/icons/*.svg` in the theme's colours and remembers what it drew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._renderers: dict[str, QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, int, int, int, float], QPixmap] = {}

    def icon(self, name: str, *, role: str = "text") -> QIcon:
        """An icon for buttons and menus; it follows the theme by itself.

        Args:
            name: File name without its ending.
            role: Name of the colour in `Colours` for the normal state.
        """
        return QIcon(_TintedEngine(self, name, role))

    @staticmethod
    def application() -> QIcon:
        """The program's own icon, in its own colours."""
        return QIcon(str(resource("icons/genre-desktop.svg")))

    def pixmap(self, name: str, size: QSize, colour: QColor, ratio: float = 1.0) -> QPixmap:
        """The drawing in one colour.

        Args:
            name: File name without its ending.
            size: In logical pixels.
            colour: The tint.
            ratio: Device pixels per logical one.
        """
        key = (name, size.width(), size.height(), colour.rgba(), ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._drawn(name, size, colour, ratio)
        return pixmap

    def tint(self, role: str, mode: QIcon.Mode) -> QColor:
        """The colour of an icon in a state of its button."""
        colours = self._theme.colours
        if mode is QIcon.Mode.Disabled:
            return colours.disabled
        if mode is QIcon.Mode.Selected:
            return colours.selection_text
        colour: QColor = getattr(colours, role)
        return colour

    def _drawn(self, name: str, size: QSize, colour: QColor, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        target = QRect(0, 0, size.width(), size.height())
        self._renderer(name).render(painter, target.toRectF())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(target, colour)
        painter.end()
        return pixmap

    def _renderer(self, name: str) -> QSvgRenderer:
        if name not in self._renderers:
            renderer = QSvgRenderer(str(resource(f"icons/{name}.svg")))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._renderers[name] = renderer
        return self._renderers[name]


class _TintedEngine(QIconEngine):
    """Asks for the colour at the moment of painting."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 (Qt's signature; on and off look alike)
    ) -> None:
        ratio = painter.deviceTransform().m11()  # `device()` would make every class of widgets
        painter.drawPixmap(rect, self._tinted(rect.size(), mode, ratio))

    def pixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 (as above)
    ) -> QPixmap:
        return self._tinted(size, mode, 1.0)

    def scaledPixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 (as above)
        scale: float,
    ) -> QPixmap:
        return self._tinted(size, mode, scale)  # since Qt 6.8 the size is in logical pixels

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._icons, self._name, self._role)

    def _tinted(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        return self._icons.pixmap(self._name, size, self._icons.tint(self._role, mode), ratio)
