"""The page of the preferences on the model that hears."""

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.preferences_page import PreferencesPage
from genre_desktop.ui.theme import Theme


class ModelPage(PreferencesPage):
    """The same choice as in the tool bar, with the genres that each model knows."""

    def __init__(self, theme: Theme, models: ModelChoice) -> None:
        super().__init__(theme)
        self._models = models
        self.model = CalmComboBox()
        for entry in models.entries:
            self.model.addItem(entry.title, entry.name)
        if models.current is not None:
            self.model.setCurrentIndex(models.entries.index(models.current))
        self.model.activated.connect(self._choose)
        column, form = self.begin()
        self.add(form, self.tr("Model"), self.model)
        self._genres = self.hint("")
        form.addRow("", self._genres)
        column.addSpacing(8)
        column.addWidget(
            self.hint(
                self.tr(
                    "Another model hears every track of the list anew; what the present one said "
                    "is remembered. Packages of your own lie in the folder “models” beside the "
                    "library. Genres, About this model shows what a model was made from and how "
                    "well it does."
                )
            )
        )
        column.addStretch()
        self._tell()

    def _choose(self, place: int) -> None:
        self._models.choose(self._models.entries[place])
        self._tell()

    def _tell(self) -> None:
        entry: ModelEntry | None = self._models.current
        labels = entry.labels if entry is not None else ()
        self._genres.setText(", ".join(genre_of(label).word for label in labels))
