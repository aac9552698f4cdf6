"""`make translations`: brings translations/*.ts up to date and compiles them for the program.

A .ts file is Qt's own format, so that Qt Linguist opens it. What is new stands in it as
unfinished; what is no longer said is taken out. `genre-desktop_*.ts` have the words of the window,
which Qt looks up; `sentences_*.ts` have those of the core, which the window knows by their form.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import groupby
from pathlib import Path

import PySide6

from tools.core_sentences import all_sentences
from tools.window_words import ROOT, Words, all_words

SOURCES = ROOT / "translations"
COMPILED = ROOT / "resources" / "translations"

Translations = dict[Words, str]


def main() -> int:
    """Bring all languages up to date; the exit status is 1 where something is not translated."""
    unfinished = 0
    for file in sorted(SOURCES.glob("*.ts")):
        done = read(file)
        words = words_of(file)
        write(file, {each: done.get(each, "") for each in words}, words)
        missing = sum(not done.get(each) for each in words)
        print(f"{file.relative_to(ROOT)}: {len(words)} texts, {missing} to be translated")
        unfinished += missing
        _compile(file)
    return 1 if unfinished else 0


def words_of(file: Path) -> dict[Words, list[str]]:
    """What a .ts file has to translate, with the modules that say it."""
    return all_words() if file.stem.startswith("genre-desktop_") else all_sentences()


def read(file: Path) -> Translations:
    """What is translated in a .ts file; unfinished texts are empty."""
    found: Translations = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and translation.get("type") is None
            text = translation.text if is_done and translation is not None else ""
            found[Words(name, message.findtext("source", ""))] = text or ""
    return found


def write(file: Path, translations: Translations, places: dict[Words, list[str]]) -> None:
    """Write a .ts file with every text in order."""
    root = ET.Element("TS", version="2.1", language=language_of(file), sourcelanguage="en")
    for name, words in groupby(translations, key=lambda each: each.context):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for each in words:
            message = ET.SubElement(context, "message")
            for place in places[each]:
                ET.SubElement(message, "location", filename=f"../{place}")
            ET.SubElement(message, "source").text = each.source
            translation = ET.SubElement(message, "translation")
            translation.text = translations[each]
            if not translations[each]:
                translation.set("type", "unfinished")
    ET.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    text = head + ET.tostring(root, encoding="unicode") + "\n"
    file.write_text(text, encoding="utf-8", newline="\n")


def language_of(file: Path) -> str:
    """The language that a file's name ends in, such as "de"."""
    return file.stem.rpartition("_")[2]


def _compile(file: Path) -> None:
    COMPILED.mkdir(exist_ok=True)
    if not file.stem.startswith("genre-desktop_"):
        said = {words.source: text for words, text in read(file).items() if text}
        text = json.dumps(said, ensure_ascii=False, indent=0) + "\n"
        (COMPILED / f"{file.stem}.json").write_text(text, encoding="utf-8", newline="\n")
        return
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    target = COMPILED / f"{file.stem}.qm"
    subprocess.run([lrelease, "-silent", file, "-qm", target], check=True)


if __name__ == "__main__":
    sys.exit(main())
