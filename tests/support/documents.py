"""The commands that the documents show, in blocks of their own and within sentences."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "training/README.md")),
    *sorted(ROOT.glob("docs/*.md")),
)
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")


def shown(beginning: str = "") -> list[str]:
    """The commands in blocks that begin so, each once, in the documents' order."""
    lines = (words for document in DOCUMENTS for words in _in_blocks(document))
    return list(dict.fromkeys(words for words in lines if words.startswith(beginning)))


def mentioned(beginning: str) -> list[str]:
    """The commands within sentences and tables that begin so, each once."""
    texts = (_FENCE.sub("", document.read_text(encoding="utf-8")) for document in DOCUMENTS)
    words = (words for text in texts for words in _INLINE.findall(text))
    return list(dict.fromkeys(each for each in words if each.startswith(beginning)))


def _in_blocks(document: Path) -> Iterator[str]:
    for block in _FENCE.findall(document.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            words = line.partition("  #")[0].strip()
            if words:
                yield words
