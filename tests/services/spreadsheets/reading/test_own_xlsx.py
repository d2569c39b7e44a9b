"""Our own exports, read the quick way: every value as it was written, at its place."""

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.periods import Month
from simdesk.models.sheets import OwnMark, Rejection, SheetRejectedError
from simdesk.services.export_columns import CARD_COLUMNS
from simdesk.services.spreadsheets.cells import serial_day
from simdesk.services.spreadsheets.columns import Column, Kind, Row
from simdesk.services.spreadsheets.reading import limits, marks, own_cells, own_xlsx, source
from simdesk.services.spreadsheets.reading.source import open_source
from simdesk.services.spreadsheets.sheet_text import carried
from tests.services.spreadsheets.reading import stage
from tests.services.spreadsheets.reading.stage import CREATED, HEAD, OWN_COLUMNS, card

SHEET = "xl/worksheets/sheet1.xml"
ANY = (
    Column("iccid", "ICCID", Kind.ID),
    Column("remark", "Remarks", Kind.WORDS),
    Column("tags", "Tags", Kind.WORDS, said=lambda value: f"~{value}"),
    Column("sms", "SMS used", Kind.COUNT),
    Column("usage", "Usage (MB)", Kind.SIZE),
    Column("price", "Price", Kind.MONEY),
    Column("opened", "Opened", Kind.MOMENT),
)
odd = st.sampled_from(
    ("=1", " a", "a ", "_x0041_", "_x005F_", "<&>", "]]>", "a\rb", "\t", "北 &amp;")
)
words = st.one_of(odd, st.text(max_size=12), st.none())
numbers = st.one_of(st.none(), st.integers(-5, 5_000), st.integers(-(2**40), 2**40))
moments = st.one_of(st.none(), st.integers(0, 2**32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own.xlsx"


def wanted(row: Row) -> list[Any]:
    iccid, remark, tag, sms, usage, price, opened = row
    return [
        None if iccid is None else carried(str(iccid)) or None,
        None if remark is None else carried(str(remark)) or None,
        None if tag in (None, "") else carried(f"~{tag}"),
        sms,
        None if usage is None else int(usage) / 1024,
        None if price is None else int(price) / 100,
        None if opened is None else pytest.approx(serial_day(int(opened)), abs=1e-9),
    ]


@given(st.lists(st.tuples(words, words, words, numbers, numbers, numbers, moments), max_size=12))
def test_everything_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    path = stage.own_xlsx(tmp_path_factory.getbasetemp() / "any.xlsx", rows, ANY)
    found = stage.read(path)
    assert found[0] == [column.title for column in ANY]
    assert found[1:] == [wanted(row) for row in rows]
    assert stage.read_columns(path) == found


@pytest.mark.parametrize("plane", range(17))
def test_every_character_of_every_plane_comes_back(path: Path, plane: int) -> None:
    """All that a sheet can carry, a few thousand to a cell."""
    points = range(plane << 16, (plane + 1) << 16, 1)
    texts = ["".join(map(chr, points[at : at + 4_096])) for at in range(0, len(points), 4_096)]
    rows: list[Row] = [(f"{at}", one, None, 0, 0, 0, 0) for at, one in enumerate(texts)]
    found = stage.read(stage.own_xlsx(path, rows, ANY))
    assert [row[1] for row in found[1:]] == [carried(one) or None for one in texts]


def test_nothing_in_it_goes_the_slow_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        card(n, remark=f"gate {n} <&> _x0041_", usage=n * 7, opened=10**9 + n) for n in range(9)
    ]
    stage.own_xlsx(path, [*rows, card(10)])
    monkeypatch.delattr(source, "ForeignXlsx")
    assert len(stage.read(path)) == 11


def test_it_says_what_it_is(path: Path) -> None:
    with open_source(stage.own_xlsx(path, [card()])) as opened:
        assert opened.format == "xlsx"
        assert opened.sheets == ("Cards", "About")
        assert opened.merged("Cards") == ()
        assert opened.own == OwnMark(
            "north", 7, CREATED, (Month(2026, 5), Month(2026, 6)), False, 1, HEAD
        )
        assert isinstance(opened.own.exported_at, datetime)
    assert stage.read(path, "About") == [["Exported by", "SimDesk"], ["Account", "north"]]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(path: Path) -> None:
    stage.own_xlsx(path, [card(n) for n in range(7)], sheet_rows=4)
    with open_source(path) as opened:
        assert opened.sheets == ("Cards", "Cards 2", "Cards 3", "About")
    assert [row[0] for row in stage.read(path, "Cards 3")[1:]] == [card(6)[0]]


def test_a_long_file_is_read_in_chunks_whose_rows_follow_each_other(path: Path) -> None:
    stage.own_xlsx(path, [card(n, remark=f"meter {n}") for n in range(5_000)])
    with open_source(path) as opened:
        chunks = list(opened.rows("Cards"))
    assert len(chunks) > 3
    rows = [row for chunk in chunks for row in chunk]
    assert [row[0] for row in rows[1:]] == [card(n)[0] for n in range(5_000)]
    assert [row[16] for row in rows[1:]] == list(range(5_000))


CHANGES = {
    "a cell tells its place": ('<c s="3"><v>1</v></c>', '<c r="Q3" s="3"><v>1</v></c>'),
    "a row is elsewhere": ('<row r="3">', '<row r="30">'),
    "a number in another way": ("<v>1</v>", "<v>1.0</v>"),
    "a formula": ('<c s="3"><v>1</v></c>', '<c s="3"><f>1+0</f><v>1</v></c>'),
    "an entity of another sort": ("8986", "&#56;986"),
    "another style": ('<c s="3"><v>1</v></c>', '<c s="4"><v>1</v></c>'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_sheet_changed_by_hand_is_read_all_the_same(path: Path, change: tuple[str, str]) -> None:
    stage.own_xlsx(path, [card(n) for n in range(3)])
    stage.changed(path, SHEET, lambda xml: xml.replace(*change))
    rows = [row for row in stage.read(path)[1:] if any(row)]
    assert sorted((row[0], row[16]) for row in rows) == [(card(n)[0], n) for n in range(3)]


def test_after_many_rows_the_slow_way_goes_on_where_the_quick_one_ended(path: Path) -> None:
    stage.own_xlsx(path, [card(n) for n in range(2_500)])
    stage.changed(
        path,
        SHEET,
        lambda xml: xml.replace("<v>2400</v>", "<v>24e2</v>").replace("<v>2401</v>", "<v>NaN</v>"),
    )
    rows = stage.read(path)
    assert [row[0] for row in rows[1:]] == [card(n)[0] for n in range(2_500)]
    assert rows[2_401][16] == 2_400


@pytest.mark.parametrize(
    "mark", [(), stage.MARK[:3], (*stage.MARK[:3], ("SimDesk exported at", "yesterday"))]
)
def test_a_mark_that_says_too_little_makes_it_a_foreign_file(
    path: Path, mark: tuple[tuple[str, str], ...]
) -> None:
    stage.own_xlsx(path, [card(opened=10**9)], mark=mark)
    with open_source(path) as opened:
        assert opened.own is None
    assert isinstance(stage.read(path)[1][11], datetime)


def test_a_file_that_only_says_it_is_ours_has_the_limits_of_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.own_xlsx(path, [card(n) for n in range(500)])
    monkeypatch.setattr(limits, "FOREIGN_UNPACKED", 20_000)
    assert len(stage.read(path)) == 501
    stage.changed(path, SHEET, lambda xml: xml.replace("<worksheet ", "<worksheet  "))
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.TOO_LARGE


def test_our_own_limit_counts_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.own_xlsx(path, [card(n) for n in range(500)])
    monkeypatch.setattr(limits, "OWN_UNPACKED", 20_000)
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.TOO_LARGE


PARTS = {
    "a sheet of another name": ("xl/workbook.xml", 'name="Cards"', 'name="Karten!"'),
    "two names for a sheet": (
        "xl/workbook.xml",
        'sheetId="2" r:id="rId2"',
        'sheetId="1" r:id="rId1"',
    ),
    "no beginning of rows": (SHEET, "<sheetData>", "<sheetData >"),
    "shared texts with formats": ("xl/sharedStrings.xml", "<si><t>", "<si><t xml:lang='zh'>"),
}


@pytest.mark.parametrize(("part", "old", "new"), PARTS.values(), ids=PARTS)
def test_a_part_changed_by_hand_is_read_the_slow_way(
    path: Path, part: str, old: str, new: str
) -> None:
    stage.own_xlsx(path, [card(n, apn="cmiot") for n in range(3)])
    stage.changed(path, part, lambda xml: xml.replace(old, new))
    assert [row[16] for row in stage.read(path)[1:]] == [0, 1, 2]


@pytest.mark.parametrize("other", [b"\xff", None])
def test_bytes_that_are_no_text_and_a_sheet_that_is_gone_are_damage(
    path: Path, other: bytes | None
) -> None:
    parts = stage.parts_of(stage.own_xlsx(path, [card()]))
    sheet = parts.pop(SHEET)
    if other is not None:
        parts[SHEET] = sheet.replace(b">8986", b">8986" + other)
    path.write_bytes(stage.packed(parts))
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.DAMAGED


@pytest.mark.parametrize("rows", ["", '<row r="1"></row>'])
def test_a_sheet_of_ours_without_cells_has_no_rows(path: Path, rows: str) -> None:
    stage.own_xlsx(path, [])
    stage.changed(
        path,
        SHEET,
        lambda xml: f"{xml[: xml.index('<row')]}{rows}{xml[xml.index('</sheetData') :]}",
    )
    assert [row for row in stage.read(path) if any(row)] == []


def test_a_head_or_a_row_without_end_is_not_gathered_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.own_xlsx(path, [card(n, remark="x" * 30_000) for n in range(40)])
    monkeypatch.setattr(own_xlsx, "_LONGEST_ROW", 10)
    assert len(stage.read(path)) == 41
    stage.changed(path, SHEET, lambda xml: xml.replace("x" * 30_000, "x" * 300_000))
    assert len(stage.read(path)) == 41
    monkeypatch.setattr(own_xlsx, "_LONGEST_HEAD", 10)
    stage.changed(path, SHEET, lambda xml: xml.replace("<cols>", " " * 500_000 + "<cols>"))
    assert len(stage.read(path)) == 41


def test_marks_that_are_no_xml_or_too_long_are_none(path: Path) -> None:
    for mark in ("<Properties", "<!DOCTYPE a><a/>", "<a>" + " " * 99_000 + "</a>"):
        stage.own_xlsx(path, [card()])
        stage.changed(path, marks.PART, lambda xml, mark=mark: mark)  # type: ignore[misc]
        with contextlib.suppress(SheetRejectedError), open_source(path) as opened:
            assert opened.own is None
    naive = [(name, said.replace("+08:00", "")) for name, said in stage.MARK]
    with open_source(stage.own_xlsx(path, [card()], mark=naive)) as opened:
        assert opened.own is None


@pytest.mark.parametrize(
    "cell", ["", ' s="1"/>', ' s="1" t="s"><v>9</v></c>', ' s="3"><v>-</v></c>']
)
def test_a_cell_that_is_not_ours_is_not_guessed(cell: str) -> None:
    with pytest.raises(own_cells.NotOursError):
        own_cells.OwnCells(["a"]).of([cell])


def test_numbers_no_export_has_are_not_taken(path: Path) -> None:
    for written in ("1e999", "nan", "inf", "1_0", "9" * 39 + "x"):
        with pytest.raises(own_cells.NotOursError):
            own_cells.OwnCells([]).of([f' s="4"><v>{written}</v></c>'])
    for written in ("--5", "1.5.5", "."):
        with pytest.raises(own_cells.NotOursError):
            own_cells.OwnCells([]).of([f' s="3"><v>{written}</v></c>'])


def test_an_unknown_sheet_is_refused(path: Path) -> None:
    stage.own_xlsx(path, [card()])
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path, "Cards 9")
    assert refused.value.sheet == "Cards 9"


def test_the_titles_of_our_csv_are_those_of_our_columns() -> None:
    from simdesk.services.spreadsheets.reading.csv_text import OWN_TITLES

    assert tuple(column.title for column in OWN_COLUMNS[: len(CARD_COLUMNS)]) == OWN_TITLES


def test_a_sheet_cut_off_by_hand_is_no_longer_ours(path: Path) -> None:
    stage.own_xlsx(path, [card(n) for n in range(3)])
    stage.changed(path, SHEET, lambda xml: xml[: xml.index("</sheetData>")])
    with pytest.raises(SheetRejectedError) as refused:
        stage.read(path)
    assert refused.value.why is Rejection.DAMAGED
