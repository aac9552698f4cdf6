"""A program of its own: carries out command lines of ours one after another, and tells their ends.

One process for all of them, since starting one for each would take most of the time.
"""

import json
import sys
import traceback

from genre_desktop.__main__ import main as program


def main() -> None:
    """Takes a JSON list of command lines; the last line of standard output lists their codes."""
    codes = []
    for arguments in json.loads(sys.argv[1]):
        sys.argv[1:] = arguments
        try:
            codes.append(program())
        except SystemExit as end:
            codes.append(int(end.code or 0))
        except Exception:  # noqa: BLE001 - whatever it is, it is told, and the others are tried
            traceback.print_exc()
            codes.append(-1)
    print(json.dumps(codes))


if __name__ == "__main__":
    main()
