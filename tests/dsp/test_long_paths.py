"""What is said of a file that Windows does not open for the length of its path."""

import errno
from collections.abc import Callable
from pathlib import Path, PurePath, PureWindowsPath

import pytest

from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.skipped import because_missing, because_of
from genre_desktop.core.tagging.safe_write import refusal
from genre_desktop.dsp.long_paths import TOO_LONG, is_for_length, windows_refuses
from genre_desktop.dsp.regular_file import open_regular
from genre_desktop.dsp.sound import Problem, SoundError

LONGEST = 259


def refuses() -> bool:
    """Windows with its switch off."""
    return True


def allows() -> bool:
    """Any other system, or Windows with its switch on."""
    return False


def not_found(*names: PurePath | str | bytes | None) -> FileNotFoundError:
    """What Windows says of a path that is too long, and of one where nothing lies."""
    path, other = (*names, None)[:2]
    return FileNotFoundError(errno.ENOENT, "The system cannot find the path", path, None, other)


def filled(start: str, characters: int, end: str = ".mp3") -> str:
    """A path of so many characters, in folders with short names."""
    room = characters - len(start) - len(end)
    return start + ("folder\\" * room)[: room - 1] + "a" + end


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """A missing file with a path that Windows does not take, in a folder that is there."""
    folder = tmp_path
    while len(str(folder)) < LONGEST:
        folder /= "a folder of music"
    folder.mkdir(parents=True)
    return folder / "track.mp3"


@pytest.mark.parametrize("start", ["C:\\", "\\\\server\\share\\", "C:/", "//server/share/"])
def test_drives_and_shares_end_at_the_same_length(start: str) -> None:
    last, first = filled(start, LONGEST), filled(start, LONGEST + 1)
    assert (len(last), len(first)) == (LONGEST, LONGEST + 1)
    assert not is_for_length(not_found(PureWindowsPath(last)), refuses)
    assert is_for_length(not_found(PureWindowsPath(first)), refuses)
    assert is_for_length(not_found(first), refuses)
    assert is_for_length(not_found(first.encode()), refuses)


@pytest.mark.parametrize("start", ["\\\\?\\C:\\", "\\\\?\\UNC\\server\\share\\", "\\\\.\\C:\\"])
def test_the_extended_form_has_no_such_end(start: str) -> None:
    assert not is_for_length(not_found(filled(start, 400)), refuses)


def test_what_windows_makes_of_a_path_is_counted() -> None:
    up = "C:\\" + "folder\\..\\" * 40 + "a.mp3"
    assert len(up) > LONGEST
    assert not is_for_length(not_found(up), refuses)
    assert is_for_length(not_found("folder\\" * 40 + "a.mp3"), refuses)
    assert not is_for_length(not_found("a.mp3"), refuses)


def test_a_character_beyond_the_first_plane_counts_twice() -> None:
    path = "C:\\" + "🎷" * 126
    assert not is_for_length(not_found(path + ".mp3"), refuses)
    assert is_for_length(not_found(path + "🎷.mp3"), refuses)


def test_either_name_of_a_rename_may_be_too_long() -> None:
    assert is_for_length(not_found("C:\\a.mp3", filled("D:\\", 300)), refuses)


def test_other_errors_and_other_systems_are_never_a_matter_of_length() -> None:
    path = filled("C:\\", 300)
    assert not is_for_length(not_found(path), allows)
    assert not is_for_length(PermissionError(errno.EACCES, "Access is denied", path), refuses)
    assert not is_for_length(not_found(None), refuses)


def test_where_the_switch_says_nothing_nothing_is_refused(far: Path) -> None:
    far.write_bytes(b"abc")
    assert far.stat().st_size == 3 or windows_refuses()


@pytest.mark.parametrize(("system", "says_so"), [(refuses, True), (allows, False)])
def test_hearing_scanning_tagging_and_exporting_say_so(
    far: Path, system: Callable[[], bool], says_so: bool
) -> None:
    with pytest.raises(SoundError) as refused, open_regular(far, system):
        pass
    assert refused.value.problem is (Problem.UNREADABLE if says_so else Problem.MISSING)
    with pytest.raises(FileNotFoundError) as missing:
        far.stat()
    left_out = because_missing(far, missing.value, system)
    not_read = because_of(far, "cannot be read", missing.value, system)
    not_tagged = refusal(missing.value, system)
    with pytest.raises(ExportFailed) as not_written, replacing(far / "list.csv", system):
        pass
    sentences = (
        str(refused.value),
        left_out.sentence,
        not_read.sentence,
        not_tagged.sentence,
        not_written.value.sentence,
    )
    assert [TOO_LONG in sentence for sentence in sentences] == [says_so] * 5
    assert left_out.sentence.startswith(str(far))


def test_a_short_path_is_only_not_there(tmp_path: Path) -> None:
    with pytest.raises(SoundError) as refused, open_regular(tmp_path / "gone.mp3", refuses):
        pass
    assert refused.value.problem is Problem.MISSING
