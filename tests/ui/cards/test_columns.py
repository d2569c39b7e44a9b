"""Every column shows something, knows its field, and copies what a spreadsheet can take."""

from datetime import date

import pytest

from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import Operator, Term
from simdesk.models.voucher import Carrier
from simdesk.ui.cards.cell_filter import term_of
from simdesk.ui.cards.columns import COLUMNS, copied
from simdesk.ui.cards.look import Shape, going_on, status_look
from simdesk.ui.cards.shown_row import ShownRow, grouped
from tests.factories import a_card_row, a_moment, some_details

pytestmark = pytest.mark.usefixtures("qapp")

SMART = {
    "carrier": Carrier.VNO,
    "msisdns": ("1440993000001", "1460993000002", "1490993000003"),
}


def _shown(name: str, **changes: object) -> str:
    return COLUMNS[name].show(a_card_row(**changes))


def test_every_column_has_words_for_every_card() -> None:
    rows = [
        a_card_row(),
        a_card_row(details=None, specific=20),
        a_card_row(specific=999, status=999, voucher="?", **SMART),
    ]
    for column in COLUMNS.values():
        for row in rows:
            assert isinstance(column.show(row), str), column.name
            assert "\n" not in copied(column, row)
            assert column.hint is None or isinstance(column.hint(row), str)


def test_every_field_of_a_filter_that_can_be_shown_has_a_column() -> None:
    shown = {column.field for column in COLUMNS.values()}
    assert set(FIELDS) - shown == {"smart", "pending", "cancelled", "notification"}


def test_cells_speak_the_operators_words() -> None:
    assert _shown("msisdn", **SMART) == "Sub-cards: 3"
    assert copied(COLUMNS["msisdn"], a_card_row(**SMART)) == ", ".join(SMART["msisdns"])
    assert _shown("specific", specific=300) == "Suspended (usage limit)"
    assert _shown("status", status=77, specific=77) == "Unknown (77)"
    assert _shown("specific", status=30, specific=0) == "", "a spreadsheet need not tell it"
    assert _shown("usage", cycle_usage_kb=105_267) == "102.8 MB"
    assert _shown("expires", expires_at=None) == ""
    assert _shown("left_share", cycle_left_kb=51_200, tier_kb=102_400) == "50 %"
    assert _shown("limit", details=some_details(voucher_limit_kb=1024)) == "1.0 MB"
    assert _shown("usage_stamp", usage_as_of=a_moment(2026, 6, 15, 0)) == "14 Jun 2026 24:00"
    assert _shown("auto_renew", auto_renew=True) == "Yes"


def test_an_unreadable_voucher_says_which_part() -> None:
    hint = COLUMNS["voucher"].hint
    assert hint is not None
    assert "cannot be read" in hint(a_card_row(voucher="XX_SC_M_2_100M"))


def test_a_copied_cell_is_one_line() -> None:
    row = a_card_row(remark="north\tgate\nhall 3")
    assert copied(COLUMNS["remark"], row) == "north gate hall 3"


def test_ids_are_grouped_by_four_and_words_are_not() -> None:
    assert grouped("89860321000000015668") == "8986 0321 0000 0001 5668"
    assert grouped("1440993000001") == "1440 9930 0000 1"
    assert grouped("Sub-cards: 3") == "Sub-cards: 3"
    assert grouped("") == ""


def test_a_status_reads_in_greyscale() -> None:
    shapes = {code: status_look(code)[1] for code in (10, 30, 35, 40, 50, 77)}
    assert shapes == {
        10: Shape.RING,
        30: Shape.DISC,
        35: Shape.BAR,
        40: Shape.SQUARE,
        50: Shape.CROSS,
        77: Shape.QUESTION,
    }


def test_what_is_going_on_is_one_word() -> None:
    assert going_on(a_card_row()) is None
    assert str(going_on(a_card_row(pending="suspend"))) == "suspending"
    assert str(going_on(a_card_row(pending="something new"))) == "changing"
    assert str(going_on(a_card_row(cancellation_due=True, specific=200))) == "cancelling"
    hint = ShownRow.of(a_card_row(pending="suspend")).hint(list(COLUMNS).index("status"))
    assert hint == "In Use → suspending"


def test_a_cell_suggests_the_condition_that_it_meets() -> None:
    row = a_card_row(tags=("depot", "test"), remark="north gate")
    expected = {
        "carrier": Term("carrier", Operator.ANY_OF, ("CMCC",)),
        "status": Term("status", Operator.ANY_OF, (30,)),
        "tags": Term("tag", Operator.ANY_OF, ("depot", "test")),
        "remark": Term("remark", Operator.CONTAINS, ("north gate",)),
        "expires": Term("expires", Operator.ANY_OF, (date(2026, 10, 31),)),
        "missing": Term("missing", Operator.NONE),
        "account": None,
    }
    assert {name: term_of(COLUMNS[name], row) for name in expected} == expected
    assert term_of(COLUMNS["carrier"], row, negated=True) == Term(
        "carrier", Operator.ANY_OF, ("CMCC",), negated=True
    )


def test_every_suggested_condition_holds_for_the_card_it_came_from() -> None:
    from simdesk.models.filters import CardFilter

    row = a_card_row(tags=("depot",), remark="north gate")
    for column in COLUMNS.values():
        term = term_of(column, row)
        if term is not None:
            assert CardFilter((term,)).matches(row), column.name
