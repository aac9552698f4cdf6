"""The panel that the library is gone through by: a box for by what, and the groups below it."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from genre_desktop.core.library_facets import Facet, Group
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.library.facet_words import facet_word
from genre_desktop.ui.library.groups_list import GroupDelegate, GroupsModel
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme

NARROWEST = 150
WIDEST = 320
DEFAULT_WIDTH = 196


class GroupsPanel(QWidget):
    """Shows the groups that it is given.

    Signals:
        chosen: The facet or the group is another one.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, swatches: Swatches) -> None:
        super().__init__()
        self.model = GroupsModel(self)
        self._group: Group | None = None
        self._is_showing = False
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.box = CalmComboBox()
        self.box.setAccessibleName(self.tr("What the library is gone through by"))
        for facet in Facet:
            self.box.addItem(facet_word(facet), facet)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Groups of the library"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(GroupDelegate(theme, swatches, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(6, 4, 6, 4)
        top.addWidget(self.box)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.box.currentIndexChanged.connect(self._take_facet)
        self.list.selectionModel().currentChanged.connect(self._take_group)

    def sizeHint(self) -> QSize:
        return QSize(DEFAULT_WIDTH, 400)

    @property
    def facet(self) -> Facet:
        """By what."""
        return Facet(self.box.currentData())

    @property
    def group(self) -> Group | None:
        """The chosen group, None for everything."""
        return self._group

    def choose(self, facet: Facet) -> None:
        """Go through the library by something else, and show everything."""
        self.box.setCurrentIndex(self.box.findData(facet))

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show the groups of the chosen facet; the chosen group stays chosen, if it is there."""
        self._is_showing = True
        bar = self.list.verticalScrollBar()
        scrolled = bar.value() if self.model.facet == self.facet else 0
        self.model.show(self.facet, groups)
        row = self.model.row_of(self._group)
        self.list.setCurrentIndex(self.model.index(max(0, row), 0))
        self.list.executeDelayedItemsLayout()
        bar.setValue(scrolled)  # and not to what is chosen
        self._is_showing = False
        if row < 0:
            self._group = None
            self.chosen.emit()

    @Slot()
    def _take_facet(self) -> None:
        self._group = None
        self.chosen.emit()

    @Slot(QModelIndex)
    def _take_group(self, index: QModelIndex) -> None:
        if not self._is_showing and index.isValid():
            self._group = self.model.group(index.row())
            self.chosen.emit()
