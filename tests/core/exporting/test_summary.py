"""The summary of a library: its numbers, and the page that shows them."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.summary import Summary, summary_of, tagged_otherwise
from genre_desktop.core.exporting.summary_page import page
from genre_desktop.core.places import resource
from genre_desktop.core.ruled_outcomes import ruled_rows
from genre_desktop.core.rules import Rules
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.dsp.sound import Problem
from genre_desktop.ui.colours import DARK, LIGHT, Colours
from tests.core.answers import LABELS, troubled
from tests.support.remembered import heard

NASTY = '<script>alert(1)</script> & "quotes" \x1b \udcff'


def row(name: str, tags: Tags, best: int = 1, confidence: float = 0.75) -> LibraryRow:
    path = Path("/music") / name
    return LibraryRow(Listing(Track(path), tags, heard(path, best, confidence)))


@pytest.fixture
def summary() -> Summary:
    broken = Path("/music/broken.mp3")
    return summary_of(
        [
            row("a.mp3", Tags("A", "Trio", "", "Jazz", "1959-08-17")),
            row("b.mp3", Tags("B", "Trio", "", "Blues Rock; Pop", "1962"), best=2, confidence=1.0),
            row("c.mp3", Tags("C", "Five", "", "Blues", "1984"), best=2, confidence=0.93),
            row("d.mp3", Tags("D", "Five", "", "Chanson", ""), best=0, confidence=0.5),
            replace(row("e.mp3", Tags(), confidence=0.36), is_gone=True),
            LibraryRow(Listing(Track(broken), Tags(), troubled(broken, Problem.NOT_AUDIO))),
        ]
    )


def test_everything_is_counted(summary: Summary) -> None:
    assert (summary.tracks, summary.unsure, summary.problems, summary.gone) == (6, 1, 1, 1)
    assert summary.genres == {"Jazz": 1, "Rock": 2, "Blues": 1}
    assert summary.decades == {1950: {"Jazz": 1}, 1960: {"Rock": 1}, 1980: {"Rock": 1}}
    assert summary.artists == {"Trio": {"Jazz": 1, "Rock": 1}, "Five": {"Rock": 1, "Blues": 1}}
    assert [(place, count) for place, count in enumerate(summary.bins) if count] == [
        (7, 1),
        (10, 1),
        (15, 1),
        (18, 1),
        (19, 1),
    ]
    assert (summary.compared, summary.conflicts) == (3, 1)
    [conflict] = summary.surest_conflicts
    assert (conflict.title, conflict.tagged, conflict.sounds) == ("C", "Blues", "Rock")


def test_a_genre_has_one_name_the_users_own_as_typed() -> None:
    mine = corrected_now("Free Jazz")
    rows = [row("a.mp3", Tags()), row("b.mp3", Tags()), row("c.mp3", Tags(), best=0)]
    ruled = list(ruled_rows(Rules(names={"jazz": "free jazz"}), lambda: (one for one in rows)))
    outcome = rows[2].listing.outcome
    assert outcome is not None
    said = rows[2].listing._replace(outcome=outcome._replace(correction=mine))
    assert summary_of([*ruled, replace(rows[2], listing=said)]).genres == {
        "free jazz": 3,
        "Blues": 1,
    }


@pytest.mark.parametrize(
    ("tag", "is_other"),
    [
        ("Rock", False),
        ("Indie-Rock", False),
        ("Jazz; Rock", False),
        ("jazz", True),
        ("Acid Jazz", True),
        ("Chanson", None),
        ("", None),
    ],
)
def test_a_tag_is_compared_where_the_model_knows_its_genre(tag: str, is_other: bool | None) -> None:
    assert tagged_otherwise(tag, "rock", LABELS) is is_other


def test_another_word_for_a_genre_is_understood() -> None:
    assert tagged_otherwise("Rap", "hiphop", ("hiphop", "pop")) is False
    assert tagged_otherwise("Hip-Hop/Rap", "pop", ("hiphop", "pop")) is True


class _Reader(HTMLParser):
    """What a browser would see: tags opened and closed in order, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_says_what_was_counted(summary: Summary) -> None:
    said = " ".join(read(page(summary, "tiny 1.0", "2026-11-22")).text.split())
    assert "As tiny 1.0 heard it; 2026-11-22." in said
    assert "1 of 3 tracks whose tag names a genre" in said
    assert re.search(r"C/music/c.mp3\s?Five\s?Blues\s?Rock\s?0.93", said)
    for word in ("1950s", "1980s", "Trio", "Unsure", "Tag and sound disagree"):
        assert word in said


def corrected_row(name: str, genre: str) -> LibraryRow:
    said = row(name, Tags())
    assert said.listing.outcome is not None
    mine = said.listing.outcome._replace(correction=corrected_now(genre))
    return replace(said, listing=said.listing._replace(outcome=mine))


def test_the_users_own_word_is_on_the_page_as_it_was_typed() -> None:
    words = ("baroque", "Baroque", "JAZZ", "hip hop")
    counted = summary_of([row("a.mp3", Tags()), *(corrected_row(one, one) for one in words)])
    assert counted.genres == {"baroque": 2, "Jazz": 2, "hip hop": 1}
    said = read(page(counted, "tiny 1.0", "2026-11-22")).text
    assert "baroque" in said
    assert "Baroque" not in said


def test_the_page_loads_nothing_and_runs_nothing(summary: Summary) -> None:
    reader = read(page(summary, "tiny 1.0", "2026-11-22"))
    assert not reader.seen & {"script", "link", "img", "iframe", "object", "a"}
    names = {name for name, _ in reader.attributes}
    assert not names & {"src", "href", "srcset", "onclick", "onload"}
    assert "url(" not in resource("style/summary.css").read_text(encoding="utf-8")


def test_nothing_of_a_users_text_becomes_markup() -> None:
    tags = Tags(NASTY, NASTY, NASTY, f"Jazz {NASTY}", "1999")
    text = page(summary_of([row(NASTY, tags, best=2)]), NASTY, "2026-11-22")
    text.encode()
    assert "script" not in read(text).seen
    assert "&lt;script&gt;alert(1)" in text
    assert "\x1b" not in text


def test_the_artists_with_most_tracks_are_a_choice_only_where_there_are_more() -> None:
    def said(count: int) -> str:
        rows = [row(f"{n}.mp3", Tags(artist=f"Artist {n}")) for n in range(count)]
        return read(page(summary_of(rows), "tiny", "2026-11-22")).text

    assert "All 6, by the tags" in said(6)
    assert re.search(r"The (\d+) with most tracks of 300, by the tags", said(300))


def test_a_library_without_tags_has_a_page_too() -> None:
    said = read(page(summary_of([row("a.mp3", Tags())]), "tiny", "2026-11-22")).text
    assert "Genres" in said
    assert "Decades" not in said
    assert "Tag and sound" not in said


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_page_wears_the_windows_colours(colours: Colours) -> None:
    style = resource("style/summary.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    found = re.findall(r"--(\w+): (#\w+);", dark if colours.is_dark else light)
    assert len(found) == 6
    for role, value in found:
        assert getattr(colours, role) == QColor(value), role
