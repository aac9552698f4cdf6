"""EfficientAT's mn04 without its classifier: a MobileNetV3 of width 0.4 over a mel spectrogram."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.data import required

EMBEDDING = 384
TIME_STRIDE = 32  # input frames to one column of the last feature map
NORM_EPSILON = 1e-3
WEIGHTS_FILE = "efficientat_mn04_as_mAP_432.pt"


@dataclass(frozen=True, slots=True)
class Stage:
    """One inverted residual block: channels in, expanded, out, and its kind."""

    wide_in: int
    expanded: int
    wide_out: int
    kernel: int
    stride: int
    squeeze: int  # width of the squeeze-excitation, 0 for none
    activation: type[nn.Module] = nn.ReLU


STAGES = (
    Stage(8, 8, 8, 3, 1, 0),
    Stage(8, 24, 16, 3, 2, 0),
    Stage(16, 32, 16, 3, 1, 0),
    Stage(16, 32, 16, 5, 2, 8),
    Stage(16, 48, 16, 5, 1, 16),
    Stage(16, 48, 16, 5, 1, 16),
    Stage(16, 96, 32, 3, 2, 0, nn.Hardswish),
    Stage(32, 80, 32, 3, 1, 0, nn.Hardswish),
    Stage(32, 72, 32, 3, 1, 0, nn.Hardswish),
    Stage(32, 72, 32, 3, 1, 0, nn.Hardswish),
    Stage(32, 192, 48, 3, 1, 48, nn.Hardswish),
    Stage(48, 272, 48, 3, 1, 72, nn.Hardswish),
    Stage(48, 272, 64, 5, 2, 72, nn.Hardswish),
    Stage(64, 384, 64, 5, 1, 96, nn.Hardswish),
    Stage(64, 384, 64, 5, 1, 96, nn.Hardswish),
)


class SqueezeExcitation(nn.Module):
    """Channels weighted by a small network of their own means."""

    def __init__(self, wide: int, squeeze: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(wide, squeeze)
        self.fc2 = nn.Linear(squeeze, wide)

    def forward(self, x: Tensor) -> Tensor:
        """Weight (n, wide, bands, frames) by channel."""
        scale = torch.sigmoid(self.fc2(torch.relu(self.fc1(x.mean((2, 3))))))
        return x * scale[:, :, None, None]


def _convolution(
    wide_in: int, wide_out: int, kernel: int = 1, stride: int = 1, groups: int = 1
) -> nn.Conv2d:
    """A convolution whose batch norm is folded into its weight and bias."""
    return nn.Conv2d(wide_in, wide_out, kernel, stride, kernel // 2, groups=groups)


class InvertedResidual(nn.Module):
    """Expand, filter each channel by itself, weigh the channels, project."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        if stage.expanded != stage.wide_in:
            layers += [_convolution(stage.wide_in, stage.expanded), stage.activation()]
        layers += [
            _convolution(
                stage.expanded, stage.expanded, stage.kernel, stage.stride, stage.expanded
            ),
            stage.activation(),
        ]
        if stage.squeeze:
            layers.append(SqueezeExcitation(stage.expanded, stage.squeeze))
        layers.append(_convolution(stage.expanded, stage.wide_out))
        self.layers = nn.Sequential(*layers)
        self.residual = stage.stride == 1 and stage.wide_in == stage.wide_out

    def forward(self, x: Tensor) -> Tensor:
        """Map (n, wide_in, bands, frames) to (n, wide_out, …)."""
        y: Tensor = self.layers(x)
        return x + y if self.residual else y


class MobileNet(nn.Module):
    """The convolutions of mn04, batch norm folded in."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(_convolution(1, STAGES[0].wide_in, 3, 2), nn.Hardswish())
        self.stages = nn.Sequential(*(InvertedResidual(stage) for stage in STAGES))
        self.top = nn.Sequential(_convolution(STAGES[-1].wide_out, EMBEDDING), nn.Hardswish())

    def forward(self, mel: Tensor) -> Tensor:
        """Map mel frames (n, 128, frames) to columns (n, 384, ⌈frames / 32⌉), mean over bands."""
        features: Tensor = self.top(self.stages(self.stem(mel[:, None])))
        return features.mean(2)


def published_network(weights: Path) -> MobileNet:
    """mn04 with its published weights from the folder `weights`, in evaluation mode.

    Raises:
        DataMissing: The weight file is not there.
    """
    state = torch.load(required(weights / WEIGHTS_FILE), map_location="cpu", weights_only=True)
    network = MobileNet()
    _fill(_first(network.stem), state, "features.0")
    for number, block in enumerate(network.stages, start=1):
        assert isinstance(block, InvertedResidual)
        _fill_block(block, state, f"features.{number}.block")
    _fill(_first(network.top), state, f"features.{len(STAGES) + 1}")
    return network.eval()


def _first(layers: nn.Sequential) -> nn.Conv2d:
    convolution = layers[0]
    assert isinstance(convolution, nn.Conv2d)
    return convolution


def _fill_block(block: InvertedResidual, state: Mapping[str, Tensor], prefix: str) -> None:
    layers = (layer for layer in block.layers if next(layer.parameters(), None) is not None)
    for number, layer in enumerate(layers):
        if isinstance(layer, SqueezeExcitation):
            own = f"{prefix}.{number}.conc_se_layers.0."
            layer.load_state_dict(
                {name.removeprefix(own): v for name, v in state.items() if name.startswith(own)}
            )
        elif isinstance(layer, nn.Conv2d):
            _fill(layer, state, f"{prefix}.{number}")


def _fill(convolution: nn.Conv2d, state: Mapping[str, Tensor], prefix: str) -> None:
    """Fold the batch norm `prefix`.1 into the convolution `prefix`.0."""
    norm = {
        part: state[f"{prefix}.1.{part}"]
        for part in ("weight", "bias", "running_mean", "running_var")
    }
    scale = norm["weight"] / torch.sqrt(norm["running_var"] + NORM_EPSILON)
    with torch.no_grad():
        convolution.weight.copy_(state[f"{prefix}.0.weight"] * scale[:, None, None, None])
        assert convolution.bias is not None
        convolution.bias.copy_(norm["bias"] - norm["running_mean"] * scale)
