"""Whose answers an export takes where nobody, or somebody, says so."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.cli.remembered_models import model_asked_for
from genre_desktop.core.catalogue import default_model
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.track import Outcome
from genre_desktop.inference.package_files import read_files
from tests.support.packages import mel_package
from tests.support.remembered import heard, library_of, song


def said_by(outcome: Outcome, name: str, version: str, digest: str) -> Outcome:
    assert outcome.verdict is not None
    verdict = replace(outcome.verdict, model=name, version=version)
    return outcome._replace(verdict=verdict, model_digest=digest)


@pytest.fixture
def default_name() -> str:
    default = default_model()
    assert default is not None
    return default.name


@pytest.fixture
def library(a_home_of_its_own: Path, tmp_path: Path, default_name: str) -> Iterator[LibraryReading]:
    """Answers of the installed tiny model, then of another of its name, and of two others."""
    mel_package(a_home_of_its_own / "data" / "models")
    digest = read_files(a_home_of_its_own / "data" / "models" / "tiny-mel").digest
    outcome = heard(song(tmp_path / "a.flac"))
    place = library_of(
        a_home_of_its_own / "data",
        said_by(outcome, "tiny-mel", "1.0", digest),
        said_by(outcome, "tiny-mel", "0.9", "another"),
        said_by(outcome, "removed", "1.0", "r1"),
        said_by(outcome, "removed", "2.0", "r2"),
        said_by(outcome, default_name, "0.1", "old"),
    )
    with closing(LibraryReading(place)) as opened:
        yield opened


def test_the_package_that_is_installed_goes_before_others_of_its_name(
    library: LibraryReading,
) -> None:
    assert model_asked_for("tiny-mel", library).version == "1.0"


def test_a_package_that_was_removed_still_has_its_answers_the_latest_first(
    library: LibraryReading,
) -> None:
    assert model_asked_for("removed", library).version == "2.0"


def test_without_a_name_it_is_the_model_in_use(library: LibraryReading, default_name: str) -> None:
    found = model_asked_for(None, library)
    assert (found.name, found.version) == (default_name, "0.1")


def test_a_model_without_answers_is_refused_with_those_that_have_some(
    library: LibraryReading,
) -> None:
    with pytest.raises(CommandRefused, match="removed, tiny-mel"):
        model_asked_for("nobody", library)


def test_an_empty_library_is_told(tmp_path: Path) -> None:
    with (
        closing(LibraryReading(library_of(tmp_path))) as library,
        pytest.raises(CommandRefused, match="is empty"),
    ):
        model_asked_for(None, library)
