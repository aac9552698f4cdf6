"""The generated part of RESULTS.md: which family ran on what, then every row."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from training.cache import replacing
from training.evaluation.measure import TRACK
from training.evaluation.record import RunRecord
from training.refusal import Refused
from training.report.configured import Configured
from training.report.packages import (
    HOW_TO_READ_PACKAGES,
    PackageRecord,
    package_sentences,
    package_table,
)
from training.report.rows import MARK, NONE, rows_of, warnings
from training.report.runs import Group, grouped, level

BEGIN = "<!-- written by `python -m training compare`: begin -->"
END = "<!-- written by `python -m training compare`: end -->"

PAIRS, LISTEN_TO = 3, 3
NAMED_IN = ("run", "package")  # the first columns of tables that have rows of their own

HOW_TO_READ = """\
Figures are per cent, with 95 % intervals from a bootstrap over artists in brackets. *Piece alone*
is one piece heard by itself; *track* is the mean of the pieces' probabilities, or their majority
*vote*; all further figures are of tracks by the mean. Calibration error counts ten bins of equal
mass, before and after a temperature that other folds chose, beside what an honest model of as many
clips would show (noise). *Answered / right*: the unsure threshold is chosen on other folds to
answer 75 %; the second number is the share of right among the answered. *Tried* counts the
configurations looked at on these data before this one. *Fit* is processor time; on a Dask cluster,
whose workers share theirs among fits, it is by the clock and says so. Protocol A: five folds
grouped by artist; every seed of the folds deals the artists anew. Protocol B: the published split,
fitted once. McNemar's test takes tracks as independent of each other: where artists have several,
its p is too small."""


def generated(
    records: Sequence[RunRecord],
    configs: Sequence[Configured],
    packages: Mapping[str, PackageRecord],
) -> str:
    """The part between the markers, as Markdown."""
    head = ("family", "data", "protocol", "runs")
    parts = [markdown_table(head, overview_rows(records, configs)), HOW_TO_READ]
    parts += [_packages(packages)] if packages else []
    parts += [_group(group) for group in grouped(records)]
    return "\n\n".join(parts)


def write_generated(path: Path, text: str) -> None:
    """Put the part between the markers of a file; the rest of it stays.

    Raises:
        Refused: The file is missing or has lost its markers, or rows that stand there would be
            lost.
    """
    try:
        whole = path.read_text("utf-8")
        before, rest = whole.split(BEGIN)
        old, after = rest.split(END)
    except (OSError, ValueError) as error:
        raise Refused(
            f"{path} cannot take the tables ({error}); it needs the lines “{BEGIN}” and “{END}”."
        ) from error
    lost = sorted(_rows_in(old) - _rows_in(text))
    if lost:
        raise Refused(
            f"{path} was left as it is, for it would lose the rows of {', '.join(lost)}; name the "
            "folders of their records as well, or take these rows out of the file first."
        )
    with replacing(path) as target:
        target.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")


def _rows_in(text: str) -> set[str]:
    """The names of the runs and packages that have rows in some tables."""
    names: set[str] = set()
    head = ""
    for line in text.splitlines():
        first = line.removeprefix("| ").split(" | ")[0] if line.startswith("| ") else ""
        if first and not head:
            head = first
        elif first and head in NAMED_IN and first != "---":
            names.add(first.removesuffix(MARK))
        elif not first:
            head = ""
    return names


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def overview_rows(
    records: Sequence[RunRecord], configs: Sequence[Configured]
) -> list[tuple[str, str, str, str]]:
    """(family, data, protocol, runs), also of configs that have no run."""
    cells: dict[tuple[str, str, str], list[str]] = {}
    for record in records:
        key = (record.family, record.data, record.protocol)
        cells.setdefault(key, []).append(record.name)
    names = {record.name for record in records}
    for config in configs:
        if config.name not in names:
            key = (config.family, config.data, config.protocol)
            cells.setdefault(key, []).append(f"{config.name} (no row yet)")
    return [(*key, ", ".join(sorted(runs))) for key, runs in sorted(cells.items())]


def _packages(packages: Mapping[str, PackageRecord]) -> str:
    table = markdown_table(*package_table(packages))
    return "\n\n".join(
        [
            "### The packages",
            table,
            HOW_TO_READ_PACKAGES,
            *filter(None, package_sentences(packages)),
        ]
    )


def _group(group: Group) -> str:
    first = group.runs[0]
    artists = "unknown"
    if first.metrics.get("artists_known", True):
        artists = str(first.metrics.get("artists", NONE))
    seen = f"{first.metrics.get('tracks', NONE)} tracks, artists: {artists}"
    parts = [
        f"### {group.data}, {group.judging}",
        f"{seen} in the best run; best first.",
        markdown_table(*rows_of(group.runs)),
    ]
    sentences = (*warnings(group.runs), two_best(group), _by_genre(first), _confused(first))
    return "\n\n".join([*parts, *filter(None, sentences)])


def _by_genre(run: RunRecord) -> str:
    """What share of each genre's tracks the best run finds."""
    report = level(run, TRACK).get("report", {})
    found = ", ".join(f"{name} {100 * one['recall']:.0f}" for name, one in report.items())
    return f"Recall of {run.name} by genre: {found}." if found else ""


def _confused(run: RunRecord) -> str:
    """The pairs that the best run confuses most, with tracks to listen to."""
    pairs = [
        f"{pair['truth']} called {pair['named']} {100 * pair['share']:.0f} %"
        f" ({', '.join(pair['clips'][:LISTEN_TO])})"
        for pair in level(run, TRACK).get("confused_pairs", [])[:PAIRS]
    ]
    return f"Most confused by {run.name}: {'; '.join(pairs)}." if pairs else ""


def two_best(group: Group) -> str:
    """The sentence on McNemar's test between the two best; empty where none can be made."""
    if group.best_two is None:
        return ""
    first, second, test = group.best_two
    verdict = "differ" if test.p < 0.05 else "cannot be told apart"
    return (
        f"The two best on the same tracks, {first.name} and {second.name}, {verdict} (McNemar:"
        f" {test.only_first} tracks right by the first alone, {test.only_second} by the second;"
        f" exact p = {test.p:.3g}, of the seed with the median p)."
    )
