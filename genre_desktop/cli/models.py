"""The list of models: what each knows, how well it does, and why it is refused."""

from rich.table import Table
from rich.text import Text

from genre_desktop.cli.console import console_for, standard_output
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.core.catalogue import ModelEntry, available_models, default_model
from genre_desktop.dsp.printable import one_line
from genre_desktop.inference.manifest import Metric
from genre_desktop.inference.package_files import read_manifest
from genre_desktop.inference.refusal import PackageRefused


def list_models() -> ExitCode:
    """Prints every package; NOTHING_FOUND without a usable one."""
    entries = available_models()
    default = default_model(entries)
    table = Table("Model", "Version", "Kind", "Genres", "Measured", box=None, pad_edge=False)
    for entry in entries:
        name = Text(one_line(entry.name), style="bold" if default and entry == default else "")
        if default and entry.folder == default.folder:
            name.append(" (default)", style="dim")
        table.add_row(
            name,
            entry.version,
            entry.kind,
            Text(", ".join(entry.labels)),
            Text(one_line(entry.refusal), style="red") if entry.refusal else Text(_measured(entry)),
        )
    with standard_output():
        console_for(error=False).print(table)
    return ExitCode.FINE if default else ExitCode.NOTHING_FOUND


def _measured(entry: ModelEntry) -> str:
    try:
        metrics = read_manifest(entry.folder).metrics
    except PackageRefused as refused:  # it was good a moment ago
        return one_line(refused.sentence)
    return "\n".join(_figure(metric) for metric in metrics)


def _figure(metric: Metric) -> str:
    return (
        f"{metric.name} {metric.value:.1%} [{metric.low:.1%} to {metric.high:.1%}], n = {metric.n}"
    )
