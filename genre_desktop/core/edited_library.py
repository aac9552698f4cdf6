"""What the library knows of the rows of an edited table, beside the tracks of a list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from genre_desktop.core.corrected import corrected, key_of
from genre_desktop.core.edited_rows import EditedRows
from genre_desktop.core.library_facets import View
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.track import AudioKey, Correction, Listing
from genre_desktop.dsp.printable import printable

ROWS_AT_ONCE: Final = 64


class Beside:
    """Which of the library's tracks are asked about, where a list is asked first.

    What the list says of a file or a sound counts: the library may have it from another model.
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
        self._paths = {row.path for row in table.rows}
        self._hashes = {row.audio_hash for row in table.rows if row.audio_hash}
        known = [one for one in listed if one.outcome is not None]
        self._listed = {printable(str(one.track.path)) for one in known}
        self._keys = {key_of(one.outcome) for one in known}
        self._with_albums = with_albums

    @property
    def is_needed(self) -> bool:
        """Whether anything is left to ask the library."""
        return self._with_albums or bool(self._hashes) or not self._paths <= self._listed

    def known(self, opened: LibraryView, own: Mapping[AudioKey, Correction]) -> Iterator[Listing]:
        """The tracks of the library that are asked about, with the user's word on them.

        Raises:
            LibraryUnavailable: They cannot be read.
        """
        is_by_path = not (self._with_albums or self._hashes)
        named = self._paths - self._listed
        numbers = opened.numbers_at(named) if is_by_path else opened.numbers(View())
        for start in range(0, len(numbers), ROWS_AT_ONCE):
            for latest, _ in opened.rows(numbers[start : start + ROWS_AT_ONCE]).values():
                listing = latest.listing(None)
                if self._is_asked_about(listing):
                    yield listing._replace(outcome=corrected(latest.outcome, own))

    def _is_asked_about(self, listing: Listing) -> bool:
        path, key = printable(str(listing.track.path)), key_of(listing.outcome)
        if path in self._listed:
            return False
        is_of_a_sound = key is not None and (self._with_albums or key[0] in self._hashes)
        return path in self._paths or (is_of_a_sound and key not in self._keys)
