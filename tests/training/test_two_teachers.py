"""The second lesson: what the teachers say, what learns and what stays."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from training.listener import Listener
from training.shipping.lesson import lesson
from training.shipping.tag_teacher import RATE, TagTeacher
from training.shipping.trunk import Lower, Upper, rejoined
from training.shipping.trunk_views import heard_crops

pytestmark = pytest.mark.training


@pytest.fixture
def listener() -> Listener:
    torch.manual_seed(3)
    return Listener().eval()


def test_an_upper_half_comes_closer_to_both_teachers(listener: Listener) -> None:
    random = np.random.default_rng(1)
    heard = {str(n): random.normal(-30, 15, (128, 64)).astype(np.float32) for n in range(24)}
    maps = heard_crops(listener, heard, {32: 1, 64: 1})
    crops = [torch.from_numpy(one) for one in maps.values()]
    told = [torch.from_numpy(random.normal(size=(24, d)).astype(np.float32)) for d in (384, 5)]
    losses = list(lesson(Upper(listener), crops, *told))
    assert losses[-1] < losses[0]


def test_a_listener_with_another_upper_half_keeps_its_lower_half(listener: Listener) -> None:
    torch.manual_seed(4)
    other = Listener().eval()
    joined = rejoined(listener, Upper(other))
    heard = torch.randn(1, 128, 64) * 15 - 30
    with torch.no_grad():
        maps = Lower(listener).eval()(heard)
        assert torch.allclose(joined(heard), Upper(other)(maps), atol=1e-5)


def test_a_short_recording_is_heard_repeated(data_set: Callable[[str], Path]) -> None:
    teacher = TagTeacher(data_set("weights"))
    samples = np.random.default_rng(2).normal(0, 0.1, 15 * RATE).astype(np.float32)
    told = teacher.judge(samples, 0.0)
    assert told.shape == (114,)
    np.testing.assert_array_equal(told, teacher.judge(np.tile(samples, 2), 0.0))
