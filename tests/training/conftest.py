"""Training's tests beside others on few cores: one thread, or threads spend their time waiting."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let PyTorch use one thread while a test runs, also where a command asks for more."""
    import torch  # this file is read even where training is left out

    use_threads, before = torch.set_num_threads, torch.get_num_threads()
    use_threads(1)
    monkeypatch.setattr(torch, "set_num_threads", lambda _threads: None)
    yield
    use_threads(before)
