"""Invented tracks in every state that a row can have, for the pictures of the window."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from genre_desktop.core.track import Outcome, Tags, Track
from genre_desktop.dsp.sound import Note, Problem, SoundReport
from genre_desktop.inference.verdict import Timeline, Verdict

LABELS = (
    "blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock",
)  # fmt: skip
PIECE_SECONDS = 3.0
UNSURE_BELOW = 0.45


@dataclass(frozen=True, slots=True)
class Staged:
    """A track with what is known of it; `outcome` None while it waits or is heard."""

    track: Track
    tags: Tags
    outcome: Outcome | None


def staged_tracks(folder: Path, *, done: bool = False) -> list[Staged]:
    """A list as it looks in the middle of the work, or when all is done.

    Args:
        folder: Where the tracks pretend to lie.
        done: Every track was heard to its end.
    """
    truncated = Note(
        Problem.TRUNCATED,
        "“Interval Training.mp3” ends at 0:41, though it promises 4:02. The genre rests on what "
        "is there.",
    )
    damaged = Note(
        Problem.DAMAGED,
        "“take_07_final.flac” is damaged: nothing in it can be decoded. Try another copy.",
    )
    stage = _Stage(folder, done=done)
    return [
        stage.heard("Slow Train to Harrow", "Lowland Three", 252, 92, blues=0.83, jazz=0.07),
        stage.heard("Nocturne in Copper", "Anselm Quartet", 408, 64, classical=0.97, jazz=0.02),
        stage.heard("Gravel Road Letter", "Tall Pines", 211, 104, country=0.78, rock=0.14),
        stage.heard("Mirrorball Season", "Studio Fontaine", 307, 122, disco=0.91, pop=0.06),
        stage.heard("Eleven Blocks North", "Kilo Parade", 199, 88, hiphop=0.88, reggae=0.06),
        stage.heard("Blue Room, Second Set", "Marchetti Five", 446, 136, jazz=0.79, blues=0.12),
        stage.heard("Anvil Weather", "Iron Ledger", 284, 172, metal=0.95, rock=0.04),
        stage.heard("Paper Umbrella (Single)", "Sunday Arcade", 182, 118, pop=0.64, disco=0.21),
        stage.heard("Half a Mile of Rain", "Tall Pines", 295, 76, country=0.34, blues=0.31),
        stage.heard("Kingfisher Dub", "Harbour Sound", 338, 74, reggae=0.92, hiphop=0.05),
        stage.heard("Kalimba Study", "Lakeside", 167, 98, first=True, jazz=0.71, classical=0.1),
        stage.heard("Velvet Hour", "Corner Choir", 241, 84, first=True, pop=0.58, blues=0.23),
        stage.unheard("Tin Roof Reel", "The Fenland Band", 195),
        stage.unheard("Static Garden", "Ohm & Daughters", 500),
        stage.heard("Interval Training", "Night Ferry", 242, 141, truncated, rock=0.66, metal=0.18),
        stage.failed("take_07_final.flac", damaged),
        stage.unheard("Long Division", "Night Ferry", 228),
    ]  # fmt: skip


class _Stage:
    def __init__(self, folder: Path, *, done: bool) -> None:
        self._folder = folder
        self._done = done

    def unheard(self, title: str, artist: str, seconds: float) -> Staged:
        if self._done:
            return self.heard(title, artist, seconds, 110, rock=0.72, country=0.15)
        return self._tagged(title, artist, seconds)

    def _tagged(self, title: str, artist: str, seconds: float) -> Staged:
        track = Track(self._folder / f"{title}.mp3")
        tags = Tags(
            title=title, artist=artist, album="Weather Permitting", date="2021", seconds=seconds
        )
        return Staged(track, tags, None)

    def failed(self, name: str, note: Note) -> Staged:
        track = Track(self._folder / name)
        return Staged(track, Tags(), Outcome(track, None, note, None, ""))

    def heard(
        self,
        title: str,
        artist: str,
        seconds: float,
        tempo: float,
        note: Note | None = None,
        *,
        first: bool = False,
        **genres: float,
    ) -> Staged:
        staged = self._tagged(title, artist, seconds)
        first = first and not self._done
        decoded = 30.0 if first else 41.0 if note else seconds
        notes = (note,) if note else ()
        report = SoundReport("MP3", 44_100, 2, 256_000, seconds, decoded, 0, notes)
        verdict = _verdict(title, decoded, tempo, genres)
        outcome = Outcome(staged.track, verdict, None, report, _hash(title), provisional=first)
        return Staged(staged.track, staged.tags, outcome)


def _hash(title: str) -> str:
    return title.encode().hex()[:64]


def _verdict(title: str, seconds: float, tempo: float, genres: dict[str, float]) -> Verdict:
    rest = (1.0 - sum(genres.values())) / (len(LABELS) - len(genres))
    probabilities = np.array([genres.get(label, rest) for label in LABELS], np.float32)
    random = np.random.default_rng(sum(title.encode()))
    pieces = max(1, int(seconds // PIECE_SECONDS))
    logits = np.log(probabilities) + random.normal(0.0, 0.5, (pieces, len(LABELS)))
    span = max(1, pieces // 9)
    for start in range(0, pieces, span):  # genres hold for a while, as in music
        best = random.choice(len(LABELS), p=probabilities / probabilities.sum())
        logits[start : start + span, best] += random.uniform(0.5, 2.5)
    chances = np.exp(logits)
    chances /= chances.sum(axis=1, keepdims=True)
    heard = np.ones(pieces, bool)
    timeline = Timeline(PIECE_SECONDS, chances.astype(np.float16), heard)
    unsure = float(probabilities.max()) < UNSURE_BELOW
    return Verdict("gtzan-cnn", "1", LABELS, probabilities, unsure, timeline, None, tempo, seconds)
