"""A pasted column: every number accounted for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.paste import PasteReport
from simdesk.models.texts import text
from simdesk.ui.context import Context
from simdesk.ui.filter.paste_dialog import PasteDialog
from tests.factories import a_card_row
from tests.ui.details.fakes import a_desk, said_in, unnamed_controls, until

REPORT = PasteReport(
    found=(9, 4),
    pasted=8,
    matched=2,
    not_found=("89860321000000099999",),
    duplicate=("89860321000000015668", "1440993000001"),
    ambiguous=("460081937000001",),
    malformed=("hello", "8.98604E+19"),
)
NOTHING = PasteReport((), 1, 0, ("89860321000000099999",), (), (), ())


def a_dialog(context: Context, qtbot: QtBot) -> PasteDialog:
    QGuiApplication.clipboard().clear()
    dialog = PasteDialog(context)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.words.setPlainText("89860321000000015668\n...")
    return dialog


def counts(dialog: PasteDialog) -> list[int]:
    return [int(bucket.count.text()) for bucket in dialog.buckets]


async def test_buckets_add_up_to_what_was_pasted(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.report = REPORT
        dialog = a_dialog(context, qtbot)
        assert not dialog.confirm_button.isVisible()
        dialog.find_button.click()
        await until(dialog.confirm_button.isVisible)
        assert counts(dialog) == [2, 1, 2, 1, 2]
        assert sum(counts(dialog)) == REPORT.pasted
        assert "8 numbers pasted:" in [label.text() for label in dialog.findChildren(QLabel)]
        assert unnamed_controls(dialog) == []


async def test_each_bucket_can_be_copied(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(a_card_row(id=4), a_card_row(id=9, iccid="89860321000000099004")) as (
        desk,
        context,
    ):
        desk.cards.report = REPORT
        dialog = a_dialog(context, qtbot)
        dialog.find_button.click()
        await until(dialog.confirm_button.isVisible)
        dialog.malformed.copy.click()
        assert QGuiApplication.clipboard().text() == "hello\n8.98604E+19"
        dialog.matched.copy.click()
        numbers = "89860321000000099004\n89860321000000015668"
        await until(lambda: QGuiApplication.clipboard().text() == numbers)


async def test_matched_cards_are_asked_for_in_pasted_order(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.report = REPORT
        dialog = a_dialog(context, qtbot)
        wanted: list[CardFilter] = []
        dialog.cards_wanted.connect(wanted.append)
        dialog.find_button.click()
        await until(dialog.confirm_button.isVisible)
        assert dialog.confirm_button.text() == "Show 2 cards"
        dialog.confirm_button.click()
        assert wanted == [CardFilter(card_ids=(9, 4))]


async def test_nothing_found_offers_nothing_to_show(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.report = NOTHING
        dialog = a_dialog(context, qtbot)
        dialog.find_button.click()
        await until(dialog.not_found.isVisible)
        assert counts(dialog) == [0, 1, 0, 0, 0]
        assert not dialog.confirm_button.isVisible()
        dialog.words.setPlainText("something else")
        assert not dialog.not_found.isVisible()


async def test_trouble_is_told_in_the_dialog(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.trouble = KnownError(text("The desk's file cannot be read."))
        dialog = a_dialog(context, qtbot)
        dialog.find_button.click()
        await until(lambda: said_in(dialog))
        assert said_in(dialog) == "The desk's file cannot be read."


async def test_numbers_on_the_clipboard_are_taken_along(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        QGuiApplication.clipboard().setText("89860321000000015668\n1440993000001")
        dialog = PasteDialog(context)
        qtbot.addWidget(dialog)
        assert dialog.words.toPlainText() == "89860321000000015668\n1440993000001"
        assert dialog.find_button.isEnabled()
        QGuiApplication.clipboard().clear()
        empty = PasteDialog(context)
        qtbot.addWidget(empty)
        assert not empty.find_button.isEnabled()


async def test_the_keys_go_where_the_next_step_is(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.report = REPORT
        dialog = a_dialog(context, qtbot)
        assert dialog.focusWidget() is dialog.words  # nothing was copied: it is to be pasted
        QGuiApplication.clipboard().setText("89860321000000015668\n1440993000001")
        again = PasteDialog(context)
        qtbot.addWidget(again)
        again.open()
        assert again.focusWidget() is again.find_button
        qtbot.keyClick(again.find_button, Qt.Key.Key_Return)
        await until(again.confirm_button.isVisible)
        assert again.focusWidget() is again.confirm_button
        wanted: list[CardFilter] = []
        again.cards_wanted.connect(wanted.append)
        qtbot.keyClick(again.confirm_button, Qt.Key.Key_Return)
        assert wanted == [CardFilter(card_ids=REPORT.found)]
