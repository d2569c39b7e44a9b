"""Pasted lists: how a text is cut, and where each word ends up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.numbers import NumberKind
from simdesk.models.paste import PasteReport, numbers_wanted, sort_paste, split_paste

A, B, C = "89860321000000015668", "89860321000000015669", "1440993000001"


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", []),
        (" \n\t, ;", []),
        (f"{A}\n{B}\r\n{C}", [A, B, C]),
        (f"{A}\t{B},{C};{A} {B}", [A, B, C, A, B]),
        (f"{A}、{B}，{C}；{A}", [A, B, C, A]),
        (f'"{A}","{B}"', [A, B]),
        (f'\'{A}\n="{B}"', [A, B]),
        (f'"=""{A}"""', [A]),
        ("8986 0321 0000 0001 5668", ["8986 0321 0000 0001 5668"]),
        (
            "8986 0321 0000 0001 5668 8986 0321 0000 0001 5669",
            ["8986 0321 0000 0001 5668", "8986 0321 0000 0001 5669"],
        ),
        (f"{C} 12", [C, "12"]),
        ("144 0993 000001 460081937000001", ["144 0993 000001", "460081937000001"]),
        ("north gate 12", ["north", "gate", "12"]),
        ("8.98604E+19", ["8.98604E+19"]),
        ("ICCID\n" + A, ["ICCID", A]),
        ("- - " + A, ["-", "-", A]),
    ],
)
def test_a_pasted_text_is_cut_into_words(pasted: str, words: list[str]) -> None:
    assert [one.words for one in split_paste(pasted)] == words


def test_numbers_are_wanted_by_kind() -> None:
    assert numbers_wanted(split_paste(f"{A} {C} 460081937000001 what")) == {
        NumberKind.ICCID: {A},
        NumberKind.MSISDN: {C},
        NumberKind.IMSI: {"460081937000001"},
        NumberKind.IMEI: {"460081937000001"},
    }


def test_each_word_lands_in_one_place() -> None:
    # pasted               means               lands
    pasted = [
        B,  # card 2              found first
        A,  # card 1              found second
        A + "F",  # card 1 again   duplicate
        C,  # card 1, by MSISDN   duplicate
        "1440993000009",  # nobody    not found
        "1440993000009",  # again     duplicate
        "460081937000001",  # cards 3, 4   ambiguous
        "460081937000002",  # 5 cancelled, 6 living   found third
        "460081937000003",  # 5 and 7, both cancelled  ambiguous
        "8.98604E+19",  # malformed
        "ICCID",  # malformed
    ]
    lookup = {
        A: [1],
        B: [2],
        C: [1],
        "460081937000001": [3, 4],
        "460081937000002": [5, 6],
        "460081937000003": [5, 7],
    }
    assert sort_paste(split_paste("\n".join(pasted)), lookup, cancelled={5, 7}) == PasteReport(
        found=(2, 1, 6),
        pasted=11,
        matched=3,
        not_found=("1440993000009",),
        duplicate=(A + "F", C, "1440993000009"),
        ambiguous=("460081937000001", "460081937000003"),
        malformed=("8.98604E+19", "ICCID"),
    )


_WORDS = st.one_of(
    st.sampled_from([A, B, C, "460081937000001", "junk", "8.98604E+19", "12345"]),
    st.from_regex("8986[0-9]{16}|1440[0-9]{9}", fullmatch=True),
    st.text(max_size=12),
)
_SEPARATORS = st.sampled_from(["\n", "\t", ", ", ";", " ", "\r\n"])


@given(
    st.lists(st.tuples(_WORDS, _SEPARATORS)),
    st.dictionaries(
        st.sampled_from([A, B, C, "460081937000001"]),
        st.lists(st.integers(1, 5), max_size=3, unique=True),
    ),
)
def test_the_report_adds_up_to_what_was_pasted(
    pasted: list[tuple[str, str]], lookup: dict[str, list[int]]
) -> None:
    words = split_paste("".join(word + separator for word, separator in pasted))
    report = sort_paste(words, lookup)
    others = (report.not_found, report.duplicate, report.ambiguous, report.malformed)
    assert report.matched + sum(map(len, others)) == report.pasted == len(words)
    assert len(set(report.found)) == report.matched
