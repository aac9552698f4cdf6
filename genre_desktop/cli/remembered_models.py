"""Whose answers are wanted: those of the model in use, or of any that the library remembers."""

from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.core.catalogue import ModelEntry, available_models, default_model
from genre_desktop.core.library_reading import LibraryReading, RememberedModel
from genre_desktop.inference.package_files import read_files
from genre_desktop.inference.refusal import PackageRefused


def model_asked_for(name: str | None, library: LibraryReading) -> RememberedModel:
    """The package of that name, or the default; what is installed goes before older versions.

    Raises:
        CommandRefused: The library has no answers of it.
        LibraryUnavailable: It cannot be read.
    """
    remembered = library.models()
    if not remembered:
        raise CommandRefused("The library is empty; classify some music first.")
    entry = _installed(name)
    digest = _digest(entry) if entry is not None else ""
    wanted = name if name is not None else entry.name if entry is not None else ""
    named = [model for model in remembered if model.name == wanted]
    exact = [model for model in named if model.digest == digest]
    if exact or named:
        return (exact or named)[0]
    known = ", ".join(dict.fromkeys(model.name for model in remembered))
    raise CommandRefused(
        f"The library has no answers of {wanted or 'any model that is installed'}; "
        f"--model takes one of: {known}."
    )


def _installed(name: str | None) -> ModelEntry | None:
    entries = available_models()
    if name is None:
        return default_model(entries)
    return next((entry for entry in entries if entry.name == name), None)


def _digest(entry: ModelEntry) -> str:
    try:
        return read_files(entry.folder).digest
    except PackageRefused:  # its older answers are as good as they were
        return ""
