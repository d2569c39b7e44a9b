"""Rows taken apart by one pattern give what cutting them up gives, or nothing."""

import pytest

from simdesk.services.spreadsheets.reading.own_cells import NotOursError
from simdesk.services.spreadsheets.reading.own_rows import OwnRows

TEXTS = ("shared 0", "shared 1")
BLANK = "/>"


def text(words: str, style: int = 1) -> str:
    return f' s="{style}" t="inlineStr"><is><t>{words}</t></is></c>'


def spaced(words: str) -> str:
    return f' s="1" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def shared(number: int) -> str:
    return f' s="1" t="s"><v>{number}</v></c>'


def number(words: str, style: int = 3) -> str:
    return f' s="{style}"><v>{words}</v></c>'


def row(*cells: str, at: int | None = None) -> str:
    place = "" if at is None else f' r="{at}"'
    return f"<row{place}>" + "".join(f"<c{cell}" for cell in cells) + "</row>"


def taught(*columns: tuple[str, ...]) -> OwnRows:
    rows = OwnRows(TEXTS)
    rows.learn(columns)
    return rows


def test_nothing_is_known_at_first() -> None:
    assert OwnRows(TEXTS).columns(row(text("a")), 1) is None


def test_all_sorts_of_columns() -> None:
    rows = taught(
        (text("a"), text("b")),
        (shared(0), BLANK),
        (number("1"), number("2")),
        (number("1.5", 4), BLANK),
        (text("a"), shared(1), spaced(" a"), text("=1", 2)),
        (BLANK, BLANK),
    )
    xml = row(text("x"), shared(1), number("-7"), number("0.25", 4), spaced(" y"), BLANK)
    xml += row(text("a &amp; b"), BLANK, BLANK, number("3", 4), shared(0), BLANK)
    xml += row(BLANK, shared(0), number("8"), BLANK, text("=1", 2), BLANK)
    xml += row(text("_x0041_"), BLANK, BLANK, BLANK, BLANK, BLANK)
    assert rows.columns(xml, 5) == [
        ["x", "a & b", None, "A"],
        ["shared 1", None, "shared 0", None],
        [-7, None, 8, None],
        [0.25, 3.0, None, None],
        [" y", "shared 0", "=1", None],
        (None,) * 4,
    ]


def test_rows_may_tell_their_numbers() -> None:
    rows = taught((text("a"),))
    xml = row(text("x"), at=7) + row(text("y"), at=8)
    assert rows.columns(xml, 7) == [("x", "y")]
    assert rows.columns(xml, 8) is None


@pytest.mark.parametrize(
    "xml",
    [
        "",
        row(text("x"), text("y")),
        row(number("1")),
        " " + row(text("x")),
        row(text("x")) + "<!-- -->" + row(text("y")),
        row(text("x")) + "?",
        row(text("")),
    ],
)
def test_what_does_not_fit_is_left_to_others(xml: str) -> None:
    assert taught((text("a"),)).columns(xml, 1) is None


def test_what_did_not_fit_is_learnt() -> None:
    rows = taught((text("a"),))
    assert rows.columns(row(shared(1)), 1) is None
    rows.learn(((shared(1),),))
    assert rows.columns(row(shared(1)) + row(text("a")), 1) == [["shared 1", "a"]]
    for _ in range(30):
        rows.learn(((text("a"),), (text("b"),)))
    assert rows.columns(row(shared(1)), 1) is None


@pytest.mark.parametrize("cells", [(number("1"), text("a")), (number("1"), number("1", 4))])
def test_columns_of_numbers_and_others_are_left_to_others(cells: tuple[str, ...]) -> None:
    assert taught(cells).columns(row(number("1")), 1) is None


@pytest.mark.parametrize("words", ["1e5", "nan", "1_0", "1.2.3", "١"])
def test_numbers_that_our_writer_does_not_write(words: str) -> None:
    with pytest.raises(NotOursError):
        taught((number("1.5", 4),)).columns(row(number(words, 4)), 1)


def test_a_shared_text_that_is_not_there() -> None:
    with pytest.raises(NotOursError):
        taught((shared(0),)).columns(row(shared(2)), 1)
