"""The model package that benchmarks hear with."""

from genre_desktop.core.catalogue import ModelEntry, default_model


def shipped_model() -> ModelEntry:
    """The package that the program prefers; RuntimeError where there is none."""
    model = default_model()
    if model is None:
        raise RuntimeError("there is no model package under models/")
    return model
