"""The music of the demo's pieces, note by note.

They were mixed until the default model knew them: they show the program and prove nothing of it.
"""

from collections.abc import Iterator

import numpy as np

from tools.demo_instruments import bass_drum, cymbal, piano, plucked, snare, synth
from tools.demo_studio import (
    Sound,
    Track,
    amplified,
    echoed,
    in_room,
    in_wood,
    low_passed,
    on_tape,
)

_KEYS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def small_waltz(rng: np.random.Generator) -> Sound:
    """A piano alone in a hall: a melody in A minor over basses and chords, in three-four time."""
    keys = Track(132.0, 36, rng)
    chords = "A2 A3 C4 E4|A2 A3 C4 E4|D3 A3 D4 F4|D3 A3 D4 F4|E2 G#3 B3 D4|E2 G#3 B3 E4"
    chords += "|A2 A3 C4 E4|A2 A3 C4 E4|F2 A3 C4 F4|D3 A3 D4 F4|E2 G#3 B3 D4|A2 A3 C4 E4"
    for bar, names in enumerate(chords.split("|")):
        bass, *chord = (_note(name) for name in names.split())
        swell = _swell(3 * bar)
        keys.play(3 * bar, piano(bass, keys.seconds(2.8), 0.55), swell)
        for count in (1, 2):
            for note in chord:
                keys.play(3 * bar + count, piano(note, keys.seconds(0.9), 0.4), 0.55 * swell)
    melody = """
        E5:2 A5:1                      | G#5:1.5 A5:.5 C6:1      | A5:2 F5:1
        D5:1 E5:.5 F5:.5 A5:1          | G#5:2 E5:1              | D5:.5 E5:.5 D5:.5 B4:.5 G#4:1
        A4:2 C5:1                      | E5:3                    | F5:1 A5:1 C6:1
        D6:1.5 C6:.5 A5:1              | G#5:1 B5:.5 G#5:.5 E5:1 | A5:3
    """
    for beat, note, beats in _line(melody):
        keys.play(beat, piano(note, keys.seconds(beats + 0.3), 0.75), _swell(beat))
    hall = in_room(keys.sound, rng, seconds=1.8, wet=0.5)
    return on_tape(hall, rng, press=0.5, hiss_db=-84.0)


def four_on_the_floor(rng: np.random.Generator) -> Sound:
    """House: a bass drum on every beat, cymbals between them, a synthesiser that opens slowly."""
    drums, bass, chords = (Track(124.0, 32, rng) for _ in range(3))
    for beat in range(32):
        bar = beat // 4
        root = (33, 33, 29, 31)[bar % 4]
        drums.play(beat, bass_drum(rng, deep_hz=50.0, click=0.5))
        drums.play(beat + 0.5, cymbal(rng, seconds=0.3), 0.6)
        for quarter in (0.0, 0.25, 0.75):
            drums.play(beat + quarter, cymbal(rng, seconds=0.08), 0.4)
        if beat % 2:
            drums.play(beat, snare(rng, tight=1.2), 0.7)
        for quarter, up in ((0.25, 0), (0.5, 12), (0.75, 0)):
            bass.play(beat + quarter, synth(root + up, bass.seconds(0.22), open_hz=700.0))
        if beat % 4 in (0, 3):
            for up in (24, 27, 31, 34) if bar % 4 < 2 else (24, 28, 31, 35):
                opened = synth(root + up, chords.seconds(0.4), open_hz=600.0 + 110.0 * beat)
                chords.play(beat + (0.5 if beat % 4 else 0.75), opened, 0.3)
    far = echoed(chords.sound, chords.seconds(0.75), wet=0.45)
    band = 0.7 * drums.sound + 0.6 * bass.sound + in_room(far, rng, seconds=1.2, wet=0.4)
    return on_tape(band, rng, press=0.9, hiss_db=-60.0)


def twelve_bars(rng: np.random.Generator) -> Sound:
    """Country: bass and strummed chords by turns, a snare like a train, a twanging guitar."""
    strummed, lead, bass, drums = (Track(176.0, 48, rng) for _ in range(4))
    for bar, root in enumerate((45, 45, 45, 45, 50, 50, 45, 45, 52, 50, 45, 52)):
        fifth = root + 7 if root < 50 else root - 5
        chord = {45: (57, 61, 64, 69), 50: (57, 62, 66, 69), 52: (56, 59, 64, 68)}[root]
        for count, low in ((0, root), (2, fifth)):
            beat = 4 * bar + count
            low_string = plucked(low - 12, bass.seconds(1.6), rng, bright=0.35, pick=0.25)
            bass.play(beat, low_string)
            strummed.play(beat, plucked(low, bass.seconds(1.2), rng, bright=0.5), 0.8)
            drums.play(beat, bass_drum(rng, deep_hz=60.0, click=0.15), 0.6)
            for later, strings, loud in ((1.0, chord, 0.4), (1.5, chord[::-1], 0.22)):
                for place, note in enumerate(strings):
                    string = plucked(note, bass.seconds(0.4), rng, bright=0.6, ring=0.993)
                    strummed.play(beat + later + 0.03 * place, string, loud)
            for later, loud in ((0.0, 0.17), (0.5, 0.22), (1.0, 0.5), (1.5, 0.22)):
                drums.play(beat + later, snare(rng, tight=1.8), loud)
    _twang(lead, rng)
    guitars = 0.3 * amplified(strummed.sound, drive=1.5) + 0.3 * in_wood(strummed.sound)
    guitars += 0.45 * amplified(lead.sound, drive=3.0)
    band = guitars + 1.5 * low_passed(bass.sound, 1_200.0) + 0.25 * drums.sound
    return on_tape(in_room(band, rng, seconds=0.8, wet=0.25), rng, press=1.0, hiss_db=-50.0)


def _twang(lead: Track, rng: np.random.Generator) -> None:
    """A melody in A major; long notes are bent up to their pitch."""
    melody = """
        A4:.5 B4:.5 C#5:1 E5:.5 F#5:.5 E5:1         | C#5:.5 B4:.5 A4:1.5 -:.5 F#4:.5 G4:.5
        A4:.5 B4:.5 C#5:.5 E5:.5 F#5:1.5 -:.5       | G5:1.5 F#5:.5 E5:1 C#5:1
        D5:1 F#5:.5 G5:.5 A5:1.5 -:.5               | F#5:.5 E5:.5 D5:1 B4:.5 A4:1 -:.5
        A4:.5 B4:.5 C#5:1 E5:.5 F#5:.5 E5:1         | C#5:.5 B4:.5 A4:2.5 -:.5
        E5:.5 F#5:.5 G#5:1 B5:1 G#5:.5 E5:.5        | F#5:1 A5:.5 F#5:.5 E5:.5 D5:.5 B4:1
        A4:.5 B4:.5 C5:.5 C#5:.5 E5:1 A4:1          | B4:.5 C#5:.5 D5:.5 D#5:.5 E5:2
    """
    for beat, note, beats in _line(melody):
        bend = 2.0 if beats >= 1.0 else 0.0
        string = plucked(note - bend, lead.seconds(beats), rng, bright=0.7, ring=0.998, bend=bend)
        lead.play(beat, string)


def iron_chords(rng: np.random.Generator) -> Sound:
    """Metal: two distorted guitars, muted and held by turns, over a double bass drum."""
    takes = [_guitar_take(rng, cents) for cents in (-6.0, 7.0)]
    bass, drums = (Track(152.0, 36, rng) for _ in range(2))
    for bar in range(9):
        for eighth, up in enumerate(_RIFF):
            beat = 4 * bar + eighth / 2
            low = _IRON_ROOTS[bar % 4] - 12 + up
            bass.play(beat, plucked(low, bass.seconds(0.5), rng, bright=0.5))
            drums.play(beat, bass_drum(rng, deep_hz=50.0, click=1.2), 0.8)
            drums.play(beat + 0.25, bass_drum(rng, deep_hz=50.0, click=1.2), 0.6)
            if eighth % 2 == 0:
                drums.play(beat, cymbal(rng, seconds=0.25), 0.6)
            if eighth % 4 == 2:
                drums.play(beat, snare(rng, tight=1.0), 1.1)
        if bar % 2 == 0:
            drums.play(4 * bar, cymbal(rng, seconds=1.8, low_hz=4_500.0), 0.6)
    band = 0.55 * takes[0] + 0.5 * takes[1] + 0.35 * np.tanh(3.0 * low_passed(bass.sound, 1_500.0))
    band += 0.7 * in_room(drums.sound, rng, seconds=0.6, wet=0.25)
    return on_tape(in_room(band, rng, seconds=0.5, wet=0.1), rng, press=1.2, hiss_db=-60.0)


_IRON_ROOTS = (40, 40, 43, 38)
_RIFF = (0, 0, 0, 0, 3, 0, 5, 3)  # half tones above the root, by eighths; what is above rings


def _guitar_take(rng: np.random.Generator, cents: float) -> Sound:
    """The whole riff once, on a guitar that is a little out of tune."""
    guitar = Track(152.0, 36, rng)
    for bar in range(9):
        for eighth, up in enumerate(_RIFF):
            root = _IRON_ROOTS[bar % 4] + up + cents / 100.0
            held = up > 0 or eighth == 0
            bright, ring = (0.75, 0.998) if held else (0.5, 0.975)
            for tone in (0, 7, 12) if held else (0, 7):
                string = plucked(root + tone, guitar.seconds(0.55), rng, bright=bright, ring=ring)
                guitar.play(4 * bar + eighth / 2, string)
    return amplified(guitar.sound, drive=14.0)


def _swell(beat: float) -> float:
    """Louder towards the middle of every four bars."""
    return float(0.75 + 0.25 * np.sin(np.pi * (beat % 12.0) / 12.0))


def _line(text: str) -> Iterator[tuple[float, int, float]]:
    """When each note of a melody begins, which it is and how many beats it lasts; "-" is a rest."""
    beat = 0.0
    for word in text.replace("|", " ").split():
        name, _, length = word.partition(":")
        if name != "-":
            yield beat, _note(name), float(length)
        beat += float(length)


def _note(name: str) -> int:
    """The MIDI number of a note such as C#4."""
    return 12 * (int(name[-1]) + 1) + _KEYS[name[0]] + name.count("#")
