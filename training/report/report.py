"""The whole report: every section, in the order in which a reader asks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from training.evaluation.record import RunRecord
from training.report import comparison, exploration, learning, mistakes, trust
from training.report.configured import Configured
from training.report.material import Material
from training.report.not_done import not_done
from training.report.origins import origins
from training.report.packages import (
    DATA,
    HOW_TO_READ_PACKAGES,
    PackageRecord,
    package_sentences,
    package_table,
)
from training.report.page import Section, page, paragraph, table
from training.report.published import published
from training.report.runs import Group, grouped, of_own_indexes

TITLE = "Genre Desktop: every approach, side by side"
FORM = ", "  # after a data set, before the form in which a run heard it
PACKAGES, OTHERS = "The packages", "The packages that come with the program"


def report(
    records: Sequence[RunRecord],
    configs: Sequence[Configured],
    packages: Mapping[str, PackageRecord],
    shown: Material,
    cache: Path,
) -> str:
    """The report as one HTML page.

    Args:
        records: The runs.
        configs: Families that have a config, with or without a run.
        packages: Records of the shipped packages.
        shown: Data to show beside the runs.
        cache: Where features are kept.
    """
    groups = grouped(records)
    own = of_own_indexes(records)
    shipped = Section("packages", OTHERS if own else PACKAGES, _packages(packages))
    return page(
        TITLE,
        _lead(records),
        [
            *(() if own else (shipped,)),
            *_of_runs(records, groups, () if own else configs),
            *_of_data(shown, cache),
            _published(() if own else records),
            *((shipped,) if own else ()),
            *_ends(records, configs),
        ],
    )


def _packages(packages: Mapping[str, PackageRecord]) -> str:
    if not packages:
        return ""
    told = [paragraph(sentence) for sentence in package_sentences(packages) if sentence]
    head, rows = package_table(packages)
    shown = table(head, rows, words=(0, 1, head.index(DATA)), long=(head.index(DATA),))
    return shown + paragraph(HOW_TO_READ_PACKAGES) + "".join(told)


def _of_runs(
    records: Sequence[RunRecord], groups: Sequence[Group], configs: Sequence[Configured]
) -> list[Section]:
    return [
        Section("comparison", "Comparison", comparison.groups(groups)),
        Section("overview", "Family, data, protocol", comparison.overview(records, configs)),
        Section("time", "Accuracy against training time", comparison.time(groups)),
        Section("confusion", "Confusion", mistakes.confusions(groups)),
        Section("reliability", "Reliability", trust.reliability(groups)),
        Section("risk", "Risk and coverage", trust.risk(groups)),
        Section("learning", "Learning curves", learning.learning_curves(records)),
        Section("epochs", "Training and validation", learning.epochs(records)),
        Section("importances", "Feature importances", learning.importances(records)),
    ]


def _of_data(shown: Material, cache: Path) -> list[Section]:
    balance = "".join(exploration.balance(index, name) for name, index in shown.indexes)
    heard = "".join(exploration.spectrograms(index, name, cache) for name, index in shown.indexes)
    features = shown.features
    tempo = exploration.tempo(features) if features else ""
    correlations = exploration.correlations(features) if features else ""
    whence = paragraph(f"From the table {shown.table}.") if shown.table else ""
    return [
        Section("classes", "Class balance", balance),
        Section("spectrograms", "Example spectrograms", heard),
        Section("tempo", "Tempo", tempo and whence + tempo),
        Section("correlation", "Correlation", correlations and whence + correlations),
    ]


def _published(records: Sequence[RunRecord]) -> Section:
    """Left out where no run is on a published set."""
    text = published(records) if records else ""
    return Section("published", "Published numbers beside ours", text)


def _ends(records: Sequence[RunRecord], configs: Sequence[Configured]) -> list[Section]:
    return [
        Section("not-done", "What was not done", not_done(records, configs)),
        Section("origins", "Where each row comes from", origins(records)),
    ]


def _lead(records: Sequence[RunRecord]) -> str:
    days = sorted({record.date for record in records})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return (
        f"{_counted(len(records), 'run')} of {when} on"
        f" {_counted(len({record.data.split(FORM)[0] for record in records}), 'data set')}. No"
        " artist that is known is on two sides of a split, and no track; intervals are 95 %"
        " bootstraps over artists. Runs are ranked only beside runs on the same data under the same"
        " protocol."
    )


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
