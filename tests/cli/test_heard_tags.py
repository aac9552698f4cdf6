"""Tags that a command needs come from a process, so that a file which hangs their reader costs
little."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from genre_desktop.cli.heard_tags import HeardTags
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.track import Tags, Track
from tests.support.command_line import rows_of, two_tones
from tests.support.packages import mel_package
from tests.support.sounds import music, write_sound

PATIENCE_SECONDS = 1.0

WITHOUT_MUTAGEN = """
import sys
from genre_desktop.cli.command import main
code = main(sys.argv[1:])
print("mutagen" in sys.modules)
sys.exit(code)
"""


def hanging(path: Path) -> Path:
    """A damaged Musepack file; mutagen 1.48 takes its packet of no length again and again."""
    path.write_bytes(b"MPCKAA\0" + bytes(64))
    return path


def test_a_file_that_hangs_its_reader_does_so_once_and_its_neighbours_have_tags(
    tmp_path: Path,
) -> None:
    hangs = Track(hanging(tmp_path / "hangs.mpc"))
    fine = Track(write_sound(tmp_path / "one.mp3", music(1.0), "mp3", tags={"title": "One"}))
    with closing(Library.open(tmp_path / LIBRARY_NAME)) as library:
        patience = TagsApart(seconds_at_most=PATIENCE_SECONDS)
        with closing(HeardTags(library, patience)) as tags:
            assert tags.limit(hangs) < 61.0
            assert tags.of(fine).title == "One"
        with closing(HeardTags(library)) as later:  # nobody would wait for that one
            assert later.of(hangs) == Tags()


def test_no_tags_are_read_in_the_process_of_the_command(
    tmp_path: Path, a_home_of_its_own: Path
) -> None:
    mel_package(a_home_of_its_own / "data" / "models")
    target = tmp_path / "genres.csv"
    asked = ("classify", "--model", "tiny-mel", two_tones(tmp_path / "music"), "--csv", target)
    program = [sys.executable, "-c", WITHOUT_MUTAGEN, *map(str, asked)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "False"), done.stderr
    assert [row["predicted_genre"] for row in rows_of(target)] == ["country", "pop"]
