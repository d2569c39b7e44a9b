"""The advanced search builds the same filter as the text form."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.changes import CardsChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui.context import Context
from simdesk.ui.filter.criteria import CRITERIA
from simdesk.ui.filter.dock import FilterDock
from simdesk.ui.filter.range_editor import Comparison, RangeEditor
from tests.ui.details.fakes import a_desk, unnamed_controls, until

SAMPLES = {
    "iccid": "iccid:898603,89860321000000015668",
    "msisdn": "-msisdn:none",
    "imei": "imei:none",
    "carrier": "carrier:CMCC,CTCC",
    "status": "-status:stopped",
    "tag": 'tag:depot,"north gate",大连',
    "remark": '-remark:"north gate"',
    "usage": "usage>100MB",
    "left": "left<=1536KB",
    "left_share": "left_share<10%",
    "tier": "tier:100MB",
    "sms": "sms:1..5",
    "expires": "expires:today..30d",
    "activated": "activated:-90d..today",
    "opened": "opened>=2026-01-31",
    "synced": "-synced>-1d",
    "missing": "-missing:none",
    "auto_renew": "auto_renew:no",
    "smart": "smart:yes",
    "cancelled": "cancelled:any",
}


def a_dock(context: Context, qtbot: QtBot) -> FilterDock:
    dock = FilterDock(context)
    qtbot.addWidget(dock)
    return dock


def listened(dock: FilterDock) -> list[str]:
    """The text form of each filter the dock announces."""
    said: list[str] = []
    dock.filter_changed.connect(lambda asked: said.append(filter_text(asked)))
    return said


@pytest.mark.parametrize("field", [one.name for one in CRITERIA if one.name in SAMPLES])
async def test_what_is_shown_is_what_is_asked(qloop: QEventLoop, qtbot: QtBot, field: str) -> None:
    words = SAMPLES[field]
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        asked = parse_filter(words)
        dock.show_filter(asked)
        row = dock.rows[field]
        row.open()
        assert row.body is not None
        row.body.edited.emit()  # as if touched: the answer now comes from the controls
        assert filter_text(dock.built()) == words
        assert row.head.accessibleName() != row.name


async def test_closed_criteria_tell_what_is_asked(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_filter(parse_filter("carrier:CMCC -tag:test tag:a,b expires<30d ~apn:cmiot"))
        heads = {name: row.head.toolTip() for name, row in dock.rows.items() if row.head.toolTip()}
        assert heads == {
            "carrier": "China Mobile",
            "tag": "not test; a, b",
            "expires": "< today + 30 days",
            "apn": "cmiot (off)",
        }


async def test_controls_say_the_question(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        said = listened(dock)
        for name in ("carrier", "auto_renew", "cancelled", "iccid"):
            dock.rows[name].open()
        bodies = {name: dock.rows[name].body for name in dock.rows}
        carrier, flag = bodies["carrier"], bodies["auto_renew"]
        cancelled, iccid = bodies["cancelled"], bodies["iccid"]
        assert carrier is not None
        assert flag is not None
        assert cancelled is not None
        assert iccid is not None
        carrier.findChildren(QCheckBox)[1].click()
        flag.findChildren(QRadioButton)[1].click()
        cancelled.findChildren(QRadioButton)[2].click()
        (edit,) = iccid.findChildren(QLineEdit)
        qtbot.keyClicks(edit, "898603 898604,898606")
        assert said == []
        dock.search_button.click()
        assert said == ["iccid:898603,898604,898606 carrier:CUCC auto_renew:yes cancelled:yes"]


async def test_what_the_dock_cannot_show_is_kept(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        said = listened(dock)
        dock.show_filter(parse_filter('"north gate" usage:1MB,2MB tag:a -tag:b'))
        row = dock.rows["tag"]
        row.open()
        assert row.body is not None
        (edit,) = row.body.findChildren(QLineEdit)
        edit.clear()
        qtbot.keyClicks(edit, "c")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert said == ['"north gate" usage:1MB,2MB tag:c -tag:b']


async def test_a_disabled_criterion_comes_on_when_it_is_edited(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_filter(parse_filter("~carrier:CMCC"))
        dock.rows["carrier"].open()
        body = dock.rows["carrier"].body
        assert body is not None
        body.findChildren(QCheckBox)[1].click()
        assert filter_text(dock.built()) == "carrier:CMCC,CUCC"


async def test_empty_switches_the_values_off(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.rows["remark"].open()
        body = dock.rows["remark"].body
        assert body is not None
        qtbot.keyClicks(body.findChildren(QLineEdit)[0], "gate")
        negated, empty = body.findChildren(QCheckBox)
        empty.click()
        assert not body.editor.isEnabled()
        assert filter_text(dock.built()) == "remark:none"
        negated.click()
        assert filter_text(dock.built()) == "-remark:none"


@pytest.mark.parametrize(
    ("field", "words", "complaint"),
    [
        ("usage", "12 parsecs", "“12 parsecs” is not a data size."),
        ("expires", "31 Feb", "“31 Feb” is not a day."),
        ("sms", "many", "“many” is not a whole number."),
    ],
)
async def test_what_cannot_be_read_is_said_in_its_place(
    qloop: QEventLoop, qtbot: QtBot, field: str, words: str, complaint: str
) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        said = listened(dock)
        dock.rows[field].open()
        body = dock.rows[field].body
        assert body is not None
        edit = next(one for one in body.findChildren(QLineEdit) if one.isVisibleTo(body))
        qtbot.keyClicks(edit, words)
        dock.search_button.click()
        assert said == []
        assert body.error.startswith(complaint)
        edit.clear()
        qtbot.keyClicks(edit, " ")
        assert body.error == ""


async def test_a_range_without_a_middle_is_refused(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_filter(parse_filter("usage:1MB..2MB"))
        row = dock.rows["usage"]
        row.open()
        assert row.body is not None
        low = row.body.findChildren(QLineEdit)[0]
        low.clear()
        qtbot.keyClicks(low, "9MB")
        with pytest.raises(KnownError):
            dock.built()
        assert "Nothing lies between" in row.body.error


def choose(editor: RangeEditor, comparison: Comparison) -> None:
    (box,) = editor.findChildren(QComboBox)
    box.setCurrentIndex(box.findData(comparison))
    box.activated.emit(box.currentIndex())


async def test_days_counted_from_today_and_days_from_a_calendar(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.rows["expires"].open()
        body = dock.rows["expires"].body
        assert body is not None
        assert isinstance(body.editor, RangeEditor)
        choose(body.editor, Comparison.LAST_DAYS)
        days = [
            one for one in body.findChildren(QSpinBox) if "number of days" in one.accessibleName()
        ]
        days[0].setValue(7)
        assert filter_text(dock.built()) == "expires:-7d..today"
        choose(body.editor, Comparison.EXACTLY)
        calendar = dock.findChildren(QCalendarWidget)[0]
        calendar.clicked.emit(QDate(2026, 7, 1))
        assert filter_text(dock.built()) == "expires:2026-07-01"


async def test_reset_asks_nothing(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        heard: list[CardFilter] = []
        dock.filter_changed.connect(heard.append)
        dock.show_filter(CardFilter(parse_filter("carrier:CMCC depot").terms, (1, 2)))
        dock.reset_button.click()
        assert heard == [CardFilter()]
        assert dock.rows["carrier"].head.toolTip() == ""


async def test_criteria_are_found_by_name(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show()
        dock.focus_first()
        qtbot.keyClicks(dock.find_box, "expir")
        visible = [name for name, row in dock.rows.items() if row.isVisibleTo(dock)]
        assert visible == ["expires"]
        qtbot.keyClick(dock.find_box, Qt.Key.Key_Escape)
        assert all(row.isVisibleTo(dock) for row in dock.rows.values())


async def test_criteria_are_opened_and_closed_by_keys(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show()
        head = dock.rows["carrier"].head
        opened = []
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
            qtbot.keyClick(head, key)
            opened.append(head.isChecked())
        assert opened == [True, False, True, False]


async def test_values_the_desk_holds_complete_a_line(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.known_values = {"tag": ("depot", "north gate")}
        dock = a_dock(context, qtbot)
        dock.show()
        dock.rows["tag"].open()
        body = dock.rows["tag"].body
        assert body is not None
        (edit,) = body.findChildren(QLineEdit)
        await until(lambda: edit.completer().model().rowCount() == 2)
        edit.setText("depot, nor")
        completer = edit.completer()
        completer.setCompletionPrefix("nor")
        assert completer.completionCount() == 1
        assert completer.pathFromIndex(completer.model().index(1, 0)) == "depot, north gate"
        desk.cards.known_values = {"tag": ("depot", "new", "north gate")}
        desk.announcer.announce(CardsChanged(None))
        dock.rows["apn"].open()
        dock.known_values.of("tag")
        await until(lambda: edit.completer().model().rowCount() == 3)


async def test_every_control_of_the_dock_has_a_name(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show()
        for row in dock.rows.values():
            row.open()
        assert unnamed_controls(dock) == []
