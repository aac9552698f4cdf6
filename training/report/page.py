"""The page around the report's sections: one HTML file that needs no network and no script."""

import html
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

STYLE = Path(__file__).with_name("style.css")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; one without a body is left out."""

    anchor: str
    title: str
    body: str


def page(title: str, lead: str, sections: Sequence[Section]) -> str:
    """The whole file."""
    shown = [section for section in sections if section.body]
    links = "".join(
        f'<a href="#{section.anchor}">{html.escape(section.title)}</a>' for section in shown
    )
    parts = "".join(
        f'<section id="{section.anchor}"><h2>{html.escape(section.title)}</h2>{section.body}'
        "</section>"
        for section in shown
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{STYLE.read_text('utf-8')}</style></head>"
        f"<body><header><h1>{html.escape(title)}</h1>{paragraph(lead, 'lead')}"
        f"<nav>{links}</nav></header><main>{parts}</main></body></html>\n"
    )


_CODE = re.compile(r"`([^`]+)`")


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph of plain words; what stands between backticks is code."""
    told = f' class="{kind}"' if kind else ""
    return f"<p{told}>{_with_code(words)}</p>"


def bullets(sentences: Sequence[str]) -> str:
    """Sentences below each other; what stands between backticks is code."""
    return f"<ul>{''.join(f'<li>{_with_code(one)}</li>' for one in sentences)}</ul>"


def heading(words: str) -> str:
    """A heading within a section."""
    return f"<h3>{html.escape(words)}</h3>"


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    words: Collection[int] = (0,),
    long: Collection[int] = (),
) -> str:
    """A table; the columns of `words` are set left, those of `long` may break."""

    def cells(tag: str, line: Sequence[str]) -> str:
        return "".join(
            f"<{tag}{_kind(column, words, long)}><div>{html.escape(cell)}</div></{tag}>"
            for column, cell in enumerate(line)
        )

    body = "".join(f"<tr>{cells('td', line)}</tr>" for line in rows)
    return (
        f'<div class="wide"><table><thead><tr>{cells("th", head)}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def figure(picture: str, caption: str = "") -> str:
    """A picture with words below it."""
    told = f"<figcaption>{html.escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{picture}{told}</figure>"


def side_by_side(parts: Sequence[str]) -> str:
    """Figures in a row that wraps."""
    return f'<div class="row">{"".join(parts)}</div>' if parts else ""


def folded(summary: str, body: str) -> str:
    """Something that opens when its summary is clicked."""
    return f"<details><summary>{html.escape(summary)}</summary>{body}</details>"


def _with_code(words: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(words))


def _kind(column: int, words: Collection[int], long: Collection[int]) -> str:
    if column in long:
        return ' class="long"'
    return ' class="words"' if column in words else ""
