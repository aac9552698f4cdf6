"""The shape of a package's record and of what lies beside it, as far as tables are made of them."""

from training.evaluation.shapes import (
    ABOVE,
    ABOVE_ZERO,
    COUNT,
    NUMBER,
    SHARE,
    SHARES,
    TEXT,
    Shape,
    each,
    named,
    or_nothing,
    parts,
    plain,
    row,
)

_NUMBERS = row(NUMBER, NUMBER, NUMBER)  # a difference with its interval


def _share_or_shares(value: object, where: str) -> str:
    return SHARES(value, where) if isinstance(value, list) else SHARE(value, where)


_CALIBRATION = parts(
    {"calibration_error": row(ABOVE_ZERO, ABOVE_ZERO), "calibration_noise": row(ABOVE, ABOVE)}
)
RECORD: Shape = parts(
    {
        "labels": each(TEXT),
        "accuracy": named(SHARES),
        "data": parts({"set": TEXT, "protocol": TEXT, "clips": COUNT, "artists": COUNT}),
    },
    {
        "comparison": named(named(_NUMBERS)),
        "fresh": or_nothing(parts({"seed": COUNT, "accuracy": named(SHARES)})),
        "fold_seeds": each(COUNT),
        "training_seeds": each(COUNT),
        "candidates_tried": COUNT,
        "made_from": named(TEXT),
        "members": named(named(TEXT)),
        "calibration": _CALIBRATION,
        "unsure": parts({"answered": SHARE, "accuracy_answered": _share_or_shares}),
        "left_out": parts({}, {"mean": named(SHARE)}),
    },
)
COST: Shape = parts(
    {},
    {
        "fit_seconds": ABOVE,
        "fit_commit": TEXT,
        "windows_per_second": plain(
            "number above 0", lambda value: not ABOVE(value, "") and value > 0
        ),
        "size_bytes": COUNT,
    },
)
UNFAMILIAR: Shape = parts({}, {"kinds": named(row(COUNT, COUNT))})
