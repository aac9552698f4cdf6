"""The user's rules for what is written into tags, and what they make of a genre that was heard."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Final

from genre_desktop.core.albums import Albums
from genre_desktop.core.genre_names import genre_key, tag_name
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.wishes import Heard

LEAVE, MARK = "leave", "mark"


@dataclass(frozen=True)
class Rules:
    """What the user wants; all names are as the user wrote them.

    Attributes:
        names: What genres are called, by the model's names.
        tree: Which genre a sub-genre belongs to.
        artists: The genre of all that an artist does.
        folders: The genre of all that lies in a folder.
        only: The genres that are written; empty for all.
        most: How many genres are written at most.
        above: The least probability of a second and further genre.
        one_genre_per_album: Whether all tracks of an album have the genre of the whole.
        unsure_below: Below this probability a genre is unsure; None leaves it to the model.
        unsure: `LEAVE`, `MARK`, or what is written in the genre's place.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    tree: Mapping[str, str] = field(default_factory=dict)
    artists: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    most: int = 1
    above: float = 0.25
    one_genre_per_album: bool = False
    unsure_below: float | None = None
    unsure: str = LEAVE

    @cached_property
    def is_empty(self) -> bool:
        """Whether they change nothing."""
        return self == Rules(above=self.above)

    @property
    def need_tags(self) -> bool:
        """Whether they ask for artist or album."""
        return bool(self.artists) or self.one_genre_per_album

    def name_of(self, label: str) -> str:
        """What a label is called in tags: as the user typed it, else as other programs spell it."""
        return self.own_name_of(label) or tag_name(label)

    def own_name_of(self, label: str) -> str:
        """What the user calls a label, the tree climbed to its top; empty where nothing is said."""
        name = self._names.get(genre_key(label), "")
        parent = self._tree.get(genre_key(name)) or self._tree.get(genre_key(label))
        while parent is not None:
            name, parent = parent, self._tree.get(genre_key(parent))
        return name

    def genre_of_artist(self, heard: Heard) -> str:
        """What the rules say of a track's artist, empty where they say nothing."""
        return self._artists.get(artist_key(heard.artist), "") if heard.artist else ""

    def genre_of_folder(self, heard: Heard) -> str:
        """What the rules say of the innermost folder that they name; empty where they do not."""
        if not self.folders:
            return ""
        place = str(heard.path)  # a Path of each folder above would take ten times as long
        while place := place.rpartition(os.sep)[0]:
            if place in self._folders:
                return self._folders[place]
        return self._folders.get(heard.path.anchor, "")

    @cached_property
    def _names(self) -> dict[str, str]:
        return {genre_key(label): name for label, name in self.names.items()}

    @cached_property
    def _tree(self) -> dict[str, str]:
        return {genre_key(name): parent for name, parent in self.tree.items()}

    @cached_property
    def _artists(self) -> dict[str, str]:
        return {artist_key(artist): genre for artist, genre in self.artists.items()}

    @cached_property
    def _folders(self) -> dict[str, str]:
        return {folder_meant(folder): genre for folder, genre in self.folders.items()}

    @cached_property
    def allowed(self) -> frozenset[str]:
        """The keys of `only`."""
        return frozenset(genre_key(one) for one in self.only)


_NO_ALBUMS: Final = Albums()


def ruled(heard: Heard, rules: Rules, albums: Albums = _NO_ALBUMS) -> Heard:
    """What was heard, as the rules want it; the user's own word on a track is beyond them.

    Args:
        heard: What was heard of a track.
        rules: The user's.
        albums: All that was heard, for albums of one genre.
    """
    if not heard.genre or heard.is_corrected or rules.is_empty:
        return heard
    said = rules.genre_of_folder(heard) or rules.genre_of_artist(heard)
    if said:
        return _as_said(heard, said)
    whole = albums.pooled(heard) if rules.one_genre_per_album else heard
    (name, label, share), *others = _named(whole, rules)
    below = rules.unsure_below
    unsure = whole.unsure if below is None else share < below
    further: tuple[str, ...] = ()
    if unsure and rules.unsure == MARK:
        name, unsure = f"{name}?", False
    elif unsure and rules.unsure != LEAVE:
        name, unsure = rules.unsure, False
    elif not unsure:
        further = tuple(_further(others, rules))
    is_left_out = bool(rules.only) and not unsure and not _allowed(name, label, rules)
    return replace(
        whole,
        genre=name,
        label=label,
        probability=share,
        unsure=unsure,
        is_left_out=is_left_out,
        by_rule=(name, *further) != (heard.genre,),
        further=further,
    )


def folder_meant(name: str) -> str:
    """The folder of a rule, a home in its beginning written out where there is such a user."""
    return str(Path(os.path.expanduser(name)))  # noqa: PTH111 - Path would raise where there is none


def is_contested(heard: Heard, rules: Rules) -> bool:
    """Whether a folder's rule and an artist's want different genres; then the folder's wins."""
    by_folder, by_artist = rules.genre_of_folder(heard), rules.genre_of_artist(heard)
    return bool(by_folder and by_artist) and genre_key(by_folder) != genre_key(by_artist)


def artist_key(artist: str) -> str:
    """What is the same for all ways to write an artist: no case, single blanks."""
    return " ".join(artist.casefold().split())


def _as_said(heard: Heard, genre: str) -> Heard:
    """The user's word on an artist or a folder leaves no doubt, and is no model's."""
    tempo = tuple(one for one in heard.also if one[0] is Also.TEMPO)
    changes = genre != heard.genre
    return replace(
        heard, genre=genre, probability=1.0, unsure=False, by_rule=changes, also=tempo, further=()
    )


def _named(heard: Heard, rules: Rules) -> list[tuple[str, str, float]]:
    """Names with their best label and their probability, the highest first.

    Labels that the rules give one name are one genre: their probabilities add up, and where one
    of the names is the user's, it is spelt so.
    """
    found: dict[str, tuple[str, str, float]] = {}
    for label, share in heard.guesses or ((heard.label, heard.probability),):
        own, key = rules.own_name_of(label), genre_key(rules.name_of(label))
        name, first, sum_ = found.get(key, (tag_name(label), label, 0.0))
        found[key] = own or name, first, sum_ + share
    return sorted(found.values(), key=itemgetter(2), reverse=True)


def _further(others: list[tuple[str, str, float]], rules: Rules) -> Iterator[str]:
    wanted = (
        name
        for name, label, share in others
        if share >= rules.above and (not rules.only or _allowed(name, label, rules))
    )
    return islice(wanted, rules.most - 1)


def _allowed(name: str, label: str, rules: Rules) -> bool:
    is_text = rules.unsure not in {LEAVE, MARK} and name == rules.unsure
    return (
        is_text or genre_key(name.rstrip("?")) in rules.allowed or genre_key(label) in rules.allowed
    )
