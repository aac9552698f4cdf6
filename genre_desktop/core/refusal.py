"""The root of every error that says in a sentence what could not be done."""


class Refusal(Exception):
    """Something that could not be done; the message is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
