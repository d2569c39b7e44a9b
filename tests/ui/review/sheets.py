"""Spreadsheets as they are understood, for the windows under test."""

from typing import Any

from simdesk.models.reviews import Refused, ReviewOf
from simdesk.models.sheet_guessing import understood
from simdesk.models.sheet_mapping import Head, Understanding
from simdesk.models.sheets import Rejection
from simdesk.models.texts import text
from tests.factories import a_moment

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


def a_refusal(
    row: int,
    cell: str,
    message: str,
    why: Rejection = Rejection.NUMBER_FOR_ID,
    *,
    whole_row: bool = True,
) -> Refused:
    """A row, or a cell, that was refused for this."""
    remedy = text("Format the column as text.")
    return Refused("Sheet1", row, cell, why, text(message), remedy, whole_row)


def a_review(refused: tuple[Refused, ...] = (), **told: Any) -> ReviewOf:
    """A foreign workbook that has been read."""
    given = {
        "identity": "spreadsheet:1",
        "file": "cards_2026.xlsx",
        "path": "/home/anna/cards_2026.xlsx",
        "format": "xlsx",
        "at": a_moment(2026, 6, 15, 10),
        "mapping": a_foreign_sheet().mapping,
        "rows": 120,
        "refused_rows": sum(one.whole_row for one in refused),
        "refused_cells": sum(not one.whole_row for one in refused),
        "refused": refused,
        "starts": (("Sheet1", 0),),
    }
    return ReviewOf(**{**given, **told})
