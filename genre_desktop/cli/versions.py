"""The versions of the program, of what it stands on and of its models, each on a line."""

from genre_desktop.cli.console import standard_output
from genre_desktop.cli.exit_code import ExitCode
from genre_desktop.core.catalogue import available_models, default_model
from genre_desktop.core.program_versions import program_versions
from genre_desktop.dsp.printable import one_line


def tell_versions() -> ExitCode:
    """Prints them."""
    models = available_models()
    default = default_model(models)
    with standard_output():
        for name, version in program_versions():
            print(f"{name} {version}")
        for model in models:
            mark = " (default)" if default is not None and model == default else ""
            print(f"model {one_line(model.name)} {model.version}{mark}".rstrip())
    return ExitCode.FINE
