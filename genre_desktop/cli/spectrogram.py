"""`genre-desktop spectrogram`: a picture of every track, with axes, for a whole folder."""

import io
import os
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from genre_desktop.cli.console import console_for
from genre_desktop.cli.display import counted
from genre_desktop.cli.exit_code import CommandRefused, ExitCode
from genre_desktop.cli.interruption import drawn, interruption_held, interruption_let_through
from genre_desktop.core.atomic_file import ExportFailed, replacing
from genre_desktop.core.chapter_reading import ChapterReading
from genre_desktop.core.scan import Skipped, scan
from genre_desktop.core.spectrogram_picture import PictureSpec, draw_picture, write_png
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look, track_spectrum
from genre_desktop.core.workers import (
    WorkerDiedError,
    WorkerNotStartedError,
    WorkerPool,
    default_workers,
)
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.sound import SoundError

_SECONDS_AT_MOST: Final = 600.0
_LONGEST_NAME: Final = 240  # bytes; a name has 255, and a number and an ending must fit
_AHEAD: Final = 4  # tracks waiting for each worker

_Running = dict[Future[bytes], tuple[Track, Path]]


@dataclass(frozen=True, slots=True)
class DrawSpectrograms:
    """What was asked for; the names are those of the options.

    Attributes:
        picture: What every picture looks like.
    """

    paths: tuple[Path, ...]
    out: Path
    picture: PictureSpec
    overwrite: bool
    exclude: tuple[str, ...]
    jobs: int | None


def picture_of(options: Namespace) -> PictureSpec:
    """What the options say of the pictures."""
    width, height = options.size
    scale = Scale(options.scale)
    window = Window[options.window.upper().replace("-", "_")]
    look = Look(Channel(options.channel), window, options.window_samples)
    return PictureSpec(
        width=width,
        height=height,
        scale=scale,
        look=look.over(scale),
        colours=options.colours,
        top_db=options.top,
        range_db=options.range,
    )


def draw_spectrograms(asked: DrawSpectrograms) -> ExitCode:
    """Draw every track under the paths into the folder.

    Raises:
        CommandRefused: Where the folder cannot be made.
    """
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandRefused(
            f"The folder {asked.out} cannot be made: {error.strerror}; choose another."
        ) from error
    console = console_for(error=True)
    done = _draw_all(asked, console)
    if done == _Done():
        console.print("No music was found there.")
        return ExitCode.NOTHING_FOUND
    pictures = counted(done.drawn, "picture")
    interrupted = "Interrupted: " if done.is_interrupted else ""
    said = f"{interrupted}{pictures} in {one_line(str(asked.out))}."
    console.print(said, markup=False, highlight=False)
    if done.is_interrupted:
        return ExitCode.INTERRUPTED
    return ExitCode.SOME_PROBLEMS if done.problems else ExitCode.FINE


@dataclass(slots=True)
class _Done:
    """What became of the tracks so far."""

    drawn: int = 0
    problems: int = 0
    is_interrupted: bool = False


def _draw_all(asked: DrawSpectrograms, console: Console) -> _Done:
    """Draws until all is done or interrupted; what goes wrong is told at once."""
    done = _Done()
    pool = WorkerPool(asked.jobs or default_workers())
    with interruption_held() as interrupted:
        try:
            for sentence in _sentences(asked, pool):
                if sentence:
                    done.problems += 1
                    console.print(one_line(sentence), markup=False, highlight=False)
                else:
                    done.drawn += 1
        except KeyboardInterrupt:
            done.is_interrupted = True
        finally:
            pool.shutdown(cancel_futures=True)
    done.is_interrupted |= interrupted.is_set()
    return done


def draw(track: Track, spec: PictureSpec) -> bytes:
    """Draw one track; returns the PNG. Workers run this.

    They do not write it: one that an interruption ends amid would leave half a file.

    Raises:
        SoundError: It cannot be heard.
    """
    spectrum = track_spectrum(track.path, track.span, spec.look, 2 * spec.width)
    picture = draw_picture(track.part_title or track.path.stem, spectrum, spec)
    file = io.BytesIO()
    write_png(picture, file)
    return file.getvalue()


def _sentences(asked: DrawSpectrograms, pool: WorkerPool) -> Iterator[str]:
    """One for each track: what became of it, empty where it was drawn."""
    names = _Names(asked.out, overwrite=asked.overwrite)
    running: _Running = {}
    with closing(ChapterReading()) as chapters:
        for found in drawn(scan(asked.paths, asked.exclude, chapters.parts_of)):
            if isinstance(found, Skipped):
                yield found.sentence
                continue
            target = names.target(found)
            if target is None:
                yield f"{names.wanted(found)} is there already; --overwrite draws it anew."
                continue
            limit = _SECONDS_AT_MOST
            future = pool.submit(draw, found, asked.picture, timeout_seconds=limit)
            running[future] = found, target
            if len(running) >= _AHEAD * pool.size:
                yield from _finished(running)
    while running:
        yield from _finished(running)


def _finished(running: _Running) -> Iterator[str]:
    with interruption_let_through():
        done, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in done:
        yield _written(future, *running.pop(future))


def _written(future: Future[bytes], track: Track, target: Path) -> str:
    """Why there is no picture, empty where it is written."""
    try:
        png = future.result()
        with replacing(target) as file:
            file.write(png)
    except SoundError as error:
        return str(error)
    except ExportFailed as error:
        return error.sentence
    except TimeoutError:
        return f"“{track.path.name}” took too long; it was left out."
    except (WorkerDiedError, WorkerNotStartedError):
        return f"“{track.path.name}” ended the process that decoded it; it was left out."
    return ""


class _Names:
    """Gives each track a picture of its own in the folder."""

    def __init__(self, folder: Path, *, overwrite: bool) -> None:
        self._folder = folder
        self._overwrite = overwrite
        self._given: set[Path] = set()

    def wanted(self, track: Track) -> Path:
        """The name that a track's picture would have if it stood alone."""
        part = f" – {track.part_title}" if track.part_title else ""
        name = f"{track.path.name}{_harmless(part)}"
        while len(os.fsencode(name)) > _LONGEST_NAME:
            name = name[:-1]
        return self._folder / f"{name}.png"

    def target(self, track: Track) -> Path | None:
        """Where to draw a track, None where a picture is there from earlier."""
        wanted = self.wanted(track)
        target, number = wanted, 1
        while target in self._given:
            number += 1
            target = wanted.with_name(f"{wanted.stem} ({number}).png")
        self._given.add(target)
        return None if target.exists() and not self._overwrite else target


def _harmless(words: str) -> str:
    """Words without what a file's name may not hold."""
    return "".join("_" if sign in '/\\:*?"<>|' or sign < " " else sign for sign in words)
