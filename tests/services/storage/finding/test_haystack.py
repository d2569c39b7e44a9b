"""Searching laid texts finds the cards whose own text has the word in it, and no others."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from simdesk.services.storage.finding import haystack
from simdesk.services.storage.finding.haystack import BLOCK, Haystack, laid

SIZE = 2 * BLOCK + 5
spots = st.sampled_from((0, 1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 4))
alphabets = st.sampled_from(("12", "ab1", "aä水\U0001f4f7", "0123456789\n"))


@st.composite
def texts_and_words(draw: st.DrawFn) -> tuple[dict[int, str], list[str]]:
    """Few letters, so that words repeat, overlap themselves and stand at the edges."""
    words = st.text(draw(alphabets), max_size=12)
    texts = draw(st.dictionaries(spots, words, max_size=6))
    short = st.text(draw(alphabets), min_size=1, max_size=6)
    return texts, draw(st.lists(short, min_size=1, max_size=3))


def filled(texts: Mapping[int, str]) -> Haystack:
    blocks = []
    for first in range(0, SIZE, BLOCK):
        ids = [card_id for card_id in sorted(texts) if first <= card_id < first + BLOCK]
        blocks.append(laid(ids, [texts[card_id] for card_id in ids]))
    return Haystack.of(blocks)


def by_hand(texts: Mapping[int, str], words: list[str]) -> list[int]:
    return sorted(card_id for card_id, text in texts.items() if any(word in text for word in words))


@given(texts_and_words())
def test_it_finds_what_python_finds(case: tuple[dict[int, str], list[str]]) -> None:
    texts, words = case
    pile = filled(texts)
    assert pile.cards_with(words, SIZE).nonzero()[0].tolist() == by_hand(texts, words)
    empty = [card_id for card_id in range(SIZE) if not texts.get(card_id)]
    assert pile.cards_without_text(SIZE).nonzero()[0].tolist() == empty


@given(texts_and_words(), st.dictionaries(spots, st.text("12a", max_size=5), max_size=4))
def test_it_finds_what_was_put_in_later(
    case: tuple[dict[int, str], list[str]], later: dict[int, str]
) -> None:
    texts, words = case
    pile = filled(texts).put(later)
    assert pile.cards_with(words, SIZE).nonzero()[0].tolist() == by_hand(texts | later, words)
    assert Haystack().put(later).cards_with(words, SIZE).nonzero()[0].tolist() == by_hand(
        later, words
    )


def test_many_hits_are_looked_at_together() -> None:
    ids = range(BLOCK)
    texts = {card_id: f"locker gate {card_id}" if card_id % 2 else "locked" for card_id in ids}
    pile = filled(texts)
    assert BLOCK / 2 > haystack._ONE_BY_ONE
    assert pile.cards_with(["locker gate 1"], SIZE).nonzero()[0].tolist() == by_hand(
        texts, ["locker gate 1"]
    )
    assert not pile.cards_with(["gate 9999999"], SIZE).any()


def test_letters_are_not_looked_for_among_digits() -> None:
    pile = filled({1: "8986\n1440", 2: "46008"})
    assert pile.digits
    assert not pile.cards_with(["camera"], SIZE).any()
    other = pile.put({2: "46008f"})
    assert not other.digits
    assert other.cards_with(["8f"], SIZE).nonzero()[0].tolist() == [2]
