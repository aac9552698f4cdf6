"""Compares recordings with the spectrogram archive, and every format with its FLAC."""

import argparse
from pathlib import Path

from training.commands.options import add_data, say

NAME = "check-audio"
WORDS = "compare recordings with the archive and each other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Data, and where the packages lie."""
    add_data(parser)
    parser.add_argument("--models", type=Path, default=Path("models"), help="folder of packages")


def run(given: argparse.Namespace) -> None:
    """Compare, and keep the record."""
    from training.data import data_folder
    from training.shipping.check_audio import AudioCheck, report_of
    from training.shipping.fold_heads import read_fold_heads
    from training.shipping.judged import NETWORK
    from training.shipping.records import write_record

    check = AudioCheck(data_folder(given.data), given.models / NETWORK, read_fold_heads())
    write_record("check_audio", dict(report_of(check, say)))
