"""Columns and details that a sheet does not tell are left out, rather than made up."""

import pytest

from simdesk.models.sheet_fields import SHEET_FIELDS
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.columns import COLUMNS
from simdesk.ui.details.fields import FACT_GROUPS
from simdesk.ui.review import told
from simdesk.ui.review.told import arranged, fact_told

pytestmark = pytest.mark.usefixtures("dressed")
FEW = frozenset({"iccid", "usage", "remark"})


def test_a_foreign_sheet_shows_all_it_tells_and_nothing_else() -> None:
    shown = arranged(Arrangement(), FEW | {"expires", "day.20260601"}, own=False)
    assert set(COLUMNS) - shown.hidden == {"iccid", "usage", "remark", "expires", "idle"}


def test_an_export_of_ours_stands_as_the_fleet_does() -> None:
    every = frozenset(SHEET_FIELDS)
    fleet = Arrangement()
    shown = arranged(fleet, every, own=True)
    assert shown.hidden == fleet.hidden | {"actions"}
    assert "status" in arranged(fleet, FEW, own=True).hidden


def test_a_voucher_tells_what_is_in_it() -> None:
    visible = set(COLUMNS) - arranged(Arrangement(), {"iccid", "voucher"}, own=False).hidden
    assert visible >= {"carrier", "plan", "cycle", "tier", "rate", "pool", "voucher"}


def test_details_that_nobody_told_are_not_listed() -> None:
    assert fact_told("Remarks", FEW)
    assert not fact_told("Auto-renew", FEW)
    assert not fact_told("List read", frozenset(SHEET_FIELDS))
    assert fact_told("Real-name certified", {"certified"})


def test_the_tables_name_nothing_that_is_not_there() -> None:
    labels = {fact.label.source for group in FACT_GROUPS for fact in group.facts}
    assert set(told._FACTS) <= labels
    assert set(told._COLUMNS) <= set(COLUMNS)
    keys = {key for wanted in told._COLUMNS.values() for key in wanted} - {told.DAYS}
    assert keys <= set(SHEET_FIELDS)
