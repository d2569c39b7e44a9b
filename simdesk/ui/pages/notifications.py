"""Notifications: what the rules told, newest first; each opens its cards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.rule_rows import NoticeRow
from simdesk.ui.context import Context
from simdesk.ui.listing.cells import StateDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.text import count_shown, counted, moment_shown, shown

_NEW = text(QT_TRANSLATE_NOOP("trade", "New"))
_READ = text(QT_TRANSLATE_NOOP("trade", "Read"))


def _state(row: NoticeRow) -> Text:
    return _NEW if row.unread else _READ


def _rule_words(row: NoticeRow) -> str:
    # What people call a rule is theirs; what no rule told has a name of ours.
    return shown(text(row.rule_name)) if row.of_money else row.rule_name


COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "State")), lambda r: shown(_state(r)), width=80),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Time")),
        lambda r: moment_shown(r.at),
        width=150,
        key=lambda r: r.at,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Rule")), _rule_words, width=220),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Condition")), lambda r: shown(r.condition), width=320
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Voucher")), lambda r: r.voucher or "", width=180),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cards")),
        lambda r: count_shown(r.cards),
        numeric=True,
        width=90,
        key=lambda r: r.cards,
    ),
)
STATE, CONDITION = 0, 3


def notifications_model() -> RowsModel:
    return RowsModel(
        COLUMNS,
        lambda row: "info" if row.unread else "muted",
        STATE,
        identify=lambda row: row.id,
    )


class NotificationsPage(ListPage):
    """Opening one marks it as read; those of one rule can be shown alone."""

    rules_wanted = Signal()
    money_wanted = Signal()
    """The comparison with the provider's orders."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("Notifications"),
            notifications_model(),
            self._read_rows,
            stretched=CONDITION,
            parent=parent,
        )
        self._only: tuple[int, str] | None = None
        self.table.setItemDelegateForColumn(STATE, StateDelegate(self.table))
        self.open_action = self.act(
            self.tr("Open cards"), "cards", self.open_cards, "Return", kind="primary"
        )
        self.read_action = self.act(self.tr("Mark read"), "read", self.mark_read, "Space")
        self.read_all_action = self.act(
            self.tr("Mark all read"), "read", self.mark_all_read, "Ctrl+M"
        )
        self.every_action = self.act(
            self.tr("All rules"), "notifications", self.show_every_rule, "Esc"
        )
        self.empty.say(
            self.tr(
                "No rule has told anything yet. After each sync, a rule that is switched on tells"
                " here which cards meet it."
            )
        )
        self.empty.offer(self.tr("Go to the rules"), "rules", self.rules_wanted.emit)
        self.table.doubleClicked.connect(self.open_action.trigger)
        context.bridge.notifications_changed.connect(self._on_notifications_changed)
        self.refresh()

    async def _read_rows(self) -> tuple[NoticeRow, ...]:
        rule_id = None if self._only is None else self._only[0]
        return await self.context.desk.automation.notifications(rule_id)

    def refresh(self) -> None:
        rows: tuple[NoticeRow, ...] = self.model.rows
        self.open_action.setEnabled(self.one is not None)
        self.read_action.setEnabled(any(row.unread for row in self.chosen))
        self.read_all_action.setEnabled(any(row.unread for row in rows))
        self.every_action.setEnabled(self._only is not None)
        one = self.tr("1 notification, {unread} not read")
        many = self.tr("{count} notifications, {unread} not read")
        unread = count_shown(sum(row.unread for row in rows))
        words = counted(len(rows), one, many, unread=unread)
        if self._only is not None:
            only = self.tr("of the rule “{name}” alone").format(name=self._only[1])
            words = f"{words} · {only}"
        self.facts.setText(words)

    def show_rule(self, rule_id: int, name: str) -> None:
        """Show the notifications of one rule alone."""
        self._only = rule_id, name
        self.load()
        self.refresh()

    def show_every_rule(self) -> None:
        """Show those of all rules again."""
        self._only = None
        self.load()
        self.refresh()

    def open_cards(self) -> None:
        """Show the cards of the chosen notification, or its orders, and mark it as read."""
        row: NoticeRow | None = self.one
        if row is not None:
            self.mark_read()
            if row.of_money:
                self.money_wanted.emit()
            else:
                self.cards_wanted.emit(row.question)

    def mark_read(self) -> None:
        """Mark the chosen ones as read."""
        unread = [row.id for row in self.chosen if row.unread]
        if unread:
            marking = self.context.desk.automation.mark_read(unread)
            self.context.tasks.start(f"mark read {unread}", marking, replace=False)

    def mark_all_read(self) -> None:
        """Mark all as read, those of one rule where only these are shown."""
        ids = None if self._only is None else [row.id for row in self.model.told]
        marking = self.context.desk.automation.mark_read(ids)
        self.context.tasks.start("mark all read", marking, replace=False)

    def _on_notifications_changed(self, unread: int) -> None:
        del unread
        self.load()
