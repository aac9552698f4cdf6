"""The user's own word on genres, for commands that show or write them."""

from genre_desktop.cli.display import Display
from genre_desktop.core.corrections import CorrectionsUnavailable, known_corrections
from genre_desktop.core.places import CORRECTIONS_NAME, PlaceUnavailable, data_folder
from genre_desktop.core.track import AudioKey, Correction


def own_words(display: Display) -> dict[AudioKey, Correction]:
    """Every correction; none, and a sentence, where they cannot be read."""
    try:
        return known_corrections(data_folder() / CORRECTIONS_NAME)
    except (CorrectionsUnavailable, PlaceUnavailable) as unavailable:
        display.say(unavailable.sentence)
        return {}
