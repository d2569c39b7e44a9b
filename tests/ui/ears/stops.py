"""Where the walk stops: all of the tour, and what the tour does not come by."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import DESK_FILE
from simdesk.services.rescue import Rescue
from simdesk.tour.operations_steps import chosen
from simdesk.tour.stage import Stage
from simdesk.tour.steps import STEPS
from simdesk.ui.dialogs.backups import BackupsDialog
from simdesk.ui.dialogs.keys import KeysDialog
from simdesk.ui.dialogs.remark import RemarkDialog
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.pages.exported_files import ExportedFilesPage
from simdesk.ui.pages.operations_panel import OperationsPanel
from simdesk.ui.pages.orders import OrdersPage
from simdesk.ui.pages.rules import RulesPage
from simdesk.ui.pages.tags import TagsPage
from simdesk.ui.rescue import RescueWindow
from simdesk.ui.review.opening_dialog import OpeningDialog
from tests.ui.ears.walking import Step

P = TypeVar("P", bound=QWidget)
_BROKEN = KnownError(
    text(QT_TRANSLATE_NOOP("trade", "The desk's file is damaged.")),
    text(QT_TRANSLATE_NOOP("trade", "Restore a backup.")),
)


async def _page(stage: Stage, name: str, kind: type[P]) -> P:
    stage.opened.window.show_page(name)
    await stage.quiet()
    (page,) = stage.opened.window.findChildren(kind)
    return page


async def remark(stage: Stage) -> None:
    await chosen(stage, "status:in_use", 3)
    window = stage.opened.window
    RemarkDialog(window._context, tuple(window.cards.target().card_ids), "", window).open()


async def columns(stage: Stage) -> None:
    stage.opened.window.cards.header_menu.choose_columns()


async def keys(stage: Stage) -> None:
    stage.opened.window.show_shortcuts()


async def setting_keys(stage: Stage) -> None:
    """A key that another command has, and the keys of another map over it."""
    stage.opened.window.show_keys()
    dialog = stage.dialog(KeysDialog)
    dialog.list.go_to("file.sync")
    dialog.field.pressed.emit("Ctrl+E")


async def keys_of_a_file(stage: Stage) -> None:
    path = stage.out / "keys.toml"
    path.write_text('[keys]\n"file.export" = "Space"\n"file.sync" = "F9"\n')
    stage.opened.window.show_keys()
    stage.dialog(KeysDialog).import_from(path)


async def about(stage: Stage) -> None:
    stage.opened.window.show_about()


async def report(stage: Stage) -> None:
    stage.opened.window.show_report("2026-06-15 09:00\n\nValueError\n  at 12")


async def safe_mode(stage: Stage) -> None:
    stage.opened.window.show_safe_mode()


async def save_search(stage: Stage) -> None:
    await stage.ask(parse_filter("status:in_use"))
    stage.opened.window.cards.finding.chips.save_button.click()


async def why_not(stage: Stage) -> None:
    await chosen(stage, "status:in_use,stopped", 20)
    stage.opened.window.cards.selection_bar._on_why_clicked()


async def new_tag(stage: Stage) -> None:
    (await _page(stage, "tags", TagsPage)).add()


async def merge_tag(stage: Stage) -> None:
    page = await _page(stage, "tags", TagsPage)
    page.choose({next(row.id for row in page.model.rows if not row.rules)})
    page.merge()


async def delete_tag(stage: Stage) -> None:
    (await _page(stage, "tags", TagsPage)).delete()


async def delete_rule(stage: Stage) -> None:
    (await _page(stage, "rules", RulesPage)).delete()


async def persons(stage: Stage) -> None:
    (await _page(stage, "operations", OperationsPanel))._on_answer_wanted()
    await stage.quiet()


async def decide(stage: Stage) -> None:
    """While the answer to a purchase is not known."""
    page = await _page(stage, "orders", OrdersPage)
    page.search.clear()
    await stage.quiet()
    act = next(line for line in page.model.rows if line.act is not None)
    page.choose({page.model.identify(act)})
    page.decide()


async def close_order(stage: Stage) -> None:
    page = await _page(stage, "orders", OrdersPage)
    page.filter.states.setCurrentIndex(1)
    await stage.quiet()
    page.close_order()
    await stage.quiet()


async def delete_exports(stage: Stage) -> None:
    (await _page(stage, "exports", ExportedFilesPage)).delete_chosen()


async def restore(stage: Stage) -> None:
    await stage.desk.custody.backups.make()
    stage.opened.window.show_backups()
    await stage.quiet()
    dialog = stage.dialog(BackupsDialog)
    dialog._table.selectRow(0)
    dialog._on_restore_clicked()
    await stage.quiet()


async def opening_a_sheet(stage: Stage) -> None:
    dialog = OpeningDialog("list.xlsx", stage.opened.window)
    dialog.open()
    dialog.show_loading(1_000, 0, 0)


async def opening(stage: Stage) -> None:
    # Kept by the window: nothing else would hold it until it is looked at.
    window = OpeningWindow("fleet")
    window.setParent(stage.opened.window, window.windowFlags())
    window.show()
    window.show_failure(_BROKEN)


async def rescue(stage: Stage) -> None:
    window = RescueWindow(Rescue(stage.out / "fleet" / DESK_FILE), _BROKEN)
    window.show()
    await stage.until(lambda: not window._tasks.names(), "the list of backups")


async def ended(stage: Stage) -> None:
    """The windows of the last two stops go."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, RescueWindow):
            await window.aclose()
        elif isinstance(window, OpeningWindow):
            window.close()
            window.deleteLater()
    await stage.quiet()


def _with(steps: Iterable[Step], after: str, *more: Step) -> tuple[Step, ...]:
    """The steps, with `more` behind the one called `after`. Raises ValueError."""
    found = list(steps)
    place = [name for name, _ in found].index(after) + 1
    return (*found[:place], *more, *found[place:])


_MORE: tuple[Step, ...] = (
    ("remark", remark),
    ("columns", columns),
    ("keys", keys),
    ("setting-keys", setting_keys),
    ("keys-of-a-file", keys_of_a_file),
    ("about", about),
    ("report", report),
    ("safe-mode", safe_mode),
    ("save-search", save_search),
    ("why-not", why_not),
    ("new-tag", new_tag),
    ("merge-tag", merge_tag),
    ("delete-tag", delete_tag),
    ("delete-rule", delete_rule),
    ("persons", persons),
    ("close-order", close_order),
    ("delete-exports", delete_exports),
    ("restore", restore),
    ("opening-a-sheet", opening_a_sheet),
    ("opening", opening),
    ("rescue", rescue),
    ("ended", ended),
)
STOPS: tuple[Step, ...] = (*_with(STEPS, "purchase-in-doubt", ("decide", decide)), *_MORE)
