"""A window of pages by name, and how one gets from anywhere to anything."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.ui.navigation import NavigationPane
from simdesk.ui.page_stack import PageStack
from simdesk.ui.pages import PageSpec
from simdesk.ui.sheets import SheetsWindow


class PagesWindow(SheetsWindow):
    """Builds a page when it is first looked at; the window puts stack and navigation in place."""

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self._specs = {spec.name: spec for spec in pages}
        self._pages: dict[str, QWidget] = {}
        self._stack = PageStack(self)
        self.navigation = NavigationPane(tuple(self._specs.values()), self)

    def show_page(self, name: str) -> None:
        """Bring a page to the front, if the window has it; built when it is first looked at."""
        if name not in self._specs:
            return
        self._stack.setCurrentWidget(self.page(name))
        self.front_page = name
        self.navigation.show_page(name)
        self.registry.refresh()

    def page(self, name: str) -> QWidget:
        """One of its pages, built now if it was not; KeyError for one that it has not."""
        if name not in self._pages:
            page = self._specs[name].build(self._context, self, self._stack)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @property
    def built_pages(self) -> dict[str, QWidget]:
        """The pages that were looked at, by name."""
        return dict(self._pages)

    def _elsewhere(self) -> bool:
        return self._stack.currentWidget() is not self.cards

    def show_cards(self, question: CardFilter) -> None:
        """Show these cards on the Cards page."""
        self.show_page("cards")
        self.cards.show_cards(question)

    def find_numbers(self, words: str) -> None:
        """Ask for the cards of these numbers."""
        self.cards.finding.paste(words)

    def come_for_cards(self, question: CardFilter) -> None:
        """Come to the front and show these cards."""
        self.show_cards(question)
        self.raise_()
        self.activateWindow()

    def export_cards(self) -> None:
        """Ask what to export."""
        self.show_page("cards")
        self.cards.export()

    def show_rules(self) -> None:
        """Show the automation rules."""
        self.show_page("rules")

    def show_notifications(self, rule_id: int, name: str) -> None:
        """Show what one rule told."""
        self._ask("notifications", "show_rule", rule_id, name)

    def show_orders(self, voucher: str | None = None) -> None:
        """Show the orders; with a voucher also what can be bought for its pool."""
        self.show_page("orders")
        if voucher is not None:
            self._ask("orders", "buy_for", voucher)

    def show_order(self, number: str) -> None:
        """Show one order."""
        self._ask("orders", "show_order", number)

    def show_money(self) -> None:
        """Show where money is, and the comparison with the provider's orders."""
        self.show_page("money")

    def refresh_actions(self) -> None:
        """Enable anew what can be done, after everything that happens now."""
        self.registry.refresh_soon()

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""
        self._ask("operations", "select", operation_id)

    def _ask(self, page: str, wish: str, *given: object) -> None:
        """Bring a page to the front and ask something of it, where it knows that."""
        self.show_page(page)
        asked = getattr(self._pages.get(page), wish, None)
        if asked is not None:
            asked(*given)
