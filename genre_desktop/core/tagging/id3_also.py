"""Tempo, confidence and their like in an ID3v2 tag: TBPM, and TXXX by their description."""

from genre_desktop.core.tagging.also import Also, also_called, name_in
from genre_desktop.core.tagging.id3_frames import Id3Tag
from genre_desktop.core.tagging.id3_text import decoded, encoded
from genre_desktop.core.tagging.raw import RawField, TagRefused


def id3_also(tag: Id3Tag, frame: RawField) -> tuple[Also, str] | None:
    """Which field a frame is and what it says; None for any other frame."""
    tempo, free = _names(tag)
    if frame.key not in {tempo, free}:
        return None
    try:
        texts = decoded(tag.content_of(frame))
    except TagRefused:
        return None  # compressed, or of an unknown encoding: none of ours
    if frame.key == tempo:
        return Also.TEMPO, "".join(texts[:1])
    also = also_called(texts[0], "") if texts else None
    return None if also is None else (also, "".join(texts[1:2]))


def id3_also_frame(tag: Id3Tag, also: Also, text: str) -> RawField:
    """The frame that says so."""
    tempo, free = _names(tag)
    if also is Also.TEMPO:
        return tag.frame(tempo, encoded(tag.version, text))
    return tag.frame(free, encoded(tag.version, f"{name_in(also, '')}\0{text}"))


def _names(tag: Id3Tag) -> tuple[str, str]:
    # The names of ID3's frames for tempo and for text that says itself what it is about.
    return ("TBP", "TXX") if tag.version == 2 else ("TBPM", "TXXX")
