"""How the user looks at the sound."""

from dataclasses import dataclass, replace

from genre_desktop.core.track_spectrum import Look
from genre_desktop.dsp.frequency_axis import Scale


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """What the header of the spectrogram says.

    Attributes:
        scale: MEL is what the models hear, the others an STFT at the file's own rate.
        look: Channel and window.
        colours: Name of the colour map.
        top_db: Level of the brightest colour, dB re full scale.
        range_db: How far below it the darkest colour lies.
        seconds: How much time the live plot shows.
        is_calm: True for a picture that moves by the page.
    """

    scale: Scale
    look: Look
    colours: str
    top_db: float
    range_db: float
    seconds: float
    is_calm: bool

    def looks_like(self, other: "ViewChoice") -> bool:
        """Whether only colours differ."""
        return replace(
            self, colours=other.colours, top_db=other.top_db, range_db=other.range_db
        ) == replace(other, is_calm=self.is_calm)
