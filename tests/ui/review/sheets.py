"""Spreadsheets as they are understood, for the windows under test."""

from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Head, Understanding

ICCIDS = tuple(f"898603210000{number:08d}" for number in range(1, 6))


def a_foreign_sheet(*, other: bool = False) -> Understanding:
    """A hand-made workbook: titles in Chinese under a line of words, one column unknown."""
    rows: list[list[object]] = [["物联网卡清单 2026-06", None, None, None, None, None]]
    rows.append(["卡号", "手机号", "已用流量(GB)", "到期时间", "备注", "仓位"])
    for number, iccid in enumerate(ICCIDS):
        row = [iccid, f"14409930000{number:02d}", "1.5", "2026/6/30", "北门摄像头", f"A-{number}"]
        rows.append(list(row))
    heads = [Head("清单", rows)]
    if other:
        heads.append(Head("Notes", [["ICCID", "Remark"], [ICCIDS[0], "seen"]]))
    return understood(heads, "xlsx")
