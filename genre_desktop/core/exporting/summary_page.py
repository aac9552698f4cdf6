"""The summary of a library as one HTML page, without scripts and without anything from elsewhere.

Every text of the user's goes through `_safe`; the page's policy lets a browser load nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from genre_desktop.core.exporting.summary import BINS, Conflict, Summary
from genre_desktop.core.genre_colours import UNSURE, ColourPair, colours_of
from genre_desktop.core.places import resource
from genre_desktop.dsp.printable import one_line

_MOST_ARTISTS = 30
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(summary: Summary, model: str, date: str) -> str:
    """The page.

    Args:
        summary: What was counted.
        model: Whose answers they are, for people.
        date: Of today, for people.
    """
    style = resource("style/summary.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Music library, {_safe(date)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<main>\n{_head(summary, model, date)}"
        f'<div class="pair">\n{_genres(summary)}{_histogram(summary)}</div>\n'
        f"{_decades(summary)}{_artists(summary)}{_conflicts(summary)}"
        "<footer>Made by Genre Desktop; nothing on this page comes from elsewhere.</footer>\n"
        "</main>\n</body>\n</html>\n"
    )


def _head(summary: Summary, model: str, date: str) -> str:
    facts = {
        "tracks": summary.tracks,
        "with a genre": summary.genres.total(),
        "unsure": summary.unsure,
        "without an answer": summary.problems,
        "files gone": summary.gone,
    }
    items = "".join(
        f"<div><dt>{name}</dt><dd>{number:,}</dd></div>\n"
        for name, number in facts.items()
        if number or name == "tracks"
    )
    return (
        f"<h1>Music library</h1>\n<p>As {_safe(model)} heard it; {_safe(date)}.</p>\n"
        f'<dl class="facts">\n{items}</dl>\n'
    )


def _genres(summary: Summary) -> str:
    total = max(1, summary.genres.total() + summary.unsure)
    widest = max([*summary.genres.values(), summary.unsure, 1])
    rows = [
        _genre_row(_swatch(genre) + _safe(genre), _part(genre, count, widest), count, total)
        for genre, count in _by_number(summary.genres)
    ]
    if summary.unsure:
        bar = _span("unsure", UNSURE, summary.unsure, widest, "Unsure")
        swatch = f'<span class="swatch unsure" style="{_colours(UNSURE)}"></span>'
        rows.append(_genre_row(f"{swatch}Unsure", bar, summary.unsure, total))
    return (
        f'<section>\n<h2>Genres</h2>\n<table class="bars"><tbody>\n{"".join(rows)}'
        "</tbody></table>\n</section>\n"
    )


def _genre_row(name: str, bar: str, count: int, total: int) -> str:
    return (
        f'<tr><th scope="row">{name}</th><td class="bar"><div class="stack">{bar}</div></td>'
        f'<td class="number">{count:,}</td><td class="number">{count / total:.1%}</td></tr>\n'
    )


def _histogram(summary: Summary) -> str:
    highest = max([*summary.bins, 1])
    step = 100 // BINS
    bars = "".join(
        f'<span style="height:{100 * count / highest:.2f}%" '
        f'title="{number * step} to {(number + 1) * step} %: {count:,}"></span>'
        for number, count in enumerate(summary.bins)
    )
    said = ", ".join(
        f"{number * step} to {(number + 1) * step} %: {count:,}"
        for number, count in enumerate(summary.bins)
        if count
    )
    return (
        "<section>\n<h2>How sure</h2>\n<p>Tracks by the probability of their best genre; the "
        f"highest bar has {highest:,}.</p>\n"
        f'<div class="histogram" role="img" aria-label="{said or "no tracks"}">{bars}</div>\n'
        '<div class="scale"><span>0 %</span><span>50 %</span><span>100 %</span></div>\n'
        "</section>\n"
    )


def _decades(summary: Summary) -> str:
    if not summary.decades:
        return ""
    rows = [(f"{decade}s", genres) for decade, genres in sorted(summary.decades.items())]
    return _stacks("Decades", "By the year in the tags; unsure tracks are left out.", rows, summary)


def _artists(summary: Summary) -> str:
    if not summary.artists:
        return ""
    first = sorted(summary.artists.items(), key=lambda item: (-item[1].total(), item[0]))
    shown = first[:_MOST_ARTISTS]
    which = f"All {len(first)}" if len(first) > 1 else "One"
    if len(first) > len(shown):
        which = f"The {len(shown)} with most tracks of {len(first):,}"
    return _stacks("Artists", f"{which}, by the tags; unsure tracks are left out.", shown, summary)


def _stacks(
    title: str, said: str, rows: Sequence[tuple[str, Counter[str]]], summary: Summary
) -> str:
    order = [genre for genre, _ in _by_number(summary.genres)]  # the same in every bar
    widest = max(genres.total() for _, genres in rows)
    lines = "".join(
        f'<tr><th scope="row" title="{_safe(name)}">{_safe(name)}</th><td class="bar">'
        f'<div class="stack" role="img" aria-label="{_safe(_listed(genres))}">'
        f"{''.join(_part(genre, genres[genre], widest) for genre in order if genre in genres)}"
        f'</div></td><td class="number">{genres.total():,}</td>'
        f'<td class="most">{_safe(_listed(genres, most=3))}</td></tr>\n'
        for name, genres in rows
    )
    return (
        f'<section>\n<h2>{title}</h2>\n<p>{said}</p>\n<table class="bars"><tbody>\n{lines}'
        "</tbody></table>\n</section>\n"
    )


def _conflicts(summary: Summary) -> str:
    if not summary.compared:
        return ""
    shown = summary.surest_conflicts
    more = summary.conflicts - len(shown)
    said = (
        f"{summary.conflicts:,} of {summary.compared:,} tracks whose tag names a genre that the "
        f"model knows, and of which it is sure.{f' The {len(shown):,} surest.' if more else ''}"
    )
    if not shown:
        return f"<section>\n<h2>Tag and sound agree</h2>\n<p>{said}</p>\n</section>\n"
    return (
        f"<section>\n<h2>Tag and sound disagree</h2>\n<p>{said}</p>\n"
        '<table class="conflicts"><thead><tr><th>Track</th><th>Artist</th><th>Tagged</th>'
        '<th>Sounds</th><th class="number">Confidence</th></tr></thead><tbody>\n'
        f"{''.join(map(_conflict, shown))}</tbody></table>\n</section>\n"
    )


def _conflict(one: Conflict) -> str:
    return (
        f'<tr><th scope="row">{_safe(one.title)}<div class="path">{_safe(one.path)}</div></th>'
        f"<td>{_safe(one.artist)}</td><td>{_safe(one.tagged)}</td>"
        f'<td class="sounds">{_swatch(one.sounds)}{_safe(one.sounds)}</td>'
        f'<td class="number">{one.confidence:.2f}</td></tr>\n'
    )


def _part(genre: str, count: int, widest: int) -> str:
    return _span("genre", colours_of(genre), count, widest, genre)


def _span(kind: str, colours: ColourPair, count: int, widest: int, name: str) -> str:
    return (
        f'<span class="{kind}" style="{_colours(colours)};width:{100 * count / widest:.2f}%" '
        f'title="{_safe(name)} {count:,}"></span>'
    )


def _swatch(genre: str) -> str:
    return f'<span class="swatch genre" style="{_colours(colours_of(genre))}"></span>'


def _colours(colours: ColourPair) -> str:
    return f"--dark:{colours.dark};--light:{colours.light}"


def _listed(genres: Mapping[str, int], most: int | None = None) -> str:
    ordered = _by_number(genres)
    rest = "" if most is None or len(ordered) <= most else " …"
    return ", ".join(f"{genre} {count:,}" for genre, count in ordered[:most]) + rest


def _by_number(genres: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(genres.items(), key=lambda item: (-item[1], item[0]))


def _safe(text: str) -> str:
    return escape(one_line(text))
