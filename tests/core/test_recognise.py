"""Listening to one file: answers, problems, and what the library spares."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import Library
from genre_desktop.core.recognise import Request, recognise, warm_up
from genre_desktop.core.track import Outcome, Track
from genre_desktop.dsp.sound import Problem, Span
from genre_desktop.inference.refusal import PackageRefused
from tests.support import sounds
from tests.support.packages import GTZAN, mel_package, package_of_each_kind, tone_for


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return mel_package(tmp_path / "models")


@pytest.fixture
def song(tmp_path: Path) -> Path:
    return sounds.write_flac(tmp_path / "song.flac", tone_for(5, len(GTZAN), 12.0), rate=22_050)


def heard(path: Path, model: Path, library: Path | None = None) -> Outcome:
    return recognise(Request(Track(path), model, library))


def stored(library: Library, outcome: Outcome) -> Outcome:
    library.store(outcome, stamp_of(outcome.track.path))
    return outcome


def test_packages_of_every_kind_name_the_genre(tmp_path: Path, song: Path) -> None:
    for folder in package_of_each_kind(tmp_path / "all"):
        warm_up(folder)
        outcome = heard(song, folder)
        assert outcome.verdict is not None
        assert outcome.verdict.ranked()[0][0] == GTZAN[5]
        assert outcome.report is not None
        assert outcome.report.decoded_seconds == pytest.approx(12.0, abs=0.1)
        assert len(outcome.audio_hash) >= 32


def test_only_the_part_is_heard(tmp_path: Path, model: Path) -> None:
    both = np.concatenate([tone_for(2, len(GTZAN), 8.0), tone_for(7, len(GTZAN), 8.0)])
    path = sounds.write_flac(tmp_path / "album.flac", both, rate=22_050)
    answers = [
        recognise(Request(Track(path, span), model, None)).verdict
        for span in (Span(0.0, 8.0), Span(8.0, None))
    ]
    assert [answer.ranked()[0][0] for answer in answers if answer] == [GTZAN[2], GTZAN[7]]


def test_a_provisional_answer_rests_on_the_beginning(tmp_path: Path, model: Path) -> None:
    path = sounds.write_flac(tmp_path / "song.flac", tone_for(5, len(GTZAN), 40.0), rate=22_050)
    said: list[Outcome] = []
    final = recognise(Request(Track(path), model, None), said.append)
    (first,) = said
    assert first.provisional
    assert first.verdict is not None
    assert 30.0 <= first.verdict.heard_seconds < 32.0  # after the block that brings the 30th
    assert first.verdict.tempo_bpm is None
    assert not final.provisional
    assert final.verdict is not None
    assert final.verdict.heard_seconds == pytest.approx(40.0, abs=0.1)


def test_a_short_track_gets_no_provisional_answer(tmp_path: Path, model: Path) -> None:
    path = sounds.write_flac(tmp_path / "clip.flac", tone_for(5, len(GTZAN), 30.0), rate=22_050)
    said: list[Outcome] = []
    assert recognise(Request(Track(path), model, None), said.append).verdict is not None
    assert said == []


def test_haste_changes_nothing_in_the_answer(tmp_path: Path, model: Path) -> None:
    path = sounds.write_mp3(tmp_path / "song.mp3", sounds.music(20.0))
    outcomes = [
        recognise(Request(Track(path), model, None, in_haste=in_haste))
        for in_haste in (False, True)
    ]
    assert outcomes[0].audio_hash == outcomes[1].audio_hash
    assert outcomes[0].report == outcomes[1].report
    calm, hasty = (outcome.verdict for outcome in outcomes)
    assert calm is not None
    assert hasty is not None
    np.testing.assert_array_equal(calm.probabilities, hasty.probabilities)
    assert calm.tempo_bpm == hasty.tempo_bpm


def test_haste_finds_what_is_known(
    tmp_path: Path, model: Path, song: Path, library: Library
) -> None:
    with library:
        first = stored(library, heard(song, model, library.path))
        moved = song.rename(tmp_path / "renamed.flac")
        second = recognise(Request(Track(moved), model, library.path, in_haste=True))
    assert second.from_library
    assert second.audio_hash == first.audio_hash


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.mp3", b"", Problem.EMPTY),
        ("text.mp3", b"Dear diary, " * 100, Problem.NOT_AUDIO),
    ],
)
def test_a_bad_file_is_a_problem_with_a_sentence(
    tmp_path: Path, model: Path, name: str, content: bytes, problem: Problem
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = heard(path, model)
    assert outcome.verdict is None
    assert outcome.problem is not None
    assert outcome.problem.problem is problem
    assert name in outcome.problem.sentence


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path, model: Path) -> None:
    folder = tmp_path / "x.mp3"
    folder.mkdir()
    outcomes = [heard(tmp_path / "gone.mp3", model), heard(folder, model)]
    found = [outcome.problem.problem for outcome in outcomes if outcome.problem]
    assert found == [Problem.MISSING, Problem.NOT_A_FILE]


def test_a_model_that_is_refused_is_a_problem_too(song: Path, model: Path) -> None:
    (model / "model.onnx").write_bytes(b"changed")
    outcome = heard(song, model)
    assert outcome.problem is not None
    assert outcome.problem.problem is Problem.MODEL_REFUSED
    with pytest.raises(PackageRefused):
        warm_up(model)


def test_a_package_replaced_in_place_is_opened_anew(tmp_path: Path, song: Path) -> None:
    old = mel_package(tmp_path / "models", version="1.0")
    first = heard(song, old)
    shutil.rmtree(old)
    new = mel_package(tmp_path / "models", version="1.1", labels=GTZAN[:5])
    second = heard(song, new)
    assert first.verdict is not None
    assert second.verdict is not None
    assert (first.verdict.version, second.verdict.version) == ("1.0", "1.1")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "data" / "library.sqlite")


def test_a_moved_or_renamed_file_is_hashed_but_not_decoded(
    tmp_path: Path, model: Path, song: Path, library: Library
) -> None:
    with library:
        first = stored(library, heard(song, model, library.path))
        assert not first.from_library
        moved = song.rename(tmp_path / "renamed.flac")
        second = heard(moved, model, library.path)
    assert second.from_library
    assert second.track.path == moved
    assert second.audio_hash == first.audio_hash


@pytest.mark.parametrize("kind", ["mp3", "flac", "aac", "opus", "wavpack"])
def test_a_retagged_file_is_hashed_but_not_decoded(
    tmp_path: Path, model: Path, library: Library, kind: str
) -> None:
    sound = tone_for(5, len(GTZAN), 6.0)
    with library:
        path = tmp_path / f"song{sounds.FORMATS[kind].extension}"
        sounds.write_sound(path, sound, kind, tags={"title": "One"})
        stored(library, heard(path, model, library.path))
        sounds.write_sound(path, sound, kind, tags={"title": "Another title", "artist": "X" * 99})
        again = heard(path, model, library.path)
    assert again.from_library


def test_a_new_name_that_now_lies_about_the_content_gets_its_note(
    tmp_path: Path, model: Path, song: Path, library: Library
) -> None:
    with library:
        stored(library, heard(song, model, library.path))
        lying = song.rename(tmp_path / "song.mp3")
        outcome = heard(lying, model, library.path)
    assert outcome.from_library
    assert outcome.report is not None
    assert Problem.WRONG_EXTENSION in [note.problem for note in outcome.report.notes]
