"""What training says instead of a traceback: a sentence on what is wrong and what to do."""


class Refused(Exception):
    """Something that was asked for cannot be done; the text says what, why and what to do."""
