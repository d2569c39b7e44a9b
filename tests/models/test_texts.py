"""Sentences that travel, and the errors that carry them."""

import pytest

from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.card import ActivationMethod
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.filter_fields import FIELDS
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text
from simdesk.models.voucher import Carrier
from tests.factories import some_details


def test_a_text_is_filled() -> None:
    found = text(QT_TRANSLATE_NOOP("trade", "{count} cards of {carrier}"), count=3, carrier="x")
    assert str(found) == "3 cards of x"
    assert found == text("{count} cards of {carrier}", carrier="x", count=3)
    assert hash(found) == hash(text("{count} cards of {carrier}", carrier="x", count=3))


def test_a_text_in_a_text_is_filled_too() -> None:
    inner = text("{count} MB", count=5)
    assert str(text("left: {left}", left=inner)) == "left: 5 MB"


def test_a_translation_may_order_its_words_as_it_likes() -> None:
    found = text("{count} of {total}", count=1, total=9)
    assert found.filled("{total} 中的 {count}") == "9 中的 1"


def test_braces_in_what_fills_a_gap_are_left_alone() -> None:
    assert str(text("“{words}”", words="{count} {x")) == "“{count} {x”"


@pytest.mark.parametrize(("words", "short"), [("abcde", "abcde"), ("abcdef", "abcd…"), ("", "")])
def test_shortened(words: str, short: str) -> None:
    assert shortened(words, 5) == short


def test_a_known_error_says_all_it_knows() -> None:
    error = KnownError(Text("The card is gone."), Text("Refresh."), "CardDestroy")
    assert str(error) == "The card is gone. Refresh. [CardDestroy]"
    assert str(KnownError(Text("The card is gone."))) == "The card is gone."


def test_a_provider_fault_says_when_to_try_again() -> None:
    fault = ProviderFault(Text("Busy."), "Throttling", 1.5)
    assert (fault.code, fault.retry_after) == ("Throttling", 1.5)
    assert ProviderFault(Text("No."), "Denied").retry_after is None


def test_labels_are_there() -> None:
    for field in FIELDS.values():
        assert str(field.label)
        assert all(str(choice.label) for choice in field.choices)
        assert len({choice.token for choice in field.choices}) == len(field.choices)
    assert [str(one.label) for one in ActivationMethod] == [
        "First traffic",
        "Carrier notice",
        "Silent period ended",
        "Forced by operator",
        "Test data used up",
    ]
    assert str(Carrier.CMCC.label) == "China Mobile"


def test_a_review_can_do_nothing() -> None:
    assert Capabilities() == READ_ONLY
    assert not READ_ONLY.actions


@pytest.mark.parametrize(
    ("card", "voucher", "effective"),
    [(None, None, None), (None, 50, 50), (20, 50, 20), (80, 50, 80), (20, None, 20)],
)
def test_a_cards_own_limit_wins(
    card: int | None, voucher: int | None, effective: int | None
) -> None:
    details = some_details(card_limit_kb=card, voucher_limit_kb=voucher)
    assert details.effective_limit_kb == effective
