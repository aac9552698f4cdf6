"""The table as an Excel workbook, whose texts are never formulas."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import COLUMNS, row_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable

if TYPE_CHECKING:  # it takes a tenth of a second, and few exports are workbooks
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS_A_SHEET: Final = 1_048_575  # Excel's, without the header
_LONGEST: Final = 32_767  # signs of a cell
_NUMBERS: Final = frozenset(
    {"duration_seconds", "confidence", "second_confidence", "third_confidence", "tempo_bpm"}
)
_WIDTHS: Final = {"path": 48, "artist": 22, "title": 28, "album": 24}
_WIDTH: Final = 14


def workbook_into(
    file: BinaryIO,
    listings: Iterable[Listing],
    options: ExportOptions,
    *,
    rows_a_sheet: int = ROWS_A_SHEET,
) -> int:
    """Writes the CSV's columns, numbers as numbers, in as many sheets as it takes.

    A row at a time is in memory, whatever their number.

    Args:
        file: An open file.
        listings: The tracks.
        options: How paths are written.
        rows_a_sheet: After so many a new sheet begins.

    Returns:
        The number of tracks written.

    Raises:
        OSError: It cannot be written, such as on a full disk.
    """
    from xlsxwriter import Workbook

    wishes = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    written = 0
    with _outlet(file) as outlet, Workbook(outlet, wishes) as book:
        book.use_zip64()  # a million long paths are more than 2 GB before they are packed
        sheet = _sheet(book, 1)
        for listing in listings:
            if written and not written % rows_a_sheet:
                sheet = _sheet(book, 1 + written // rows_a_sheet)
            _write(sheet, 1 + written % rows_a_sheet, row_of(listing, options, printable))
            written += 1
    return written


class _Outlet:
    """What a ZIP archive is written to.

    One whose disk was full is ended once more when it is forgotten: that goes nowhere, not even
    into a file in memory, which may be forgotten, and closed, before it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file: BinaryIO | None = file
        self._place = 0  # once the file was left

    def leave(self) -> None:
        self._file = None

    def write(self, data: bytes) -> int:
        if self._file is not None:
            return self._file.write(data)
        self._place += len(data)
        return len(data)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        if self._file is not None:
            return self._file.seek(place, whence)
        self._place = place
        return place

    def tell(self) -> int:
        return self._place if self._file is None else self._file.tell()

    def flush(self) -> None:
        if self._file is not None:
            self._file.flush()


@contextmanager
def _outlet(file: BinaryIO) -> Iterator[Any]:
    from xlsxwriter.exceptions import FileCreateError

    outlet = _Outlet(file)
    try:
        yield outlet
    except FileCreateError as error:  # which is no OSError, but made of one
        cause = error.args[0]
        raise cause if isinstance(cause, OSError) else error from None
    finally:
        outlet.leave()


def _sheet(book: "Workbook", number: int) -> "Worksheet":
    sheet = book.add_worksheet("Tracks" if number == 1 else f"Tracks {number}")
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH))
    for place, name in enumerate(COLUMNS):
        sheet.write_string(0, place, name, bold)
    return sheet


def _write(sheet: "Worksheet", line: int, cells: list[str]) -> None:
    for place, (name, text) in enumerate(zip(COLUMNS, cells, strict=True)):
        if not text:
            continue
        if name in _NUMBERS:
            sheet.write_number(line, place, float(text))
        else:
            sheet.write_string(line, place, _harmless(text))


def _harmless(text: str) -> str:
    """As long as a cell may be, and never what the library takes for its own markup."""
    return f"'{text}"[:_LONGEST] if text.startswith("<r>") else text[:_LONGEST]
