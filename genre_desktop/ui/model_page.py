"""The page of the preferences on the model that hears, and on models of one's own."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.labels import ToneLabel, WrappedLabel
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.own_models import OwnModels
from genre_desktop.ui.preferences_page import PreferencesPage
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.worded_list import WordedList


class ModelPage(PreferencesPage):
    """The same choice as in the tool bar with the genres of each; packages come and go below."""

    def __init__(self, theme: Theme, models: ModelChoice, own: OwnModels) -> None:
        super().__init__(theme)
        self._models, self._own_models = models, own
        self.model = CalmComboBox()
        self.model.activated.connect(self._choose)
        column, form = self.begin()
        said = self.tr("Model that hears the music from now on")
        self.add(form, self.tr("&Model"), self.model, said)
        self._genres = self.hint("")
        form.addRow("", self._genres)
        column.addSpacing(8)
        column.addWidget(
            self.hint(
                self.tr(
                    "Another model hears every track of the list anew; what the present one said "
                    "is remembered. Genres, About this model shows what a model was made from and "
                    "how well it does."
                )
            )
        )
        column.addSpacing(8)
        self._make_own()
        heading = ToneLabel(theme, self.tr("Models of your &own"), demi=True)
        heading.setBuddy(self.own)
        for widget in (heading, self._hint_on_own()):
            column.addWidget(widget)
        self.add_rest(column, self.own)
        buttons = QHBoxLayout()
        for button in (self.install, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self.outcome)
        own.changed.connect(self._show)
        own.told.connect(self._tell)
        own.refused.connect(self._refuse)
        self._show()

    def _make_own(self) -> None:
        self.remove = QPushButton(self.tr("&Remove…"))
        self.remove.clicked.connect(self._ask_to_remove)
        missing = self.tr("No model of your own is installed.")
        self.own = WordedList(self._theme, missing, self.remove)
        self.own.setAccessibleName(self.tr("Model packages that you installed"))
        self.install = QPushButton(self.tr("&Install a model…"))
        self.install.setEnabled(self._own_models.is_offered)
        self.install.clicked.connect(lambda: self._own_models.ask_for_one(self.window()))
        self.outcome = WrappedLabel(self._theme, size=Size.SMALL)

    def _hint_on_own(self) -> ToneLabel:
        if not self._own_models.is_offered:
            return self.hint(self.tr("In safe mode only the program's own models are on offer."))
        return self.hint(
            self.tr(
                "A package is its manifest.json with the files beside it, or an archive (.zip), "
                "such as training exports. It is checked, and proves itself, before it is copied."
            )
        )

    @Slot()
    def _show(self) -> None:
        self.model.clear()
        for entry in self._models.entries:
            self.model.addItem(entry.title, entry.name)
        if self._models.current is not None:
            self.model.setCurrentIndex(self._models.entries.index(self._models.current))
        self._tell_genres()
        self.own.show_entries(_words_of(entry) for entry in self._own_models.entries)

    def _choose(self, place: int) -> None:
        self._models.choose(self._models.entries[place])
        self._tell_genres()

    def _ask_to_remove(self) -> None:
        entry = self._own_models.entries[self.own.currentRow()]
        self._own_models.ask_to_remove(entry, self.window())

    def _tell_genres(self) -> None:
        entry: ModelEntry | None = self._models.current
        labels = entry.labels if entry is not None else ()
        self._genres.setText(", ".join(genre_of(label).word for label in labels))

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self.outcome.take_role("text")
        self.outcome.say(sentence)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.outcome.take_role("problem")
        self.outcome.say(in_our_language(sentence))


def _words_of(entry: ModelEntry) -> str:
    return f"{entry.title} {entry.version}".strip()
