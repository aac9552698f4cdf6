"""The user's own word on genres, for commands that show or write them."""

from genre_desktop.cli.display import Display
from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.core.corrections import CorrectionsUnavailable, known_corrections
from genre_desktop.core.places import CORRECTIONS_NAME, user_data_place
from genre_desktop.core.track import AudioKey, Correction


def own_words(display: Display) -> dict[AudioKey, Correction]:
    """Every correction; none, and a sentence, where they cannot be read."""
    try:
        return _known()
    except CorrectionsUnavailable as unavailable:
        display.say(unavailable.sentence)
        return {}


def own_words_for_writing() -> dict[AudioKey, Correction]:
    """Every correction, for commands that change files.

    Raises:
        CommandRefused: They cannot be read, and a model's word would take the place of the user's.
    """
    try:
        return _known()
    except CorrectionsUnavailable as unavailable:
        raise CommandRefused(f"{unavailable.sentence} Without them no file is changed.") from None


def _known() -> dict[AudioKey, Correction]:
    # They are no part of the library: they count where it is not used, or of no use.
    return known_corrections(user_data_place() / CORRECTIONS_NAME)
