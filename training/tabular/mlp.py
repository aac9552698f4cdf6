"""A neural net with scikit-learn's interface: dropout, batch norm, stopped on unheard groups."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import LabelBinarizer
from torch import nn
from torch.nn import functional

from training.datasets.splits import artist_folds

Layer = tuple[NDArray[np.float32], NDArray[np.float32]]

ACTIVATIONS: dict[str, type[nn.Module]] = {"relu": nn.ReLU, "tanh": nn.Tanh}
OPTIMISERS: dict[str, type[torch.optim.Optimizer]] = {
    "adam": torch.optim.AdamW,
    "sgd": torch.optim.SGD,
    "rmsprop": torch.optim.RMSprop,
}
MOMENTUM = 0.9  # of SGD


class GroupStoppedMlp(ClassifierMixin, BaseEstimator):  # type: ignore[misc] # untyped library
    """A multi-layer perceptron that stops when groups kept aside are answered no better.

    Attributes:
        layers_: Weights (in, out) and biases (out,) of each layer, batch norm folded in.
        curves_: "train" and "validation" accuracy after each epoch.
        classes_: (labels,) what was fitted on, sorted.
    """

    def __init__(
        self,
        *,
        hidden: Sequence[int] = (256, 128, 64),
        activation: str = "relu",
        optimiser: str = "adam",
        learning_rate: float = 1e-3,
        weight_decay: float = 1e-4,
        dropout: float = 0.0,
        batch_norm: bool = False,
        batch: int = 64,
        epochs: int = 60,
        patience: int = 8,
        kept_aside: int = 8,
        seed: int = 0,
    ) -> None:
        self.hidden = hidden
        self.activation = activation
        self.optimiser = optimiser
        self.learning_rate = learning_rate
        self.weight_decay = weight_decay
        self.dropout = dropout
        self.batch_norm = batch_norm
        self.batch = batch
        self.epochs = epochs
        self.patience = patience
        self.kept_aside = kept_aside
        self.seed = seed

    def fit(self, rows: ArrayLike, truth: ArrayLike, groups: ArrayLike | None = None) -> Self:
        """Fit on all groups but one part in `kept_aside`, which says when to stop.

        Args:
            rows: (n, d), already standardised.
            truth: (n,) labels.
            groups: (n,) artists or tracks; without them each row is its own group.
        """
        values = np.asarray(rows, np.float32)
        self.classes_, told = np.unique(np.asarray(truth), return_inverse=True)
        self.n_features_in_ = values.shape[1]
        grouped = np.arange(len(values)) if groups is None else np.asarray(groups)
        taught, aside = kept_aside(told, grouped, self.kept_aside, self.seed)
        x, y = torch.from_numpy(values), torch.from_numpy(told)
        chance = torch.Generator().manual_seed(self.seed)
        net = self._net(values.shape[1], chance)
        best = self._descend(net, (x[taught], y[taught]), (x[aside], y[aside]), chance)
        net.load_state_dict(best)
        self.layers_ = folded_layers(net)
        return self

    def predict_proba(self, rows: ArrayLike) -> NDArray[np.float64]:
        """Probabilities (n, labels) of rows (n, d)."""
        values = np.asarray(rows, np.float32)
        for weight, bias in self.layers_[:-1]:
            values = values @ weight + bias
            values = np.tanh(values) if self.activation == "tanh" else np.maximum(values, 0)
        weight, bias = self.layers_[-1]
        logits = (values @ weight + bias).astype(np.float64)
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities: NDArray[np.float64] = exponents / exponents.sum(axis=1, keepdims=True)
        return probabilities

    def predict(self, rows: ArrayLike) -> NDArray[Any]:
        """The likeliest label of each row."""
        labels: NDArray[Any] = self.classes_[self.predict_proba(rows).argmax(axis=1)]
        return labels

    def plain(self) -> MLPClassifier:
        """The same function as scikit-learn's own perceptron, which ONNX converters know."""
        return plain_perceptron(self.layers_, self.activation, self.classes_)

    def _net(self, columns: int, chance: torch.Generator) -> nn.Sequential:
        modules: list[nn.Module] = []
        widths = [columns, *self.hidden]
        for narrow, wide in pairwise(widths):
            modules.append(drawn_linear(narrow, wide, chance))
            if self.batch_norm:
                modules.append(nn.BatchNorm1d(wide))
            modules.append(ACTIVATIONS[self.activation]())
            if self.dropout:
                modules.append(_Dropout(self.dropout, chance))
        return nn.Sequential(*modules, drawn_linear(widths[-1], len(self.classes_), chance))

    def _descend(
        self,
        net: nn.Sequential,
        taught: tuple[torch.Tensor, torch.Tensor],
        aside: tuple[torch.Tensor, torch.Tensor],
        chance: torch.Generator,
    ) -> dict[str, torch.Tensor]:
        """Train; returns the state that answered what was kept aside with the least loss."""
        optimiser = self._optimiser(net)
        self.curves_: dict[str, list[float]] = {"train": [], "validation": []}
        least, since, best = np.inf, 0, _copied(net)
        for _ in range(self.epochs):
            order = torch.randperm(len(taught[0]), generator=chance)
            self._epoch(net, optimiser, order, *taught)
            loss, right = _judged(net, *aside)
            self.curves_["train"].append(round(_judged(net, *taught)[1], 4))
            self.curves_["validation"].append(round(right, 4))
            since += 1
            if loss < least:
                least, since, best = loss, 0, _copied(net)
            if since >= self.patience:
                break
        return best

    def _optimiser(self, net: nn.Sequential) -> torch.optim.Optimizer:
        given: dict[str, Any] = {"lr": self.learning_rate, "weight_decay": self.weight_decay}
        if self.optimiser == "sgd":
            given |= {"momentum": MOMENTUM}
        return OPTIMISERS[self.optimiser](net.parameters(), **given)

    def _epoch(
        self,
        net: nn.Sequential,
        optimiser: torch.optim.Optimizer,
        order: torch.Tensor,
        values: torch.Tensor,
        truth: torch.Tensor,
    ) -> None:
        net.train()
        for batch in torch.split(order, self.batch):
            if self.batch_norm and len(batch) < 2:
                continue  # the variance of a single row is not defined
            optimiser.zero_grad()
            loss = functional.cross_entropy(net(values[batch]), truth[batch])
            torch.autograd.backward(loss)
            optimiser.step()


class _Dropout(nn.Module):
    """Dropout by a generator of its own: several nets may be fitted in threads of one process."""

    def __init__(self, share: float, chance: torch.Generator) -> None:
        super().__init__()
        self._share, self._chance = share, chance

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return values
        kept = torch.rand(values.shape, generator=self._chance) >= self._share
        return values * kept / (1 - self._share)


def drawn_linear(narrow: int, wide: int, chance: torch.Generator) -> nn.Linear:
    """A linear layer begun as PyTorch begins one, by a generator of its own."""
    layer: nn.Linear = nn.utils.skip_init(nn.Linear, narrow, wide)  # type: ignore[no-untyped-call]  # torch leaves it untyped
    reach = narrow**-0.5
    nn.init.uniform_(layer.weight, -reach, reach, generator=chance)
    nn.init.uniform_(layer.bias, -reach, reach, generator=chance)
    return layer


def kept_aside(
    truth: NDArray[np.int64], groups: NDArray[Any], parts: int, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows to learn from, and those of one part in `parts` of the groups, which say when to stop.

    Raises:
        CannotDivide: There is only one group, or of no label more than one row.
    """
    most = np.unique(truth, return_counts=True)[1].max()
    folds = max(2, min(parts, len(np.unique(groups)), int(most)))
    held = artist_folds(groups.astype(str), truth.astype(str), folds, seed) == 0
    return np.flatnonzero(~held), np.flatnonzero(held)


def folded_layers(net: nn.Sequential) -> list[Layer]:
    """Weights (in, out) and biases of a net's linear layers, batch norms folded into them."""
    layers: list[Layer] = []
    for module in net:
        if isinstance(module, nn.Linear):
            layers.append((_array(module.weight).T.copy(), _array(module.bias)))
        elif isinstance(module, nn.BatchNorm1d):
            weight, bias = layers[-1]
            assert module.running_mean is not None
            assert module.running_var is not None
            scale = _array(module.weight) / np.sqrt(_array(module.running_var) + module.eps)
            shift = (bias - _array(module.running_mean)) * scale + _array(module.bias)
            layers[-1] = ((weight * scale).astype(np.float32), shift.astype(np.float32))
    return layers


def plain_perceptron(
    layers: Sequence[Layer], activation: str, classes: NDArray[Any]
) -> MLPClassifier:
    """scikit-learn's perceptron with these layers, as if it had been fitted.

    Of two labels its own kind has one output, the sigmoid of the difference.
    """
    weight, bias = layers[-1]
    if bias.size == 2:
        layers = [*layers[:-1], (weight[:, 1:] - weight[:, :1], bias[1:] - bias[:1])]
    plain = MLPClassifier(tuple(bias.size for _, bias in layers[:-1]), activation=activation)
    plain.coefs_ = [weight for weight, _ in layers]
    plain.intercepts_ = [bias for _, bias in layers]
    plain.n_layers_, plain.n_outputs_ = len(layers) + 1, layers[-1][1].size
    plain.out_activation_ = "logistic" if plain.n_outputs_ == 1 else "softmax"
    plain.n_features_in_ = len(layers[0][0])
    plain.classes_ = classes
    plain._label_binarizer = LabelBinarizer().fit(classes)  # noqa: SLF001 — as its own fit does
    return plain


def _array(parameter: torch.Tensor) -> NDArray[np.float32]:
    return parameter.detach().numpy()


def _copied(net: nn.Module) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in net.state_dict().items()}


def _judged(net: nn.Module, values: torch.Tensor, truth: torch.Tensor) -> tuple[float, float]:
    """Log loss and accuracy."""
    net.eval()
    with torch.no_grad():
        logits = net(values)
    right = (logits.argmax(1) == truth).float().mean()
    return float(functional.cross_entropy(logits, truth)), float(right)
