"""Recordings of GTZAN through the application's decoder, by heads that never heard the artist."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from training.shipping.check_audio import Agreement, AudioCheck, level_differences, recording_of
from training.shipping.fold_heads import read_fold_heads
from training.shipping.judged import NETWORK
from training.shipping.records import read_record

pytestmark = pytest.mark.training

MODELS = Path(__file__).parents[2] / "models"
TRANSCODED = 10  # of the thirty FLACs; `python -m training check-audio` takes all


@pytest.fixture
def check(data_set: Callable[[str], Path]) -> AudioCheck:
    return AudioCheck(data_set("gtzan").parent, MODELS / NETWORK, read_fold_heads())


def together(rows: list[Agreement]) -> float:
    return sum(row.agreeing for row in rows) / sum(row.recordings for row in rows)


@pytest.mark.timeout(240)
def test_flacs_give_the_spectrograms_of_the_archive(check: AudioCheck) -> None:
    flac = {clip.name: recording_of(clip) for clip in check.of_kind(".flac")}
    medians = [
        np.median(level_differences(archived, flac[archived.name]))
        for archived in check.archived(learned_fill=False)
        if archived.name in flac
    ]
    assert len(medians) == 30
    assert np.median(medians) <= 0.8


@pytest.mark.timeout(240)
def test_recordings_are_given_the_genre_of_their_archived_spectrogram(check: AudioCheck) -> None:
    rows = check.against_archive()
    assert [row.recordings for row in rows] == [30, 40, 31]
    flac, mp3, _ = rows
    assert together([flac, mp3]) >= 0.97
    assert together(rows) >= 0.95  # some are Opus of 28 kbit/s
    kept = read_record("check_audio")["agreement"]
    for row in rows:  # another processor may round one clip to the other side
        assert kept[row.kind] == [pytest.approx(row.agreeing, abs=1), row.recordings]


@pytest.mark.timeout(240)
def test_every_format_is_given_the_genre_of_its_flac(
    check: AudioCheck, tool: Callable[[str], str]
) -> None:
    for program in ("ffmpeg", "mpcenc"):
        tool(program)
    clips = check.of_kind(".flac")
    rows = check.transcodes(clips[:: len(clips) // TRANSCODED][:TRANSCODED], lambda _: None)
    assert len(rows) == 13
    assert together(rows) >= 0.97
