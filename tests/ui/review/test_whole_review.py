"""A spreadsheet goes the whole way: written by a desk, read by the real process, shown."""

from pathlib import Path

import pytest

from simdesk.models.filter_text import parse_filter
from simdesk.ui.details.dock import Tab
from simdesk.ui.main_window import MainWindow
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.opening_dialog import OpeningDialog
from tests.ui.fakes import until
from tests.ui.review.real import a_fleet_desk, exported, review_windows, top

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
TURNS = 4_000


@pytest.mark.long_async(60)
async def test_our_own_export_opens_as_a_fleet_to_look_at(qloop: object, tmp_path: Path) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        file = await exported(desk, tmp_path)
        total = await desk.cards.total()
    async with review_windows(tmp_path) as windows:
        windows.open(file)
        await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
        window = top(MainWindow)
        assert top(MappingDialog) is None
        page = window.cards
        await until(lambda: page.presenter.facts.complete, TURNS)
        await until(lambda: page.presenter.facts.total is not None, TURNS)
        assert page.presenter.facts.total == total
        (opening,) = windows._open.values()
        assert opening.banner is not None
        assert "read-only" in opening.banner.words
        assert "refused" not in opening.banner.words
        window.show_cards(parse_filter("status:in_use"))
        await until(lambda: 0 < page.presenter.facts.matching < total, TURNS)
        page.table.go_to(0)
        page.show_details()
        page.details.open_tab(Tab.TRAFFIC)
        await until(lambda: page.details.card_id is not None, TURNS)
        await until(lambda: not window._context.tasks.names(), TURNS)
        assert page.details.trouble.isHidden()
        assert window.message_bar.isHidden()
        window.close()
        await until(lambda: not windows.names, TURNS)
    assert list((tmp_path / "reviews").iterdir()) == []


@pytest.mark.long_async(60)
async def test_a_hand_made_list_is_asked_about_and_refused_rows_are_told(
    qloop: object, tmp_path: Path
) -> None:
    lines = ["卡号;备注;已用流量(GB);状态"]
    lines += [f"898603210000{number:08d};备注 {number};0,5;已停用" for number in range(1, 20)]
    lines += ["8.98604E+19;rounded;1;已停用"]
    file = tmp_path / "清单.csv"
    file.write_bytes("\n".join(lines).encode("gb18030"))
    async with review_windows(tmp_path) as windows:
        windows.open(file)
        await until(lambda: top(MappingDialog) is not None, TURNS)
        assert top(MappingDialog).words.startswith("ICCID from column A · 4 of 4 columns used")
        top(MappingDialog).confirm_button.click()
        await until(lambda: top(MainWindow) is not None and top(MainWindow).furnished, TURNS)
        (opening,) = windows._open.values()
        assert opening.review is not None
        assert opening.review.rows == 19
        assert opening.banner is not None
        assert "19 cards · 1 row refused" in opening.banner.words
        window = top(MainWindow)
        await until(lambda: window.cards.presenter.facts.complete, TURNS)
        window.cards.table.go_to(0)
        window.cards.show_details()
        await until(lambda: window.cards.details.card_id is not None, TURNS)
        await until(lambda: not window._context.tasks.names(), TURNS)
        # Why it is suspended, nobody told: nothing is said of a specific status.
        _, status, why = window.cards.details.headline.words()
        assert status == "Suspended"
        assert why.startswith("The spreadsheet tells no specific")
        assert window.cards.details.basic.lines()["Specific status"] in ("", "—")


@pytest.mark.long_async(60)
async def test_what_is_no_spreadsheet_says_so(qloop: object, tmp_path: Path) -> None:
    file = tmp_path / "cards.xlsx"
    file.write_bytes(b"PK\x03\x04 but no more")
    async with review_windows(tmp_path) as windows:
        windows.open(file)
        await until(
            lambda: bool(top(OpeningDialog)) and "not opened" in top(OpeningDialog).windowTitle(),
            TURNS,
        )
        top(OpeningDialog).safe_button.click()
        await until(lambda: not windows.names, TURNS)
