"""Training's tests beside others on few cores: one thread, or threads spend their time waiting."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Let PyTorch use one thread while a test runs."""
    import torch  # this file is read even where training is left out

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
