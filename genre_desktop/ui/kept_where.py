"""Says at the start where what the user changes is not kept as always."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from genre_desktop.core.user_folders import Keeping
from genre_desktop.services.services import Services


def tell_what_is_kept(services: Services, window: QWidget) -> None:
    """Nothing in a usual start; else a sentence in the message bar and a word in the title."""
    folders = services.user_folders
    if folders.keeping is Keeping.SAFE_MODE:
        window.setWindowTitle(_words("Genre Desktop (safe mode)"))
        services.messages.news(
            _words(
                "Safe mode: settings and list begin empty and are not kept, and only the "
                "program's own models are offered."
            )
        )
    if folders.why:
        services.messages.problem(
            _words(
                "Nothing can be saved: settings, list and what was heard last until the window "
                "is closed, and so does taking tags back. %1"
            ).replace("%1", folders.why)
        )


def _words(text: str) -> str:
    return QCoreApplication.translate("KeptWhere", text)
