"""An album in one file with a CUE sheet beside it, what divides files, and what is kept of them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from genre_desktop.core.exporting.gathering import PartTitles, belonging_rows
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.library_parts import Divisions
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.parts import chapter_parts
from genre_desktop.core.scan import scan
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Span
from tests.core.answers import DIGEST
from tests.support.browsed import keep_tags_of, list_all
from tests.support.remembered import heard, library_of
from tests.support.sounds import music, write_sound
from tests.support.tagged import mutagen

Row = tuple[str, float, float]

SOUND = "one and the same sound"
WHOLE = ("album.flac", 0.0, -1.0)
DAWN, NOON = ("album.flac", 0.0, 4.0), ("album.flac", 4.0, -1.0)
COPY = ("copy.flac", 0.0, -1.0)
OF_THE_FILE = {"artist": "Of the file", "album": "File's album", "title": "File's title"}


def sheet(path: Path, file: Path, *tracks: tuple[str, str, str]) -> Path:
    """A sheet for a file: title, performer and beginning of each track."""
    lines = ['PERFORMER "The Band"', 'TITLE "The Album"', f'FILE "{file.name}" WAVE']
    for number, (title, performer, begins) in enumerate(tracks, start=1):
        lines += [f"TRACK {number:02} AUDIO", f'TITLE "{title}"']
        lines += [f'PERFORMER "{performer}"'] if performer else []
        lines += [f"INDEX 01 {begins}"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def album(folder: Path) -> Path:
    """Nine seconds tagged as a whole, with a sheet of "Dawn" and of "Noon" by a guest."""
    folder.mkdir(parents=True, exist_ok=True)
    file = write_sound(folder / "album.flac", music(9.0), "flac")
    tags = mutagen.File(file)
    tags.update(OF_THE_FILE)
    tags.save()
    sheet(folder / "album.cue", file, ("Dawn", "", "00:00:00"), ("Noon", "A Guest", "00:04:00"))
    return file


def copied(file: Path, copy: Path) -> Path:
    """The file without its sheet, in another folder."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(file, copy))


def on_disk(path: Path) -> Divisions | None:
    """What sheets and chapters make of a file."""
    return PartTitles(chapter_parts).divisions_of(path)


def answer(track: Track) -> Outcome:
    """What the package "tiny" says of a track, whose sound is that of all."""
    return heard(track.path, span=track.span)._replace(track=track, audio_hash=SOUND)


def hear(data: Path, *folders: Path) -> Path:
    """Have all tracks of folders heard in one go, as a batch does it."""
    place = library_of(data)
    with Library.open(place) as library:
        library.begin_batch()
        for track in scan(folders, (), chapter_parts):
            assert isinstance(track, Track)
            stamp = stamp_of(track.path)
            if library.known(track, stamp, DIGEST) is None:
                library.store(answer(track), stamp)
    return place


def heard_and_listed(data: Path, file: Path) -> Path:
    """Have an album heard, the tags of its file kept, and all of it listed."""
    place = hear(data, file.parent)
    keep_tags_of(place, [file])
    list_all(place, divisions_of=on_disk)
    return place


def listed(place: Path) -> list[Row]:
    """The rows of the list, brought up to date, by path: name of the file and the part."""
    list_all(place, divisions_of=on_disk)
    query = "SELECT path, span_start, span_end FROM listed ORDER BY path, span_start, span_end"
    with closing(sqlite3.connect(place)) as opened:
        return [(Path(path.decode()).name, *span) for path, *span in opened.execute(query)]


def exported(place: Path) -> list[Row]:
    """The rows that an export has."""
    with closing(LibraryReading(place)) as library:
        [model] = library.models()
        rows = belonging_rows(library.remembered(model), PartTitles(chapter_parts).divisions_of)
        return [_row(one.outcome.track) for one in rows]


def _row(track: Track) -> Row:
    span = track.span or Span(0.0, -1.0)
    end = -1.0 if span.end_seconds is None else span.end_seconds
    return track.path.name, span.start_seconds, end
