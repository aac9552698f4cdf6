"""What the documents call a thing of the window is what the window calls it."""

import re
from pathlib import Path

import pytest

from tools.window_words import all_words

_ROOT = Path(__file__).parents[1]
_DOCUMENTS = (
    "README.md",
    "CHANGELOG.md",
    *sorted(f"docs/{f.name}" for f in _ROOT.glob("docs/*.md")),
)
_BLOCK = re.compile(r"```.*?```", re.DOTALL)
# In italics: *Write tags…*, *Help, About Genre Desktop*, *Genres → Quick*; not one word alone.
_NAMED = re.compile(r"(?<![*\w])\*([A-Z][^*]{1,80}(?:…|[a-z]))\*(?!\*)")


def _bare(name: str) -> str:
    return name.replace("&", "").rstrip("…").strip().casefold()


def _names_in(document: str) -> list[str]:
    text = _BLOCK.sub("", (_ROOT / document).read_text(encoding="utf-8"))
    found = [name.replace("\n", " ") for name in _NAMED.findall(text)]
    return [name for name in found if not name.isalpha()]


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Every text of the window."""
    return {_bare(word.source) for word in all_words()}


@pytest.mark.parametrize("document", _DOCUMENTS)
def test_names_of_menus_and_buttons_are_those_of_the_window(document: str, words: set[str]) -> None:
    parts = [part for name in _names_in(document) for part in re.split(", | → ", name)]

    assert [part for part in parts if _bare(part) not in words] == []


def test_names_are_found() -> None:
    assert "Write tags…" in _names_in("README.md")
