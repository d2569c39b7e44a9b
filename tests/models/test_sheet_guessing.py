"""Which column tells what, found out from the first rows."""

from collections.abc import Sequence
from datetime import date

import pytest

from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Head, MappedColumn, Mapping, Understanding
from simdesk.models.sheets import Cell

ICCIDS = [f"898603214400000000{number:02d}" for number in range(9)]


def guessed(*rows: Sequence[Cell], **more: list[tuple[int, int, int, int]]) -> Understanding:
    return understood([Head("Sheet1", rows, more.get("merged", []))], "xlsx")


def keys(found: Understanding) -> dict[int, str]:
    return {one.index: one.key for one in found.mapping.columns}


def test_a_consoles_export() -> None:
    titles: list[Cell] = [
        "ICCID",
        "手机号",
        "运营商",
        "卡状态",
        "已用流量(MB)",
        "剩余流量(GB)",
        "激活时间",
        "备注",
    ]
    row: list[Cell] = [
        ICCIDS[0],
        "1440000000001",
        "中国移动",
        "使用中",
        "1.5",
        "2",
        "2026/1/3",
        "x",
    ]
    found = guessed(titles, row)
    assert list(keys(found).values()) == [
        *("iccid", "msisdns", "carrier", "status", "usage", "left", "activated", "remark")
    ]
    assert found.mapping.header_row == 0
    assert [one.unit for one in found.mapping.columns][4:6] == ["MB", "GB"]
    first = found.sheets[0].columns[0]
    assert (first.title, first.key, first.examples) == ("ICCID", "iccid", (ICCIDS[0],))
    assert first.sure > found.sheets[0].columns[2].sure > 0.5


def test_titles_may_stand_below_a_heading() -> None:
    found = guessed(
        ["某公司物联网卡清单"],
        [],
        ["制表:", "张三"],
        ["序号", "卡号", "状态"],
        [1, ICCIDS[0], "使用中"],
    )
    assert found.mapping.header_row == 3
    assert keys(found) == {1: "iccid", 2: "status"}
    assert found.sheets[0].columns[0].key is None


def test_merged_titles_are_said_in_each_of_their_places() -> None:
    found = guessed(
        ["ICCID", "流量", None, "备注"],
        [None, "已用流量(GB)", "剩余流量(GB)", None],
        [ICCIDS[0], "1", "2", "x"],
        merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)],
    )
    assert found.mapping.header_row == 1
    assert keys(found) == {0: "iccid", 1: "usage", 2: "left", 3: "remark"}
    assert [one.unit for one in found.mapping.columns] == ["MB", "GB", "GB", "MB"]


def test_a_column_of_iccids_needs_no_title() -> None:
    found = guessed(["A", "B", "C"], *([1, one, "x"] for one in ICCIDS))
    assert keys(found) == {1: "iccid"}
    assert found.sheets[0].columns[1].sure < 0.8


def test_values_correct_a_title() -> None:
    found = guessed(["卡号", "集成电路卡号"], ["1440000000001", ICCIDS[0]])
    assert keys(found) == {0: "msisdns", 1: "iccid"}


def test_of_two_columns_the_surer_tells_the_field() -> None:
    found = guessed(["SIM", "ICCID"], ["old 1", ICCIDS[0]])
    assert keys(found) == {1: "iccid"}


def test_dates_as_titles() -> None:
    days = guessed(["ICCID", date(2026, 6, 1), date(2026, 6, 2), 20260603, 20260604.0], [ICCIDS[0]])
    assert list(keys(days).values()) == ["iccid", *(f"day.2026060{day}" for day in range(1, 5))]
    months = guessed(["ICCID", date(2026, 5, 1), date(2026, 6, 1), 202607], [ICCIDS[0]])
    assert list(keys(months).values()) == ["iccid", "month.202605", "month.202606", "month.202607"]


def test_numbers_are_no_titles() -> None:
    assert guessed(["ICCID", 5, 1440000000001], [ICCIDS[0], 1, 2]).mapping.keys == {"iccid"}


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2026/1/3"], "ymd"),
        (["3/1/2026"], "ymd"),
        (["3/1/2026", "13/1/2026"], "dmy"),
        (["1/3/2026", "1/13/2026 9:00"], "mdy"),
    ],
)
def test_the_order_of_dates(dates: list[str], order: str) -> None:
    found = guessed(["ICCID", "Activated"], *([ICCIDS[0], words] for words in dates))
    assert found.mapping.date_order == order


def test_the_best_of_several_sheets() -> None:
    heads = [
        Head("Notes", [["Remarks", "Status"], ["x", "y"]]),
        Head("Empty", []),
        Head("Cards", [["ICCID"], [ICCIDS[0]]]),
    ]
    found = understood(heads, "xlsx")
    assert [sheet.name for sheet in found.sheets] == ["Cards", "Notes", "Empty"]
    assert found.mapping.sheets == ("Cards",)
    own = understood([heads[2], Head("Cards 2", heads[2].rows), heads[0]], "xlsx", own=True)
    assert own.mapping.sheets == ("Cards", "Cards 2")


def test_without_iccids_there_is_a_problem() -> None:
    found = guessed(["Name", "City"], ["x", "y"])
    assert found.mapping.columns == ()
    assert "ICCID" in str(found.mapping.problem())


def test_what_is_understood_goes_through_a_pipe() -> None:
    found = guessed(["ICCID", "2026-06-01", "流量(KB)"], [ICCIDS[0], 1, 2])
    assert Understanding.from_json(found.to_json()) == found


def test_a_mapping_is_remembered() -> None:
    mapping = Mapping(("一", "二"), 3, (MappedColumn(0, "iccid", "KB"),), "dmy", from_1904=True)
    assert Mapping.from_json(mapping.to_json()) == mapping
    assert mapping.problem() is None
    for wrong in (
        "",
        "[]",
        "{}",
        '{"sheets": [], "header_row": 0, "columns": [[0, "x", "PB"]], "date_order": "ymd"}',
    ):
        with pytest.raises(ValueError, match=r"."):
            Mapping.from_json(wrong)


def test_two_columns_of_one_field_are_a_problem() -> None:
    columns = (MappedColumn(0, "iccid"), MappedColumn(1, "remark"), MappedColumn(2, "remark"))
    assert "Remarks" in str(Mapping(("x",), 0, columns).problem())
    strange = (MappedColumn(0, "iccid"), MappedColumn(1, "colour"))
    assert "colour" in str(Mapping(("x",), 0, strange).problem())
