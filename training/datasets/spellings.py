"""Genres whose names differ only in how they are written, such as “Hip-Hop” and “hip hop”."""

import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace

from training.datasets.values import Index


def with_one_spelling(index: Index) -> Index:
    """The index with each such genre called as most of its tracks are, and a note of it."""
    spelling: dict[str, str] = {}
    notes = []
    for first, *others in _spellings(index):
        spelling |= dict.fromkeys(others, first)
        notes.append(f"The genre {first} holds what was called {', '.join(others)}, too.")
    if not spelling:
        return index
    items = [replace(item, label=spelling.get(item.label, item.label)) for item in index.items]
    labels = tuple(label for label in index.labels if label not in spelling)
    return replace(index, items=tuple(items), labels=labels, notes=(*index.notes, *notes))


def spelling_notes(index: Index) -> list[str]:
    """A sentence on genres that are most likely one, written in several ways."""
    several = [" and ".join(sorted(group)) for group in _spellings(index)]
    if not several:
        return []
    sentence = (
        "Genres that differ only in how they are written are learnt as different ones: "
        f"{'; '.join(several)}. Call them alike, or make the index with --join-spellings."
    )
    return [sentence]


def _spellings(index: Index) -> list[list[str]]:
    """The labels that are alike, of each such group the most frequent first."""
    counts = Counter(item.label for item in index.items)
    alike: dict[str, list[str]] = defaultdict(list)
    for label in index.labels:
        alike[_letters(label) or label].append(label)
    return [
        sorted(group, key=lambda label: (-counts[label], label))
        for group in alike.values()
        if len(group) > 1
    ]


def _letters(label: str) -> str:
    """A genre's letters and digits, whatever their case and form; signs and spaces are left out."""
    small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).casefold())
    return "".join(letter for letter in small if letter.isalnum())
