"""Deletes what the user wanted to be rid of, once the window is closed, and says what is gone."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from genre_desktop.services.kept_reading import KeptReading
from genre_desktop.ui.core_sentences import in_our_language


def tell_deleted(kept: KeptReading) -> None:
    """Nothing in a usual end; else delete, and show a box until it is closed."""
    deleted = kept.delete()
    if deleted is None:
        return
    from genre_desktop.ui.kept_words import kind_words

    lines = [f"• {kind_words(kind)}" for kind in deleted.kinds]
    words = [_words("Deleted:"), *lines] if lines else [_words("Nothing was deleted.")]
    box = QMessageBox(
        QMessageBox.Icon.Warning if deleted.failures else QMessageBox.Icon.Information,
        "Genre Desktop",
        "\n".join([*words, *map(in_our_language, deleted.failures)]),
    )
    box.exec()


def _words(text: str) -> str:
    return QCoreApplication.translate("Deleted", text)
