"""What a person can ask for can be written down and read again."""

from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.filter_text import (
    FilterError,
    completions,
    filter_text,
    parse_filter,
    term_text,
    term_words,
)
from simdesk.models.filters import CardFilter
from tests.strategies import odd_text, written_filters


@given(written_filters())
def test_a_written_filter_is_read_again(asked: CardFilter) -> None:
    assert parse_filter(filter_text(asked)) == asked


@given(written_filters())
def test_each_term_can_be_shown(asked: CardFilter) -> None:
    for term in asked.terms:
        assert str(term_words(term)).strip()
        assert parse_filter(term_text(term)).terms == (term,)


_SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *(
                    '"',
                    "\\",
                    ",",
                    "..",
                    ":",
                    ">=",
                    "<",
                    "-",
                    "~",
                    " ",
                    "none",
                    "OR",
                    "(",
                    "：",
                    "“",
                ),
                *("status:", "usage>=", "expires<", "tag:", "iccid:", "in_use", "1GB", "30d", "２"),
            )
        ),
        odd_text,
    ),
    max_size=8,
).map("".join)


@given(_SOUP)
def test_any_text_is_read_or_refused_with_a_place_inside_it(words: str) -> None:
    asked = _read(words)
    if isinstance(asked, FilterError):
        assert 0 <= asked.start <= asked.end <= len(words)
        assert str(asked.message)
    else:
        assert parse_filter(filter_text(asked)) == asked


def _read(words: str) -> CardFilter | FilterError:
    try:
        return parse_filter(words)
    except FilterError as error:
        return error


@given(_SOUP, st.data())
def test_completion_never_stumbles(words: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(words)))
    for one in completions(words, position, lambda field: ("depot", "a,b", field)):
        assert 0 <= one.start <= one.end == position
