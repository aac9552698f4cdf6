"""The little style sheet that the palette cannot say: radii, hairlines, buttons, scroll bars."""

from genre_desktop.core.places import resource
from genre_desktop.ui.colours import Colours

_LINE, _COMPACT_LINE = 22, 16  # the height of a field's inside, at least


def stylesheet(colours: Colours, font_height: int) -> str:
    """The style sheet of the whole application.

    Args:
        colours: The theme's.
        font_height: Of a line in pixels, which no field cuts, however little room it has.
    """
    names = {role: getattr(colours, role).name() for role in Colours._fields if role != "is_dark"}
    shade = "dark" if colours.is_dark else "light"
    names["disabled"] = colours.disabled.name()
    names["line"] = str(max(_LINE, font_height))
    names["compact_line"] = str(max(_COMPACT_LINE, font_height))
    for mark in ("chevron-down", "chevron-up", "chevron-right", "check", "minus"):
        names[mark.replace("-", "_")] = _quoted(f"style/{mark}-{shade}.svg")
    return _TEMPLATE % names


def _quoted(name: str) -> str:
    """The address of a resource, for quotes: where the program lies, anything may be in a name."""
    return resource(name).as_posix().replace("\\", "\\\\").replace('"', '\\"')


_TEMPLATE = """
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; padding: 3px; }
QMenuBar { background: %(window)s; }
QMenuBar::item { padding: 4px 9px; background: transparent; }
QMenuBar::item:selected { background: %(raised)s; }
QMenu { background: %(button)s; border: 1px solid %(edge)s; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 12px; }
QMenu::icon { margin-left: 3px; padding-left: 5px; }
QMenu::icon:checked { background: %(selection)s; border: 1px solid %(edge)s; border-radius: 3px; }
QMenu::indicator { width: 11px; height: 11px; left: 7px; border: 1px solid %(edge)s;
    border-radius: 2px; background: %(base)s; }
QMenu::indicator:exclusive { border-radius: 6px; }
QMenu::indicator:checked { background: %(default_button)s; border-color: %(default_button)s;
    image: url("%(check)s"); }
QMenu::indicator:exclusive:checked { border: 3px solid %(default_button)s; width: 7px;
    height: 7px; background: %(default_text)s; image: none; }
QMenu::indicator:disabled { border-color: %(hairline)s; }
QMenu::indicator:checked:disabled { background: %(disabled)s; border-color: %(disabled)s; }
QMenu::right-arrow { image: url("%(chevron_right)s"); width: 10px; height: 10px; right: 8px; }
QMenu::item:selected { background: %(selection)s; color: %(selection_text)s; }
QMenu::item:disabled { color: %(disabled)s; }
QMenu::separator { height: 1px; background: %(hairline)s; margin: 4px 8px; }
QToolBar { background: %(window)s; border: 0; border-bottom: 1px solid %(hairline)s;
    padding: 4px 8px; spacing: 6px; }
QToolBar::separator { width: 1px; background: %(hairline)s; margin: 4px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 3px; padding: 3px 6px; }
QToolButton:hover { background: %(raised)s; }
QToolButton:pressed { background: %(inactive_selection)s; }
QToolButton:checked { background: %(selection)s; color: %(selection_text)s;
    border-color: %(edge)s; }
QToolButton:focus { border-color: %(focus)s; }
QToolButton:disabled { color: %(disabled)s; }
QToolButton#menu_button { padding-right: 17px; }
QToolButton#menu_button::menu-indicator { image: url("%(chevron_down)s"); width: 10px;
    height: 10px; subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }  /* Qt's own are of another world */
QPushButton { background: %(button)s; border: 1px solid %(edge)s; border-radius: 3px;
    padding: 1px 12px; min-height: %(line)spx; }
QPushButton:hover { background: %(raised)s; }
QPushButton:pressed { background: %(inactive_selection)s; }
QPushButton:disabled { color: %(disabled)s; border-color: %(hairline)s; }
QPushButton:default { background: %(default_button)s; color: %(default_text)s;
    border-color: %(default_button)s; }
QPushButton:default:disabled { background: %(button)s; color: %(disabled)s;
    border-color: %(hairline)s; }

QPushButton:focus { border: 2px solid %(focus)s; padding: 0 11px; min-height: %(line)spx; }
QPushButton:default:focus { border-color: %(text)s; }
QPushButton#compact, QPushButton#compact:focus { min-height: %(compact_line)spx; }
QLineEdit, QSpinBox, QPlainTextEdit, QTextBrowser { background: %(base)s;
    border: 1px solid %(edge)s; border-radius: 3px; padding: 1px 6px; min-height: %(line)spx;
    selection-background-color: %(selection)s; selection-color: %(selection_text)s; }
QLineEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextBrowser:focus {
    border: 2px solid %(focus)s; padding: 0 5px; min-height: %(line)spx; }
QPlainTextEdit, QTextBrowser { padding: 6px; }
QPlainTextEdit:focus, QTextBrowser:focus { padding: 5px; }
QLineEdit:disabled, QSpinBox:disabled, QPlainTextEdit:disabled { border-color: %(hairline)s; }
QSpinBox { padding: 1px 20px 1px 6px; }
QSpinBox:focus { padding: 0 19px 0 5px; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 18px; background: transparent; }
QSpinBox::up-arrow { image: url("%(chevron_up)s"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("%(chevron_down)s"); width: 10px; height: 10px; }
QComboBox { background: %(button)s; border: 1px solid %(edge)s; border-radius: 3px;
    padding: 1px 8px; min-height: %(line)spx; }
QComboBox:hover { background: %(raised)s; }
QComboBox:focus { border: 2px solid %(focus)s; padding: 0 7px; min-height: %(line)spx; }
QComboBox:disabled { color: %(disabled)s; border-color: %(hairline)s; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("%(chevron_down)s"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %(base)s; border: 1px solid %(edge)s;
    selection-background-color: %(selection)s; selection-color: %(selection_text)s; }
QPushButton, QToolButton, QComboBox, QSlider { outline: 0; }
QCheckBox, QRadioButton { spacing: 8px; outline: 1px solid %(focus)s; outline-radius: 3px; }
QCheckBox::indicator, QTableView::indicator { width: 13px; height: 13px;
    border: 1px solid %(edge)s; border-radius: 2px; background: %(base)s; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: %(default_button)s;
    border-color: %(default_button)s; image: url("%(check)s"); }
QCheckBox::indicator:indeterminate { background: %(default_button)s;
    border-color: %(default_button)s; image: url("%(minus)s"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %(hairline)s; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid %(edge)s;
    border-radius: 7px; background: %(base)s; }
QRadioButton::indicator:checked { border: 4px solid %(default_button)s; width: 7px; height: 7px;
    background: %(default_text)s; }
QRadioButton::indicator:focus { border-color: %(focus)s; }
QCheckBox::indicator:focus { border: 2px solid %(focus)s; width: 11px; height: 11px; }
QHeaderView { background: %(window)s; border: 0; }
QHeaderView::section { background: %(window)s; color: %(muted)s; border: 0;
    border-right: 1px solid %(hairline)s; border-bottom: 1px solid %(hairline)s;
    padding: 0 6px; }
QHeaderView::section:hover { background: %(raised)s; }
QHeaderView::down-arrow { image: url("%(chevron_down)s"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("%(chevron_up)s"); width: 12px; height: 12px; }
QAbstractItemView { background: %(base)s; alternate-background-color: %(alternate)s;
    border: 0; outline: 0; }
QListView, QDialog QTableView { border: 1px solid %(base)s; }
QListView:focus, QDialog QTableView:focus { border-color: %(focus)s; }
QTreeView::item { min-height: 22px; }
QTreeView::branch:closed:has-children { image: url("%(chevron_right)s"); }
QTreeView::branch:open:has-children { image: url("%(chevron_down)s"); }
QTreeView::item:focus { border: 1px solid %(focus)s; }
QTreeView::item:hover { background: %(raised)s; }
QTreeView::item:selected:active { background: %(selection)s; color: %(selection_text)s; }
QTreeView::item:selected:!active { background: %(inactive_selection)s; color: %(text)s; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: %(edge)s; border: 3px solid transparent; border-radius: 5px;
    min-width: 24px; min-height: 24px; background-clip: padding; margin: 2px; }
QScrollBar::handle:hover { background: %(muted)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: %(base)s; border: 0; }
QSplitter::handle { background: %(hairline)s; }
QStatusBar { background: %(window)s; border-top: 1px solid %(hairline)s; }
QStatusBar::item { border: 0; }
QProgressBar { background: %(track)s; border: 0; border-radius: 0; }
QProgressBar::chunk { background: %(focus)s; }
QSlider:horizontal { min-height: 20px; border: 1px solid transparent; border-radius: 3px; }
QSlider:horizontal:focus { border-color: %(focus)s; }
QSlider::groove:horizontal { height: 4px; background: %(track)s; margin: 0 3px; }
QSlider::sub-page:horizontal { background: %(fill)s; margin: 0 3px; height: 4px; }
QSlider::handle:horizontal { width: 8px; margin: -6px 0; border-radius: 3px;
    background: %(text)s; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled {
    background: %(disabled)s; }
QScrollArea { border: 1px solid transparent; background: transparent; }
QScrollArea:focus { border-color: %(focus)s; }
"""
