"""Has the user's model packages installed and removed, and tells what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.places import own_models_folder
from genre_desktop.services.services import Services
from genre_desktop.ui.model_choice import ModelChoice

_FOLDER_PURPOSE = "models"
_TOPIC = "own models"  # of messages: what came of the last try


class OwnModels(QObject):
    """Stands between the page of the preferences and the service.

    Signals:
        told: A sentence on what goes on or came of it.
        refused: A sentence: why everything stays as it was.
        changed: Other packages may be there now.
    """

    told = Signal(str)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, services: Services, models: ModelChoice, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._models = services, models
        self._entries: tuple[ModelEntry, ...] = ()
        services.installing.installed.connect(self._tell_installed)
        services.installing.removed.connect(self._tell_removed)
        services.installing.refused.connect(self._refuse)
        services.models.models_read.connect(self._take)

    @property
    def entries(self) -> tuple[ModelEntry, ...]:
        """The user's packages, also those that are of no use."""
        return self._entries

    @property
    def is_offered(self) -> bool:
        """Whether the user's packages are on offer at all."""
        return self._services.user_folders.also_own_models

    def ask_for_one(self, window: QWidget) -> None:
        """Let the user choose a package, and install it."""
        settings = self._services.settings
        name, _ = QFileDialog.getOpenFileName(
            window,
            self.tr("Install a model"),
            str(settings.folder(_FOLDER_PURPOSE) or Path.home()),
            self.tr("Model packages (manifest.json *.zip)"),
        )
        if name:
            settings.keep_folder(_FOLDER_PURPOSE, Path(name).parent)
            self.install(Path(name))

    def install(self, source: Path) -> None:
        """Install what lies there."""
        self.told.emit(self.tr("The model is checked…"))
        self._services.installing.install(source)

    def ask_to_remove(self, entry: ModelEntry, window: QWidget) -> None:
        """Remove a package, if it hears nothing now and the user wants it."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Remove a model"), "", parent=window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove the model “%1”?").replace("%1", entry.title))
        box.setInformativeText(
            self.tr(
                "Its folder is deleted. What it heard stays in the library; to hear with it again, "
                "install it again."
            )
        )
        remove = box.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        remove.clicked.connect(lambda: self._remove(entry))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _remove(self, entry: ModelEntry) -> None:
        is_running = self._services.classification.progress.is_running
        if is_running and entry == self._models.current:
            words = self.tr("“%1” is hearing tracks. Stop the listening, then remove the model.")
            self._refuse(words.replace("%1", entry.title))
        else:
            self._services.installing.remove(entry)

    @Slot(tuple)
    def _take(self, found: tuple[ModelEntry, ...]) -> None:
        own = own_models_folder()
        self._entries = tuple(entry for entry in found if entry.folder.parent == own)
        self.changed.emit()

    @Slot(str)
    def _tell_installed(self, title: str) -> None:
        self._tell(self.tr("“%1” is installed and can be chosen as the model."), title)

    @Slot(str)
    def _tell_removed(self, title: str) -> None:
        self._tell(self.tr("“%1” was removed."), title)

    def _tell(self, words: str, title: str) -> None:
        sentence = words.replace("%1", title)
        self.told.emit(sentence)
        self._services.messages.news(sentence, topic=_TOPIC)
        self._services.models.read()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)
        self._services.messages.problem(sentence, topic=_TOPIC)
