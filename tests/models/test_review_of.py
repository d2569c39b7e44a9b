"""What a review is of goes into a file and comes back."""

import pytest

from simdesk.models.periods import Month
from simdesk.models.reviews import Refused, ReviewOf
from simdesk.models.sheets import OwnMark, Rejection
from simdesk.models.texts import plain_text, text, text_of
from tests.factories import a_moment
from tests.services.reviewing.reviews_made import a_review

MARK = OwnMark("demo", 7, a_moment(), (Month(2026, 5), Month(2026, 6)), True, 1, "9:ab")
REFUSED = Refused(
    "Cards", 7, "A7", Rejection.NUMBER_FOR_ID, text("{n} of {x}", n=3, x=text("y")), text("z"), True
)


@pytest.mark.parametrize(
    "review",
    [a_review(), a_review(own=MARK, refused=(REFUSED,), starts=(("Cards", 0), ("Cards 2", 9)))],
)
def test_it_comes_back(review: ReviewOf) -> None:
    assert ReviewOf.from_json(review.to_json()) == review


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"own": null, "at": "yesterday"}'])
def test_what_is_none(words: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        ReviewOf.from_json(words)


def test_whose_cards_they_are() -> None:
    assert a_review().account == "cards.xlsx"
    assert a_review(own=MARK).account == "demo"
    assert a_review().told == {"iccid", "remark"}


def test_a_card_has_its_row() -> None:
    review = a_review(starts=(("Cards", 0), ("Cards 2", 100)))
    assert [review.place_of(one) for one in (2, 100, 101)] == [
        ("Cards", 2),
        ("Cards", 100),
        ("Cards 2", 1),
    ]


def test_texts_are_plain_in_a_pipe() -> None:
    words = text("{a} {b}", a=text("{c}", c=1), b="x")
    assert plain_text(words) == ["{a} {b}", [["a", ["{c}", [["c", 1]]]], ["b", "x"]]]
    assert text_of(plain_text(words)) == words
