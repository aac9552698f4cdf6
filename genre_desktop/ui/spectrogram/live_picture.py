"""What stands on the live canvas, and what of that has to be painted where it moves on."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from genre_desktop.ui.spectrogram.live_rings import PLATE, LiveRings
from genre_desktop.ui.spectrogram.pixel_ring import Part
from genre_desktop.ui.spectrogram.time_scale import MARGIN, Drawn, Place, Room, TimeScale
from genre_desktop.ui.swatch import draw_frame
from genre_desktop.ui.theme import Theme

NOW = QColor("#FFB545")  # on the plate in both themes
CROSS = QColor(255, 255, 255, 110)
NOW_SHARE: Final = 5 / 6  # where in the width the heard moment is
_HANDLE: Final = 11, 7  # width and height of the mark above the now line


class Step(NamedTuple):
    """From one place to the next.

    Attributes:
        pixels: How far to the left what was painted moves.
        region: What has to be painted then; None for all of it.
    """

    pixels: int = 0
    region: QRegion | None = None


class _Change(NamedTuple):
    """What a frame has to paint.

    Attributes:
        region: All of it.
        pictures: What of it is picture.
    """

    region: QRegion
    pictures: list[Part]


class LivePicture:
    """No QObject: what such a one keeps takes ten times as long to look up, sixty times a second.

    Attributes:
        place: What is shown.
        rings: Its columns, None for nothing.
        cross: Where cross hairs are, in pixels, None for nowhere.
        has_focus: Whether it has the keyboard.
        ratio: Pixels of the screen, hence columns, to a pixel of the widget.
        now: Columns from the left edge to the one that is heard.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._scale = TimeScale(theme)
        self.rings: LiveRings | None = None
        self.cross: tuple[int, int] | None = None
        self.has_focus = False
        self.place = Place()
        self._known = 0, 0  # the columns that were there when they were shown last
        self._moved = 0  # pixels since it was painted
        self._has_new_words = False  # in the scale, since it was painted
        self._changes: dict[tuple[int, bool], _Change] = {}
        self._drawn: Drawn
        self._heard: QPixmap
        self.lay_out(0, 0, 1.0)

    @property
    def scale_height(self) -> int:
        """How much of it the times below the columns take."""
        return self._scale.height

    def be_dressed(self) -> None:
        """The theme or its font is another; `lay_out` has to follow."""
        self._scale.be_dressed()

    def lay_out(self, width: int, height: int, ratio: float) -> None:
        """Find out anew where things are, and which of them do not move with the columns.

        Args:
            width: In pixels of the widget.
            height: Without the scale below.
            ratio: Pixels of the screen to one of the widget.
        """
        self.ratio = ratio
        middle, half = round(width * NOW_SHARE), _HANDLE[0] // 2 + 1
        self._middle = middle  # of the now line, in pixels
        self.now, self._columns = int(middle * ratio), round(width * ratio)
        self._picture = Part(0, 0, width, height)
        heard = self._scale.around_heard(middle)
        self._around_heard = heard._replace(top=height + heard.top)
        self._standing = []
        if self.cross is not None:
            x, y = self.cross
            self._standing += [Part(x, 0, 1, height), Part(0, y, width, 1)]
        if self.has_focus:
            self._standing += [Part(0, 0, width, 1), Part(0, height - 1, width, 1)]
            self._standing += [Part(0, 0, 1, height), Part(width - 1, 0, 1, height)]
        if self.rings is not None:  # the last, for its clip stays while the line is painted
            self._standing.append(Part(middle - half, 0, 2 * half + 1, height))
        self._room = Room(width, middle if self.rings is not None else -width, ratio)
        self._drawn = self._scale.drawn(self.place, self._room)
        self._heard = self._scale.heard(self.place.heard_seconds, ratio)
        self._handle = _handle(ratio)
        self._changes.clear()

    def image(self) -> QImage:
        """What is on show, all of it bright and without the now line."""
        area = self._on_screen(self._picture)
        image = QImage(area.width, area.height, QImage.Format.Format_RGB32)
        image.fill(PLATE)
        if self.rings is not None:
            painter = QPainter(image)
            self.rings.paint(painter, area, self.place.first, area.width)
            painter.end()
        return image

    # What moves and what stands

    def move_to(self, place: Place) -> Step | None:
        """Show another place from now on; None where it looks no different."""
        before, self.place = self.place, place
        drawn, heard, ratio = self._drawn, self._heard, self.ratio
        self._drawn = self._scale.drawn(place, self._room)
        self._heard = self._scale.heard(place.heard_seconds, ratio)
        pixels = (place.first - before.first) / ratio
        is_movable = 0 <= pixels < self._picture.width and pixels.is_integer()
        if not (self._looks_like(before) and is_movable and ratio.is_integer()):
            return Step()
        if not pixels and heard is self._heard:
            return None
        self._moved += int(pixels)
        self._has_new_words |= drawn is not self._drawn or self._moved > MARGIN
        return Step(int(pixels), self._changed().region)

    def _looks_like(self, before: Place) -> bool:
        """Whether what was in view then looks the same now, wherever it is."""
        ring, known = self.rings.heard if self.rings is not None else None, self._known
        self._known = first, end = (ring.first, ring.end) if ring is not None else (0, 0)
        place, last = self.place, before.first + self._columns
        return (
            place.origin_seconds == before.origin_seconds
            and place.columns_per_second == before.columns_per_second
            and (first == known[0] or max(first, known[0]) <= before.first)
            and (end == known[1] or last <= known[1] < end)
        )

    def _changed(self) -> _Change:
        """What has to be painted since it was: new columns, and what stood where it stands."""
        moved, has_new_words = change = self._moved, self._has_new_words
        known = self._changes.get(change)
        if known is None:
            new = self._picture._replace(left=self._picture.width - moved, width=moved)
            pictures = [new, *(_drawn_out(part, moved) for part in self._standing)]
            scale = self._picture if has_new_words else new
            parts = [*pictures, scale._replace(top=self._picture.height, height=self._scale.height)]
            if self.rings is not None:
                parts.append(_drawn_out(self._around_heard, moved))
            region = QRegion()
            for part in parts:
                region = region.united(QRect(*part))
            known = self._changes[change] = _Change(region, pictures)
        return known

    # Painting

    def paint(self, painter: QPainter, asked: QRegion) -> None:
        """Paint what has changed, or all of it where more is asked for."""
        moved, has_new_words = self._moved, self._has_new_words
        region, pictures = self._changed()
        self._moved, self._has_new_words = 0, False
        if asked != region and not asked.subtracted(region).isEmpty():
            has_new_words, pictures = True, [self._picture]  # it was hidden, or is shown anew
        self._paint_scale(painter, self._picture.width if has_new_words else moved)
        for part in pictures:
            painter.setClipRect(*part)  # it is painted slowly where more is clipped
            self._paint_part(painter, part)
        self._paint_standing(painter)

    def _paint_scale(self, painter: QPainter, width: int) -> None:
        """Paint so much of the scale at its right, and the second that is heard."""
        top, left, ratio = self._picture.height, self._picture.width - width, self.ratio
        if width:
            x = round((left + self._drawn.moved(self.place)) * ratio)
            size = round(width * ratio), round(self._scale.height * ratio)
            painter.drawPixmap(left, top, self._drawn.picture, x, 0, *size)
        if self.rings is not None:
            heard = self._around_heard
            painter.drawPixmap(heard.left - MARGIN, heard.top, self._heard)

    def _paint_part(self, painter: QPainter, part: Part) -> None:
        """Paint a part of the columns."""
        if self.rings is None:
            painter.fillRect(*part, PLATE)
        elif self.ratio == 1.0:
            self.rings.paint(painter, part, self.place.first, self.now)
        else:  # a ring has a column for each pixel of the screen
            painter.scale(1 / self.ratio, 1 / self.ratio)
            self.rings.paint(painter, self._on_screen(part), self.place.first, self.now)
            painter.resetTransform()

    def _on_screen(self, part: Part) -> Part:
        """The pixels of the screen that a part of the widget covers."""
        ratio = self.ratio
        left, top = int(part.left * ratio), int(part.top * ratio)
        right = round((part.left + part.width) * ratio)
        bottom = round((part.top + part.height) * ratio)
        return Part(left, top, max(1, right - left), max(1, bottom - top))

    def _paint_standing(self, painter: QPainter) -> None:
        _, _, width, height = self._picture
        now = self._middle
        if self.rings is not None:  # an amber line, cased by the plate's colour, and its handle
            painter.fillRect(now - 1, 0, 3, height, PLATE)  # a tall picture would go to threads
            painter.fillRect(now, 0, 1, height, NOW)
            painter.drawPixmap(now - _HANDLE[0] // 2, 0, self._handle)
        if self.cross is not None or self.has_focus:
            painter.setClipping(False)
        if self.cross is not None:
            x, y = self.cross
            painter.fillRect(x, 0, 1, height, CROSS)
            painter.fillRect(0, y, width, 1, CROSS)
        if self.has_focus:
            draw_frame(painter, QRect(0, 0, width, height), self._theme.colours.focus, 1)


def _drawn_out(part: Part, moved: int) -> Part:
    """What stands there, and where the screen has it after moving to the left."""
    return part._replace(left=part.left - moved, width=part.width + moved)


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
