"""The colours of the window by role, for a dark and for a light desktop."""

from typing import NamedTuple

from PySide6.QtGui import QColor


class Colours(NamedTuple):
    """One colour a role.

    Amber (`now`) is what plays now, blue is what is selected, focused or default, coral
    (`problem`) is a problem; all else is neutral, since the music brings the colour.
    """

    is_dark: bool
    window: QColor
    base: QColor
    alternate: QColor
    raised: QColor
    button: QColor
    inactive_selection: QColor
    hairline: QColor
    edge: QColor
    text: QColor
    muted: QColor
    selection: QColor
    selection_text: QColor
    focus: QColor
    default_button: QColor
    default_text: QColor
    now: QColor
    problem: QColor
    fill: QColor
    track: QColor

    @property
    def disabled(self) -> QColor:
        """Muted text at 55 %, over the window."""
        return mixed(self.muted, self.window, 0.55)


def mixed(over: QColor, under: QColor, opacity: float) -> QColor:
    """The opaque colour of one laid over another."""
    rest = 1.0 - opacity
    return QColor(
        round(over.red() * opacity + under.red() * rest),
        round(over.green() * opacity + under.green() * rest),
        round(over.blue() * opacity + under.blue() * rest),
    )


_TABLE = {  # role: (dark, light)
    "window": ("#26272A", "#EDEDEA"),
    "base": ("#1A1B1D", "#FFFFFF"),
    "alternate": ("#1E1F22", "#F7F7F5"),
    "raised": ("#323438", "#E2E2DE"),
    "button": ("#34363A", "#FAFAF8"),
    "inactive_selection": ("#36393E", "#E4E4E0"),
    "hairline": ("#3A3C40", "#D2D2CD"),
    "edge": ("#7D8085", "#7E7E78"),
    "text": ("#E8E7E3", "#1B1C1E"),
    "muted": ("#A9ABAE", "#595C60"),
    "selection": ("#24405E", "#D3E6FA"),
    "selection_text": ("#FFFFFF", "#0E1620"),
    "focus": ("#74B4F5", "#1F6FBF"),
    "default_button": ("#3674B9", "#1F66AE"),
    "default_text": ("#FFFFFF", "#FFFFFF"),
    "now": ("#FFB545", "#924700"),
    "problem": ("#FF9384", "#B3261E"),
    "fill": ("#B9BBBD", "#5F6266"),
    "track": ("#3A3C40", "#DADAD5"),
}
assert set(_TABLE) == set(Colours._fields) - {"is_dark"}

DARK = Colours(is_dark=True, **{role: QColor(pair[0]) for role, pair in _TABLE.items()})
LIGHT = Colours(is_dark=False, **{role: QColor(pair[1]) for role, pair in _TABLE.items()})
