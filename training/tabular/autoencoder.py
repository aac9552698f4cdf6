"""An autoencoder as a step of a pipeline: rows come out as the few numbers that rebuild them."""

from typing import Self

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from torch import nn
from torch.nn import functional

from training.tabular.mlp import Layer, drawn_linear, folded_layers, plain_perceptron

BATCH = 64


class Autoencoder(TransformerMixin, BaseEstimator):  # type: ignore[misc] # untyped library
    """Reduces standardised rows (n, d) to codes (n, code) learned without labels.

    The encoder is one tanh layer and a linear one, the decoder its mirror; the loss is the mean
    square of what was not rebuilt (Hinton and Salakhutdinov 2006).

    Attributes:
        layers_: The encoder's weights (in, out) and biases (out,).
        unexplained_: Share of the training rows' variance that was not rebuilt.
    """

    def __init__(
        self,
        hidden: int = 48,
        code: int = 16,
        epochs: int = 30,
        learning_rate: float = 2e-3,
        seed: int = 0,
    ) -> None:
        self.hidden = hidden
        self.code = code
        self.epochs = epochs
        self.learning_rate = learning_rate
        self.seed = seed

    def fit(self, rows: ArrayLike, truth: ArrayLike | None = None) -> Self:  # noqa: ARG002 — a pipeline gives every step the labels
        """Learn to rebuild rows (n, d); the labels are not looked at."""
        values = torch.from_numpy(np.asarray(rows, np.float32))
        columns = values.shape[1]
        chance = torch.Generator().manual_seed(self.seed)
        encoder = _two_layers(columns, self.hidden, self.code, chance)
        decoder = _two_layers(self.code, self.hidden, columns, chance)
        self._descend(nn.Sequential(encoder, decoder), values, chance)
        self.layers_ = folded_layers(encoder)
        self.n_features_in_ = columns
        with torch.no_grad():
            lost = functional.mse_loss(decoder(encoder(values)), values)
        self.unexplained_ = float(lost / values.var())
        return self

    def _descend(self, both: nn.Sequential, values: torch.Tensor, chance: torch.Generator) -> None:
        optimiser = torch.optim.Adam(both.parameters(), lr=self.learning_rate)
        for _ in range(self.epochs):
            for batch in torch.split(torch.randperm(len(values), generator=chance), BATCH):
                optimiser.zero_grad()
                loss = functional.mse_loss(both(values[batch]), values[batch])
                torch.autograd.backward(loss)
                optimiser.step()

    def transform(self, rows: ArrayLike) -> NDArray[np.float32]:
        """Codes (n, code) of rows (n, d)."""
        (first, first_bias), (second, second_bias) = self.layers_
        hidden = np.tanh(np.asarray(rows, np.float32) @ first + first_bias)
        codes: NDArray[np.float32] = hidden @ second + second_bias
        return codes

    def joined_with(self, head: LogisticRegression) -> MLPClassifier:
        """Encoder and a regression on its codes as one perceptron: two linear layers are one."""
        hidden, (weight, bias) = self.layers_
        slopes, offsets = head.coef_.T, head.intercept_
        last: Layer = (
            (weight @ slopes).astype(np.float32),
            (bias @ slopes + offsets).astype(np.float32),
        )
        return plain_perceptron([hidden, last], "tanh", head.classes_)


def _two_layers(first: int, middle: int, last: int, chance: torch.Generator) -> nn.Sequential:
    return nn.Sequential(
        drawn_linear(first, middle, chance), nn.Tanh(), drawn_linear(middle, last, chance)
    )
