"""What a dialog needs to look like the window."""

from dataclasses import dataclass

from genre_desktop.ui.icons import Icons
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and type, icons, and the squares before genres."""

    theme: Theme
    icons: Icons
    swatches: Swatches
