"""CUE sheets as people write them."""

import pytest

from genre_desktop.core.cue import SheetBroken, decoded, parse_sheet

ALBUM = """REM GENRE Jazz
PERFORMER "The Band"
TITLE "The Album"
FILE "CD1\\album.wav" WAVE
  TRACK 01 AUDIO
    TITLE "One"
    INDEX 01 00:00:00
  TRACK 02 AUDIO
    TITLE "Two"
    PERFORMER "A Guest"
    INDEX 00 03:58:00
    INDEX 01 04:00:37
"""


def test_titles_performers_and_starts_are_read() -> None:
    sheet = parse_sheet(ALBUM)
    [file] = sheet.files
    assert (sheet.title, sheet.performer) == ("The Album", "The Band")
    assert (file.name, file.given) == ("album.wav", "CD1/album.wav")
    assert [(t.number, t.title, t.performer) for t in file.tracks] == [
        (1, "One", "The Band"),
        (2, "Two", "A Guest"),
    ]
    assert [t.start_seconds for t in file.tracks] == [0.0, 240 + 37 / 75]


def test_small_letters_missing_quotes_and_unknown_lines_do_not_matter() -> None:
    sheet = parse_sheet(
        "file my album.flac WAVE\nnonsense\n\ttrack 1 audio\n title One\n index 1 0:0:0\n"
        "flags DCP\ntrack 2 AUDIO\nindex 01 100:00:00"
    )
    [file] = sheet.files
    assert file.name == "my album.flac"
    assert [(t.title, t.start_seconds) for t in file.tracks] == [("One", 0.0), ("", 6_000.0)]


def test_blanks_however_many_mean_nothing() -> None:
    blanks = " \t" * 100_000
    sheet = parse_sheet(
        f'{blanks}FILE{blanks}"one.wav" WAVE{blanks}\nTRACK=1\nTITLE{blanks}\nTITLE A{blanks}B'
        f"\n{blanks}\nTRACK 01{blanks}AUDIO{blanks}\nTITLE One{blanks}\nINDEX 01{blanks}0:0:0 \n"
    )
    [file] = sheet.files
    assert (sheet.title, file.name) == (f"A{blanks}B", "one.wav")
    assert [track.title for track in file.tracks] == ["One"]


def test_a_track_belongs_to_the_file_in_which_it_begins() -> None:
    sheet = parse_sheet(
        'FILE "1.wav" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\n'
        'INDEX 00 03:00:00\nFILE "2.wav" WAVE\nINDEX 01 00:00:00'
    )
    assert [[t.number for t in file.tracks] for file in sheet.files] == [[1], [2]]


def test_data_tracks_are_passed_over() -> None:
    sheet = parse_sheet(
        'FILE "a.bin" BINARY\nTRACK 01 MODE1/2352\nINDEX 01 00:00:00\n'
        "TRACK 02 AUDIO\nINDEX 01 10:00:00"
    )
    assert [t.number for t in sheet.files[0].tracks] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0\0\0",
        "TRACK x AUDIO",
        'FILE "a" WAVE',
        'FILE "a" WAVE\nTRACK 01 AUDIO\nINDEX 01 zero',
        'FILE "a" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:61:00',
        'FILE "a" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:75',
        "TRACK 01 AUDIO\nINDEX 01 00:00:00",
        'FILE "a" WAVE\nTRACK 01 AUDIO\nINDEX 01 05:00:00\nTRACK 02 AUDIO\nINDEX 01 04:00:00',
        f'FILE "a" WAVE\nTRACK {"9" * 5000} AUDIO\nINDEX 01 {"9" * 5000}:00:00',
    ],
)
def test_a_sheet_that_says_nothing_usable_is_refused(text: str) -> None:
    with pytest.raises(SheetBroken):
        parse_sheet(text)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "Café.flac"),
        ("utf-8-sig", "Café.flac"),
        ("utf-16", "Café.flac"),
        ("cp1252", "Café.flac"),
        ("cp932", "夜に駆ける.flac"),
        ("cp1251", "Группа крови.flac"),
        ("gb18030", "月亮代表我的心.flac"),
    ],
)
def test_the_encoding_is_the_one_in_which_the_file_exists(encoding: str, name: str) -> None:
    text = f'TITLE "{name}"\nFILE "{name}" WAVE\n'
    assert decoded(text.encode(encoding), lambda wanted: wanted == name) == text


def test_without_a_telling_file_western_letters_are_assumed() -> None:
    content = 'TITLE "Café"\nFILE "a.wav" WAVE\n'.encode("cp1252")
    assert decoded(content, lambda name: name == "a.wav").startswith('TITLE "Café"')


def test_a_sheet_that_names_its_file_before_each_track_names_one_file() -> None:
    tracks = "".join(
        f'FILE "album.flac" WAVE\nTRACK 0{number} AUDIO\nINDEX 01 0{number}:00:00\n'
        for number in (1, 2, 3)
    )
    [file] = parse_sheet(tracks).files
    assert [track.start_seconds for track in file.tracks] == [60.0, 120.0, 180.0]
