"""The rules as a form: tables of names, numbers and choices."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.core.rules import LEAVE, MARK, Rules
from genre_desktop.ui.calm_boxes import CalmComboBox, CalmSpinBox
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.tagging.pairs_table import PairsTable
from genre_desktop.ui.theme import Theme

_MOST = 10
_LIKELY_PERCENT = 60


class RulesForm(QWidget):
    """Shows rules, and tells what the user makes of them.

    Signals:
        changed: The `Rules` as the form has them now.
    """

    changed = Signal(Rules)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_filling = False
        self._make_tables()
        self._make_boxes()
        self._lay_out()
        self._connect()

    def show_rules(self, rules: Rules) -> None:
        """Show rules that were read elsewhere."""
        self._is_filling = True
        for table, pairs in zip(
            self.tables, (rules.names, rules.tree, rules.artists, rules.folders), strict=True
        ):
            table.show_pairs(pairs)
        if self._only() != rules.only:
            self.only.setText(", ".join(rules.only))
        self.most.setValue(rules.most)
        self.above.setValue(round(100 * rules.above))
        self.albums.setChecked(rules.one_genre_per_album)
        below = rules.unsure_below
        self.has_limit.setChecked(below is not None)
        self.below.setValue(_LIKELY_PERCENT if below is None else round(100 * below))
        self._show_unsure(rules.unsure)
        self._enable()
        self._is_filling = False

    # Building

    def _make_tables(self) -> None:
        genre = self.tr("Genre")
        self.names = PairsTable(
            self._theme, self.tr("Names of genres"), self.tr("The model's"), self.tr("Yours")
        )
        self.tree = PairsTable(
            self._theme, self.tr("Tree of genres"), self.tr("Sub-genre"), self.tr("Belongs to")
        )
        self.artists = PairsTable(
            self._theme, self.tr("Genres of artists"), self.tr("Artist"), genre
        )
        self.folders = PairsTable(
            self._theme, self.tr("Genres of folders"), self.tr("Folder"), genre
        )
        self.tables = (self.names, self.tree, self.artists, self.folders)

    def _make_boxes(self) -> None:
        self.only = QLineEdit()
        self.only.setPlaceholderText(self.tr("All; or Jazz, Rock, …"))
        self.only.setAccessibleName(self.tr("Genres that are written, parted by commas"))
        self.most = CalmSpinBox()
        self.most.setRange(1, _MOST)
        self.most.setAccessibleName(self.tr("How many genres are written at most"))
        self.above = self._percent(self.tr("Least probability of a second genre in percent"))
        self.albums = QCheckBox(self.tr("One genre for each al&bum"))
        self.albums.setToolTip(
            self.tr("Tracks of one folder with one album in their tags sound as they do together.")
        )
        self.has_limit = QCheckBox(self.tr("&Unsure below"))
        self.below = self._percent(self.tr("Confidence below which a genre is unsure, in percent"))
        self.unsure = CalmComboBox()
        self.unsure.addItem(self.tr("Leave the file alone"), LEAVE)
        self.unsure.addItem(self.tr("Write it with a question mark"), MARK)
        self.unsure.addItem(self.tr("Write this:"), "")
        self.unsure.setAccessibleName(self.tr("What is written where a genre is unsure"))
        self.instead = QLineEdit()
        self.instead.setPlaceholderText(self.tr("To sort"))
        self.instead.setAccessibleName(self.tr("Text that is written where a genre is unsure"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        tabs, pages = QHBoxLayout(), QStackedWidget()
        tabs.setSpacing(4)
        self._group = QButtonGroup(self)
        words = (self.tr("&Names"), self.tr("T&ree"), self.tr("&Artists"), self.tr("&Folders"))
        self.tabs = []
        for place, (word, table) in enumerate(zip(words, self.tables, strict=True)):
            tab = QToolButton()
            tab.setText(word)
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(tab, place)
            tabs.addWidget(tab)
            pages.addWidget(table)
            self.tabs.append(tab)
        self.tabs[0].setChecked(True)
        tabs.addStretch()
        self._group.idClicked.connect(pages.setCurrentIndex)
        column.addLayout(tabs)
        column.addWidget(pages, 1)
        column.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (self._words(self.tr("&Only these"), self.only), self.only),
            (self._words(self.tr("Genres at &most"), self.most), self._row(self.most)),
            (self._words(self.tr("The ne&xt one from"), self.above), self._row(self.above)),
            (ToneLabel(self._theme, self.tr("Albums"), role="muted"), self.albums),
            (self.has_limit, self._row(self.below)),
            (self._words(self.tr("&Where unsure"), self.unsure), self.unsure),
            (self._words(self.tr("&Text"), self.instead), self.instead),
        )
        for line, (left, right) in enumerate(rows):
            grid.addWidget(left, line, 0)
            grid.addWidget(right, line, 1)
        return grid

    def _row(self, box: QWidget) -> QWidget:
        """A box that stays narrow."""
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        row.addStretch()
        return held

    def _words(self, text: str, field: QWidget) -> ToneLabel:
        words = ToneLabel(self._theme, text, role="muted")
        words.setBuddy(field)
        return words

    def _percent(self, name: str) -> CalmSpinBox:
        box = CalmSpinBox()
        box.setRange(0, 100)
        box.setSuffix(self.tr(" %"))
        box.setAccessibleName(name)
        return box

    def _connect(self) -> None:
        for table in self.tables:
            table.edited.connect(self._tell)
        for line in (self.only, self.instead):
            line.textEdited.connect(self._tell)
        for box in (self.most, self.above, self.below):
            box.valueChanged.connect(self._tell)
        for check in (self.albums, self.has_limit):
            check.toggled.connect(self._tell)
        self.unsure.activated.connect(self._tell)

    # What is shown and told

    def _show_unsure(self, unsure: str) -> None:
        place = self.unsure.findData(unsure)
        self.unsure.setCurrentIndex(place if place >= 0 else self.unsure.count() - 1)
        if place < 0 and self.instead.text().strip() != unsure:
            self.instead.setText(unsure)

    def _enable(self) -> None:
        self.below.setEnabled(self.has_limit.isChecked())
        self.above.setEnabled(self.most.value() > 1)
        self.instead.setEnabled(not self.unsure.currentData())

    def _only(self) -> tuple[str, ...]:
        return tuple(one.strip() for one in self.only.text().split(",") if one.strip())

    @Slot()
    def _tell(self) -> None:
        self._enable()
        if not self._is_filling:
            self.changed.emit(self._rules())

    def _rules(self) -> Rules:
        names, tree, artists, folders = (dict(table.pairs()) for table in self.tables)
        return Rules(
            names,
            tree,
            artists,
            folders,
            only=self._only(),
            most=self.most.value(),
            above=self.above.value() / 100,
            one_genre_per_album=self.albums.isChecked(),
            unsure_below=self.below.value() / 100 if self.has_limit.isChecked() else None,
            unsure=self.unsure.currentData() or self.instead.text().strip() or LEAVE,
        )
