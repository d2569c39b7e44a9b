"""The real window over a desk in memory: what an operator sees and presses."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.changes import (
    CardsChanged,
    NotificationsChanged,
    OperationsChanged,
    SyncMoved,
)
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.models.texts import text
from simdesk.ui.cards.columns import index_of
from simdesk.ui.command_palette import CommandPalette
from simdesk.ui.dialogs.report import ReportDialog
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.main_window import _first_size
from simdesk.ui.messages import Offer
from simdesk.ui.theme import Density
from tests.factories import a_card_row, a_moment
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

Key = Qt.Key
# Popups raise themselves; there is nothing to raise offscreen.
pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(500))


def _opened(kind: str) -> Any:
    """The one window of that kind that stands beside the main window."""
    found = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == kind]
    found = [one for one in found if one.isVisible()]
    assert len(found) == 1, [type(one).__name__ for one in QApplication.topLevelWidgets()]
    return found[0]


def _facts(window: Any) -> str:
    return "".join(label.text() for label in window.cards.facts_bar.findChildren(QLabel))


def _bar(window: Any) -> dict[str, QPushButton]:
    buttons = window.cards.selection_bar.findChildren(QPushButton)
    return {button.objectName(): button for button in buttons if button.objectName()}


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


async def test_it_opens_on_the_whole_fleet(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        assert window.windowTitle() == "demo · SimDesk"
        assert _facts(window).startswith("500 of 500 · ")
        assert _facts(window).endswith("usage as of 14 Jun 2026 24:00")
        assert "SIMULATED · world clock 2026-06-15 09:04 · x1" in _words(window.banner)
        assert "wallet CNY 12,400.00" in _words(window.banner)


async def test_eighteen_rows_and_six_columns_beside_the_details(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        table = window.cards.table
        assert window.cards.details.isVisible()
        first, last = table.rows_in_sight()
        assert last - first + 1 >= 18
        right = table.viewport().width()
        whole = [lane.column for lane in table.lanes(0, right) if lane.x + lane.width <= right]
        assert len(whole) >= 6


async def test_a_question_narrows_the_table_and_an_empty_answer_offers_a_way_out(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        window.show_cards(parse_filter("carrier:CUCC"))
        await until(lambda: page.presenter.facts.matching == 100)
        assert _facts(window).startswith("100 of 500")
        assert page.finding.quick.text() == "carrier:CUCC"

        window.show_cards(parse_filter("carrier:CUCC tag:nowhere"))
        await until(page.empty.isVisible)
        assert "No card matches." in _words(page.empty)
        page.empty.findChild(QPushButton).click()
        await until(page.table.isVisible)
        assert filter_text(page.question) == "carrier:CUCC"


async def test_the_box_asks_and_escape_goes_back_to_the_table(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        window.registry.run("view.find")
        QTest.keyClicks(page.finding.quick, "status:stopped")
        QTest.keyClick(page.finding.quick, Key.Key_Return)
        await until(lambda: filter_text(page.question) == "status:stopped")
        await until(lambda: {desk.cards.all[one].facts.status for one in page.model.ids} == {40})
        QTest.keyClick(page.finding.quick, Key.Key_Escape)
        await until(lambda: page.presenter.facts.matching == 500)
        QTest.keyClick(page.finding.quick, Key.Key_Escape)
        assert page.question == CardFilter()


async def test_all_matching_are_selected_and_the_bar_says_what_fits(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        window.registry.run("edit.select_all")
        await until(lambda: window.registry.standing(Action.SUSPEND) is not None)
        await until(lambda: "500 selected" in _facts(window))
        assert "All 500 matching cards selected" in _words(page.selection_bar)
        allowed = window.registry.standing(Action.SUSPEND).allowed
        assert _bar(window)["card.suspend"].text() == f"Suspend {allowed}"
        assert "the others:" in _bar(window)["card.suspend"].toolTip()

        why = next(
            b for b in page.selection_bar.findChildren(QPushButton) if b.text() == "Why not?"
        )
        why.click()
        sheet = _opened("WhyNot")
        assert f"{allowed} of 500" in _words(sheet)
        assert "not: Only a card in use can be suspended" in _words(sheet)
        sheet.close()
        window.registry.run("edit.select_none")
        assert "No card selected" in _words(page.selection_bar)
        assert window.registry.reason("card.suspend") == "Select a card first."


async def test_a_blocked_action_gives_its_reason_to_keys_and_mouse(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        stopped = next(one for one in desk.cards.all.values() if one.facts.status == 40)
        window.cards.table.go_to(window.cards.model.ids.index(stopped.id))
        reason = "Only a card in use can be suspended; its status is Stopped."
        await until(lambda: window.registry.reason("card.suspend") == reason)
        action = window.registry.actions["card.suspend"]
        assert not action.isEnabled()
        assert reason in action.toolTip()
        assert action.statusTip() == reason
        assert _bar(window)["card.suspend"].accessibleDescription() == reason

        window.registry.run("help.palette")
        palette = _opened("CommandPalette")
        QTest.keyClicks(palette.findChild(QLineEdit), "suspend")
        assert reason in _words(palette)
        QTest.keyClick(palette.findChild(QLineEdit), Key.Key_Return)
        assert palette.isVisible()  # what cannot be done is not done
        palette.close()


async def test_the_palette_runs_what_it_finds(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.registry.run("help.palette")
        palette = _opened("CommandPalette")
        line, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
        everything = found.count()
        QTest.keyClicks(line, "row")
        assert 0 < found.count() < everything
        line.setText("compact")
        QTest.keyClick(line, Key.Key_Down)
        QTest.keyClick(line, Key.Key_Return)
        assert window.density is Density.COMPACT
        assert window.cards.table.verticalHeader().defaultSectionSize() == 24


async def test_the_palette_takes_keys_though_popups_are_no_active_windows(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        palette = CommandPalette(window.registry, window)
        assert palette.focusWidget() is palette.findChild(QLineEdit)
        full = palette.sizeHint().height()
        palette.findChild(QLineEdit).setText("compact")
        assert palette.sizeHint().height() < full  # as high as what was found
        palette.deleteLater()


async def test_letters_go_through_the_menus(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.cards.table.go_to(0)
        window.cards.presenter.judge_now()
        menu = window.registry.context_menu(window)

        def typed(*letters: str) -> str:
            for letter in letters:
                QTest.keyClicks(menu, letter)
            menu._since_typed.invalidate()  # a pause
            return menu.activeAction().text()

        assert typed("v") == "View details"
        assert typed("e") == "Exclude this value"
        assert typed("e") == "Edit remark"
        assert typed("e", "x") == "Exclude this value"  # letters at once are read together
        assert typed("e", "x", "p") == "Export cards…"
        assert typed("#") == "Export cards…"
        menu.deleteLater()
        assert all(isinstance(one.menu(), LetterMenu) for one in window.menuBar().actions())


async def test_a_new_window_is_no_larger_than_its_screen(qloop: object, desk: FakeDesk) -> None:
    class Screen:
        def __init__(self, width: int, height: int) -> None:
            self._size = QSize(width, height)

        def availableSize(self) -> QSize:
            return self._size

    assert _first_size(Screen(1366, 728)) == QSize(1350, 688)
    assert _first_size(Screen(1920, 1080)) == QSize(1440, 900)


async def test_acting_opens_the_preview_of_the_selected_cards(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        in_use = [one for one in desk.cards.all.values() if one.facts.specific == 100][:3]
        window.cards.table.selected.select([one.id for one in in_use])
        await until(lambda: window.registry.standing(Action.SUSPEND) is not None)
        _bar(window)["card.suspend"].click()
        dialog = _opened("ActDialog")
        await until(lambda: bool(desk.operations.previewed))
        request, ids = desk.operations.previewed[0]
        assert request.action is Action.SUSPEND
        assert sorted(ids) == sorted(one.id for one in in_use)
        dialog.reject()


async def test_a_remark_is_edited_in_place_and_undone_by_name(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        assert window.registry.reason("edit.undo") == "Nothing to undo."
        page.table.go_to(4, index_of("remark"))
        window.registry.run("card.remark")
        editor = page.table.viewport().findChild(QLineEdit)
        assert editor.text() == page.model.row_at(4).card.remark
        editor.setText("moved to hall 3")
        QTest.keyClick(editor, Key.Key_Return)
        card_id = page.model.id_at(4)
        await until(lambda: desk.cards.all[card_id].remark == "moved to hall 3")
        await until(lambda: page.model.row_at(4).words(index_of("remark")) == "moved to hall 3")
        assert window.registry.actions["edit.undo"].text() == "Undo: remark of 1 card"
        window.registry.run("edit.undo")
        await until(lambda: window.registry.reason("edit.undo") is not None)
        assert "Undone: remark of 1 card" in _words(window.message_note)
        await until(lambda: not window._context.tasks.busy("undo"))
        window.registry.run("edit.redo")
        await until(lambda: "Redone: remark of 1 card" in _words(window.message_note))


async def test_what_changed_behind_the_window_is_drawn_anew(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        page = window.cards
        card_id = page.model.id_at(2)
        desk.cards.change(card_id, specific=40, status=40)
        desk.announcer.announce(CardsChanged(frozenset({card_id}), frozenset({"status"})))
        status = index_of("status")
        await until(lambda: page.model.row_at(2).words(status) == "Stopped")


async def test_sync_moves_in_the_pane_and_can_be_stopped(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        pane = window.navigation
        desk.announcer.announce(SyncMoved(True, "Reading the list", 4200, 10000, 95.0))
        assert "Reading the list: 4,200 of 10,000\n1 min 35 s left" in _words(pane)
        stop = next(b for b in pane.findChildren(QPushButton) if b.text() == "Stop sync")
        stop.click()
        assert desk.sync.stopped
        desk.announcer.announce(SyncMoved(False, "", 0, None))
        assert not stop.isVisible()

        window.registry.run("file.sync")
        await until(lambda: desk.sync.runs == 1)
        window.cards.table.go_to(1)
        window.registry.run("file.sync_selected")
        await until(lambda: desk.sync.refreshed == [(window.cards.model.id_at(1),)])


async def test_trouble_is_said_in_a_bar_and_a_mistake_asks_for_a_report(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        context = window._context

        async def fails() -> None:
            raise KnownError(text("No answer."), text("Try again later."), "HTTP 504")

        async def breaks() -> None:
            raise ZeroDivisionError("division by zero")

        context.tasks.start("asking", fails(), replace=False)
        await until(window.message_bar.isVisible)
        assert "No answer. Try again later. [HTTP 504]" in _words(window.message_bar)
        context.tasks.start("counting", breaks(), replace=False)
        await until(lambda: "Please report it" in _words(window.message_bar))
        report = next(
            b for b in window.message_bar.findChildren(QPushButton) if b.text() == "Read report…"
        )
        report.click()
        (dialog,) = window.findChildren(ReportDialog)
        assert "ZeroDivisionError" in dialog.words.toPlainText()
        dialog.safe_button.click()
        context.messages.tell("All is well.")
        # Good news does not hide trouble: each has its place.
        assert "Please report it" in _words(window.message_bar)
        assert "All is well." in _words(window.message_note)


async def test_pages_are_built_when_first_looked_at(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        assert list(window._pages) == ["cards"]
        window.registry.run("view.page_operations")
        assert "operations" in window._pages
        desk.operations.running = True
        desk.announcer.announce(OperationsChanged("op-1"))
        buttons = window.navigation.findChildren(QPushButton)
        await until(lambda: any("running" in one.accessibleName() for one in buttons))
        window.show_cards(parse_filter("status:stopped"))
        assert window.cards.isVisible()


async def test_the_arrangement_is_remembered_and_can_be_reset(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        page = window.cards
        page.table.show_column(index_of("carrier"), False)
        page.table.show_column(index_of("imei"), True)
        page.table.freeze(2)
        page.table.header.resizeSection(index_of("remark"), 333)
        page.table.header.moveSection(page.table.header.visualIndex(index_of("tags")), 1)
        page.ordering.sort_by(Sort("usage", Direction.DESCENDING))
        window.set_density(Density.ROOMY)
        window.remember()
    async with a_window(desk) as window:
        page = window.cards
        left = page.arrangement()
        assert {"carrier"} <= left.hidden
        assert "imei" not in left.hidden
        assert left.frozen == 2
        assert left.widths["remark"] == 333
        assert left.order[1] == "tags"
        assert left.sort == Sort("usage", Direction.DESCENDING)
        usage = [desk.cards.all[one].facts.cycle_usage_kb for one in page.model.ids]
        assert usage == sorted(usage, reverse=True)
        assert window.density is Density.ROOMY
        window.registry.run("view.reset")
        assert page.arrangement().frozen == 0
        assert "carrier" not in page.arrangement().hidden
        assert window.density is Density.NORMAL


async def test_sheets_open_and_name_every_key_once(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.registry.run("help.keys")
        sheet = _opened("ShortcutSheet")
        assert "Find pasted numbers" in _words(sheet)
        assert "Ctrl+Shift+V" in _words(sheet)
        sheet.close()
        window.registry.run("help.about")
        about = _opened("AboutDialog")
        assert about.versions.toPlainText().startswith("SimDesk ")
        about.close()
        keys = [key for spec in window.registry.specs.values() for key in spec.shortcuts]
        assert len(keys) == len(set(keys))


async def test_every_control_has_a_name_for_a_reader(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        for button in window.findChildren(QPushButton):
            if not button.isVisible():
                continue
            assert button.text() or button.accessibleName(), button
        for line in window.cards.findChildren(QLineEdit):
            assert line.accessibleName() or line.placeholderText(), line
        assert window.cards.table.accessibleName() == "Cards"


async def test_the_menu_of_a_card_ends_with_the_final_act(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.cards.table.go_to(0)
        menu = window.registry.context_menu(window)
        names = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert names[:4] == ["Copy ICCID", "Copy", "Filter by this value", "Exclude this value"]
        assert names[-1] == "Request account cancellation…"
        window.cards.open_menu(QPoint(10, 10))
        opened = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert any(isinstance(one, QMenu) for one in opened)
        for one in opened:
            if type(one).__name__ == "QMenu":
                one.close()


async def test_the_keys_go_round_the_panes(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.activateWindow()
        await until(window.isActiveWindow)
        window.cards.table.go_to(0)
        await until(lambda: window.cards.details.card_id is not None)
        window.cards.table.setFocus()
        stops: list[str] = []
        for _ in range(4):
            window.registry.run("view.next_pane")
            focused = QApplication.focusWidget()
            panes = {
                "navigation": window.navigation,
                "search": window.cards.finding.quick,
                "table": window.cards.table,
                "details": window.cards.details,
            }
            stops += [
                name for name, one in panes.items() if one is focused or one.isAncestorOf(focused)
            ]
        assert stops == ["details", "navigation", "search", "table"]


async def test_exports_are_asked_for_from_anywhere(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.show_page("operations")
        window.cards.table.selected.select([1, 2, 3])
        window.registry.run("file.export")
        assert window.cards.isVisible()
        dialog = _opened("ExportDialog")
        assert "3" in dialog.confirm_button.text()
        dialog.reject()


async def test_an_operation_is_shown_where_operations_are(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.cards.show_operation("op-1")
        assert window._stack.currentWidget() is window._pages["operations"]


async def test_unread_notifications_are_marked_in_the_pane(qloop: object, desk: FakeDesk) -> None:
    desk.automation.not_read = 3
    async with a_window(desk) as window:
        button = window.navigation._buttons["notifications"]
        await until(lambda: button.accessibleName() == "Notifications · 3 not read")
        assert button.text() == "Notifications ●"
        desk.announcer.announce(NotificationsChanged(0))
        assert (button.text(), button.toolTip()) == ("Notifications", "Notifications")


async def test_pages_lead_to_rules_and_their_notifications(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        window.show_rules()
        page = window._pages["rules"]
        assert window._stack.currentWidget() is page
        page.notifications_wanted.emit(4, "Usage")
        notices = window._pages["notifications"]
        assert window._stack.currentWidget() is notices
        assert notices.facts.text().endswith("of the rule “Usage” alone")
        notices.rules_wanted.emit()
        assert window._stack.currentWidget() is page


async def test_sub_cards_are_for_smart_cards(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        plain, smart = (
            next(one.id for one in desk.cards.all.values() if one.facts.smart is wanted)
            for wanted in (False, True)
        )
        window.cards.table.go_to(window.cards.model.ids.index(plain))
        window.registry.refresh()
        assert window.registry.reason("card.sub_cards") == "Only smart cards have sub-cards."
        window.cards.table.go_to(window.cards.model.ids.index(smart))
        window.registry.run("card.sub_cards")
        tabs = window.cards.details.tabs
        assert tabs.tabText(tabs.currentIndex()) == "Sub-cards"


async def test_a_message_may_offer_one_thing_to_do(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        pressed: list[str] = []
        window._context.messages.done("Exported.", Offer("Open", lambda: pressed.append("open")))
        before = window.cards.geometry()
        offer = next(b for b in window.message_note.findChildren(QPushButton) if b.text() == "Open")
        assert window.cards.geometry() == before  # nothing gives way to good news
        offer.click()
        assert pressed == ["open"]
        assert not window.message_note.isVisible()
        window._context.messages.warn("The clock of this computer is late.")
        assert window.message_bar.property("message") == "warn"


async def test_old_usage_says_how_old_it_is(qloop: object, tmp_path: Path) -> None:
    rows = [a_card_row(id=1, usage_as_of=a_moment(2026, 6, 13, 0))]
    async with a_window(FakeDesk(tmp_path, rows)) as window:
        assert _facts(window).endswith("usage as of 12 Jun 2026 24:00 · 2 days old")


async def test_selected_cards_that_the_filter_took_away_are_told(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        carriers = {row.id: row.facts.carrier.value for row in desk.cards.all.values()}
        mobile = [one for one, carrier in carriers.items() if carrier == "CMCC"]
        unicom = [one for one, carrier in carriers.items() if carrier == "CUCC"]

        async def told(selected: list[int]) -> str:
            window.cards.table.selected.select(selected)
            window.show_cards(parse_filter("carrier:CMCC"))
            await until(lambda: window.cards.presenter.facts.matching == len(mobile))
            return str(window.cards.selection_bar._label.text())

        assert await told(unicom[:1]) == "1 selected card is outside the filter"
        assert await told(unicom[:3]) == "3 selected cards are outside the filter"
        assert await told([mobile[0], *unicom[:2]]) == "1 selected · 2 more outside the filter"
