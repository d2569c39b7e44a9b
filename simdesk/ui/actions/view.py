"""What is in sight: finding, columns, row height, panes, pages."""

from collections.abc import Callable, Sequence
from typing import Protocol

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu
from simdesk.ui.cards.page import CardsPage
from simdesk.ui.pages import PageSpec
from simdesk.ui.theme import Density

FINDING, LOOKING, ARRANGING, PAGING = 0, 10, 20, 30


class ViewRoom(Protocol):
    """What the view actions need of the window."""

    @property
    def density(self) -> Density:
        """How high rows are."""

    def set_density(self, density: Density) -> None:
        """Make rows that high."""

    def reset_layout(self) -> None:
        """Put columns, docks and sizes back as they were new."""

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""

    def next_pane(self) -> None:
        """Give the keys to the next pane."""


def view_actions(
    room: ViewRoom, page: CardsPage, pages: Sequence[PageSpec]
) -> tuple[ActionSpec, ...]:
    """The View menu."""
    return (*_finding(page), *_looking(page), *_arranging(room, page), *_paging(room, pages))


def _finding(page: CardsPage) -> tuple[ActionSpec, ...]:
    def one(name: str, text: str, icon: str, shortcut: str, run: Callable[[], None]) -> ActionSpec:
        return ActionSpec(
            f"view.{name}", text, lambda target: run(), Menu.VIEW, icon, (shortcut,), FINDING
        )

    finding = page.finding
    return (
        one("find", QT_TRANSLATE_NOOP("actions", "Find cards"), "find", "Ctrl+F", finding.find),
        one(
            "find_advanced",
            QT_TRANSLATE_NOOP("actions", "Advanced search"),
            "filter",
            "Ctrl+Shift+F",
            finding.find_advanced,
        ),
        one(
            "paste",
            QT_TRANSLATE_NOOP("actions", "Find pasted numbers…"),
            "paste",
            "Ctrl+Shift+V",
            finding.paste,
        ),
        one(
            "group",
            QT_TRANSLATE_NOOP("actions", "Group by column"),
            "group",
            "Ctrl+G",
            page.group_by_current,
        ),
        one(
            "details",
            QT_TRANSLATE_NOOP("actions", "Card details"),
            "details",
            "F7",
            page.toggle_details,
        ),
    )


def _looking(page: CardsPage) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "view.next",
            QT_TRANSLATE_NOOP("actions", "Next match"),
            lambda target: page.seeker.next(1),
            Menu.VIEW,
            None,
            ("F3",),
            LOOKING,
        ),
        ActionSpec(
            "view.previous",
            QT_TRANSLATE_NOOP("actions", "Previous match"),
            lambda target: page.seeker.next(-1),
            Menu.VIEW,
            None,
            ("Shift+F3",),
            LOOKING,
        ),
        ActionSpec(
            "view.refresh",
            QT_TRANSLATE_NOOP("actions", "Refresh the table"),
            lambda target: page.presenter.refresh(),
            Menu.VIEW,
            None,
            ("F5", "Ctrl+R"),
            LOOKING,
        ),
    )


def _arranging(room: ViewRoom, page: CardsPage) -> tuple[ActionSpec, ...]:
    def height(name: str, text: str, density: Density) -> ActionSpec:
        return ActionSpec(
            f"view.rows_{name}",
            text,
            lambda target: room.set_density(density),
            Menu.VIEW,
            group=ARRANGING,
            checked=lambda: room.density is density,
            submenu=QT_TRANSLATE_NOOP("actions", "Row height"),
        )

    return (
        ActionSpec(
            "view.columns",
            QT_TRANSLATE_NOOP("actions", "Columns…"),
            lambda target: page.header_menu.choose_columns(),
            Menu.VIEW,
            "columns",
            ("Ctrl+Shift+L",),
            ARRANGING,
        ),
        ActionSpec(
            "view.column_menu",
            QT_TRANSLATE_NOOP("actions", "Menu of the column"),
            lambda target: page.header_menu.open_at_current(),
            Menu.VIEW,
            None,
            ("Ctrl+F10",),
            ARRANGING,
        ),
        ActionSpec(
            "view.pasted_order",
            QT_TRANSLATE_NOOP("actions", "Pasted order"),
            lambda target: page.ordering.show_pasted_order(not page.presenter.sort.as_listed),
            Menu.VIEW,
            group=ARRANGING,
            checked=lambda: page.presenter.sort.as_listed,
            why_not=page.ordering.pasted_reason,
        ),
        height("compact", QT_TRANSLATE_NOOP("actions", "Compact"), Density.COMPACT),
        height("normal", QT_TRANSLATE_NOOP("actions", "Normal"), Density.NORMAL),
        height("roomy", QT_TRANSLATE_NOOP("actions", "Roomy"), Density.ROOMY),
        ActionSpec(
            "view.reset",
            QT_TRANSLATE_NOOP("actions", "Reset layout"),
            lambda target: room.reset_layout(),
            Menu.VIEW,
            None,
            ("Ctrl+0",),
            ARRANGING,
        ),
    )


KEYED = 9
"""So many pages have a digit as their key."""


def _paging(room: ViewRoom, pages: Sequence[PageSpec]) -> tuple[ActionSpec, ...]:
    def go(place: int, spec: PageSpec) -> ActionSpec:
        return ActionSpec(
            f"view.page_{spec.name}",
            spec.title,
            lambda target: room.show_page(spec.name),
            Menu.VIEW,
            spec.icon,
            (f"Ctrl+{place}",) if place <= KEYED else (),
            PAGING,
            wording=lambda: spec.shown,
            everywhere=True,
        )

    panes = ActionSpec(
        "view.next_pane",
        QT_TRANSLATE_NOOP("actions", "Next pane"),
        lambda target: room.next_pane(),
        Menu.VIEW,
        None,
        ("F6",),
        PAGING,
        everywhere=True,
    )
    return (*(go(place, spec) for place, spec in enumerate(pages, 1)), panes)
