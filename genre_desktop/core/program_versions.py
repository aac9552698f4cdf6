"""Which versions of what the program stands on run here."""

import platform
from importlib.metadata import PackageNotFoundError, version

from genre_desktop import __version__

_UNKNOWN = "of unknown version"


def program_versions() -> tuple[tuple[str, str], ...]:
    """Names and versions: the program, Python, Qt, onnxruntime, FFmpeg."""
    return (
        ("Genre Desktop", __version__),
        ("Python", platform.python_version()),
        ("Qt", _of_package("PySide6-Essentials")),  # which has Qt's own number
        ("onnxruntime", _of_package("onnxruntime")),
        ("FFmpeg", _ffmpeg()),
    )


def _of_package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # installed by something else than a wheel
        return _UNKNOWN


def _ffmpeg() -> str:
    try:
        from genre_desktop.dsp.decode import ffmpeg_version

        return ffmpeg_version()
    except ImportError:  # a library of the system that it stands on is missing
        return _UNKNOWN
