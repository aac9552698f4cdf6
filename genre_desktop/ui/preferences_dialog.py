"""The preferences: each is kept at once."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QStackedWidget, QWidget

from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.settings import MOST_JOBS, Settings
from genre_desktop.services.tagging_settings import TaggingSettings
from genre_desktop.ui.calm_boxes import CalmComboBox, CalmSpinBox
from genre_desktop.ui.dialog_frame import FramedDialog
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.language import LANGUAGES
from genre_desktop.ui.player.playback_page import PlaybackPage
from genre_desktop.ui.preferences_page import PreferencesPage
from genre_desktop.ui.scrolled_page import ScrolledPage
from genre_desktop.ui.tagging.tagging_page import TaggingPage
from genre_desktop.ui.theme import Theme

_SCHEMES = ("system", "light", "dark")
_PAGES_WIDTH = 180


class PreferencesDialog(FramedDialog):
    """Pages on the left; they write into the settings, whose signals tell whoever is concerned."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        playback: PlaybackSettings,
        tagging: TaggingSettings,
        parent: QWidget | None = None,
        *,
        device: QWidget | None = None,
        further: Mapping[str, QWidget] | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Its colours.
            settings: Choices of the window.
            playback: Choices of the player.
            tagging: Choices of writing tags.
            parent: The Qt parent.
            device: Chooses the sound device, on the page of the player.
            further: More pages by their words.
        """
        super().__init__(
            theme,
            QCoreApplication.translate("PreferencesDialog", "Preferences"),
            QCoreApplication.translate("PreferencesDialog", "Every change is kept at once."),
            parent,
        )
        self.setWindowTitle(self.tr("Preferences"))
        self._open_at(720, 520)
        self.general = _GeneralPage(theme, settings)
        self.playback = PlaybackPage(theme, playback, device)
        self.tagging = TaggingPage(theme, tagging)
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("Pages of the preferences"))
        self.pages.setFixedWidth(theme.scaled(_PAGES_WIDTH))
        self.pages.setStyleSheet("QListWidget::item { padding: 5px 8px; }")
        stack = QStackedWidget()
        for words, page in (
            (self.tr("General"), self.general),
            (self.tr("Playback"), self.playback),
            (self.tr("Tags"), self.tagging),
            *(further or {}).items(),
        ):
            self.pages.addItem(words)
            stack.addWidget(ScrolledPage(page))
        self.pages.currentRowChanged.connect(stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.pages)
        row.addWidget(stack, 1)
        self._finish(content, self._close_button())

    def show_page(self, words: str) -> None:
        """Show a page by its words on the left."""
        (item,) = self.pages.findItems(words, Qt.MatchFlag.MatchExactly)
        self.pages.setCurrentItem(item)


class _GeneralPage(PreferencesPage):
    """Colours, language, processes, and what is left out of folders."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme)
        self._settings = settings
        self.colours = CalmComboBox()
        for words in (self.tr("As the system"), self.tr("Light"), self.tr("Dark")):
            self.colours.addItem(words)
        self.colours.setCurrentIndex(_SCHEMES.index(settings.theme))
        self.colours.activated.connect(self._keep_colours)
        self.language = CalmComboBox()
        for words in (self.tr("As the system"), "English", "Deutsch"):
            self.language.addItem(words)
        self.language.setCurrentIndex(LANGUAGES.index(settings.language))
        self.language.activated.connect(self._keep_language)
        self.jobs = CalmSpinBox()
        self.jobs.setRange(0, MOST_JOBS)
        self.jobs.setSpecialValueText(self.tr("One per processor core"))
        self.jobs.setValue(settings.jobs)
        self.jobs.valueChanged.connect(self._keep_jobs)
        self.patterns = QPlainTextEdit("\n".join(settings.exclude))
        self.patterns.setTabChangesFocus(True)
        self.patterns.setAccessibleName(self.tr("Patterns of what is left out, one a line"))
        self.patterns.setPlaceholderText("*.demo.mp3\nAudiobooks/")
        self.patterns.textChanged.connect(self._keep_patterns)
        self._lay_out()

    def _lay_out(self) -> None:
        column, form = self.begin()
        self.add(form, self.tr("C&olours"), self.colours, self.tr("Colours of the window"))
        self.add(form, self.tr("&Language"), self.language, self.tr("Language of the window"))
        form.addRow("", self.hint(self.tr("The window speaks it from its next start on.")))
        said = self.tr("How many processes hear music at once")
        self.add(form, self.tr("Worker &processes"), self.jobs, said)
        from_when = self.tr("Their number holds from the next time tracks are heard.")
        form.addRow("", self.hint(from_when))
        heading = ToneLabel(self._theme, self.tr("Leave out when adding &folders"), demi=True)
        heading.setBuddy(self.patterns)
        hint = self.hint(
            self.tr(
                "One pattern a line. * stands for any letters; a pattern that ends with / "
                "leaves out whole folders. It holds for what is added from now on."
            )
        )
        column.addSpacing(8)
        for widget in (heading, hint):
            column.addWidget(widget)
        self.add_rest(column, self.patterns)

    def _keep_colours(self, place: int) -> None:
        self._settings.theme = _SCHEMES[place]

    def _keep_language(self, place: int) -> None:
        self._settings.language = LANGUAGES[place]

    def _keep_jobs(self, number: int) -> None:
        self._settings.jobs = number

    def _keep_patterns(self) -> None:
        lines = self.patterns.toPlainText().splitlines()
        self._settings.exclude = tuple(line.strip() for line in lines if line.strip())
