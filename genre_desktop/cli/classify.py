"""`genre-desktop classify`: from paths to a table, a CSV and a JSON file."""

from contextlib import closing

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.display import Display
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.hearing import Hearing
from genre_desktop.cli.last_line import head_line, nothing_found, summary
from genre_desktop.cli.own_words import own_words
from genre_desktop.cli.request import Classify
from genre_desktop.cli.table import MOST_ROWS, print_result
from genre_desktop.cli.targets import refuse_targets, write_targets
from genre_desktop.core.catalogue import ModelEntry, available_models, default_model
from genre_desktop.core.library import LIBRARY_NAME, Library, LibraryUnavailable
from genre_desktop.core.places import PlaceUnavailable, data_folder
from genre_desktop.core.track import Listing


def classify_paths(asked: Classify) -> ExitCode:
    """Listens to everything under the paths, prints it and writes the files asked for.

    Raises:
        CommandRefused: Where the model or a target is of no use.
    """
    model = chosen_model(asked.model)
    refuse_targets(asked)
    with Display(console_for(error=True)) as display:
        library = open_library(display) if asked.use_library else None
        try:
            with closing(Hearing(asked, display, library, own_words(display))) as run:
                is_interrupted = run.listen(model)
                listings = run.listings(titles_for=0 if is_interrupted else MOST_ROWS)
        finally:
            if library is not None:
                library.close()
    if not listings and not is_interrupted:
        display.say(nothing_found(asked.paths))
        return ExitCode.NOTHING_FOUND
    written = write_targets(asked, listings)
    if not written.is_on_output:
        below = model.unsure_below if asked.min_confidence is None else None
        with standard_output():
            print_result(console_for(error=False), listings, below)
    head = head_line(len(listings), run.found, is_interrupted=is_interrupted)
    display.say(f"{head}, {summary(listings, run.skipped, display.seconds)}{written.words}")
    if written.refused:
        raise CommandRefused(written.refused)
    return _exit_code(listings, run.skipped, is_interrupted=is_interrupted)


def chosen_model(name: str | None) -> ModelEntry:
    """The model of that name, or the default.

    Raises:
        CommandRefused: There is none, or it is of no use.
    """
    if name is None:
        entry = default_model()
        if entry is None:
            raise CommandRefused("There is no model; `genre-desktop models` says why.")
        return entry
    entries = {entry.name: entry for entry in reversed(available_models())}
    if name not in entries:
        known = ", ".join(sorted(entries)) or "none"
        raise CommandRefused(f"There is no model called {name}; there are: {known}.")
    if entries[name].refusal:
        raise CommandRefused(entries[name].refusal)
    return entries[name]


def open_library(display: Display) -> Library | None:
    """The user's library; None, and told, where it is of no use."""
    try:
        library = Library.open(data_folder() / LIBRARY_NAME)
    except (LibraryUnavailable, PlaceUnavailable) as error:
        display.say(error.sentence)
        return None
    for notice in library.take_notices():
        display.say(notice)
    return library


def _exit_code(listings: list[Listing], skipped: int, *, is_interrupted: bool) -> ExitCode:
    if is_interrupted:
        return ExitCode.INTERRUPTED
    if skipped or any(one.outcome and one.outcome.verdict is None for one in listings):
        return ExitCode.SOME_PROBLEMS
    return ExitCode.FINE
