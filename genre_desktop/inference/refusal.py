"""The one error of model packages: a package is refused, with the reason as a sentence."""


class PackageRefused(Exception):
    """A model package that is not used: what is wrong, with which file, in one sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
