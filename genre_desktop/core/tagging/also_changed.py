"""What a run wrote beside the genre, read from the raw fields that the journal keeps."""

from collections.abc import Callable, Iterable
from functools import partial

from genre_desktop.core.tagging.also import Also, Texts
from genre_desktop.core.tagging.ape_files import ApeDocument
from genre_desktop.core.tagging.asf_files import AsfDocument
from genre_desktop.core.tagging.id3_also import id3_also
from genre_desktop.core.tagging.id3_frames import empty_tag
from genre_desktop.core.tagging.mp4_also import mp4_also
from genre_desktop.core.tagging.mp4_files import Mp4Document
from genre_desktop.core.tagging.raw import RawField
from genre_desktop.core.tagging.safe_write import Change
from genre_desktop.core.tagging.vorbis_comments import NO_COMMENTS, Commented

_Reader = Callable[[RawField], tuple[Also, str] | None]

_READERS: dict[str, _Reader] = {
    ApeDocument.kind: ApeDocument(0, 0, (), is_there=False).also,
    AsfDocument.kind: AsfDocument((), None, b"", (), 0).also,
    Mp4Document.kind: mp4_also,
    **{f"ID3v2.{version}": partial(id3_also, empty_tag(version)) for version in (2, 3, 4)},
}
_OTHERS: _Reader = Commented(NO_COMMENTS).also


def also_changed(change: Change) -> Texts:
    """Fields beside the genre that say something else than before; empty for those that went."""
    read = _READERS.get(change.kind, _OTHERS)
    old, new = (dict(_texts(read, each)) for each in (change.old_fields, change.new_fields))
    found = ((also, new.get(also, "")) for also in Also if also in {*old, *new})
    return tuple(one for one in found if old.get(one[0], "") != one[1])


def _texts(read: _Reader, fields: Iterable[RawField]) -> Texts:
    return tuple(one for one in map(read, fields) if one is not None)
