"""An album in one file with a CUE sheet beside it, and what divides files."""

import shutil
from pathlib import Path

from genre_desktop.core.exporting.gathering import PartTitles
from genre_desktop.core.library_parts import Divisions
from genre_desktop.core.parts import chapter_parts
from tests.support.sounds import music, write_sound
from tests.support.tagged import mutagen

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
