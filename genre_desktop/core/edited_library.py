"""What the library knows of the rows of an edited table, beside the tracks of a list."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from genre_desktop.core.corrected import corrected, is_same_genre, key_of, sound_name
from genre_desktop.core.edited_rows import EditedRow, EditedRows, RowsAbout, no_rest
from genre_desktop.core.library_facets import View
from genre_desktop.core.library_view import LibraryView, ListedWord
from genre_desktop.core.track import AudioKey, Correction, Listing, Tags, Track
from genre_desktop.dsp.printable import printable

ROWS_AT_ONCE: Final = 64

Own = Mapping[AudioKey, Correction]
Rest = Callable[[], object]


class Asked(NamedTuple):
    """What is left to compare.

    Attributes:
        table: Without the rows that say of a genre what the library says.
        known: The tracks of the library that the others are about, with the user's word on them.
    """

    table: EditedRows
    known: list[Listing]


class _About(NamedTuple):
    """A row of the library, and those of the table that are about it.

    Attributes:
        number: Of the row.
        key: Of its sound.
        genre: What the library says; empty where that is not certain.
    """

    number: int
    key: AudioKey
    genre: str
    rows: Sequence[EditedRow]

    @property
    def agrees(self) -> bool:
        """Whether the table says what the library says."""
        return all(is_same_genre(self.genre, row.genre) for row in self.rows)


class Beside:
    """Which of the library's tracks are asked about, where a list is asked first.

    What the list says of a file or a sound counts: the library may have it from another model. Of
    hundreds of thousands of rows most say what the library lists; those are not read in full.
    """

    def __init__(
        self, table: EditedRows, listed: Sequence[Listing], *, with_albums: bool = False
    ) -> None:
        """Notes what the table names and the list knows.

        Args:
            table: The rows.
            listed: The tracks of the list.
            with_albums: Whether tracks that the table does not name are wanted, too, since the
                genre of an album is that of all its tracks.
        """
        self._table = table
        self._paths = {row.path for row in table.rows}
        self._sounds = {row.sound for row in table.rows if row.sound}
        self._divided = {_path_of(one) for one in listed if one.track.span}
        known = [one for one in listed if one.outcome is not None]
        self._listed = set(map(_path_of, known))
        self._keys = {key_of(one.outcome) for one in known}
        self._listed_sounds = {sound_name(key) for key in self._keys if key is not None}
        self._with_albums = with_albums

    @property
    def is_needed(self) -> bool:
        """Whether anything is left to ask the library."""
        return self._with_albums or not self._paths <= self._listed

    def asked(self, opened: LibraryView, own: Own, rest: Rest = no_rest) -> Asked:
        """Looks what the library says of the table's rows.

        Args:
            opened: The library.
            own: The user's words.
            rest: Called every fraction of a millisecond.

        Raises:
            LibraryUnavailable: It cannot be read.
        """
        if self._with_albums or not opened.is_all_listed():
            everything = self._in_full(opened, opened.numbers(View()), own, rest)
            return Asked(self._table, list(everything))
        parts = self._parts(opened)
        about = self._about(opened, own, self._divided.union(map(_path_of, parts)), rest)
        differing = {one.key for one in about if self._is_of_the_list(one) or not one.agrees}
        differing |= _of_two_minds(about)
        left = _lines_about(differing, about)
        settled = {row.line for one in about for row in one.rows} - left
        rows = [row for row in self._table.rows if row.line not in settled]
        numbers = [one.number for one in about if one.key in differing]
        known = sorted((*parts, *self._in_full(opened, numbers, own, rest)), key=_path_of)
        return Asked(self._table._replace(rows=rows), known)

    def _parts(self, opened: LibraryView) -> list[Listing]:
        """Parts of files that the table names; a row may not tell which one it means."""
        named = self._paths - self._listed
        tracks = (Track(Path(one.path), one.span) for one in opened.said(of_parts_only=True))
        parts = (Listing(track, Tags(), None) for track in tracks)
        return [one for one in parts if _path_of(one) in named]

    def _about(
        self, opened: LibraryView, own: Own, divided: Collection[str], rest: Rest
    ) -> list[_About]:
        about = RowsAbout(self._table.rows, divided)
        found = []
        for one in opened.said():
            rest()
            path, key = printable(one.path), (one.audio_hash, one.span)
            rows = about.track(path, one.span, key) if one.is_answer else []
            if rows and self._is_asked_about(path, key):
                found.append(_About(one.number, key, _genre_of(one, own.get(key)), rows))
        return found

    def _in_full(
        self, opened: LibraryView, numbers: Sequence[int], own: Own, rest: Rest
    ) -> Iterator[Listing]:
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            for latest, _ in opened.rows(numbers[start : start + ROWS_AT_ONCE]).values():
                rest()
                listing = latest.listing(None)
                if self._is_asked_about(_path_of(listing), key_of(listing.outcome)):
                    yield listing._replace(outcome=corrected(latest.outcome, own))

    def _is_asked_about(self, path: str, key: AudioKey | None) -> bool:
        if path in self._listed:
            return False
        is_of_a_sound = key is not None and (self._with_albums or sound_name(key) in self._sounds)
        return path in self._paths or (is_of_a_sound and key not in self._keys)

    def _is_of_the_list(self, one: _About) -> bool:
        """Whether the rows may be about tracks of the list, too."""
        return one.key in self._keys or any(
            row.path in self._listed or row.sound in self._listed_sounds for row in one.rows
        )


def _of_two_minds(about: Sequence[_About]) -> set[AudioKey]:
    """The sounds that the library calls one genre here and another there."""
    first: dict[AudioKey, str] = {}
    return {
        one.key
        for one in about
        if not is_same_genre(first.setdefault(one.key, one.genre), one.genre)
    }


def _lines_about(sounds: set[AudioKey], about: Sequence[_About]) -> set[int]:
    """The rows about some sounds; whatever else one of them is about is added to the sounds."""
    lines = set[int]()
    while more := {
        row.line for one in about if one.key in sounds for row in one.rows if row.line not in lines
    }:
        lines |= more
        sounds |= {one.key for one in about if any(row.line in more for row in one.rows)}
    return lines


def _genre_of(listed: ListedWord, own: Correction | None) -> str:
    """What the library says; empty where only a word is listed that the user took back."""
    if own is not None:
        return own.genre
    return "" if listed.own is not None else listed.genre or ""


def _path_of(listing: Listing) -> str:
    return printable(str(listing.track.path))
