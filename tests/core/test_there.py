"""Places that cannot be looked at are taken for absent, and stop no program."""

from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrected_files import corrected_files
from genre_desktop.core.holding import folders_among
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.tagging.moved import files_below
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.there import is_file, is_folder
from genre_desktop.core.track import AudioKey, Correction
from tests.core.answers import answered
from tests.support.command_line import run
from tests.support.packages import mel_package
from tests.support.remembered import heard, library_of, song


@pytest.fixture
def refused(tmp_path: Path) -> Path:
    """A place that the system refuses to look at, whoever asks."""
    path = tmp_path / ("x" * 300) / "music"
    with pytest.raises(OSError, match="too long"):
        path.is_dir()
    return path


def test_what_cannot_be_looked_at_is_neither_folder_nor_file(refused: Path, tmp_path: Path) -> None:
    assert (is_folder(tmp_path), is_file(tmp_path)) == (True, False)
    assert (is_folder(Path(__file__)), is_file(Path(__file__))) == (False, True)
    assert (is_folder(refused), is_file(refused)) == (False, False)
    assert folders_among([refused, tmp_path]) == (tmp_path,)
    assert list(files_below([refused])([])) == [refused]


def test_a_corrected_file_that_cannot_be_looked_at_is_left_out(
    refused: Path, tmp_path: Path
) -> None:
    there = song(tmp_path / "a.flac")
    place = library_of(tmp_path / "data", heard(there))
    with Library.open(place) as library:
        library.store(answered(refused, "sound of a.flac"), stamp_of(there))
    tags, reading = TagsApart(), LibraryReading(place)
    try:
        own: dict[AudioKey, Correction] = {("sound of a.flac", None): corrected_now("Fado")}
        found = [one.track.path for one in corrected_files(own, reading, tags)]
    finally:
        reading.close()
        tags.close()
    assert found == [there]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["classify", "{}", "--model", "tiny-mel"], 3, "cannot be looked at"),
        (["watch", "{}", "--model", "tiny-mel"], 2, "only folders can be watched"),
        (["undo", "{}", "--yes"], 3, "nothing to take back"),
        (["library", "restore", "{}"], 2, "There is no file"),
        (["library", "backup", "{}"], 2, "does not exist"),
        (["tag", "{}", "--rules", "{}"], 2, "There are no rules"),
    ],
)
def test_commands_say_so(
    a_home_of_its_own: Path, refused: Path, arguments: list[str], code: int, words: str
) -> None:
    mel_package(a_home_of_its_own / "data" / "models")
    library_of(a_home_of_its_own / "data")
    told = run(*(one.replace("{}", str(refused)) for one in arguments))
    assert "Traceback" not in told.stderr
    assert words in " ".join(told.stderr.split())
    assert told.returncode == code
