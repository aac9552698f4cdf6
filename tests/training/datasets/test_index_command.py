"""`python -m training index` from the outside: what it writes, says and refuses."""

from pathlib import Path

import pytest

from tests.training.datasets.small import clip, features57, gtzan, kaggle
from training.__main__ import main
from training.commands.index import KINDS
from training.datasets.files import read_index
from training.datasets.kinds import READERS

pytestmark = pytest.mark.training


def index(*arguments: object) -> int:
    return main(["index", *(str(argument) for argument in arguments), "--workers", "0"])


def two_genres(music: Path, files: int) -> None:
    """A folder of Pop and one of Rock, with as many files between them."""
    for n in range(files):
        clip(music / ("Pop", "Rock")[n % 2] / f"{n}.wav", n)


def test_every_kind_that_may_be_named_has_a_reader() -> None:
    assert set(KINDS) == set(READERS)


def test_a_folder_per_genre_becomes_an_index_with_folds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two_genres(tmp_path / "music", 6)
    (tmp_path / "music" / "Pop" / "bad.mp3").write_bytes(b"nothing")
    out = tmp_path / "index.csv"
    arguments = ("--kind", "folders", "--out", out, "--folds", 2, "--seeds", 5)
    assert index(tmp_path / "music", *arguments) == 0
    said = capsys.readouterr().out
    assert "left out: Pop/bad.mp3: " in said
    assert "note: The artist of 6 of 6 tracks" in said
    assert f"6 tracks in 2 genres; wrote {out}." in said
    read = read_index(out)
    assert read.fold_seeds == (5,)
    assert read.division == "folds"
    assert set(read.folds[0].tolist()) == {0, 1}
    assert read.source == tmp_path / "music"


def test_gtzans_broken_clip_is_replaced_from_the_command_line(tmp_path: Path) -> None:
    folder = gtzan(tmp_path / "gtzan", count=2)
    broken = folder / "genres_original" / "jazz" / "jazz.00054.wav"
    broken.write_bytes(b"RIFF")
    other = clip(tmp_path / "other.wav", 77)
    out = tmp_path / "index.csv"
    arguments = (folder, "--kind", "gtzan", "--out", out, "--folds", 2)
    assert index(*arguments) == 0
    assert len(read_index(out).rejected) == 1
    assert index(*arguments, "--replace", f"jazz.00054={other}") == 0
    assert "jazz.00054" in read_index(out).tracks


def test_a_wish_that_cannot_be_understood_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = gtzan(tmp_path / "gtzan", count=1)
    out = tmp_path / "index.csv"
    assert index(folder, "--kind", "gtzan", "--out", out, "--replace", "jazz.00054") == 1
    assert "write the clip and its file as jazz.00054=FILE" in capsys.readouterr().err
    assert not out.exists()


def test_what_would_train_on_one_genre_ends_in_a_sentence_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip(tmp_path / "music" / "Pop" / "a.wav", 1)
    out = tmp_path / "index.csv"
    assert index(tmp_path / "music", "--kind", "folders", "--out", out) == 1
    assert "of one genre, Pop" in capsys.readouterr().err
    assert not out.exists()


def test_a_subset_and_fixed_sides_are_chosen_by_their_arguments(tmp_path: Path) -> None:
    genres = ("pop", "rock", "electronic", "folk")
    rows = [
        (f"{genre}.{n:05d}.wav", genre, features57(100 * at + n))
        for at, genre in enumerate(genres)
        for n in range(20)
    ]
    source = kaggle(tmp_path / "features_30_sec.csv", rows)
    out = tmp_path / "index.csv"
    arguments = ("--subset", "pop,rock,electronic", "--per-class", 12, "--split", "fixed")
    assert index(source, "--kind", "table", "--out", out, *arguments) == 0
    read = read_index(out)
    assert read.labels == ("electronic", "pop", "rock")
    assert len(read.items) == 36
    assert read.division == "fixed, seed 0"
    assert set(read.splits.tolist()) == {"train", "valid", "test"}


def test_genres_that_differ_only_in_their_writing_are_told_and_joined_where_that_is_wished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n, genre in enumerate(("Hip-Hop", "Hip-Hop", "hip hop", "Rock", "Rock")):
        clip(tmp_path / "music" / genre / f"{n}.wav", n)
    out = tmp_path / "index.csv"
    arguments = (tmp_path / "music", "--kind", "folders", "--out", out, "--folds", 2)
    assert index(*arguments) == 0
    assert "learnt as different ones: Hip-Hop and hip hop. Call" in capsys.readouterr().out
    assert read_index(out).labels == ("Hip-Hop", "Rock", "hip hop")

    assert index(*arguments, "--join-spellings") == 0
    said = capsys.readouterr().out
    assert "note: The genre Hip-Hop holds what was called hip hop, too." in said
    assert "different ones" not in said
    read = read_index(out)
    assert read.labels == ("Hip-Hop", "Rock")
    assert [item.label for item in read.items] == ["Hip-Hop", "Hip-Hop", "Rock", "Rock", "Hip-Hop"]


def test_an_official_split_that_is_not_there_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = gtzan(tmp_path / "gtzan", count=1)
    out = tmp_path / "index.csv"
    assert index(folder, "--kind", "gtzan", "--out", out, "--split", "official") == 1
    assert "comes without a split" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (("--out", "index.json"), "name a file that ends in .csv"),
        (("--out", "index"), "name a file that ends in .csv"),
        (("--seeds", 1, 0, 1), "--seeds names 1 twice"),
        (("--split", "fixed"), "Sides of 50/20/30 need 10 artists"),
        (("--replace", "jazz.00054=a.wav"), "--replace is for --kind gtzan; leave it out"),
        (("--size", "small"), "--size is for --kind fma; leave it out"),
    ],
)
def test_a_wish_that_would_mislead_ends_in_a_sentence_and_writes_nothing(
    wish: tuple[object, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    two_genres(tmp_path / "music", 6)
    before = sorted(tmp_path.iterdir())
    arguments = ("--kind", "folders", "--folds", 2, "--out", "index.csv", *wish)
    assert index("music", *arguments) == 1
    assert words in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("mine", ["list.csv", "list.json"])
def test_what_is_no_index_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    two_genres(tmp_path, 4)
    rows = "".join(f"{('Pop', 'Rock')[n % 2]}/{n}.wav,{'pr'[n % 2]}\n" for n in range(4))
    source = tmp_path / ("list.csv" if mine == "list.csv" else "tracks.csv")
    source.write_text(f"path,label\n{rows}", "utf-8")
    (tmp_path / mine).touch()
    before = (tmp_path / mine).read_text("utf-8")
    arguments = ("--kind", "csv", "--folds", 2, "--out")
    assert index(source, *arguments, tmp_path / "list.csv") == 1
    assert f"{tmp_path / mine} is there and no part of an index" in capsys.readouterr().err
    assert (tmp_path / mine).read_text("utf-8") == before
    for _ in range(2):  # an index is made anew in its place
        assert index(source, *arguments, tmp_path / "other.csv") == 0


def test_a_name_neither_breaks_a_line_nor_steers_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two_genres(tmp_path / "music", 4)
    (tmp_path / "music" / "Pop" / "two\nlines\x1b[2J.mp3").write_bytes(b"nothing")
    out = tmp_path / "index.csv"
    assert index(tmp_path / "music", "--kind", "folders", "--folds", 2, "--out", out) == 0
    said = capsys.readouterr().out
    assert r"left out: Pop/two\nlines\x1b[2J.mp3: " in said
    assert "\x1b" not in said
