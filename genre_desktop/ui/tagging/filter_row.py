"""Above a preview: a tab for each kind of lines with its count, and a box to filter by."""

from collections import Counter

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QWidget

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.preview_words import group_words
from genre_desktop.ui.tool_bar import BESIDE_HINT

_BOX_WIDTH = 200


class FilterRow(QWidget):
    """One of the tabs is always chosen.

    Signals:
        changed: The `Group` that is to be shown, and the text that its lines are to hold.
    """

    changed = Signal(Group, str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self.tabs: dict[Group, QToolButton] = {}
        for group in Group:
            tab = self.tabs[group] = QToolButton()
            tab.setCheckable(True)
            tab.setText(group_words(group, 0))
            self._group.addButton(tab)
            row.addWidget(tab)
        self.tabs[Group.ALL].setChecked(True)
        row.addStretch()
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Filter these files"))
        self.box.setAccessibleName(self.tr("Filter these files"))
        self.box.setClearButtonEnabled(True)
        mark = self.box.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        mark.setText(self.tr("What is typed here filters these files"))
        hint = self.box.fontMetrics().horizontalAdvance(self.box.placeholderText())
        self.box.setFixedWidth(max(_BOX_WIDTH, hint + BESIDE_HINT))
        row.addWidget(self.box)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._go_to_box)
        self._group.buttonToggled.connect(self._tell)
        self.box.textChanged.connect(self._tell)

    def show_counts(self, groups: Counter[Group | None], *, is_over: bool) -> None:
        """Show how many lines there are of each kind, before the work on them or after it."""
        for group, tab in self.tabs.items():
            tab.setText(group_words(group, groups[group], is_over=is_over))

    @Slot()
    def _go_to_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def _tell(self) -> None:
        group = next(group for group, tab in self.tabs.items() if tab.isChecked())
        self.changed.emit(group, self.box.text())
