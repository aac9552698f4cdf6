"""The tree of atoms that an MP4 file's index is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from genre_desktop.core.tagging.raw import damaged

HEADER_BYTES = 8
_CONTAINERS = frozenset({b"moov", b"udta", b"meta", b"ilst", b"trak", b"mdia", b"minf", b"stbl"})
_OFFSETS = {b"stco": 4, b"co64": 8}  # tables of places in the file, with the width of an entry


@dataclass(slots=True)
class Atom:
    """One atom: either its children or its data; `lead` stands before the children of `meta`."""

    name: bytes
    data: bytes = b""
    lead: bytes = b""
    children: "list[Atom] | None" = field(default=None)

    @property
    def size(self) -> int:
        """With its header."""
        inner = sum(child.size for child in self.children or ())
        return HEADER_BYTES + len(self.data) + len(self.lead) + inner

    def child(self, name: bytes) -> "Atom | None":
        """The first of this name."""
        return next((child for child in self.children or () if child.name == name), None)

    def copy(self) -> "Atom":
        """A tree of its own."""
        children = None if self.children is None else [child.copy() for child in self.children]
        return Atom(self.name, self.data, self.lead, children)


def read_atom(name: bytes, data: bytes) -> Atom:
    """Parses an atom's content.

    Raises:
        TagRefused: Its children do not fill it.
    """
    if name not in _CONTAINERS:
        return Atom(name, data)
    lead = data[:4] if name == b"meta" and data[4:8] != b"hdlr" else b""
    children: list[Atom] = []
    place = len(lead)
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        if name == b"udta" and data[place:] == bytes(4):  # QuickTime's end of a list
            return Atom(name, data[place:], lead, children)
        if not HEADER_BYTES <= size <= len(data) - place:
            raise damaged()
        inner = data[place + HEADER_BYTES : place + size]
        children.append(_child(name, data[place + 4 : place + HEADER_BYTES], inner))
        place += size
    return Atom(name, b"", lead, children)


def segments_of(atom: Atom) -> Iterator[bytes]:
    """The bytes of a tree, cut at its atoms."""
    header = atom.size.to_bytes(4) + atom.name
    if atom.children is None:
        yield header + atom.data
        return
    yield header + atom.lead
    for child in atom.children:
        yield from segments_of(child)
    yield atom.data


def holds(atom: Atom, name: bytes) -> bool:
    """Whether an atom of this name is somewhere in a tree, tags left out."""
    children = () if atom.name == b"ilst" else atom.children or ()
    return any(child.name == name or holds(child, name) for child in children)


def move_offsets(atom: Atom, behind: int, by: int) -> None:
    """Changes all places in the file that lie behind one."""
    width = _OFFSETS.get(atom.name)
    if width is not None:
        places = [
            int.from_bytes(atom.data[start : start + width])
            for start in range(8, len(atom.data), width)
        ]
        moved = [place + by if place >= behind else place for place in places]
        if max(moved, default=0) >= 1 << 8 * width:
            raise damaged("have no room: the file would be too long for its index")
        atom.data = atom.data[:8] + b"".join(place.to_bytes(width) for place in moved)
    for child in atom.children or ():
        move_offsets(child, behind, by)


def _child(parent: bytes, name: bytes, data: bytes) -> Atom:
    # What is called as a container is one only where containers belong.
    is_tag = parent == b"ilst"
    return Atom(name, data) if is_tag else read_atom(name, data)


def new_tags(children: Sequence[Atom]) -> Atom:
    """A `meta` atom as iTunes writes it, with these tags."""
    handler = Atom(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
    return Atom(b"meta", b"", bytes(4), [handler, Atom(b"ilst", b"", b"", list(children))])
