"""What is kept, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from genre_desktop.core.kept import Kept, Kind

_KINDS = {
    Kind.LIBRARY: QT_TRANSLATE_NOOP("KeptWords", "What was heard (the library)"),
    Kind.CORRECTIONS: QT_TRANSLATE_NOOP("KeptWords", "Your corrections of genres"),
    Kind.JOURNAL: QT_TRANSLATE_NOOP("KeptWords", "The history, which takes tags and files back"),
    Kind.LIST: QT_TRANSLATE_NOOP("KeptWords", "The list"),
    Kind.SETTINGS: QT_TRANSLATE_NOOP("KeptWords", "Preferences and rules"),
    Kind.LOGS: QT_TRANSLATE_NOOP("KeptWords", "Logs"),
}


def kind_words(kind: Kind) -> str:
    """What it is."""
    return QCoreApplication.translate("KeptWords", _KINDS[kind])


def size_words(kept: Kept) -> str:
    """How much it is."""
    if not kept.files:
        return QCoreApplication.translate("KeptWords", "nothing")
    return QLocale().formattedDataSize(kept.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
