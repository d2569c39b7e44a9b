"""The steps of the tour: an operator's job from the first look to the exported file."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort, SortKey
from simdesk.models.periods import Month
from simdesk.services.exports import ExportRequest
from simdesk.tour.console_steps import CONSOLE_STEPS
from simdesk.tour.first_steps import FIRST_STEPS
from simdesk.tour.operations_steps import OPERATION_STEPS, chosen
from simdesk.tour.orders_steps import ORDERS_STEPS
from simdesk.tour.review_steps import REVIEW_STEPS
from simdesk.tour.rules_steps import RULES_STEPS
from simdesk.tour.stage import Stage, TourError
from simdesk.tour.trust_steps import TRUST_STEPS
from simdesk.ui.cards.columns import index_of
from simdesk.ui.closing import ClosingDialog
from simdesk.ui.command_palette import CommandPalette
from simdesk.ui.details.dock import Tab
from simdesk.ui.dialogs.export import ExportDialog
from simdesk.ui.filter.paste_dialog import PasteDialog

WIDE, NARROW = (1440, 900), (1366, 768)
_JOB = 214


async def first_look(stage: Stage) -> None:
    """The window is there at once and fills while the list is read."""
    stage.opened.window.registry.run("file.sync")
    await stage.until(lambda: stage.desk.sync.progress.done > 0, "the first cards")
    await stage.quiet()


async def whole_fleet(stage: Stage) -> None:
    await stage.until(lambda: not stage.opened.context.tasks.busy("sync"), "the end of the sync")
    await stage.quiet()


async def overview(stage: Stage) -> None:
    """What needs a person today, its prices read."""
    stage.opened.window.show_page("overview")
    await stage.quiet()


async def finding(stage: Stage) -> None:
    words = "carrier:CMCC status:in_use usage>=50MB tag:depot,north"
    await stage.ask(parse_filter(words))


async def mistake(stage: Stage) -> None:
    """A filter that cannot be read shows its place; the table keeps its rows."""
    quick = stage.opened.window.cards.finding.quick
    quick.setFocus()
    quick.setText("status:in_use expires<31.12.2026")
    _enter(quick)
    await stage.quiet()
    if not quick.complaint:
        raise TourError("nothing was said about the filter")


async def advanced_search(stage: Stage) -> None:
    await stage.ask(parse_filter("specific:usage_limit,manual expires<60d"))
    stage.opened.window.cards.finding.find_advanced()
    await stage.quiet()


async def details(stage: Stage) -> None:
    window = stage.opened.window
    window.cards.finding.dock.hide()
    await stage.look_at("plan:SC status:in_use usage>=20MB", Tab.BASIC)


async def traffic(stage: Stage) -> None:
    window = stage.opened.window
    window.cards.details.open_tab(Tab.TRAFFIC)
    await stage.quiet()
    await stage.until(lambda: not stage.opened.context.tasks.names() - {"sync"}, "the chart")


async def card_settings(stage: Stage) -> None:
    await stage.look_at("specific:usage_limit plan:SF,UP", Tab.SETTINGS)


async def smart_card(stage: Stage) -> None:
    await stage.look_at("carrier:VNO status:in_use", Tab.SUB_CARDS)


async def records(stage: Stage) -> None:
    await stage.look_at("specific:device_change", Tab.RECORDS)


async def small_screen(stage: Stage) -> None:
    """At 1366 x 768 with details open: eighteen rows and six columns."""
    stage.window.resize(*NARROW)
    await stage.look_at("plan:SC status:in_use", Tab.BASIC)


async def pasted(stage: Stage) -> None:
    stage.window.resize(*WIDE)
    ids = await stage.desk.cards.ids(CardFilter(), Sort("usage"))
    rows = await stage.desk.cards.rows(ids[:40])
    numbers = [row.facts.iccid for row in rows] + [rows[0].facts.iccid, "8.98604E+19", "北门"]
    numbers += [number for row in rows[5:9] for number in row.facts.msisdns]
    stage.opened.window.cards.finding.paste()
    await stage.quiet()
    dialog = stage.dialog(PasteDialog)
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("\n".join(numbers))
    dialog.find_button.click()
    await stage.quiet()


async def pasted_order(stage: Stage) -> None:
    """The cards stand as their numbers were pasted; a click on a header sorts as ever."""
    await pasted(stage)
    stage.dialog(PasteDialog).confirm_button.click()
    await stage.quiet()


async def two_keys(stage: Stage) -> None:
    """By carrier, and by usage within each; the menu of a column offers the rest."""
    page = stage.opened.window.cards
    await stage.ask(CardFilter())
    usage = SortKey("usage", Direction.DESCENDING)
    page.ordering.sort_by(Sort("carrier", second=usage))
    await stage.quiet()
    page.table.setFocus()
    page.table.go_to(3, index_of("usage"))
    await stage.quiet()
    page.header_menu.open_at_current()
    await stage.quiet()


async def everything_selected(stage: Stage) -> None:
    await stage.ask(CardFilter())
    stage.opened.window.cards.ordering.sort_by(Sort())
    stage.opened.window.cards.details.hide()
    stage.opened.window.cards.table.setFocus()
    stage.opened.window.cards.select_all()
    await stage.quiet()


async def grouped(stage: Stage) -> None:
    """The values of a column with their cards and usage; one was clicked to narrow the search."""
    page = stage.opened.window.cards
    await stage.ask(parse_filter("status:in_use carrier:CMCC"))
    page.table.setFocus()
    page.table.go_to(0, index_of("usage"))
    stage.opened.window.registry.run("view.group")
    await stage.quiet()


async def grouped_long(stage: Stage) -> None:
    """A column with another value on every card: the first of them, and how many there are."""
    await stage.ask(CardFilter())
    stage.opened.window.cards.group.group_by("iccid")
    await stage.quiet()


async def type_ahead(stage: Stage) -> None:
    """Letters typed in a column go to the next card that begins with them, however far down."""
    page = stage.opened.window.cards
    page.group.hide()
    page.table.setFocus()
    page.table.go_to(0, index_of("voucher"))
    for letter in "cu":
        page.table.keyboardSearch(letter)
    await stage.quiet()


async def tags(stage: Stage) -> None:
    await chosen(stage, "status:in_use", 30)
    stage.opened.window.registry.run("card.tag")
    await stage.quiet()


async def nothing_found(stage: Stage) -> None:
    await stage.ask(parse_filter("carrier:CUCC usage>=900GB"))


async def palette(stage: Stage) -> None:
    await chosen(stage, "status:in_use", 3)
    stage.opened.window.registry.run("help.palette")
    await stage.quiet()
    begun = stage.opened.window.registry.specs["card.suspend"].shown[:3].lower().rstrip("…")
    stage.dialog(CommandPalette).findChildren(QLineEdit)[0].setText(begun)


async def card_menu(stage: Stage) -> None:
    await chosen(stage, "status:suspended", 1)
    table = stage.opened.window.cards.table
    stage.opened.window.cards.open_menu(table.viewport().mapToGlobal(QPoint(260, 90)))
    await stage.quiet()


async def export(stage: Stage) -> None:
    await chosen(stage, "carrier:CMCC", _JOB)
    stage.opened.window.registry.run("file.export")
    await stage.quiet()
    stage.dialog(ExportDialog)


async def closing(stage: Stage) -> None:
    """The window is closed while it writes: it asks, and goes on writing."""
    await stage.ask(CardFilter())
    month = Month.of(stage.desk.cards.now())
    asked = ExportRequest(CardFilter(), Sort(), None, month, month, daily=True, name="fleet")
    await stage.desk.exports.start(asked)
    stage.window.close()
    stage.dialog(ClosingDialog)


async def exported_files(stage: Stage) -> None:
    """The file lands beside the pictures as well."""
    stage.opened.window.registry.run("file.export")
    await stage.quiet()
    stage.dialog(ExportDialog).confirm_button.click()
    await stage.until(lambda: not stage.opened.context.tasks.names() - {"sync"}, "the dialog")
    (newest, *_) = await stage.desk.exports.list()
    done = await stage.desk.exports.wait(newest.id)
    await stage.desk.exports.save_copy(done.id, stage.out / "cards.xlsx")
    stage.opened.window.show_page("exports")
    await stage.quiet()


def _enter(widget: QWidget) -> None:
    none = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r")
    QCoreApplication.sendEvent(widget, key)


STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("first-look", first_look),
    ("whole-fleet", whole_fleet),
    ("overview", overview),
    ("finding", finding),
    ("mistake-in-a-filter", mistake),
    ("advanced-search", advanced_search),
    ("details", details),
    ("traffic", traffic),
    ("card-settings", card_settings),
    ("smart-card", smart_card),
    ("card-records", records),
    ("small-screen", small_screen),
    ("pasted-numbers", pasted),
    ("pasted-order", pasted_order),
    ("two-sort-keys", two_keys),
    ("everything-selected", everything_selected),
    ("grouped", grouped),
    ("grouped-by-iccid", grouped_long),
    ("type-ahead", type_ahead),
    *OPERATION_STEPS,
    ("tags", tags),
    ("nothing-found", nothing_found),
    ("palette", palette),
    ("card-menu", card_menu),
    ("export", export),
    ("closing", closing),
    ("exported-files", exported_files),
    *CONSOLE_STEPS,
    *RULES_STEPS,
    *ORDERS_STEPS,
    *TRUST_STEPS,
    *REVIEW_STEPS,
    *FIRST_STEPS,
)
