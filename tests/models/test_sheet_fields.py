"""Titles of columns mean fields, in English and Chinese, and dates mean usage."""

import pytest

from simdesk.models.periods import Month
from simdesk.models.sheet_fields import SHEET_FIELDS, SheetKind, key_of_title, sheet_field, unit_of
from simdesk.services.export_columns import columns


def test_our_own_titles_mean_their_own_columns() -> None:
    shown = columns((Month(2026, 5), Month(2026, 6)), daily=True)
    assert {one.title: key_of_title(one.title) for one in shown} == {
        one.title: one.key for one in shown
    }


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("ICCID", "iccid"),
        ("  iccid号 ", "iccid"),
        ("ＩＣＣＩＤ", "iccid"),
        ("卡号", "iccid"),
        ("集成电路卡识别码", "iccid"),
        ("SIM_Card-Number", "iccid"),
        ("手机号", "msisdns"),
        ("号码（MSISDN）", "msisdns"),
        ("IMSI", "imsis"),
        ("运营商", "carrier"),
        ("套餐", "voucher"),
        ("状态", "status"),
        ("卡状态", "status"),
        ("激活时间", "activated"),
        ("到期时间 (Asia/Shanghai)", "expires"),
        ("已用流量(MB)", "usage"),
        ("Data usage GB", "usage"),
        ("剩余流量", "left"),
        ("标签", "tags"),
        ("备注", "remark"),
        ("设备IMEI", "imei"),
        ("实名", "certified"),
        ("202606", "month.202606"),
        ("2026-06", "month.202606"),
        ("2026年6月", "month.202606"),
        ("2026年06月用量(MB)", "month.202606"),
        ("20260615", "day.20260615"),
        ("2026/6/15", "day.20260615"),
        ("2026年6月5日(KB)", "day.20260605"),
        ("20260231", None),
        ("202613", None),
        ("Colour", None),
        ("", None),
    ],
)
def test_titles_of_others(title: str, key: str | None) -> None:
    assert key_of_title(title) == key


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("已用流量(MB)", "MB"),
        ("剩余流量（GB）", "GB"),
        ("usage_kb", "KB"),
        ("流量[G]", "GB"),
        ("流量(兆)", "MB"),
        ("Data used TB", "TB"),
        ("Usage", None),
        ("Remarks", None),
    ],
)
def test_units_in_titles(title: str, unit: str | None) -> None:
    assert unit_of(title) == unit


def test_every_field_has_its_key_and_no_title_means_two() -> None:
    assert all(sheet_field(key) is one and one.key == key for key, one in SHEET_FIELDS.items())
    for one in SHEET_FIELDS.values():
        assert key_of_title(str(one.title)) == one.key
        assert {key_of_title(alias) for alias in one.aliases} == {one.key}, one.key


def test_months_and_days_are_fields_where_there_are_such() -> None:
    day = sheet_field("day.20260615")
    assert day is not None
    assert (day.kind, str(day.title)) == (SheetKind.SIZE, "Usage of 2026-06-15")
    month = sheet_field("month.202606")
    assert month is not None
    assert str(month.title) == "Usage of 202606"
    for wrong in ("day.20260631", "month.202613", "day.x", "week.1", ""):
        assert sheet_field(wrong) is None
