"""A workbook holds numbers as numbers and texts as texts, in as many sheets as it takes."""

import gc
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import COLUMNS
from genre_desktop.core.exporting.workbook import workbook_into
from genre_desktop.core.track import Listing, Tags
from tests.core.answers import answered
from tests.support.small_disk import small_disk

_NAME = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def tracks(*titles: str) -> list[Listing]:
    outcomes = [answered(Path(f"/m/{number}.mp3"), title) for number, title in enumerate(titles)]
    return [
        Listing(one.track, Tags(title=title), one)
        for one, title in zip(outcomes, titles, strict=True)
    ]


def sheets(listings: list[Listing], rows_a_sheet: int = 100) -> list[ET.Element]:
    file = io.BytesIO()
    written = workbook_into(file, listings, ExportOptions(), rows_a_sheet=rows_a_sheet)
    assert written == len(listings)
    with zipfile.ZipFile(file) as book:
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        return [ET.fromstring(book.read(name)) for name in names]


def cells(sheet: ET.Element, line: int) -> dict[str, tuple[str | None, str]]:
    """Type and text of each cell of a line, by the name of its column."""
    [row] = sheet.findall(f".//x:row[@r='{line}']", _NAME)
    found = {}
    for cell in row.findall("x:c", _NAME):
        place = ord(cell.attrib["r"].rstrip("0123456789")) - ord("A")
        found[COLUMNS[place]] = (cell.get("t"), "".join(cell.itertext()))
    return found


def test_texts_that_look_like_formulas_links_or_markup_stay_texts() -> None:
    odd = ("=1+1", "https://example.org", "{=A1}", "<r>b</r>")
    [sheet] = sheets(tracks(*odd))
    assert not sheet.findall(".//x:f", _NAME)
    assert not sheet.findall(".//x:hyperlink", _NAME)
    shown = [cells(sheet, line)["title"] for line in range(2, 6)]
    assert shown == [
        ("inlineStr", "=1+1"),
        ("inlineStr", "https://example.org"),
        ("inlineStr", "{=A1}"),
        ("inlineStr", "'<r>b</r>"),
    ]


@pytest.mark.parametrize("size", ["4k", "32k"])
def test_a_full_disk_is_said_once_and_nothing_is_left_to_fail(tmp_path: Path, size: str) -> None:
    with small_disk(tmp_path / "small", size) as small:
        target = small / "tracks.xlsx"
        with pytest.raises(ExportFailed, match="full"), replacing(target) as file:
            workbook_into(file, tracks(*map(str, range(1000))), ExportOptions())
        gc.collect()  # what cannot be ended then is a warning, which fails a test
        assert list(small.iterdir()) == []


def test_a_sheet_may_be_longer_than_zip_once_knew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 2_000)
    [sheet] = sheets(tracks(*map(str, range(20))))
    assert len(sheet.findall(".//x:row", _NAME)) == 21


def test_numbers_are_numbers_and_what_is_not_known_is_empty() -> None:
    [listing] = tracks("One")
    unheard = listing._replace(outcome=None)
    [sheet] = sheets([listing, unheard])
    assert cells(sheet, 1)["confidence"] == ("inlineStr", "confidence")
    assert cells(sheet, 2)["confidence"] == (None, "0.75")
    assert "confidence" not in cells(sheet, 3)


def test_more_rows_than_a_sheet_takes_go_into_the_next() -> None:
    first, second = sheets(tracks("a", "b", "c"), rows_a_sheet=2)
    assert cells(first, 3)["title"][1] == "b"
    assert cells(second, 2)["title"][1] == "c"
