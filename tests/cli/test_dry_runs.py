"""Dry runs look at everything, and need and leave nothing."""

from pathlib import Path

from tests.acceptance.program import snapshot
from tests.support.command_line import run, two_tones
from tests.support.packages import mel_package

TAG = ("tag", "--model", "tiny-mel")


def test_a_dry_run_needs_no_journal_and_makes_nothing(
    tmp_path: Path, a_home_of_its_own: Path
) -> None:
    home, music = a_home_of_its_own, two_tones(tmp_path / "music")
    mel_package(home / "data" / "models")
    (home / "data" / "tags.sqlite.lock").mkdir()  # so that no journal can be opened
    before = snapshot(home)
    assert "cannot be written" in run(*TAG, music, "--no-library", "--yes").stderr
    for told in (
        run(*TAG, music, "--dry-run", "--no-library"),
        run("organise", "--model", "tiny-mel", "--into", tmp_path / "into", music, "--dry-run"),
    ):
        assert told.returncode == 0, told.stderr
        assert "2 would be" in told.stderr or "2 would change" in told.stderr
        (home / "data" / "library.sqlite").unlink(missing_ok=True)  # what was heard is kept
        assert snapshot(home) == before
