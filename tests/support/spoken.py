"""What a screen reader finds in a window: the tree of names that Qt hands to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

# What one acts on, whether the keyboard reaches it by Tab or by the arrow keys.
CONTROLS = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.ComboBox,
        Role.EditableText,
        Role.List,
        Role.RadioButton,
        Role.Slider,
        Role.SpinBox,
        Role.Table,
        Role.Tree,
    }
)
_PARTS = frozenset({Role.Cell, Role.ListItem, Role.TreeItem, Role.MenuItem, Role.Row})


@dataclass(frozen=True)
class Spoken:
    """A visible widget, and what is said of it."""

    name: str
    role: QAccessible.Role
    widget: QWidget

    @property
    def is_control(self) -> bool:
        """Whether one acts on it."""
        takes_tab = bool(self.widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        hands_it_on = self.widget.focusProxy() is not None
        return self.role in CONTROLS or (takes_tab and not hands_it_on)


def spoken_in(window: QWidget) -> list[Spoken]:
    """Every visible widget in the order in which a screen reader walks them."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return list(_walk(root))


def _walk(node: QAccessibleInterface) -> Iterator[Spoken]:
    widget = node.object()
    if not isinstance(widget, QWidget) or not widget.isVisible() or node.role() in _PARTS:
        return
    name = node.text(QAccessible.Text.Name)
    if node.role() is Role.ComboBox:  # on this platform the name is the choice
        name = widget.accessibleName() or name
    yield Spoken(name, node.role(), widget)
    if node.role() in {Role.ComboBox, Role.Table, Role.Tree, Role.List}:
        return
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from _walk(child)
