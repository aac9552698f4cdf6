"""Opens the dialogs; each is imported when it is first wanted."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.tagging.look import Look


class Dialogs(QObject):
    """Each goes when it is closed."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        services: Services,
        models: ModelChoice,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look, self._theme = look, look.theme
        self._services = services
        self._models = models
        self._actions = actions
        actions.model_card.triggered.connect(self.show_model_card)
        actions.training_report.triggered.connect(self.show_report)
        actions.keys.triggered.connect(self.show_help)
        actions.about.triggered.connect(self.show_about)

    @Slot(RowState)
    def show_properties(self, row: RowState) -> None:
        """All that is known of a track."""
        from genre_desktop.ui.properties_dialog import PropertiesDialog

        _open(PropertiesDialog(self._theme, row, self._window))

    @Slot()
    def show_model_card(self) -> None:
        """The card of the chosen model."""
        from genre_desktop.ui.model_card_dialog import ModelCardDialog

        if self._models.current is not None:
            _open(ModelCardDialog(self._theme, self._models.current, self._window))

    @Slot(RowState)
    def show_comparison(self, row: RowState) -> None:
        """Two models side by side on a track."""
        from genre_desktop.ui.comparison_dialog import ComparisonDialog

        if self._models.entries:
            comparing = self._services.comparing
            _open(ComparisonDialog(self._look, comparing, row, self._models, self._window))

    @Slot()
    def show_report(self) -> None:
        """How the models were measured, and what else was tried."""
        from genre_desktop.ui.report_dialog import report_dialog

        _open(report_dialog(self._theme, self._window))

    @Slot()
    def show_help(self) -> None:
        """What can be done, every key, and the filter's language."""
        from genre_desktop.ui.help_dialog import help_dialog

        _open(help_dialog(self._theme, self._actions.with_keys(), self._window))

    @Slot()
    def show_about(self) -> None:
        """What the program is, which versions run, and what others made of it."""
        from genre_desktop.ui.about_dialog import AboutDialog

        versions = self._services.versions
        _open(AboutDialog(self._theme, versions, self._models.entries, self._window))

    @Slot(str)
    def show_error(self, report: str) -> None:
        """A fault of the program, to be copied; one at a time, the others are in the log."""
        from genre_desktop.ui.error_dialog import ErrorDialog

        if self._window.findChild(ErrorDialog) is None:
            _open(ErrorDialog(self._theme, report, self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
