"""The page of the preferences on how tags are written."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton

from genre_desktop.services.tagging_settings import ID3_VERSIONS, TaggingSettings
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.preferences_page import BELOW_A_BOX, PreferencesPage
from genre_desktop.ui.theme import Theme


class TaggingPage(PreferencesPage):
    """Writes into the settings, which the next preview reads."""

    def __init__(self, theme: Theme, settings: TaggingSettings) -> None:
        super().__init__(theme)
        self._settings = settings
        self.version = CalmComboBox()
        for version in ID3_VERSIONS:
            self.version.addItem(f"ID3v2.{version}")
        self.version.setCurrentIndex(ID3_VERSIONS.index(settings.id3_version))
        self.version.activated.connect(self._keep_version)
        self.separator = QLineEdit(settings.separator)
        self.separator.setMaxLength(8)
        self.separator.setFixedWidth(80)
        self.separator.editingFinished.connect(self._keep_separator)
        self.keep_time = QCheckBox(self.tr("&Keep the time of a file's last change"))
        self.keep_time.setChecked(settings.keep_time)
        self.keep_time.toggled.connect(self._keep_time)
        self.through_links = QCheckBox(
            self.tr("&Write files that are linked more than once, for all their links")
        )
        self.through_links.setChecked(settings.through_links)
        self.through_links.toggled.connect(self._keep_through_links)
        self.rules = QPushButton(self.tr("&Rules for tags…"))
        self.rules.setToolTip(self.tr("Own names for genres, and what unsure means."))
        self.rules.setAccessibleName(self.rules.toolTip())
        self._lay_out()

    def _lay_out(self) -> None:
        column, form = self.begin()
        self.add(form, self.tr("New &ID3 tags"), self.version, self.tr("Version of new ID3 tags"))
        said = self.tr("What stands between several genres")
        self.add(form, self.tr("&Between several genres"), self.separator, said)
        column.addWidget(
            self.hint(
                self.tr(
                    "Tags that are there keep their version. The separator stands in ID3v2.2 and "
                    "v2.3 only, which know one text; other formats list each genre by itself."
                )
            )
        )
        column.addSpacing(12)
        column.addWidget(self.keep_time)
        column.addWidget(
            self.hint(
                self.tr("Programs that look for changed files by their time then see no change."),
                BELOW_A_BOX,
            )
        )
        column.addSpacing(12)
        column.addWidget(self.through_links)
        column.addWidget(
            self.hint(
                self.tr(
                    "Such a file cannot be replaced by its copy; it is written in its place. A "
                    "program that reads it in that moment may find it half written, and after a "
                    "power cut it is made whole when this program starts next. It takes a new time "
                    "of change. Without this, such files are left alone."
                ),
                BELOW_A_BOX,
            )
        )
        column.addSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.rules)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()

    def _keep_version(self, place: int) -> None:
        self._settings.id3_version = ID3_VERSIONS[place]

    def _keep_separator(self) -> None:
        self._settings.separator = self.separator.text()
        self.separator.setText(self._settings.separator)

    def _keep_through_links(self, on: bool) -> None:
        self._settings.through_links = on

    def _keep_time(self, on: bool) -> None:
        self._settings.keep_time = on
