"""What an operator types is refused where it is entered, with the place."""

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.entry import checked_remark, checked_search_name, checked_tag


@pytest.mark.parametrize(
    "words",
    ["north gate", "北门 三号机", "=SUM(A1)", "👩‍👩‍👧", "مرحبا", "e\u0301", "100%", "x" * 100, ""],
)
def test_a_remark_is_any_line_of_text(words: str) -> None:
    assert checked_remark(f"  {words} ") == words


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("a\0", "character 2 (U+0000)"),
        ("ab\ncd", "character 3 (U+000A)"),
        ("\x1b[31m", "character 1 (U+001B)"),
        ("half \udcff", "character 6 (U+DCFF)"),
        ("line\u2028separator", "character 5 (U+2028)"),
        ("no\uffffcharacter", "character 3 (U+FFFF)"),
        ("delete\x7fd", "character 7 (U+007F)"),
    ],
)
def test_what_is_not_text_is_refused_with_its_place(words: str, place: str) -> None:
    with pytest.raises(KnownError) as caught:
        checked_remark(words)
    assert place in str(caught.value)


def test_lengths_are_kept() -> None:
    with pytest.raises(KnownError, match="at most 100 characters; this has 101"):
        checked_remark("x" * 101)
    assert checked_tag("y" * 20) == "y" * 20
    with pytest.raises(KnownError, match="A tag has at most 20 characters"):
        checked_tag("y" * 21)
    with pytest.raises(KnownError, match="A tag needs at least one"):
        checked_tag("  ")
    with pytest.raises(KnownError, match="The name of a search needs"):
        checked_search_name("")
