"""Shows a model package's card: its purpose, data, numbers and limits."""

from PySide6.QtWidgets import QWidget

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.quiet_text import QuietText
from genre_desktop.ui.theme import Theme


class ModelCardDialog(FramedDialog):
    """The card is Markdown, perhaps a stranger's."""

    def __init__(self, theme: Theme, entry: ModelEntry, parent: QWidget | None = None) -> None:
        genres = ", ".join(genre_of(label).word for label in entry.labels)
        super().__init__(theme, entry.title or entry.name, genres, parent)
        self.setWindowTitle(self.tr("Model card"))
        self._open_at(640, 560)
        self.card = card = QuietText(theme)
        card.setAccessibleName(self.tr("Card of the model, to read"))
        words = in_our_language(entry.refusal) or entry.card or self.tr("This package has no card.")
        card.show_markdown(words)
        self._finish(card, self._close_button())
