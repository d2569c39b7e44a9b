"""The tour's steps on the console's other pages: vouchers, tags, sub-cards, the simulated world."""

from collections.abc import Awaitable, Callable

from simdesk.models.tags import TagColor
from simdesk.tour.stage import Stage
from simdesk.ui.details.dock import Tab
from simdesk.ui.details.sub_cards import SubCardBlock
from simdesk.ui.pages.vouchers import VouchersPage
from simdesk.ui.world_menu import WorldButton

POOL = "CM_SF_M_3_1G"


async def vouchers(stage: Stage) -> None:
    """A pool beside even use, its cards by status."""
    window = stage.opened.window
    window.show_page("vouchers")
    await stage.quiet()
    page = window.findChild(VouchersPage)
    assert page is not None
    page.choose({POOL})
    await stage.quiet()


async def tags(stage: Stage) -> None:
    """Tags in colours of their own."""
    service = stage.desk.tags
    for tag, color in zip(await service.list(), TagColor, strict=False):
        await service.recolour(tag.id, color)
    stage.opened.window.show_page("tags")
    await stage.quiet()


async def sub_cards(stage: Stage) -> None:
    """One sub-card of a smart card, ticked to be resumed on its own."""
    await stage.look_at("specific:partial", Tab.SUB_CARDS)
    shown = stage.opened.window.cards.details.sub_cards

    def closed() -> list[SubCardBlock]:
        cards = ((block, block.card) for block in shown.blocks)
        return [block for block, card in cards if card is not None and card.specific != 100]

    await stage.until(closed, "the sub-cards of a partly suspended card")
    closed()[0].tick.setChecked(True)
    await stage.quiet()


async def world(stage: Stage) -> None:
    """Practice: any date, the wallet, and what shall go wrong."""
    button = stage.opened.window.findChild(WorldButton)
    assert button is not None
    button.open_panel()
    await stage.quiet()


CONSOLE_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("vouchers", vouchers),
    ("tags-page", tags),
    ("sub-cards", sub_cards),
    ("simulated-world", world),
)
