"""From the Overview to the Cards page in the real window, over a simulated fleet."""

from pathlib import Path
from random import Random
from typing import Any

from simdesk.compose import open_desk
from simdesk.services.providers.simulator import FleetPlan
from simdesk.ui.pages import beside_cards
from simdesk.ui.pages.overview import OverviewPage
from tests.ui.fakes import a_window, until

CARDS = 120


async def test_every_number_shows_as_many_cards(
    qloop: Any, tmp_path: Path, virtual_clock: Any
) -> None:
    plan = FleetPlan(CARDS, seed=22)
    desk = await open_desk(tmp_path, plan, virtual_clock, "lin", random_bits=Random(1).getrandbits)
    try:
        assert desk.simulation is not None
        desk.simulation.paused = True
        await desk.sync.run()
        async with a_window(desk) as window:
            assert list(window.navigation._buttons)[:2] == ["overview", "cards"]
            assert window.navigation._buttons["cards"].isChecked()
            window.show_page("overview")
            page = window._pages["overview"]
            assert isinstance(page, OverviewPage)
            await until(lambda: bool(page.links()) and not window._context.tasks.names())
            figures = [link.figure for link in page.links()]
            assert len(figures) > 25
            assert any("pools" in place for place in places_of(page))
            for figure in figures:
                assert figure is not None
                page.cards_wanted.emit(figure.question)
                await until(lambda: not window._context.tasks.names())
                facts = window.cards.presenter.facts
                assert (facts.complete, facts.matching) == (True, figure.cards), figure
                assert window.navigation._buttons["cards"].isChecked()
    finally:
        await desk.aclose()


def places_of(page: OverviewPage) -> list[str]:
    """Sections that have a number to open."""
    sections = ("distribution", "deadlines", "pools", "idle", "risks")
    return [name for name in sections if list(getattr(page, name).links())]


def test_the_overview_is_no_page_behind_the_cards() -> None:
    assert "overview" not in [spec.name for spec in beside_cards()]
