"""The colour of every genre on a dark and on a light ground, for the window and for pages."""

from typing import NamedTuple

from genre_desktop.core.genre_names import genre_key


class ColourPair(NamedTuple):
    """Two colours as #RRGGBB."""

    dark: str
    light: str


# Chosen in OKLCH for distance under the three colour deficiencies; see the test of the palette.
COLOURS = {
    "blues": ColourPair("#4182AC", "#4F7CFF"),
    "classical": ColourPair("#FFDE06", "#816D42"),
    "country": ColourPair("#F9941A", "#DC5F01"),
    "disco": ColourPair("#CA4499", "#9930C3"),
    "hiphop": ColourPair("#CA5706", "#B90519"),
    "jazz": ColourPair("#C184FF", "#4D487C"),
    "metal": ColourPair("#F55D69", "#901B3B"),
    "pop": ColourPair("#9E6A75", "#6A4059"),
    "reggae": ColourPair("#72A781", "#2F624D"),
    "rock": ColourPair("#FBBCBE", "#B36D67"),
    "electronic": ColourPair("#6EB8CC", "#367384"),
    "folk": ColourPair("#6E834A", "#3E5A06"),
    "experimental": ColourPair("#3CFFDE", "#0F9775"),
    "international": ColourPair("#D9E893", "#808C3E"),
    "soul": ColourPair("#EFD1FE", "#9D79A5"),
}
UNSURE = ColourPair("#9E9E9E", "#747474")
OWN = ColourPair("#B9BBBD", "#5F6266")


def colours_of(label: str) -> ColourPair:
    """The colours of a label; one of the user's own is neutral."""
    return COLOURS.get(genre_key(label), OWN)
