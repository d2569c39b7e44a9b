"""A page with nothing in it says what it is for, and has one button for the next step."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.ui.listing.empty import EmptyList
from simdesk.ui.pages import PageSpec, before_cards, beside_cards
from tests.services.small_desk import small_desk
from tests.ui.fakes import a_context, until

pytestmark = pytest.mark.usefixtures("dressed")
SPECS = (*before_cards(), *beside_cards())


class Room(QWidget):
    """Where pages lie, and what they ask of it."""

    asked = Signal(str)

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("show_", "export_", "refresh_")):
            return lambda *given: self.asked.emit(f"{name} {given}")
        raise AttributeError(name)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
async def test_it_teaches_and_offers_one_step(
    qloop: object, qtbot: Any, tmp_path: Path, spec: PageSpec
) -> None:
    async with small_desk(tmp_path) as small:
        context, room = a_context(small.desk), Room()
        qtbot.addWidget(room)
        room.resize(1218, 700)
        page = spec.build(context, room, room)  # type: ignore[arg-type]
        page.resize(1218, 700)
        room.show()
        page.show()
        await until(lambda: not context.tasks.names())
        empty = [one for one in page.findChildren(EmptyList) if one.isVisible()]
        assert len(empty) == 1
        words, button = empty[0].words, empty[0].button
        assert len(words.text()) > 50  # more than that there is nothing
        assert words.height() >= words.heightForWidth(words.width())
        assert button.isVisible()
        assert button.text() == button.accessibleName() != ""
        await context.tasks.aclose()
        context.bridge.close()


@pytest.mark.parametrize("name", ["operations", "audit"])
async def test_where_nothing_was_done_yet_it_leads_to_the_cards(
    qloop: object, qtbot: Any, tmp_path: Path, name: str
) -> None:
    async with small_desk(tmp_path) as small:
        context, room = a_context(small.desk), Room()
        qtbot.addWidget(room)
        asked: list[str] = []
        room.asked.connect(asked.append)
        spec = next(one for one in SPECS if one.name == name)
        page = spec.build(context, room, room)  # type: ignore[arg-type]
        room.show()
        page.show()
        await until(lambda: not context.tasks.names())
        (empty,) = (one for one in page.findChildren(EmptyList) if one.isVisible())
        empty.button.click()
        assert asked[-1] == f"show_cards ({CardFilter()!r},)"
        await context.tasks.aclose()
        context.bridge.close()
