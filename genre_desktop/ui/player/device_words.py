"""What a sound device is called in the window."""

from PySide6.QtCore import QCoreApplication

_NAMELESS = "default"  # what ALSA calls the default device, whatever it is


def words_for_default(device: str) -> str:
    """The choice of the system's default device, with what that is where it has a name.

    Args:
        device: Its name as PortAudio has it, "" where that is not known.
    """
    words = QCoreApplication.translate("SoundDevice", "System default")
    return words if device in {"", _NAMELESS} else f"{words} ({device})"


def words_for_open(device: str, *, chosen: str) -> str:
    """Where sound goes: a name that says nothing is no answer where no device was chosen.

    Args:
        device: The name of the device that is open, "" where there is none.
        chosen: The name that the user chose, "" for the system's default.
    """
    return words_for_default("") if device == _NAMELESS and not chosen else device
