"""The form of the rules changes what it is asked to in their text, and leaves the rest alone."""

from dataclasses import replace

import pytest

from genre_desktop.core.rules import Rules
from genre_desktop.core.rules_file import parse_rules
from genre_desktop.core.rules_rewriting import rewritten
from genre_desktop.core.rules_text import example_text, rules_text

MINE = """\
# Rules of the living room.

[names]
# Aunt Ada calls it so:
"Hip-Hop" = "Rap"   # not Hip Hop
jazz = 'Jazz # 1'  # with a sign

[artists]
"Johnny Cash" = "Country"

[genres]
only = [
    "Rap",     # mine
    "Jazz # 1",
]
most = 2
"""


def test_what_is_the_same_stays_letter_by_letter() -> None:
    assert rewritten(MINE, parse_rules(MINE)) == MINE


def test_a_changed_name_keeps_its_comment_and_its_neighbours() -> None:
    rules = parse_rules(MINE)
    changed = replace(rules, names={**rules.names, "jazz": "Swing"}, only=("Rap", "Swing"))
    text = rewritten(MINE, changed)
    assert parse_rules(text) == changed
    assert 'jazz = "Swing"  # with a sign' in text
    assert "# Rules of the living room." in text
    assert '"Hip-Hop" = "Rap"   # not Hip Hop' in text
    assert 'only = ["Rap", "Swing"]\nmost = 2' in text


def test_what_is_new_stands_at_the_end_of_its_section_and_what_is_gone_nowhere() -> None:
    rules = parse_rules(MINE)
    changed = replace(
        rules, artists={"Nina Simone": "Jazz # 1"}, folders={"~/Books": "Audiobook"}, most=1
    )
    text = rewritten(MINE, changed)
    assert parse_rules(text) == changed
    assert "Johnny Cash" not in text
    assert '[artists]\n"Nina Simone" = "Jazz # 1"' in text
    assert text.endswith('[folders]\n"~/Books" = "Audiobook"\n')
    assert "# Aunt Ada calls it so:" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        example_text(),
        MINE,
        "names.Jazz = 'Swing' # mine\n",
        "[ names ]\nRock = 'Metal'\n[unsure]",
    ],
)
@pytest.mark.parametrize(
    "rules",
    [
        Rules(),
        Rules(names={"Rock": 'Rock "n" Roll'}, unsure_below=0.55, unsure="mark"),
        Rules(tree={"Disco": "Dance"}, only=("Dance",), above=0.4, one_genre_per_album=True),
    ],
)
def test_whatever_the_text_was_it_says_the_new_rules(text: str, rules: Rules) -> None:
    assert parse_rules(rewritten(text, rules)) == rules


def test_comments_stay_where_the_text_is_written_in_a_way_of_its_own() -> None:
    text = rewritten("# Mine.\nnames.Jazz = 'Swing'\n", Rules(names={"Jazz": "Bebop"}))
    assert text == f"# Mine.\n\n{rules_text(Rules(names={'Jazz': 'Bebop'}))}"
