"""What a dialog needs to look like the window."""

from typing import NamedTuple

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme


class Look(NamedTuple):
    """Colours and type, icons, and the squares before genres."""

    theme: Theme
    icons: Icons
    swatches: Swatches
