"""The pages of the window: a list; a further page is one more line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from simdesk.ui.context import Context

CONTEXT = "pages"
"""The translation context of the titles of pages."""


class Router(Protocol):
    """Pages do not know each other: what they want of another one goes through here."""

    def show_cards(self, question: CardFilter) -> None:
        """Show these cards on the Cards page."""

    def export_cards(self) -> None:
        """Ask what to export."""

    def show_rules(self) -> None:
        """Show the automation rules."""

    def show_notifications(self, rule_id: int, name: str) -> None:
        """Show what one rule told."""

    def show_orders(self, voucher: str | None = None) -> None:
        """Show the orders; with a voucher also what can be bought for its pool."""

    def show_order(self, number: str) -> None:
        """Show one order."""

    def show_money(self) -> None:
        """Show where money is, and the comparison with the provider's orders."""

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""

    def refresh_actions(self) -> None:
        """What can be done on the page is different now."""


@dataclass(frozen=True)
class PageSpec:
    """A page beside the Cards page. `build` is called when it is first looked at."""

    name: str
    title: str
    icon: str
    build: "Callable[[Context, Router, QWidget], QWidget]"

    @property
    def shown(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate(CONTEXT, self.title)


def _operations(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.operations_panel import OperationsPanel

    panel = OperationsPanel(context, parent)
    panel.cards_wanted.connect(router.show_cards)
    panel.current_changed.connect(router.refresh_actions)
    panel.load()
    return panel


def _exports(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.exported_files import ExportedFilesPage

    page = ExportedFilesPage(context, parent)
    page.export_wanted.connect(router.export_cards)
    return page


def _vouchers(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.vouchers import VouchersPage

    page = VouchersPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.orders_wanted.connect(router.show_orders)
    return page


def _tags(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.tags import TagsPage

    page = TagsPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    return page


def _orders(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.orders import OrdersPage

    page = OrdersPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.money_wanted.connect(router.show_money)
    return page


def _money(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.money import MoneyPage

    page = MoneyPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.order_wanted.connect(router.show_order)
    return page


def _audit(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.audit import AuditPage

    page = AuditPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.operation_wanted.connect(router.show_operation)
    return page


def _overview(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.overview import OverviewPage

    page = OverviewPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    return page


def review_pages() -> tuple[PageSpec, ...]:
    """The pages of a review beside the Cards page: what of it was exported again."""
    return tuple(spec for spec in beside_cards() if spec.name == "exports")


def before_cards() -> tuple[PageSpec, ...]:
    """The pages that stand before the Cards page."""
    return (PageSpec("overview", QT_TRANSLATE_NOOP("pages", "Overview"), "overview", _overview),)


def _rules(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.rules import RulesPage

    page = RulesPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.notifications_wanted.connect(router.show_notifications)
    return page


def _notifications(context: "Context", router: Router, parent: QWidget) -> QWidget:
    from simdesk.ui.pages.notifications import NotificationsPage

    page = NotificationsPage(context, parent)
    page.cards_wanted.connect(router.show_cards)
    page.rules_wanted.connect(router.show_rules)
    page.money_wanted.connect(router.show_money)
    return page


def beside_cards() -> tuple[PageSpec, ...]:
    """The pages behind the Cards page, in their order."""
    return (
        PageSpec("vouchers", QT_TRANSLATE_NOOP("pages", "Vouchers"), "vouchers", _vouchers),
        PageSpec("tags", QT_TRANSLATE_NOOP("pages", "Tags"), "tags", _tags),
        PageSpec("rules", QT_TRANSLATE_NOOP("pages", "Rules"), "rules", _rules),
        PageSpec(
            "notifications",
            QT_TRANSLATE_NOOP("pages", "Notifications"),
            "notifications",
            _notifications,
        ),
        PageSpec("orders", QT_TRANSLATE_NOOP("pages", "Orders"), "orders", _orders),
        PageSpec("exports", QT_TRANSLATE_NOOP("pages", "Exported files"), "exports", _exports),
        PageSpec("operations", QT_TRANSLATE_NOOP("pages", "Operations"), "operations", _operations),
        PageSpec("money", QT_TRANSLATE_NOOP("pages", "Money"), "money", _money),
        PageSpec("audit", QT_TRANSLATE_NOOP("pages", "Audit"), "audit", _audit),
    )
