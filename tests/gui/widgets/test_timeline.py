"""What a timeline is told as: pieces, shares and what is drawn of them."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.swatch import SWATCH, Swatches
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.timeline_legend import GAP, TimelineLegend
from genre_desktop.ui.timeline_pieces import (
    NOT_HEARD,
    SILENCE,
    UNSURE,
    Piece,
    Share,
    pieces_of,
    runs,
    shares,
    thinned,
)
from genre_desktop.ui.timeline_strip import TimelineStrip
from tests.gui.widgets.rows import verdict_of

BLUES = (0.9, 0.05, 0.03, 0.02)
ROCK = (0.1, 0.1, 0.1, 0.7)
NOTHING = (0.25, 0.25, 0.25, 0.25)


def test_pieces_name_their_genre_or_that_they_are_unsure_or_silent() -> None:
    verdict = verdict_of(pieces=[BLUES, NOTHING, ROCK, ROCK], silent=(3,))
    assert [piece.label for piece in pieces_of(verdict)] == ["blues", UNSURE, "rock", SILENCE]


def test_a_verdict_without_a_timeline_has_no_pieces() -> None:
    assert pieces_of(verdict_of()) == ()


def test_shares_end_with_the_track_and_put_unsure_and_silence_last() -> None:
    verdict = verdict_of(pieces=[NOTHING, BLUES, BLUES, ROCK], silent=())
    assert verdict.timeline is not None
    told = shares(pieces_of(verdict), verdict.timeline, seconds=10.0)
    assert told == [Share("blues", 6.0), Share("rock", 1.0), Share(UNSURE, 3.0)]


def test_too_many_pieces_give_way_to_their_majority() -> None:
    pieces = (Piece("blues", 0.8), Piece("rock", 0.9), Piece("blues", 0.6)) * 100
    thin = thinned(pieces, 100)
    assert len(thin) == 100
    assert {piece.label for piece in thin} == {"blues"}
    assert abs(thin[0].confidence - 0.7) < 1e-9


def test_what_was_not_heard_is_a_gap_and_hides_nothing_that_was() -> None:
    nothing = (0.0, 0.0, 0.0, 0.0)
    verdict = verdict_of(pieces=[nothing, BLUES, nothing, NOTHING], silent=(0, 2, 3))
    pieces = pieces_of(verdict)
    assert [piece.label for piece in pieces] == [NOT_HEARD, "blues", NOT_HEARD, SILENCE]
    assert {piece.label for piece in thinned(pieces[:3] * 100, 50)} == {"blues"}
    assert verdict.timeline is not None
    told = shares(pieces, verdict.timeline, seconds=12.0)
    assert told == [Share("blues", 3.0), Share(SILENCE, 3.0), Share(NOT_HEARD, 6.0)]


def test_runs_join_neighbours() -> None:
    pieces = tuple(Piece(label, 0.9) for label in ("blues", "blues", "rock", "blues"))
    assert runs(pieces) == [("blues", 0, 2), ("rock", 2, 3), ("blues", 3, 4)]


def test_the_strip_tells_its_spans_in_words(qtbot: QtBot, theme: Theme) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    name = "Genres of the selected track from beginning to end: "
    for seconds, end in ((None, "0:12"), (10.5, "0:10"), (12.9, "0:12"), (13.5, "0:13")):
        verdict = verdict_of(pieces=[BLUES, BLUES, NOTHING, ROCK], silent=(3,))
        strip.show_verdict(verdict, seconds)
        spans = f"Blues 0:00–0:06, Unsure 0:06–0:09, Silence 0:09–{end}"
        assert strip.accessibleName() == name + spans
        assert strip.words_at(QPoint(strip.width() - 1, 2)).startswith(f"0:09 to {end} · ")
    strip.show_verdict(None, None)
    assert strip.accessibleName() == name + "not known"


def test_of_a_track_of_which_only_the_beginning_was_heard_no_more_is_told(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    strip.show_verdict(verdict_of(pieces=[BLUES, ROCK]), 200.0)
    assert strip.accessibleName().endswith(": Blues 0:00–0:03, Rock 0:03–0:06")


def test_the_strip_is_drawn_in_the_genres_colours(qtbot: QtBot, theme: Theme) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(200, 12)
    strip.show_verdict(verdict_of(pieces=[BLUES, ROCK]), None)
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    low = round(11 * ratio)
    assert picture.pixelColor(round(20 * ratio), low).name() == "#4f7cff"
    assert picture.pixelColor(round(180 * ratio), low).name() == "#b36d67"


def test_a_surer_piece_is_nearer_to_its_genres_colour(qtbot: QtBot, theme: Theme) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(300, 12)
    strip.show_verdict(verdict_of(pieces=[BLUES, (0.5, 0.3, 0.1, 0.1), (0.7, 0.1, 0.1, 0.1)]), None)
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    genre = genre_of("blues").colour(is_dark=theme.colours.is_dark)

    def distance(x: int) -> int:
        """Of a fill from the genre's own colour."""
        fill = picture.pixelColor(round(x * ratio), round(5 * ratio))
        pairs = zip(fill.getRgb(), genre.getRgb(), strict=True)
        return sum(abs(one - other) for one, other in pairs)

    assert distance(50) < distance(250) < distance(150)


def test_the_legend_has_colour_name_and_seconds_of_each_genre(
    qtbot: QtBot, theme: Theme, swatches: Swatches
) -> None:
    legend = TimelineLegend(theme, swatches)
    qtbot.addWidget(legend)
    legend.show_shares([Share("blues", 6.0), Share("rock", 63.0)])
    legend.resize(240, legend.sizeHint().height())
    assert legend.accessibleName() == "Blues 0:06, Rock 1:03"
    picture = legend.grab().toImage()
    middle = picture.height() // 2
    inside = round(SWATCH / 2 * picture.devicePixelRatio())
    for genre, left in (("blues", 0), ("rock", round((240 + GAP) / 2))):
        x = round(left * picture.devicePixelRatio()) + inside
        colour = genre_of(genre).colour(is_dark=theme.colours.is_dark)
        assert picture.pixelColor(x, middle) == colour


def test_a_strip_of_a_day_long_track_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    strip = TimelineStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(240, 12)
    strip.show_verdict(verdict_of(pieces=[BLUES, ROCK] * 14_400), None)
    assert not strip.grab().isNull()
