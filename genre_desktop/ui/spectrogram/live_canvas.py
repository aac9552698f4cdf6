"""The live picture with its time axis, painted over the plot: nothing below it moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from genre_desktop.ui.spectrogram.axes import TIME_HEIGHT
from genre_desktop.ui.spectrogram.live_rings import PLATE, LiveRings
from genre_desktop.ui.spectrogram.pixel_ring import Part
from genre_desktop.ui.spectrogram.time_scale import MARGIN, Place, Room, TimeScale
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Theme

NOW = QColor("#FFB545")  # on the plate in both themes
CROSS = QColor(255, 255, 255, 110)
NOW_SHARE: Final = 5 / 6  # where in the width the heard moment is
_HANDLE: Final = 11, 7  # width and height of the mark above the now line


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things are, in pixels of the widget; found out once for all frames.

    Attributes:
        ratio: Pixels of the screen, hence columns, to a pixel of the widget.
        picture: All but the scale.
        scale: Below it.
        now: The pixel at which the heard column stands.
        columns: How many are in view.
        standing: What does not move with the columns.
    """

    ratio: float
    picture: Part
    scale: Part
    now: int
    columns: int
    standing: tuple[Part, ...] = ()

    @property
    def all_of_it(self) -> list[Part]:
        """What covers the widget, and what is painted over that by itself."""
        return self._in_turn([self.scale, self.picture, *self.standing])

    def changed_by(self, moved: int, *, has_new_words: bool) -> list[Part]:
        """What has to be painted after moving: new columns, and what stood where it stands."""
        left = self.picture.width - moved
        scale = self.scale if has_new_words else self.scale._replace(left=left, width=moved)
        return self._in_turn(
            [
                scale,
                self.picture._replace(left=left, width=moved),
                *(
                    part._replace(left=part.left - moved, width=part.width + moved)
                    for part in self.standing
                ),
            ]
        )

    def _in_turn(self, parts: list[Part]) -> list[Part]:
        """First what is painted without a clip."""
        return sorted(parts, key=lambda part: part.top < self.scale.top)


class LiveCanvas(QWidget):
    """Opaque, so that a frame paints this and nothing of pyqtgraph: a tenth of the work.

    From one frame to the next what is on the screen is moved by a few pixels; only new columns, and
    what does not move along, are painted.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = TimeScale(theme)
        self._rings: LiveRings | None = None
        self._known = 0, 0  # the columns of them that were there when they were shown last
        self._place = Place()
        self._moved = 0  # pixels since it was painted
        self._has_new_words = False  # in the scale, since it was painted
        self._steady = 0  # pixels to move before the scale has other words
        self._changes: dict[tuple[int, bool], tuple[list[Part], QRegion]] = {}
        self._layout = _Layout(1.0, Part(), Part(), 0, 0)
        self._room = Room(0, 0, 1.0)
        self._cross: tuple[int, int] | None = None
        self._has_focus = False
        self._handle = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._be_dressed)

    def fit(self, plot: QRect) -> None:
        """Cover this part of the parent, and the times below it."""
        self.setGeometry(plot.adjusted(0, 0, 0, TIME_HEIGHT))

    @property
    def now(self) -> int:
        """Columns from the left edge to the one that is heard."""
        return int(self._layout.now * self._layout.ratio)

    @property
    def ratio(self) -> float:
        """Columns to a pixel of the widget."""
        return self._layout.ratio

    @property
    def place(self) -> Place:
        """What is shown."""
        return self._place

    def show_rings(self, rings: LiveRings | None) -> None:
        """Paint these from now on, None for nothing."""
        self._rings = rings
        self._lay_out()

    def picture(self) -> QImage:
        """What is on show, all of it bright and without the now line."""
        area = self._on_screen(self._layout.picture)
        image = QImage(area.width, area.height, QImage.Format.Format_RGB32)
        image.fill(PLATE)
        if self._rings is not None:
            painter = QPainter(image)
            self._rings.paint(painter, area, self._place.first, area.width)
            painter.end()
        return image

    def show_place(self, place: Place) -> None:
        """Show the columns around the one that is heard."""
        before, self._place = self._place, place
        columns, known = place.first - before.first, self._known
        ratio = self.devicePixelRatioF()
        if ratio != self._layout.ratio:
            self._lay_out()
        is_whole = ratio.is_integer() and not columns % ratio
        is_movable = 0 <= columns < self._layout.columns and is_whole
        if self._looks_like(before, known) and is_movable:
            self._move(int(columns / ratio))
        else:
            self._steady = 0
            self.update()

    def show_cross(self, place: tuple[int, int] | None) -> None:
        """Cross hairs at a pixel, None for nowhere."""
        if place != self._cross:
            self._cross = place
            self._lay_out()

    def show_focus(self, *, there: bool) -> None:
        """Frame it while it has the keyboard."""
        self._has_focus = there
        self._lay_out()

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        parts, region = self._changed_by(self._moved, has_new_words=self._has_new_words)
        self._moved, self._has_new_words = 0, False
        asked = event.region()
        if asked != region and not asked.subtracted(region).isEmpty():
            parts = self._layout.all_of_it  # it was hidden, or is shown anew
        painter = QPainter(self)
        for part in parts:
            if part.top < self._layout.scale.top:  # it is painted slowly where more is clipped
                painter.setClipRect(*part)
            self._paint_part(painter, part)
        self._paint_standing(painter)
        painter.end()

    # What moves and what stands

    def _looks_like(self, before: Place, known: tuple[int, int]) -> bool:
        """Whether what was in view then looks the same now, wherever it is."""
        ring = self._rings.heard if self._rings is not None else None
        self._known = first, end = (ring.first, ring.end) if ring is not None else (0, 0)
        place, last = self._place, before.first + self._layout.columns
        return (
            place.origin_seconds == before.origin_seconds
            and place.columns_per_second == before.columns_per_second
            and (first == known[0] or max(first, known[0]) <= before.first)
            and (end == known[1] or last <= known[1] < end)
        )

    def _move(self, pixels: int) -> None:
        """Have what was painted moved to the left."""
        if pixels:
            self.scroll(-pixels, 0)
            self._moved += pixels
            self._steady -= pixels
            if self._steady <= 0 or self._moved > MARGIN:
                self._has_new_words = True
                self._steady = self._scale.steady_pixels(self._place, self._room)
        self.update(self._changed_by(self._moved, has_new_words=self._has_new_words)[1])

    def _changed_by(self, moved: int, *, has_new_words: bool) -> tuple[list[Part], QRegion]:
        known = self._changes.get((moved, has_new_words))
        if known is None:
            parts = self._layout.changed_by(moved, has_new_words=has_new_words)
            region = QRegion()
            for part in parts:
                region = region.united(QRect(*part))
            known = self._changes[moved, has_new_words] = parts, region
        return known

    def _lay_out(self) -> None:
        """Find out anew where things are, and which of them do not move with the columns."""
        width, height = self.width(), self.height() - TIME_HEIGHT
        ratio = self.devicePixelRatioF()
        now, half = round(width * NOW_SHARE), _HANDLE[0] // 2 + 1
        standing = []
        if self._rings is not None:
            heard = self._scale.around_heard(now)
            standing += [
                heard._replace(top=height + heard.top),
                Part(now - half, 0, 2 * half + 1, height),
            ]
        if self._cross is not None:
            x, y = self._cross
            standing += [Part(x, 0, 1, height), Part(0, y, width, 1)]
        if self._has_focus:
            standing += [Part(0, 0, width, 1), Part(0, height - 1, width, 1)]
            standing += [Part(0, 0, 1, height), Part(width - 1, 0, 1, height)]
        picture, scale = Part(0, 0, width, height), Part(0, height, width, TIME_HEIGHT)
        columns = round(width * ratio)
        self._layout = _Layout(ratio, picture, scale, now, columns, tuple(standing))
        self._room = Room(width, now if self._rings is not None else -width, ratio)
        self._handle = _handle(ratio)
        self._changes.clear()
        self._steady = 0
        self.update()

    @Slot()
    def _be_dressed(self) -> None:
        self._scale.be_dressed()
        self._lay_out()

    # Painting

    def _paint_part(self, painter: QPainter, part: Part) -> None:
        layout, rings = self._layout, self._rings
        if part == layout.scale:
            self._scale.paint(painter, part, self._place, self._room)
        elif part.top > layout.scale.top:
            picture = self._scale.heard(self._place.heard_seconds, layout.ratio)
            heard = self._scale.around_heard(layout.now)
            painter.drawPixmap(heard.left - MARGIN, part.top, picture)
        elif part.top == layout.scale.top:
            self._scale.paint_ticks(painter, part, self._place, self._room)
        elif rings is None:
            painter.fillRect(*part, PLATE)
        elif layout.ratio == 1.0:
            rings.paint(painter, part, self._place.first, layout.now)
        else:  # a ring has a column for each pixel of the screen
            painter.scale(1 / layout.ratio, 1 / layout.ratio)
            rings.paint(painter, self._on_screen(part), self._place.first, self.now)
            painter.resetTransform()

    def _on_screen(self, part: Part) -> Part:
        """The pixels of the screen that a part of the widget covers."""
        ratio = self._layout.ratio
        left, top = int(part.left * ratio), int(part.top * ratio)
        right = round((part.left + part.width) * ratio)
        bottom = round((part.top + part.height) * ratio)
        return Part(left, top, max(1, right - left), max(1, bottom - top))

    def _paint_standing(self, painter: QPainter) -> None:
        _, _, width, height = self._layout.picture
        now = self._layout.now
        if self._rings is not None:  # an amber line, cased by the plate's colour, and its handle
            painter.fillRect(now - 1, 0, 3, height, PLATE)  # a tall picture would go to threads
            painter.fillRect(now, 0, 1, height, NOW)
            painter.drawPixmap(now - _HANDLE[0] // 2, 0, self._handle)
        if self._cross is not None or self._has_focus:
            painter.setClipping(False)
        if self._cross is not None:
            x, y = self._cross
            painter.fillRect(x, 0, 1, height, CROSS)
            painter.fillRect(0, y, width, 1, CROSS)
        if self._has_focus:
            draw_frame(painter, QRect(0, 0, width, height), self._theme.colours.focus, 1)


def _handle(ratio: float) -> QPixmap:
    """A triangle that points down."""
    width, height = _HANDLE
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(NOW)
    painter.drawPolygon([QPointF(0, 0), QPointF(width, 0), QPointF(width / 2, height)])
    painter.end()
    return pixmap
