"""The program's icon as Windows and macOS want it, drawn from our SVG."""

import io
import os
import sys
from pathlib import Path
from typing import Any

from tools.package.release import ROOT

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def program_icon(folder: Path) -> str:
    """Draw the icon into a folder; the path of an .icns file on macOS, else of an .ico file."""
    ending = "icns" if sys.platform == "darwin" else "ico"
    return str(draw(folder / f"genre-desktop.{ending}"))


def draw(target: Path) -> Path:
    """Draw the icon in all sizes into one file, whose ending says the format."""
    pictures = [_picture(size) for size in SIZES_PX]
    target.parent.mkdir(parents=True, exist_ok=True)
    pictures[-1].save(
        target, append_images=pictures[:-1], sizes=[(size, size) for size in SIZES_PX]
    )
    return target


def _picture(size_px: int) -> Any:
    """The icon in one size, drawn for it rather than shrunk."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing_for(size_px))).render(painter)
    painter.end()
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return Image.open(io.BytesIO(encoded.data()))


def drawing_for(size_px: int) -> Path:
    """The SVG that is meant for a size: small ones have one of their own, on whole pixels."""
    icons = ROOT / "resources" / "icons"
    return icons / ("genre-desktop-16.svg" if size_px < 24 else "genre-desktop.svg")
