"""What is told of a track's file, as pairs of a name and a value."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from genre_desktop.core.track import Correction
from genre_desktop.dsp.sound import SoundReport
from genre_desktop.ui.genres import genre_of, own_word
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.row_state import RowState, State, printable_path
from genre_desktop.ui.row_words import clock, tempo_word


def subtitle(row: RowState) -> str:
    """Artist, album and year, as far as the tags say them."""
    tags = row.listing.tags
    album = ", ".join(part for part in (tags.album, tags.date[:4]) if part)
    return " – ".join(part for part in (tags.artist, album) if part)


def facts_of(row: RowState) -> list[tuple[str, str]]:
    """Names and values for the details; a dash where a value is not known."""
    report = row.listing.outcome.report if row.listing.outcome is not None else None
    return [
        (_tr("Tag now"), row.listing.tags.genre or _tr("none")),
        (_tr("Format"), _unbroken(_format_words(report)) or "–"),
        (_tr("Length"), _length_words(row) or "–"),
        (_tr("Path"), printable_path(row.listing.track.path)),
    ]


def all_facts_of(row: RowState) -> list[tuple[str, str]]:
    """Names and values for the properties: all that is known."""
    tags, outcome = row.listing.tags, row.listing.outcome
    verdict = row.verdict
    report = outcome.report if outcome is not None else None
    pairs = [
        (_tr("Title"), row.title),
        (_tr("Artist"), tags.artist),
        (_tr("Album"), tags.album),
        (_tr("Date"), tags.date),
        (_tr("Track number"), tags.track_number),
        (_tr("Tag now"), tags.genre),
        (_tr("Format"), _format_words(report)),
        (_tr("Channels"), QLocale().toString(report.channels) if report is not None else ""),
        (_tr("Length"), _length_words(row)),
        (_tr("Part"), _part_words(row)),
        (_tr("Model"), f"{verdict.model} {verdict.version}" if verdict is not None else ""),
        (_tr("Heard"), clock(verdict.heard_seconds) if verdict is not None else ""),
        (_tr("Audio hash"), outcome.audio_hash if outcome is not None else ""),
        (_tr("Path"), printable_path(row.listing.track.path)),
    ]
    notes = report.notes if report is not None else ()
    problem = outcome.problem if outcome is not None else None
    sentences = [sentence_of(note) for note in notes]
    if problem is not None:
        sentences.insert(0, sentence_of(problem))
    return [pair for pair in pairs if pair[1]] + [(_tr("Note"), text) for text in sentences]


def state_sentence(row: RowState, limit: float | None = None) -> str:
    """What to know of the row's state before its bars; nothing where all is well.

    Args:
        row: The row.
        limit: The probability below which the model that heard it is unsure, None where that is
            not known.
    """
    if row.unsure and not row.is_first_impression:
        return f"{_unsure_sentence(row, limit)} {_quick_sentence(row)}".rstrip()
    if row.correction is not None:
        return _corrected_sentence(row, row.correction)
    if row.state is State.DUPLICATE:
        number = QLocale().toString(row.same_as or 0)
        return _tr("The same audio as track %1.").replace("%1", number)
    if row.state is State.QUICK:
        return _quick_sentence(row)
    return {
        State.NOT_HEARD: _tr("This track was not heard yet."),
        State.WAITING: _tr("This track waits for its turn."),
        State.LISTENING: _tr("Genre Desktop is listening to this track."),
        State.PROVISIONAL: _tr("A first impression; the whole track is still being heard."),
        State.INTERRUPTED: _tr("A first impression; the rest of the track was not heard."),
        State.PROBLEM: _tr("There is no genre, since nothing could be heard."),
    }.get(row.state, "")


def _quick_sentence(row: RowState) -> str:
    """How much of the track a quick answer rests on; nothing where all of it was heard."""
    verdict = row.verdict
    if verdict is None or not verdict.quick:
        return ""
    words = _tr("Heard quickly: %1 of %2, in pieces spread over the track.")
    words = words.replace("%1", clock(round(verdict.heard_seconds)))
    return words.replace("%2", clock(row.seconds or 0.0))


def _corrected_sentence(row: RowState, correction: Correction) -> str:
    words = _tr("%1, by your own word of %2.")
    day = QDate.fromString(correction.corrected_at[:10], Qt.DateFormat.ISODate)
    words = words.replace("%1", own_word(correction.genre))
    words = words.replace("%2", QLocale().toString(day, QLocale.FormatType.ShortFormat))
    ranked = row.verdict.ranked() if row.verdict is not None else ()
    if not ranked:
        return words
    heard = _tr("The model heard %1.").replace("%1", genre_of(ranked[0][0]).word)
    return f"{words} {heard}"


def _unsure_sentence(row: RowState, limit: float | None) -> str:
    best, second = row.best, row.second
    if best is None:
        return ""
    first = genre_of(best.label).word
    if limit is None:
        words = _tr(
            "Unsure. %1 comes first, but is not likely enough for the model, or this is unlike all "
            "that it learnt from."
        )
        return words.replace("%1", first)
    if best.probability >= limit:  # there are no other reasons
        words = _tr("Unsure. %1 comes first, but this is unlike all that the model learnt from.")
        return words.replace("%1", first)
    if second is not None and best.probability - second.probability < 0.1:
        sentence = _tr("Unsure. %1 and %2 are close, and both stay below the model's limit.")
        return sentence.replace("%1", first).replace("%2", genre_of(second.label).word)
    return _tr("Unsure. %1 comes first, but stays below the model's limit.").replace("%1", first)


def _format_words(report: SoundReport | None) -> str:
    if report is None:
        return ""
    locale = QLocale()
    parts = [report.format_name]
    if report.sample_rate:
        parts.append(f"{locale.toString(report.sample_rate / 1000, 'g', 5)} kHz")
    if report.bit_rate:
        parts.append(f"{locale.toString(round(report.bit_rate / 1000))} kbit/s")
    return " · ".join(part for part in parts if part)


def _length_words(row: RowState) -> str:
    parts = [clock(row.seconds)] if row.seconds is not None else []
    tempo = tempo_word(row)
    if tempo:
        parts.append(_tr("%1 BPM").replace("%1", tempo))
    return " · ".join(parts)


def _part_words(row: RowState) -> str:
    span = row.listing.track.span
    if span is None:
        return ""
    end = clock(span.end_seconds) if span.end_seconds is not None else _tr("the end")
    times = _tr("%1 to %2").replace("%1", clock(span.start_seconds))
    return times.replace("%2", end)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrackFacts", text)


def _unbroken(words: str) -> str:
    """The same words, of which no line ends between a number and its unit."""
    return words.replace(" k", "\N{NO-BREAK SPACE}k")
