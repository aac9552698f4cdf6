"""The list of what would be written, where it needs a word of explanation."""

from pathlib import Path

from tests.support.command_line import RATE, run
from tests.support.packages import GTZAN, mel_package, tone_for
from tests.support.sounds import write_mp3

POP = 7  # as the tiny model counts
OLD_TAG = b"TAG".ljust(127, b"\0") + b"\x0d"  # 13 is Pop


def test_a_genre_that_only_other_tags_have_is_told_as_that(
    tmp_path: Path, a_home_of_its_own: Path
) -> None:
    mel_package(a_home_of_its_own / "data" / "models")
    song = write_mp3(tmp_path / "song.mp3", tone_for(POP, len(GTZAN), 6.0), rate=RATE)
    song.write_bytes(song.read_bytes() + OLD_TAG)
    told = run("tag", "--model", "tiny-mel", "--yes", song)
    assert "Pop, in other tags only  →  Pop" in told.stdout, told.stderr
    again = run("tag", "--model", "tiny-mel", "--dry-run", song)
    assert "0 would change, 1 already as wanted." in again.stderr
    assert "in other tags" not in run("history", "--run", "1").stdout
