"""The history says what a run wrote beside the genre, in every format."""

from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.desk import files_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.raw import Preferences
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import write_genres
from tests.support import tagged


@pytest.mark.parametrize("kind", ["mp3", "flac", "opus", "aac", "wavpack", "wma"])
def test_each_field_that_changed_is_told(kind: str, music: Path, journal: Path) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    first = ((Also.TEMPO, "120"), (Also.CONFIDENCE, "0.75"))
    second = ((Also.TEMPO, "120"), (Also.CONFIDENCE, ""), (Also.MODEL, "tiny 1.0"))
    for also in (first, second):
        with Journal.open(journal) as opened:
            wish = Wish(path, stamp_of(path), ("Jazz",), also)
            list(write_genres(opened, [wish], Preferences()))
    assert files_of(journal, 1)[0].also == first
    assert files_of(journal, 2)[0].also == second[1:]


@pytest.mark.parametrize("version", [3, 4])
def test_so_is_each_version_of_id3(version: int, music: Path, journal: Path) -> None:
    path = tagged.sound(music, "mp3")
    tagged.mutagen.File(path).delete()
    with Journal.open(journal) as opened:
        wish = Wish(path, stamp_of(path), ("Jazz",), ((Also.TEMPO, "120"),))
        list(write_genres(opened, [wish], Preferences(id3_version=version)))
    assert files_of(journal, 1)[0].also == ((Also.TEMPO, "120"),)
