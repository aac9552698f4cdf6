"""The rules by which a terminal's user has tags written."""

import subprocess
from pathlib import Path

from tests.support.command_line import run
from tests.support.tagged import mutagen


def tag(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return run("tag", "--model", "tiny-mel", *arguments)


def test_rules_are_a_file_that_can_be_read(music: Path, tmp_path: Path) -> None:
    told = tag(music, "--rules", tmp_path, "--dry-run")
    assert told.returncode == 2
    assert "is a folder; name the file with the rules." in told.stderr


def test_rules_name_genres_and_nonsense_is_refused(music: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[names]\npop = "Schlager"\n', encoding="utf-8")
    tag(music / "pop.flac", "--rules", rules, "--yes")
    assert mutagen.File(music / "pop.flac")["genre"] == ["Schlager"]
    rules.write_text("[nonsense]\n", encoding="utf-8")
    told = tag(music, "--rules", rules, "--dry-run")
    assert (told.returncode, "no section [nonsense]" in told.stderr) == (2, True)


def test_rules_that_contradict_each_other_are_told(music: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[artists]\nme = "Schlager"\n[genres]\nonly = ["pop"]\n', encoding="utf-8")
    told = tag(music / "pop.flac", "--rules", rules, "--dry-run")
    sentence = "Line 2 calls “me” “Schlager”, which line 4 does not list; the rule for “me” wins."
    assert (told.returncode, told.stderr.count(sentence)) == (0, 1), told.stderr
    assert "Line" not in tag(music / "pop.flac", "--no-rules", "--dry-run").stderr
