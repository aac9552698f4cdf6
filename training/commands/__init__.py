"""The commands of `python -m training`: a module each, with NAME, WORDS, add_arguments and run."""
