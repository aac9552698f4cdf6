"""Saves what a window shows."""

from pathlib import Path

from PySide6.QtWidgets import QWidget


def save(window: QWidget, path: Path) -> None:
    """Save a picture of a window, or end with a sentence."""
    if not window.grab().save(str(path)):
        raise SystemExit(f"The picture {path} cannot be written.")
    print(path)
