"""The report: one file, no network, no script, every section, and what is missing said so."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.support.predictions import made_predictions, made_record
from tests.training.datasets.small import kaggle
from training import __main__ as command_line
from training.datasets.files import write_index
from training.datasets.tables import Table
from training.datasets.values import Index, Item, Rejected, index_of
from training.refusal import Refused
from training.report import exploration
from training.report.bars import bar_plot
from training.report.configured import Configured
from training.report.dots import LABEL_HEIGHT, Spot, scatter_plot
from training.report.heat import confusion_map
from training.report.learning import epochs
from training.report.lines import Curve, LinePlot, line_plot
from training.report.material import Material, material
from training.report.not_done import not_done
from training.report.packages import package_records
from training.report.published import ROWS, published
from training.report.report import report

STRONG = made_record(
    "svc_rbf",
    made_predictions(skill=1.5, seeds=(0, 1)),
    data="gtzan",
    learning_curve=[[10, 0.4, 0.3, 0.5], [60, 0.6, 0.5, 0.7]],
    importances=[("mfcc1_mean", 0.5), ("rms_mean", 0.25)],
    fitted_accuracy=0.97,
    notes=["Said <b>plainly</b>."],
)
NETWORK = made_record(
    "cnn",
    made_predictions(skill=0.9, seeds=(0, 1), draw=3),
    family="2-D CNN",
    data="gtzan",
    curves={"train": [0.3, 0.6, 0.9], "validation": [0.3, 0.5, 0.5]},
)
FOREST = made_record("forest", made_predictions(skill=0.8, draw=4), data="gtzan")
RECORDS = [STRONG, NETWORK, FOREST]
NOTHING = Material((), None)
LONG = "Singer-songwriters and ballads"


def mean_table() -> Table:
    rng = np.random.default_rng(0)
    first = rng.normal(size=40)
    values = np.stack([first, -first, rng.normal(size=40), 90 + 20 * rng.random(40)], axis=1)
    return Table(
        ("a_mean", "b_mean", "c_mean", "tempo"),
        values.astype(np.float32),
        np.arange(40).astype(str),
        np.array(["jazz", "rock"] * 20),
        np.full(40, -1),
    )


def two_genres() -> Index:
    items = [Item(f"clip{n}", "", "jazz" if n % 3 else "rock", f"artist{n % 4}") for n in range(9)]
    return index_of("csv", Path("clips"), items, [Rejected("x.wav", "It is empty.")], ["A note."])


class Seen(HTMLParser):
    """Tags that were opened, and whether each was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def text() -> str:
    configs = [Configured("raw_cnn", "1-D CNN on raw audio", "emotify", "3 s", "A")]
    shown = Material((), mean_table())
    return report(RECORDS, configs, {}, shown, Path("unused"))


def test_the_report_is_one_file_without_network_or_scripts(text: str) -> None:
    seen = Seen()
    seen.feed(text)
    assert seen.open == []
    assert "script" not in seen.tags
    assert "link" not in seen.tags
    references = [value for name, value in seen.attributes if name in ("src", "href")]
    assert references
    assert all((value or "").startswith(("#", "data:")) for value in references)
    assert "url(" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    "title",
    [
        "Comparison",
        "Family, data, protocol",
        "Accuracy against training time",
        "Confusion",
        "Reliability",
        "Risk and coverage",
        "Learning curves",
        "Training and validation",
        "Feature importances",
        "Tempo",
        "Correlation",
        "Published numbers beside ours",
        "What was not done",
        "Where each row comes from",
    ],
)
def test_every_section_is_there_and_can_be_reached(text: str, title: str) -> None:
    found = re.search(rf'<section id="([\w-]+)"><h2>{title}</h2>', text)
    assert found
    assert f'href="#{found[1]}"' in text


def test_words_of_a_record_are_never_markup(text: str) -> None:
    assert "Said &lt;b&gt;plainly&lt;/b&gt;." in text
    assert "<b>plainly" not in text


def test_each_row_names_its_clips_seeds_and_commit(text: str) -> None:
    pair = STRONG.metrics["levels"]["track"]["confused_pairs"][0]
    assert pair["clips"][0] in text
    assert STRONG.commit[:12] in text
    assert STRONG.data_sha256[:12] in text


def test_a_section_without_anything_to_show_is_left_out() -> None:
    bare = report([made_record("qda", made_predictions(pieces=0))], [], {}, NOTHING, Path("unused"))
    for anchor in ("learning", "epochs", "importances", "tempo", "classes", "time"):
        assert f'id="{anchor}"' not in bare


def test_what_was_not_done_names_configs_and_gaps() -> None:
    told = not_done(RECORDS, [Configured("raw_cnn", "1-D CNN", "emotify", "3 s", "A")])
    assert "raw_cnn (1-D CNN; emotify): has a config, but no run here." in told
    assert "2 of 3 runs lack a learning curve." in told


def test_what_is_missing_of_a_published_set_is_told_where_a_run_is_on_it() -> None:
    fma = made_record("cnn-fma", made_predictions(), data="FMA-small, snapshots", protocol="B")
    told = not_done([*RECORDS, fma], [])
    assert "16 unbalanced genres" in told
    assert "518 columns" in told
    assert "No run was judged on the test part of a published split" in told
    assert not any(word in not_done(RECORDS, []) for word in ("FMA", "test part"))
    tested = replace(fma, config={"judged_side": "test"}, data="features (table) (518 columns)")
    assert "test part" not in not_done([tested], [])


def test_a_report_of_runs_on_an_index_of_ones_own_is_not_filled_with_other_configs() -> None:
    config = {"data": "mine/index.csv"}
    fixed = "other: fixed 50/20/30 by artist, judged on the test side"
    own = made_record("mine", made_predictions(), data="index", config=config, protocol=fixed)
    others = [Configured(name, "Some net", "gtzan", "3 s", "A") for name in ("a", "b")]
    told = not_done([own], others)
    assert "2 configs of training/configs have no run here" in told
    assert "<code>python -m training fit NAME --on INDEX.csv</code>" in told
    assert "test part" not in told
    whole = report([own], others, {}, NOTHING, Path("unused"))
    assert whole.count("no run here") == 1
    assert "Some net" not in whole
    assert "Published numbers beside ours" not in whole
    assert "1 run of" in whole
    assert "on 1 data set." in whole


def test_the_own_runs_of_a_report_come_before_the_packages_of_the_program() -> None:
    own = made_record("mine", made_predictions(), config={"data": "mine/index.csv"})
    for records, first in (([own], "comparison"), (RECORDS, "packages")):
        whole = report(records, [], package_records(), NOTHING, Path("unused"))
        assert re.findall(r'<section id="(\w+)">', whole)[0] == first


def test_no_title_of_a_plot_is_cut_where_it_is_longer_than_the_plot() -> None:
    title = "A title of many words, " * 9
    for told in (
        line_plot(LinePlot(title, ("x", "y")), [Curve("one", [0, 1], [0, 1])]),
        bar_plot(title, [("jazz", 3.0)], "tracks"),
        confusion_map(title, ["a", "b"], np.eye(2, dtype=np.int64)),
    ):
        assert f"<h4>{title}</h4>" in told  # words of the page, which break into lines
        assert title not in "".join(re.findall(r"<text.*?</text>", told))


def test_slanted_names_stay_in_their_picture_whichever_is_the_longest() -> None:
    counts = np.eye(2, dtype=np.int64)
    usual, long_first = (
        float(re.findall(r'viewBox="0 0 ([\d.]+)', confusion_map("", labels, counts))[0])
        for labels in (["jazz", LONG], [LONG, "jazz"])
    )
    assert usual - 34 == pytest.approx(long_first)  # a column less to reach beyond


def test_names_of_crowded_points_stand_beside_each_other_and_are_led_to_their_points() -> None:
    spots = [Spot(f"run_{n}", 10 + n / 50, 50 + n / 50, 40, 60) for n in range(12)]
    told = scatter_plot("", spots, ("seconds", "per cent"))
    names = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="(tick|tick end)">run_', told)
    assert len(names) == 12
    for side in ("tick", "tick end"):
        heights = sorted(float(y) for _, y, kind in names if kind == side)
        assert len(heights) > 3
        assert min(np.diff(heights)) >= LABEL_HEIGHT - 0.02
    assert told.count('class="leader"') >= 6
    few = scatter_plot("", [Spot("a", 1, 50, 40, 60), Spot("b", 9, 50, 40, 60)], ("", ""))
    assert "leader" not in few


def test_epochs_are_counted_in_whole_numbers() -> None:
    curves = {"train": [n / 20 for n in range(12)], "validation": []}
    told = epochs([made_record("net", made_predictions(), curves=curves)])
    assert re.findall(r'class="tick mid">([\d.]+)<', told) == ["5", "10"]


def test_indexes_are_told_apart_by_what_they_are_of(tmp_path: Path) -> None:
    places = [tmp_path / name / "index.csv" for name in ("one", "two", "three")]
    for place, source in zip(places, ("songs", "clips", "clips"), strict=True):
        write_index(replace(two_genres(), source=tmp_path / source), place)
    names = [name for name, _ in material(None, places, None).indexes]
    assert names == ["songs (csv)", f"clips (csv), {places[1]}", f"clips (csv), {places[2]}"]


def test_a_data_set_is_counted_once_in_whatever_form_runs_heard_it() -> None:
    forms = ("GTZAN, table of 57 features", "GTZAN, archived spectrograms", "2,205 songs, a table")
    runs = [replace(FOREST, name=form, data=form) for form in forms]
    assert "3 runs of " in (text := report(runs, [], {}, NOTHING, Path("unused")))
    assert " on 2 data sets. No artist" in text


def test_published_numbers_stand_beside_ours() -> None:
    told = published(RECORDS)
    for row in ROWS:
        assert row.what in told
    assert "svc_rbf (gtzan, A)" in told
    assert "97.0" in told
    assert told.count("no run here") == len(ROWS) - 1


def test_class_balance_counts_tracks_and_artists_and_lists_what_was_left_out() -> None:
    told = exploration.balance(two_genres(), "clips")
    assert "jazz: 6" in told
    assert "jazz: 4" in told
    assert "It is empty." in told
    assert "A note." in told


def test_opposite_features_are_seen_as_such() -> None:
    told = exploration.correlations(mean_table())
    assert "a and b: -1.00" in told
    assert "a and a: +1.00" in told


def test_a_table_without_tempo_or_means_shows_neither() -> None:
    table = mean_table()
    bare = Table(("x", "y", "z", "w"), *(getattr(table, n) for n in table.__slots__[1:]))
    assert exploration.tempo(bare) == ""
    assert exploration.correlations(bare) == ""


def test_a_folder_without_known_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no data set"):
        material(tmp_path, (), None)
    with pytest.raises(Refused, match="does not exist"):
        material(tmp_path / "nowhere", (), None)


def test_the_command_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    STRONG.write(tmp_path / "runs" / "svc_rbf")
    out = tmp_path / "report.html"
    assert command_line.main(["report", str(tmp_path / "runs"), "--out", str(out)]) == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert "open it in a browser" in capsys.readouterr().out


def test_a_report_takes_the_place_of_a_report_and_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    STRONG.write(tmp_path / "runs" / "svc_rbf")
    out = tmp_path / "report.html"
    arguments = ["report", str(tmp_path / "runs"), "--out", str(out)]
    out.write_text("my notes", "utf-8")
    assert command_line.main(arguments) == 1
    assert "would be lost; name another file" in capsys.readouterr().err
    assert out.read_text("utf-8") == "my notes"
    out.unlink()
    assert [command_line.main(arguments) for _ in range(2)] == [0, 0]


def test_a_spectrogram_of_each_genre_is_a_picture_inside_the_file(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    items = []
    for label in ("jazz", "rock"):
        soundfile.write(tmp_path / f"{label}.wav", 0.1 * rng.normal(size=3 * 22_050), 22_050)
        items.append(Item(label, f"{label}.wav", label))
    told = exploration.spectrograms(index_of("csv", tmp_path, items), "noise", tmp_path / "cache")
    assert told.count("data:image/png;base64,") == 2
    assert "jazz: jazz, 3 s, 128 mels" in told


def test_a_genres_first_track_that_cannot_be_heard_gives_way_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "bad.wav").write_bytes(b"no sound")
    soundfile.write(tmp_path / "good.wav", np.sin(np.arange(3 * 22_050) / 9) / 2, 22_050)
    items = [Item(name, f"{name}.wav", "jazz") for name in ("bad", "good")]
    told = exploration.spectrograms(index_of("csv", tmp_path, items), "one", tmp_path / "cache")
    assert told.count("data:image/png;base64,") == 1
    assert "jazz: good, 3 s" in told


def test_a_tables_index_is_reported_without_pictures(tmp_path: Path) -> None:
    source = kaggle(tmp_path / "features_30_sec.csv", [("a.00001.wav", "a", [1.0] * 57)])
    index = index_of("table", source, [Item("a.00001", "", "a")])
    shown = Material((("songs", index),), None)
    text = report(RECORDS, [], {}, shown, tmp_path / "cache")
    assert "songs: tracks by genre" in text
    assert "Example spectrograms" not in text
