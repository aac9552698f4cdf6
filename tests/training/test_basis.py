"""Records name what they were made from, and are refused once it is something else."""

from pathlib import Path

import pytest

from training.data import DataMissing
from training.shipping.basis import Basis, StaleRecord, code_digest, files_digest

pytestmark = pytest.mark.training

BASIS = Basis(("set",), ("training.svc",), {"penalty": 1.0})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "one.csv").write_text("clip,genre\n")
    return tmp_path


def test_a_record_of_what_is_here_passes(data: Path) -> None:
    BASIS.refuse_stale("tiny", {"made_from": BASIS.made_from(data)}, data)


def test_a_record_of_other_data_is_refused(data: Path) -> None:
    record = {"made_from": BASIS.made_from(data)}
    (data / "set" / "one.csv").write_text("clip,genre\nblues.00000,blues\n")
    with pytest.raises(StaleRecord, match=r"from other data .*--evaluate --only tiny"):
        BASIS.refuse_stale("tiny", record, data)


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis(("set",), ("training.svc",), {"penalty": 3.0}), "from other settings"),
        (Basis(("set",), ("training.evaluate",), {"penalty": 1.0}), "from other code"),
    ],
)
def test_a_record_of_other_settings_or_code_is_refused(
    basis: Basis, words: str, data: Path
) -> None:
    record = {"made_from": basis.made_from(data)}
    with pytest.raises(StaleRecord, match=words):
        BASIS.refuse_stale("tiny", record, data)


def test_a_record_that_names_nothing_is_refused(data: Path) -> None:
    with pytest.raises(StaleRecord, match="other data and other code and other settings"):
        BASIS.refuse_stale("tiny", {}, data)


def test_a_file_that_is_renamed_is_another_set(data: Path) -> None:
    before = files_digest(data, ("set",))
    (data / "set" / "one.csv").rename(data / "set" / "two.csv")
    assert files_digest(data, ("set",)) != before


def test_data_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="set is missing"):
        files_digest(tmp_path, ("set",))


def test_a_module_stands_for_all_that_it_imports_of_training() -> None:
    assert len({code_digest((name,)) for name in ("training.svc", "training.pieces")}) == 2
    assert code_digest(("training.svc", "training.pieces")) == code_digest(("training.svc",))
