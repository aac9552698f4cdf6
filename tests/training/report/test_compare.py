"""The comparison: rows with intervals and protocols, tables between markers, plain refusals."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.predictions import made_predictions, made_record
from training import __main__ as command_line
from training.evaluation.record import read_record
from training.refusal import Refused
from training.report.configured import Configured, configured
from training.report.packages import package_records, package_table
from training.report.results import BEGIN, END, generated, write_generated
from training.report.rows import COLUMNS, row, rows_of, size
from training.report.runs import gathered, grouped

STRONG = made_record("strong", made_predictions(skill=2.0, seeds=(0, 1, 2)))
WEAK = made_record("weak", made_predictions(skill=0.4, seeds=(0, 1, 2)), family="QDA")
OTHER = made_record(
    "elsewhere",
    made_predictions(pieces=0),
    data="other clips",
    protocol="B",
    judged_on="Fitted on ten genres, judged on the four of other clips.",
)
PACKAGE = {
    "labels": ["jazz", "rock"],
    "data": {"set": "GTZAN", "clips": 9, "artists": 3, "protocol": "by artist"},
    "accuracy": {"whole": [0.8, 0.7, 0.9]},
    "fresh": {"seed": 7, "accuracy": {"whole": [0.79, 0.7, 0.9]}},
    "comparison": {
        "paired difference, a minus b": {"whole": [0.1, -0.02, 0.2]},
        "frozen": {"whole": [0.7, 0.6, 0.8]},
        "shipped": {"whole": [0.8, 0.7, 0.9]},
    },
    "calibration": {
        "calibration_error": [[0.1, 0.08, 0.12], [0.05, 0.03, 0.07]],
        "calibration_noise": [0.02, 0.021],
    },
    "left_out": {"mean": {"energy": 0.6}},
    "unsure": {"answered": 0.75, "accuracy_answered": [0.9, 0.8, 0.95]},
}
RECORDS = [WEAK, OTHER, STRONG]


def test_runs_of_other_data_or_protocols_are_never_ranked_together() -> None:
    groups = grouped(RECORDS)
    assert [group.protocol for group in groups] == ["A", "B"]
    assert [run.name for run in groups[0].runs] == ["strong", "weak"]


def test_runs_that_judged_the_same_tracks_stand_together_whatever_they_heard() -> None:
    other = replace(WEAK, name="means", data="made clips, 25 means")
    (group,) = grouped([STRONG, other])
    assert group.data == "made clips"
    assert len(group.runs) == 2


def test_what_data_have_in_common_is_no_half_of_a_phrase() -> None:
    first = replace(STRONG, data="GTZAN, table of 57 features")
    (group,) = grouped([first, replace(WEAK, data="GTZAN, table of 25 means")])
    assert group.data == "GTZAN table"


def test_a_row_states_intervals_seeds_candidates_and_commit() -> None:
    cells = dict(zip(COLUMNS, row(STRONG), strict=True))
    assert "[" in cells["track, mean"]
    assert cells["seeds: folds; training"] == "0, 1, 2; 0"
    assert cells["tried"] == "3"
    assert cells["commit"] == "01234567"
    assert cells["size"] == "1.0 MB"
    assert "→" in cells["calibration error (noise)"]


def test_a_column_that_no_run_fills_or_all_share_is_left_out() -> None:
    head, cells = rows_of([OTHER])
    assert "piece alone" not in head
    assert "data" not in head
    assert len(cells[0]) == len(head)
    assert "data" in rows_of([OTHER, STRONG])[0]


def test_a_small_model_has_a_size_in_kilobytes() -> None:
    assert (size(2_500), size(None)) == ("2 kB", "–")


def test_the_two_best_are_tested_against_each_other() -> None:
    text = generated(RECORDS, [], {})
    assert "strong and weak, differ (McNemar" in text


def test_the_best_runs_recall_and_confused_clips_are_told() -> None:
    text = generated([WEAK], [], {})
    pair = WEAK.metrics["levels"]["track"]["confused_pairs"][0]
    assert f"{pair['truth']} called {pair['named']}" in text
    assert pair["clips"][0] in text
    assert "Recall of weak by genre: blues " in text


def test_a_model_judged_elsewhere_says_so() -> None:
    text = generated(RECORDS, [], {})
    assert "elsewhere *" in text
    assert "* elsewhere: Fitted on ten genres" in text


def test_labels_that_no_judged_track_carries_are_seen_without_being_told() -> None:
    predictions = made_predictions(pieces=0)
    record = made_record("blues", predictions.rows(predictions.truth == 0))
    text = generated([record], [], {})
    assert "* blues: No judged track is of its labels jazz, metal, rock." in text
    assert "blues *" in text


def test_the_head_names_families_without_a_row() -> None:
    missing = Configured("raw_cnn", "1-D CNN on raw audio", "Emotify", "3 s", "A")
    head = generated(RECORDS, [missing], {}).splitlines()
    assert "| 1-D CNN on raw audio | Emotify | A | raw_cnn (no row yet) |" in head


def test_configs_tell_their_family(tmp_path: Path) -> None:
    (tmp_path / "qda.toml").write_text('name = "qda"\nfamily = "QDA"\nprotocol = "A"\n', "utf-8")
    assert configured(tmp_path) == [Configured("qda", "QDA", "", "", "A")]
    variants = "[[variants]]\nname = 'x_3s'\n[[variants]]\nname = 'x_30s'\n"
    (tmp_path / "study.toml").write_text(f'name = "x"\nfamily = "CNN"\n{variants}', "utf-8")
    assert [config.name for config in configured(tmp_path)] == ["qda", "x_3s", "x_30s"]
    (tmp_path / "bad.toml").write_text("name =", "utf-8")
    with pytest.raises(Refused, match=r"bad\.toml cannot be read"):
        configured(tmp_path)


def test_only_what_stands_between_the_markers_is_written(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    path.write_text(f"before\n{BEGIN}\nold\n{END}\nby hand\n", "utf-8")
    write_generated(path, "new")
    assert path.read_text("utf-8") == f"before\n{BEGIN}\n\nnew\n\n{END}\nby hand\n"


def test_a_file_without_markers_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    path.write_text("by hand", "utf-8")
    with pytest.raises(Refused, match="it needs the lines"):
        write_generated(path, "new")
    assert path.read_text("utf-8") == "by hand"


def test_folders_of_runs_and_kept_records_are_gathered_once_by_name(tmp_path: Path) -> None:
    STRONG.write(tmp_path / "runs" / "strong")
    STRONG.write(tmp_path / "kept" / "strong.json")
    WEAK.write(tmp_path / "kept" / "weak.json")
    found = gathered([tmp_path / "runs", tmp_path / "kept"])
    assert sorted(record.name for record in found.records) == ["strong", "weak"]


def test_a_run_that_another_of_its_name_hides_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    STRONG.write(tmp_path / "kept" / "strong.json")
    STRONG.write(tmp_path / "same" / "strong")
    other = replace(STRONG, date="2026-11-22").write(tmp_path / "runs" / "strong")
    places = [str(tmp_path / name) for name in ("kept", "same", "runs")]
    assert command_line.main(["compare", *places]) == 0
    told = capsys.readouterr().out.replace("\n", "")
    assert f"{other.parent} is left out: another record here is called strong" in told
    assert told.count("is left out") == 1


def test_a_folder_without_runs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no run's record"):
        gathered([tmp_path])
    with pytest.raises(Refused, match="is no folder of runs"):
        gathered([tmp_path / "nowhere"])


def test_a_package_tells_every_way_of_hearing_and_what_stood_beside_it(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"formats": []}', "utf-8")
    (tmp_path / "cnn.json").write_text(json.dumps(PACKAGE), "utf-8")
    (tmp_path / "cnn_unfamiliar.json").write_text('{"kinds": {"noise": [4, 100]}}', "utf-8")
    packages = package_records(tmp_path)
    text = generated(RECORDS, [], packages)
    assert "| cnn | shipped | 80.0 [70, 90] | –; – |" in text
    assert "| GTZAN, by artist: 9 clips of 3 artists |" in text
    assert "| cnn | frozen | 70.0 [60, 80] |" in text
    assert "noise 4 of 100; and of tracks of a genre left out of its fit 60 % by energy." in text
    assert text.count("80.0 [70, 90]") == 1
    assert "| +10.0 [-2.0, +20.0] |" in text
    assert "folds drawn afterwards (seed 7)" in text
    assert "cnn: calibration error 0.100 [0.080, 0.120] before, 0.050 [0.030, 0.070] after" in text
    assert "of these it has 90.0 [80, 95] % right" in text


def test_a_packages_rows_state_seeds_candidates_and_what_it_costs(tmp_path: Path) -> None:
    stated = {"fold_seeds": [0, 1], "candidates_tried": 4, "made_from": {"commit": "0123456789"}}
    costs = {
        "cnn": {
            "fit_seconds": 300.0,
            "fit_commit": "fedcba9876",
            "windows_per_second": 300,
            "size_bytes": 2_000_000,
        },
        "both": {"fit_seconds": 1.0, "fit_commit": "fedcba9876"},
    }
    for name, cost in costs.items():
        record = PACKAGE | stated | ({"members": {"cnn": {}}} if name == "both" else {})
        (tmp_path / f"{name}.json").write_text(json.dumps(record), "utf-8")
        (tmp_path / f"{name}_cost.json").write_text(json.dumps(cost), "utf-8")

    head, rows = package_table(package_records(tmp_path))

    told = {tuple(row[:2]): dict(zip(head, row, strict=True)) for row in rows}
    columns = ("seeds: folds; training", "tried", "fit", "windows/s", "size", "commit")
    same = ("4", "5 min at fedcba98", "300", "2.0 MB", "01234567")
    for name in ("cnn", "both"):
        assert tuple(told[name, "shipped"][column] for column in columns) == ("0, 1; 0, 1", *same)
    drawn = told["cnn", "shipped, on folds drawn afterwards (seed 7)"]
    assert (drawn["seeds: folds; training"], drawn["tried"], drawn["fit"]) == ("7; 7", "4", "–")


def test_a_broken_package_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "cnn.json").write_text("{", "utf-8")
    with pytest.raises(Refused, match=r"cnn\.json cannot be read"):
        package_records(tmp_path)


@pytest.mark.parametrize(
    ("ending", "damage", "words"),
    [
        ("", {"accuracy": {"whole": 0.8}}, "accuracy.whole is no list of 3"),
        ("", {"data": {"set": "GTZAN"}}, "data.protocol is missing"),
        ("", {"comparison": None}, "comparison is no table"),
        ("_cost", {"windows_per_second": 0}, "windows_per_second is no number above 0"),
        ("_unfamiliar", {"kinds": {"noise": [4]}}, "kinds.noise is no list of 2"),
    ],
)
def test_the_damaged_part_of_a_package_record_is_named(
    tmp_path: Path, ending: str, damage: dict[str, object], words: str
) -> None:
    (tmp_path / "cnn.json").write_text(json.dumps(PACKAGE), "utf-8")
    whole = {} if ending else PACKAGE
    (tmp_path / f"cnn{ending}.json").write_text(json.dumps(whole | damage), "utf-8")
    with pytest.raises(Refused, match=rf"cnn{ending}\.json is a damaged .*\({words}\)"):
        package_records(tmp_path)


def test_the_command_writes_the_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    STRONG.write(tmp_path / "runs" / "strong")
    results = tmp_path / "RESULTS.md"
    results.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    arguments = ["compare", str(tmp_path / "runs"), "--write", str(results)]
    assert command_line.main([*arguments, "--keep", str(tmp_path / "kept")]) == 0
    assert read_record(tmp_path / "kept" / "strong.json") == STRONG
    assert "### made clips, protocol A" in results.read_text("utf-8")
    assert "strong" in capsys.readouterr().out


def test_keeping_records_writes_over_nothing_but_records_and_only_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    STRONG.write(tmp_path / "runs" / "strong")
    text = WEAK.write(tmp_path / "runs" / "weak").read_text("utf-8")
    above = text.replace('"name": "weak"', '"name": "../above"')
    (tmp_path / "runs" / "weak" / "record.json").write_text(above, "utf-8")
    kept = tmp_path / "kept"
    arguments = ["compare", str(tmp_path / "runs"), "--keep", str(kept)]
    assert command_line.main(arguments) == 1
    assert "A run cannot be called “../above”" in capsys.readouterr().err
    assert [path.name for path in kept.iterdir()] == ["strong.json"]
    assert not (tmp_path / "above.json").exists()

    (kept / "strong.json").write_text('{"a manifest": 1}', "utf-8")
    assert command_line.main(arguments) == 1
    assert "strong.json is no run's record" in capsys.readouterr().err
    assert (kept / "strong.json").read_text("utf-8") == '{"a manifest": 1}'


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", '{"name": "weak"}', "not UTF-8", "other kinds", "other protocol", "deep"],
)
def test_a_damaged_record_is_left_out_named_and_told_by_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damaged: str
) -> None:
    STRONG.write(tmp_path / "runs" / "strong")
    broken = WEAK.write(tmp_path / "runs" / "weak")
    whole = json.loads(broken.read_text("utf-8"))
    kinds: dict[str, dict[str, object]] = {
        "other kinds": {"metrics": []},
        "other protocol": {"protocol": None},
        "deep": {"metrics": {**WEAK.metrics, "levels": {"track": {"accuracy": ["high"]}}}},
    }
    text = json.dumps({**whole, **kinds[damaged]}) if damaged in kinds else damaged
    broken.write_bytes(b"\xff" if damaged == "not UTF-8" else text.encode())
    results = tmp_path / "RESULTS.md"
    results.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    assert command_line.main(["compare", str(tmp_path / "runs"), "--write", str(results)]) == 1
    told = capsys.readouterr()
    assert "strong" in told.out
    assert "1 record was left out:" in told.err
    assert (str(broken) in told.err, "fit the run again" in told.err) == (True, True)
    assert "| strong |" in results.read_text("utf-8")
    report = ["report", str(tmp_path / "runs"), "--out", str(tmp_path / "report.html")]
    assert command_line.main(report) == 1
    assert str(broken) in capsys.readouterr().err
    assert "strong" in (tmp_path / "report.html").read_text("utf-8")


def test_a_folder_of_damaged_records_alone_is_refused_with_each_of_them(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text("{", "utf-8")
    (tmp_path / "two.json").write_text("{", "utf-8")
    with pytest.raises(Refused, match=r"(?s)2 records were left out:.*one\.json.*two\.json"):
        gathered([tmp_path])


def test_rows_that_stand_in_the_results_are_not_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for record in RECORDS:
        record.write(tmp_path / "runs" / record.name)
    results = tmp_path / "RESULTS.md"
    results.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    arguments = ["compare", str(tmp_path / "runs"), "--write", str(results)]
    assert command_line.main(arguments) == 0
    before = results.read_text("utf-8")
    (tmp_path / "runs" / "weak" / "record.json").write_text("{", "utf-8")
    (tmp_path / "runs" / "elsewhere" / "record.json").unlink()
    capsys.readouterr()
    assert command_line.main(arguments) == 1
    told = capsys.readouterr().err
    assert "it would lose the rows of elsewhere, weak; " in told
    assert "1 record was left out:" in told
    assert results.read_text("utf-8") == before
    taken_out = [line for line in before.splitlines() if "| weak" not in line]
    results.write_text("\n".join(line for line in taken_out if "elsewhere" not in line), "utf-8")
    assert command_line.main(arguments) == 1  # for the damaged record
    assert "| strong |" in results.read_text("utf-8")


def test_rows_of_packages_are_not_lost(tmp_path: Path) -> None:
    (tmp_path / "cnn.json").write_text(json.dumps(PACKAGE), "utf-8")
    path = tmp_path / "RESULTS.md"
    path.write_text(f"{BEGIN}\n{END}\n", "utf-8")
    write_generated(path, generated(RECORDS, [], package_records(tmp_path)))
    with pytest.raises(Refused, match="lose the rows of cnn; "):
        write_generated(path, generated(RECORDS, [], {}))


def test_the_command_ends_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["compare", str(tmp_path)]) == 1
    assert "holds no run's record" in capsys.readouterr().err
