"""The tour's steps through spreadsheets: understood, looked at, compared, brought back."""

import csv
from collections.abc import Awaitable, Callable
from pathlib import Path

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.sheet_fields import key_of_title
from simdesk.services.export_words import ExportRequest, Format
from simdesk.tour.stage import Stage, TourError
from simdesk.ui.details.dock import Tab
from simdesk.ui.main_window import MainWindow
from simdesk.ui.review.bring_back_dialog import BringBackDialog
from simdesk.ui.review.comparison_dialog import ComparisonDialog
from simdesk.ui.review.list_dialog import ListDialog
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.opening import Opening
from simdesk.ui.review.refused import RefusedDialog

_WIDE = (1440, 900)
_LISTED = 180
_EDITED = 12


async def mapping(stage: Stage) -> None:
    """A colleague's list in Chinese: what was understood of each column."""
    stage.opened.window.show_page("cards")
    stage.reviews.open(await _colleagues_list(stage))
    await stage.until(lambda: _open(stage, MappingDialog), "the mapping dialog")
    dialog = stage.dialog(MappingDialog)
    dialog.table.go_to(2)


async def mistaken_mapping(stage: Stage) -> None:
    """Two columns of one field: said beside both, and nothing can be opened."""
    await mapping(stage)
    dialog = stage.dialog(MappingDialog)
    dialog.model.choose(len(dialog.model.columns) - 1, "remark")


async def review(stage: Stage) -> None:
    """The list as a fleet to look at, with its date and what was refused of it."""
    await mapping(stage)
    stage.dialog(MappingDialog).confirm_button.click()
    opening = await _opened(stage)
    window = _window(opening)
    await _ask(stage, opening, "usage>=1MB")
    window.cards.table.setFocus()
    window.cards.table.go_to(2)
    window.cards.show_details()
    await _quiet(stage, opening)


async def found_on_desk(stage: Stage) -> None:
    """The same cards on the desk, to act on: five buckets that sum to the rows."""
    (opening,) = stage.reviews.openings
    stage.reviews.find_on_desk(opening)
    dialog = stage.dialog(ListDialog)
    await stage.until(lambda: dialog.report is not None, "the look-up")


async def refused_rows(stage: Stage) -> None:
    (opening,) = stage.reviews.openings
    if opening.banner is None:
        raise TourError("the review has no banner")
    opening.banner.refused.click()
    stage.dialog(RefusedDialog)


async def own_export(stage: Stage) -> None:
    """Our own export needs no questions; its days are charted."""
    await _close(stage)
    stage.reviews.open(await _export(stage, "xlsx"))
    opening = await _opened(stage)
    window = _window(opening)
    await _ask(stage, opening, "status:in_use usage>=20MB")
    window.cards.table.setFocus()
    window.cards.table.go_to(1)
    window.cards.show_details()
    window.cards.details.open_tab(Tab.TRAFFIC)
    await _quiet(stage, opening)


async def comparison(stage: Stage) -> None:
    """What has changed on the desk since it was exported."""
    ids = await stage.desk.cards.ids(CardFilter(), Sort())
    await stage.desk.edits.set_remark(ids[3:40], "north gate, checked in June")
    await stage.desk.edits.add_tags(ids[20:60], ["checked"])
    (opening,) = stage.reviews.openings
    stage.reviews.compare(opening)
    dialog = stage.dialog(ComparisonDialog)
    await stage.until(lambda: dialog.comparison is not None, "the comparison")
    await stage.quiet()
    dialog.view.table.selectRow(1)


async def bring_back(stage: Stage) -> None:
    """An edited csv comes back: changes, conflicts, what is refused and why."""
    await _close(stage)
    stage.reviews.open(_edited(await _export(stage, "csv")))
    opening = await _opened(stage)
    stage.reviews.bring_back(opening)
    dialog = stage.dialog(BringBackDialog)
    await stage.until(lambda: dialog.shown, "the preview of the sheet")
    await stage.quiet()


async def brought_back(stage: Stage) -> None:
    """Written in one step, which Undo takes back."""
    (opening,) = stage.reviews.openings
    stage.reviews.bring_back(opening)
    dialog = stage.dialog(BringBackDialog)
    await stage.until(lambda: dialog.shown, "the preview of the sheet")
    dialog.confirm_button.click()
    await stage.until(dialog.confirm_button.isHidden, "the end of the edit")
    await stage.quiet()


async def left(stage: Stage) -> None:
    """The review is closed; the fleet's window was there all the time."""
    await _close(stage)
    await stage.ask(CardFilter())


# The files


async def _colleagues_list(stage: Stage) -> Path:
    ids = await stage.desk.cards.ids(CardFilter(), Sort("usage"))
    rows = await stage.desk.cards.rows(ids[-_LISTED:])
    path = stage.out / "物联网卡清单.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["2026年6月 北方仓库", *[""] * 6])
        writer.writerow(["卡号", "手机号", "运营商", "已用流量(MB)", "激活日期", "备注", "仓位"])
        for number, row in enumerate(rows):
            facts = row.facts
            iccid = "8.98604E+19" if number in (17, 90) else facts.iccid
            used = f"{facts.cycle_usage_kb / 1024:.2f}"
            day = "31.31.2026" if number == 40 else "2026/3/1"
            phone = facts.msisdns[0]
            writer.writerow([iccid, phone, "中国移动", used, day, row.remark, f"A-{number}"])
    return path


async def _export(stage: Stage, ending: Format) -> Path:
    month = Month.of(stage.desk.cards.now())
    asked = ExportRequest(
        CardFilter(), Sort(), None, month.plus(-1), month, daily=ending == "xlsx",
        name="cards_2026", folder=stage.out, format=ending, replace=True,
    )  # fmt: skip
    row = await stage.desk.exports.wait(await stage.desk.exports.start(asked))
    return row.path


def _edited(path: Path) -> Path:
    """Some remarks written, one too long, a tag that is none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        titles, *rows = csv.reader(file)
    keys = [key_of_title(title) for title in titles]  # titles speak the language of the window
    remark, tags = keys.index("remark"), keys.index("tags")
    for number, row in enumerate(rows[:_EDITED]):
        row[remark] = f"Depot north, shelf {number}"
    rows[_EDITED][remark] = "x" * 140
    rows[_EDITED + 1][tags] = "this tag is far too long for a tag"
    rows[_EDITED + 2][tags] = "depot, checked"
    target = path.with_name("cards_2026 edited.csv")
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([titles, *rows])
    return target


# Waiting


def _open(stage: Stage, kind: type[MappingDialog]) -> bool:
    try:
        return stage.dialog(kind).isVisible()
    except TourError:
        return False


async def _opened(stage: Stage) -> Opening:
    """The one review, complete; its window is in front."""

    def complete() -> bool:
        return all(one.context is not None for one in stage.reviews.openings)

    await stage.until(complete, "the review")
    (opening,) = stage.reviews.openings
    window = _window(opening)
    window.resize(*_WIDE)
    stage.front = window
    await _quiet(stage, opening)
    return opening


def _window(opening: Opening) -> MainWindow:
    if opening.window is None:
        raise TourError("the review has no window")
    return opening.window


async def _ask(stage: Stage, opening: Opening, words: str) -> None:
    _window(opening).show_cards(parse_filter(words))
    await _quiet(stage, opening)


async def _quiet(stage: Stage, opening: Opening) -> None:
    window, context = _window(opening), opening.context

    def still() -> bool:
        facts = window.cards.presenter.facts
        return context is not None and not context.tasks.names() and facts.complete

    await stage.until(still, "the review to rest")
    await stage.quiet()
    await stage.until(still, "the review to rest")


async def _close(stage: Stage) -> None:
    stage.front = None
    for opening in stage.reviews.openings:
        _window(opening).close()
    await stage.until(lambda: not stage.reviews.openings, "the end of the review")
    await stage.quiet()


REVIEW_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("sheet-columns", mapping),
    ("sheet-columns-mistaken", mistaken_mapping),
    ("sheet-review", review),
    ("sheet-refused", refused_rows),
    ("sheet-found-on-desk", found_on_desk),
    ("sheet-own-export", own_export),
    ("sheet-comparison", comparison),
    ("sheet-bring-back", bring_back),
    ("sheet-brought-back", brought_back),
    ("sheet-closed", left),
)
