"""Exports speak the window's language, and come back whole in each of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QLocale

from simdesk.compose import make_reviews
from simdesk.models.audit import AuditFilter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.order_list import OrderFilter
from simdesk.models.periods import Month
from simdesk.services.exports import ExportRequest
from simdesk.ui.languages import speak
from simdesk.ui.text import shown
from tests.ui.review.real import a_fleet_desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=["en", "zh_CN"])
def spoken(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    before = QLocale()
    yield speak(request.param)
    speak("en")
    QLocale.setDefault(before)


@pytest.mark.long_async(60)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
async def test_what_was_exported_is_read_back_without_a_difference(
    qloop: object, tmp_path: Path, spoken: str, ending: str
) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        desk.file_language.speak(shown)
        ids = await desk.cards.ids(CardFilter(), Sort())
        await desk.edits.set_remark(list(ids[:5]), "备用卡，north gate")
        month = Month.of(desk.cards.now())
        asked = ExportRequest(
            CardFilter(), Sort(), None, month, month, daily=True, name="cards", folder=tmp_path
        )
        asked = replace(asked, format="csv") if ending == "csv" else asked
        row = await desk.exports.wait(await desk.exports.start(asked))
        assert _header(row.path)[3] == {"en": "Carrier", "zh_CN": "运营商"}[spoken]
        reviews = make_reviews()
        understood = await reviews.look(row.path)
        folder, lines = tmp_path / "review", tmp_path / "lines"
        folder.mkdir()
        lines.mkdir()
        mapping = understood.mapping
        review = await reviews.load(row.path, mapping, folder, lambda loaded: None)
        assert (review.rows, review.refused_rows, review.refused_cells) == (len(ids), 0, 0)
        compared = await desk.sheets.compare(review, folder, lines, desk.name)
        found = compared.found
        assert (found.same, found.added, found.gone, found.changed) == (len(ids), 0, 0, 0)
        assert len(found.fields) > 25
        await compared.aclose()
        wishes = await desk.sheets.look_at_changes(review, folder, lines)
        assert await wishes.acts() == ()
        assert await wishes.local_cards() == 0
        await wishes.aclose()


def _header(file: Path) -> list[object]:
    if file.suffix == ".csv":
        return list(file.read_text("utf-8-sig").splitlines()[0].split(","))
    book = openpyxl.load_workbook(file, read_only=True)
    try:
        return [cell.value for cell in next(iter(book.worksheets[0].rows))]
    finally:
        book.close()


@pytest.mark.long_async(60)
async def test_other_lists_speak_it_too(qloop: object, tmp_path: Path, spoken: str) -> None:
    async with a_fleet_desk(tmp_path / "north") as desk:
        desk.file_language.speak(shown)
        await desk.orders.read()
        await desk.orders.export(tmp_path / "orders.csv", OrderFilter())
        await desk.audit.export(tmp_path / "audit.csv", AuditFilter())
        assert _header(tmp_path / "orders.csv")[0] == {"en": "Order", "zh_CN": "订单"}[spoken]
        assert ("Act" in _header(tmp_path / "audit.csv")) == (spoken == "en")
