"""`genre-desktop library corrections`: what was corrected, for training to learn from."""

import argparse
from contextlib import closing

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import Display, counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.corrected_files import corrected_files
from genre_desktop.core.corrections import CorrectionsUnavailable, known_corrections
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.targets import refuse
from genre_desktop.core.exporting.training_index import can_be_learnt, training_into
from genre_desktop.core.library import LIBRARY_NAME
from genre_desktop.core.library_opening import LibraryUnavailable
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.places import CORRECTIONS_NAME, PlaceUnavailable, data_folder
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.track import AudioKey, Correction


def write_corrections(options: argparse.Namespace) -> ExitCode:
    """Writes every corrected track that is still there.

    Raises:
        CommandRefused: Corrections or library cannot be read, or the target is of no use.
    """
    display = Display(console_for(error=True))
    try:
        refuse(options.output, may_replace=options.force)
        known = known_corrections(data_folder() / CORRECTIONS_NAME)
        if not known:
            display.say("You have corrected nothing yet; nothing was written.")
            return ExitCode.NOTHING_FOUND
        written = _write(options, known)
    except (CorrectionsUnavailable, ExportFailed, LibraryUnavailable, PlaceUnavailable) as error:
        raise CommandRefused(error.sentence) from error
    left_out = len(known) - written
    if left_out:
        display.say(f"{counted(left_out, 'correction')} left out: their files are gone.")
    if not written:
        display.say("None of the corrected files is there; nothing was written.")
        return ExitCode.NOTHING_FOUND
    display.say(f"{counted(written, 'corrected track')}. Written: {options.output.absolute()}.")
    return ExitCode.FINE


def _write(options: argparse.Namespace, known: dict[AudioKey, Correction]) -> int:
    with (
        closing(LibraryReading(data_folder() / LIBRARY_NAME)) as library,
        closing(TagsApart()) as tags,
    ):
        found = [one for one in corrected_files(known, library, tags) if can_be_learnt(one)]
    if not found:
        return 0
    with replacing(options.output) as file:
        return training_into(file, found, ExportOptions())
