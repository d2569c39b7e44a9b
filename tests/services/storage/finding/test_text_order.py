"""Texts in order by their bytes are those that Python puts in order by their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.filters import folded
from simdesk.services.storage.finding import text_order
from simdesk.services.storage.finding.text_order import Texts, arranged

# Long beginnings in common, ends near the eighth byte, capitals, letters of several bytes.
WORDS = st.lists(
    st.sampled_from(["8986002", "89860024", "a", "A", "Ab", "aB", "Z", "[", "é", "É", "门口", "~"]),
    max_size=5,
).map("".join)
LISTS = st.lists(
    WORDS | st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=30
)


def laid(words: list[str]) -> bytes:
    return "\0".join(words).encode()


@given(words=LISTS.filter(bool), piece=st.integers(1, 40))
def test_order_groups_and_spellings(words: list[str], piece: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(text_order, "_PIECE", piece)
        texts = Texts.between(laid(words), 0)
        found = arranged(texts)
    assert [texts.text(place) for place in range(len(words))] == words
    wanted = sorted(
        range(len(words)),
        key=lambda place: (folded(words[place]).encode(), words[place].encode(), place),
    )
    assert found.places.tolist() == wanted
    ordered = [words[place] for place in wanted]
    same = [folded(word) for word in ordered]
    assert found.spellings.tolist() == differing(ordered)
    assert found.groups.tolist() == differing(same)


def differing(words: list[str]) -> list[bool]:
    return [not place or words[place - 1] != word for place, word in enumerate(words)]


@given(
    rows=st.lists(st.lists(st.sampled_from(["", "1", "22"]), min_size=1, max_size=3), min_size=1)
)
def test_lines_know_their_row(rows: list[list[str]]) -> None:
    texts = Texts.between(laid(["\n".join(lines) for lines in rows]), 0, ord("\n"))
    told = [[number, word] for number, lines in enumerate(rows) for word in lines]
    assert [[row, texts.text(place)] for place, row in enumerate(texts.rows().tolist())] == told
    full = texts.picked(texts.lengths > 0)
    assert [full.text(place) for place in range(len(full.starts))] == [
        word for _, word in told if word
    ]
