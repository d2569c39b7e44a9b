"""What the window remembers, and what it makes of a file somebody else wrote."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from simdesk.models.filters import Direction, Sort, SortKey
from simdesk.models.preferences import FIRST_COLUMNS
from simdesk.services.settings import Settings
from simdesk.ui.cards.arrangement import Arrangement, first_widths
from simdesk.ui.cards.columns import COLUMNS, NAMES
from simdesk.ui.window_state import WindowState

pytestmark = pytest.mark.usefixtures("qapp")  # widths depend on fonts
TWO = Sort("usage", Direction.DESCENDING, SortKey("iccid"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def test_an_arrangement_comes_back_as_it_was(settings: Settings) -> None:
    order = tuple(reversed(NAMES))
    widths = {name: 100 + at for at, name in enumerate(NAMES)}
    left = Arrangement(order, frozenset({"imei", "tags"}), widths, 3, TWO)
    settings.put("columns", left.to_settings())
    assert WindowState(settings).arrangement(FIRST_COLUMNS) == left


def test_columns_are_wider_where_letters_are_larger(qapp: QApplication) -> None:
    before = qapp.font()
    try:
        for pixels, wider in ((9, False), (12, False), (24, True)):
            font = QFont(before)
            font.setPixelSize(pixels)
            qapp.setFont(font)
            widths = first_widths()
            for name, column in COLUMNS.items():
                assert widths[name] >= column.width, name
                assert (widths[name] > 1.8 * column.width) is wider, name
    finally:
        qapp.setFont(before)


def test_nothing_saved_is_a_new_desk(settings: Settings) -> None:
    state = WindowState(settings)
    assert state.arrangement(FIRST_COLUMNS) == Arrangement()
    chosen = state.arrangement(("usage", "imsi", "no such column"))
    assert chosen.order[:2] == ("usage", "imsi")
    assert set(chosen.order) == set(NAMES)
    assert chosen.hidden == frozenset(NAMES) - {"usage", "imsi"}
    assert state.arrangement(("no such column",)) == Arrangement()


def test_columns_that_are_new_come_as_they_are_new(settings: Settings) -> None:
    known = ["remark", "iccid"]
    settings.put("columns", {"order": known, "hidden": ["iccid"]})
    found = WindowState(settings).arrangement(FIRST_COLUMNS)
    assert found.order[:2] == ("remark", "iccid")
    assert set(found.order) == set(NAMES)
    assert "iccid" in found.hidden
    assert "imei" in found.hidden
    assert "carrier" not in found.hidden


@pytest.mark.parametrize(
    ("written", "sort"),
    [
        (["usage", "descending"], Sort("usage", Direction.DESCENDING)),
        (["usage", "descending", "iccid", "ascending"], TWO),
        (["usage", "descending", "gone", "ascending"], Sort("usage", Direction.DESCENDING)),
        (["usage", "descending", "usage", "ascending"], Sort("usage", Direction.DESCENDING)),
        (["usage", "descending", "iccid"], Sort("usage", Direction.DESCENDING)),
        (["tag", "ascending"], Sort()),  # tags have no order
        (["usage", ["descending"]], Sort()),
        (["usage"], Sort()),
        ("usage", Sort()),
    ],
)
def test_orders_are_read_as_far_as_they_make_sense(
    settings: Settings, written: object, sort: Sort
) -> None:
    settings.put("columns", {"order": ["iccid"], "sort": written})
    assert WindowState(settings).arrangement(FIRST_COLUMNS).sort == sort


@pytest.mark.parametrize(
    "values",
    [
        {"order": "iccid"},
        {"order": [1, 2], "widths": 3},
        {"order": ["no such column"]},
    ],
)
def test_nonsense_counts_as_nothing(settings: Settings, values: dict[str, object]) -> None:
    settings.put("columns", values)
    assert WindowState(settings).arrangement(FIRST_COLUMNS) == Arrangement()


def test_single_values_that_make_no_sense_are_left_out(settings: Settings) -> None:
    settings.put(
        "columns",
        {
            "order": ["iccid"],
            "widths": {"iccid": 3, "remark": 99_999, "carrier": "wide", "gone": 10},
            "frozen": -2,
            "sort": ["no such field", "ascending"],
        },
    )
    found = WindowState(settings).arrangement(FIRST_COLUMNS)
    assert found.widths["iccid"] == 40
    assert found.widths["remark"] == 1_200
    assert found.widths["carrier"] == first_widths()["carrier"]
    assert (found.frozen, found.sort) == (0, Sort())
