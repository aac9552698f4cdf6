"""What the table calls each track."""

import os
from pathlib import Path

from genre_desktop.cli.track_names import elided, track_names
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.dsp.sound import Span

ROOT = Path(os.sep) / "music"


def listing(*parts: str, title: str = "") -> Listing:
    return Listing(Track(ROOT.joinpath(*parts)), Tags(title=title), None)


def test_a_name_that_is_alone_stays_bare() -> None:
    assert track_names([listing("a", "1.mp3"), listing("b", "2.mp3")]) == ["1.mp3", "2.mp3"]


def test_names_that_repeat_have_their_folder_below_the_common_one() -> None:
    names = track_names(
        [listing("1.mp3"), listing("a", "1.mp3"), listing("b", "c", "1.mp3"), listing("2.mp3")]
    )
    assert names == ["1.mp3", str(Path("a/1.mp3")), str(Path("b/c/1.mp3")), "2.mp3"]


def test_a_long_folder_loses_its_middle_and_never_the_name() -> None:
    first, _ = track_names([listing("a" * 50, "b" * 50, "1.mp3"), listing("z", "1.mp3")])
    assert first == f"{'a' * 19}…{'b' * 20}{os.sep}1.mp3"


def test_a_title_is_added_where_the_name_does_not_say_it() -> None:
    names = track_names([listing("1.mp3", title="Dawn"), listing("02 dawn.mp3", title="Dawn")])
    assert names == ["1.mp3: Dawn", "02 dawn.mp3"]


def test_parts_of_one_file_need_no_folder_and_have_their_titles() -> None:
    path = ROOT / "mix.flac"
    parts = [Track(path, Span(0.0, 9.0), "One"), Track(path, Span(9.0, None), "Mix")]
    assert track_names([Listing(part, Tags(), None) for part in parts]) == [
        "mix.flac: One",
        "mix.flac: Mix",
    ]


def test_names_and_titles_keep_to_their_line() -> None:
    assert track_names([listing("a\nb.mp3", title="c\x1bd")]) == ["a\\nb.mp3: c\\x1bd"]


def test_what_fits_is_not_elided() -> None:
    assert elided("12345", 5) == "12345"
    assert elided("123456", 5) == "12…56"
