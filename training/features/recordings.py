"""Measures of recordings, computed in worker processes and kept by the hash of their sound."""

from collections.abc import Callable, Iterator
from pathlib import Path

from training.datasets.hearing import CRASHED, span_of
from training.datasets.processes import Crashed, in_processes, with_bar
from training.datasets.values import Index, Item
from training.features.journal import Heard, Journal
from training.features.keys import dsp_version
from training.features.measures import Measure
from training.features.work import Done, Job, measured, place_of


def journal_in(cache: Path) -> Journal:
    """What is remembered of recordings; another version of dsp hears them anew."""
    return Journal(cache / f"recordings-{dsp_version()}.jsonl")


def measure_recordings(
    index: Index, measure: Measure, cache: Path, workers: int, say: Callable[[str], None]
) -> tuple[dict[str, str], dict[str, str]]:
    """Compute a measure of every recording that it was not kept of.

    Returns:
        The key of each track's array, and why the other tracks have none.
    """
    journal, folder = journal_in(cache), cache / measure.folder
    keys: dict[str, str] = {}
    reasons: dict[str, str] = {}
    missing: list[Item] = []
    for item in index.items:
        heard = journal.find(index.source / item.path, span_of(item))
        if heard is None or (heard.key and not place_of(folder, heard.key).exists()):
            missing.append(item)
        elif heard.key:
            keys[item.track] = heard.key
        else:
            reasons[item.track] = heard.reason
    if missing:
        say(f"Listening to {len(missing)} of {len(index.items)} recordings …")
    for job, done in _measured(index, missing, measure, folder, workers):
        if done.for_good:
            journal.add(job.path, job.span, Heard(done.key, done.reason))
        if done.key:
            keys[job.track] = done.key
        else:
            reasons[job.track] = done.reason
            say(f"{job.path.name} is left out: {done.reason}")
    return keys, reasons


def _measured(
    index: Index, items: list[Item], measure: Measure, folder: Path, workers: int
) -> Iterator[tuple[Job, Done]]:
    if not items:
        return
    jobs = (
        Job(item.track, index.source / item.path, span_of(item), measure, folder) for item in items
    )
    finished = in_processes(measured, jobs, workers)
    for one in with_bar(finished, len(items), f"Listening ({measure.what})"):
        result = one.result
        yield one.job, Done("", CRASHED, for_good=False) if isinstance(result, Crashed) else result
