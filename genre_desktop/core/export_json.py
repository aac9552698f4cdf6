"""Everything that is known of every track, as strict JSON."""

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.export_cells import (
    ExportOptions,
    duration_of,
    exported_path,
    exported_path_bytes,
    finite,
    title_of,
)
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.track import Correction, Listing, Outcome, Track
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.sound import Note, SoundReport
from genre_desktop.inference.verdict import Timeline, Verdict

FORMAT_VERSION = 1


def write_json(listings: Iterable[Listing], target: Path, options: ExportOptions) -> int:
    r"""Writes the listings as they come, one track a line within one object, in UTF-8.

    Unknown values are null; there is no NaN. `path_bytes` holds the exact bytes of the path in
    base64, of which `path` shows those that are no UTF-8 as \xNN.

    Returns:
        The number of tracks written.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    refuse_target(target)
    with replacing(target) as file:
        return json_into(file, listings, options)


def json_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes the same into an open file, such as standard output; returns the number of tracks."""
    count = 0
    head = {"format": "genre-desktop", "format_version": FORMAT_VERSION}
    file.write(f'{json_text(head)[:-1]},\n"tracks": ['.encode())
    for listing in listings:
        file.write(f"{',' if count else ''}\n{json_text(track_facts(listing, options))}".encode())
        count += 1
    file.write(b"\n]}\n")
    return count


def json_text(value: object) -> str:
    """Strict JSON on one line: no NaN, and every character as itself."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def track_facts(listing: Listing, options: ExportOptions) -> dict[str, Any]:
    """All that is known of a track, as it stands in the JSON."""
    tags = listing.tags
    return {
        "path": exported_path(listing.track.path, options),
        "path_bytes": base64.b64encode(exported_path_bytes(listing.track.path, options)).decode(),
        "part": _part(listing.track),
        "title": printable(title_of(listing)),
        "artist": printable(tags.artist),
        "album": printable(tags.album),
        "existing_genre": printable(tags.genre),
        "date": printable(tags.date),
        "track_number": printable(tags.track_number),
        "duration_seconds": finite(duration_of(listing), 3),
        **_outcome(listing.outcome),
    }


def _part(track: Track) -> dict[str, Any] | None:
    if track.span is None:
        return None
    return {
        "start_seconds": finite(track.span.start_seconds, 3),
        "end_seconds": finite(track.span.end_seconds, 3),
    }


def _outcome(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {
            "genre": None,
            "correction": None,
            "prediction": None,
            "problem": None,
            "notes": [],
            "audio": None,
        }
    return {
        "genre": _genre(outcome),
        "correction": None if outcome.correction is None else _correction(outcome.correction),
        "prediction": _verdict(outcome.verdict, is_provisional=outcome.provisional),
        "problem": None if outcome.problem is None else _note(outcome.problem),
        "notes": [_note(note) for note in outcome.report.notes] if outcome.report else [],
        "audio": _report(outcome.report, outcome.audio_hash),
    }


def _genre(outcome: Outcome) -> str | None:
    """The user's word, else the model's."""
    if outcome.correction is not None:
        return printable(outcome.correction.genre)
    return None if outcome.verdict is None else outcome.verdict.ranked()[0][0]


def _correction(correction: Correction) -> dict[str, str]:
    return {"genre": printable(correction.genre), "corrected_at": correction.corrected_at}


def _verdict(verdict: Verdict | None, *, is_provisional: bool) -> dict[str, Any] | None:
    if verdict is None:
        return None
    ranked = verdict.ranked()
    genre, confidence = ranked[0]
    return {
        "genre": genre,
        "confidence": finite(confidence, 6),
        "unsure": bool(verdict.unsure),
        "provisional": is_provisional,
        "quick": verdict.quick,
        "probabilities": {label: finite(share, 6) for label, share in ranked},
        "tempo_bpm": finite(verdict.tempo_bpm, 2),
        "model": verdict.model,
        "model_version": verdict.version,
        "heard_seconds": finite(verdict.heard_seconds, 3),
        "timeline": _timeline(verdict.timeline, verdict.labels),
    }


def _timeline(timeline: Timeline | None, labels: tuple[str, ...]) -> dict[str, Any] | None:
    if timeline is None:
        return None
    return {
        "piece_seconds": finite(timeline.piece_seconds, 4),
        "labels": list(labels),
        "probabilities": [
            [finite(share, 3) for share in piece] for piece in timeline.probabilities.tolist()
        ],
        "heard": timeline.heard.tolist(),
    }


def _note(note: Note) -> dict[str, str]:
    return {"problem": note.problem.value, "sentence": printable(note.sentence)}


def _report(report: SoundReport | None, audio_hash: str) -> dict[str, Any] | None:
    if report is None:
        return {"hash": audio_hash} if audio_hash else None
    return {
        "hash": audio_hash or None,
        "format": printable(report.format_name),
        "sample_rate_hz": report.sample_rate,
        "channels": report.channels,
        "bits_per_second": report.bit_rate or None,
        "promised_seconds": finite(report.promised_seconds, 3),
        "decoded_seconds": finite(report.decoded_seconds, 3),
        "failed_packets": report.failed_packets,
    }
