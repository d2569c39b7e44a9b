"""From an action to its dialog: the one place that knows which form an action needs."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.errors import KnownError
from simdesk.models.operations import OperationRow
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.act import ActDialog
from simdesk.ui.dialogs.forms import ActForm, LimitForm, PlainForm, RebindForm
from simdesk.ui.dialogs.remark import RemarkDialog
from simdesk.ui.dialogs.tags import TagsDialog
from simdesk.ui.dialogs.top_up import TopUpForm
from simdesk.ui.text import shown

_OFFERS = "offers"


def open_action(
    context: Context,
    action: Action,
    card_ids: Sequence[int],
    current: CardRow | None,
    parent: QWidget,
    *,
    sent: Callable[[str], None],
    cards_wanted: Callable[[object], None],
    pool_wanted: Callable[[Sequence[int]], None] | None = None,
) -> None:
    """Open the dialog of `action` for these cards; nothing is sent before its preview.

    `current` fills the form where one card is meant. `sent` hears the operation's id.
    """
    if action is Action.TAG:
        TagsDialog(context, card_ids, parent).open()
    elif action is Action.REMARK:
        RemarkDialog(context, card_ids, current, parent).open()
    else:
        form = _form(action, current if len(card_ids) == 1 else None)
        heading = shown(_heading(action))
        dialog = ActDialog(context, heading, form, card_ids, parent)
        if pool_wanted is not None:
            dialog.pool_wanted.connect(pool_wanted)
        _show(dialog, sent, cards_wanted)
        if form.first is not None:
            form.first.setFocus()
        if isinstance(form, TopUpForm):
            _load_offers(context, dialog, form, action, card_ids)
            dialog.finished.connect(lambda: context.tasks.cancel(_OFFERS))
        else:
            dialog.judge()


def open_sub_card_action(
    context: Context,
    action: Action,
    card_id: int,
    msisdns: Sequence[str],
    parent: QWidget,
    *,
    sent: Callable[[str], None],
) -> None:
    """Open the dialog of an act on single sub-cards of one smart card (domain.md 6.1)."""
    form = PlainForm(action, tuple(msisdns))
    dialog = ActDialog(context, shown(action.label), form, (card_id,), parent)
    _show(dialog, sent, lambda _: None)
    dialog.judge()


def open_retry(
    context: Context,
    operation_id: str,
    parent: QWidget,
    *,
    sent: Callable[[str], None],
    cards_wanted: Callable[[object], None],
) -> None:
    """Preview sending an operation's failures once more."""
    heading = QCoreApplication.translate("acting", "Retry failures")
    asking = partial(context.desk.operations.retry_preview, operation_id)
    dialog = ActDialog(context, heading, ActForm(), (), parent, asking=asking)
    _show(dialog, sent, cards_wanted)
    dialog.judge()


def open_reverse(
    context: Context,
    row: OperationRow,
    parent: QWidget,
    *,
    sent: Callable[[str], None],
    cards_wanted: Callable[[object], None],
) -> None:
    """Preview taking an operation back: the cards it changed and nobody touched since."""
    heading = QCoreApplication.translate("acting", "Reverse: {action}")
    asking = partial(context.desk.operations.reverse_preview, row.id)
    action = shown(row.request.action.label)
    words = heading.format(action=action)
    dialog = ActDialog(context, words, ActForm(), (), parent, asking=asking)
    _show(dialog, sent, cards_wanted)
    dialog.judge()


def _form(action: Action, current: CardRow | None) -> ActForm:
    details = current.details if current is not None else None
    if action is Action.USAGE_LIMIT:
        if details is None:
            return LimitForm()
        return LimitForm(details.card_limit_kb, restore=details.limit_auto_restore)
    if action is Action.AUTO_REBIND:
        return RebindForm(on=not (details is not None and details.auto_rebind))
    if action.paid:
        return TopUpForm()
    return PlainForm(action)


def _heading(action: Action) -> Text:
    if action.paid:
        return text(QT_TRANSLATE_NOOP("trade", "Top up"))
    return action.label


def _load_offers(
    context: Context,
    dialog: ActDialog,
    form: TopUpForm,
    action: Action,
    card_ids: Sequence[int],
) -> None:
    """Fill the form with what can be bought; trying again does the same once more."""

    async def load() -> None:
        try:
            found = await context.desk.operations.offers(card_ids)
        except KnownError as error:
            dialog.show_unready(error, begin)
            return
        if action is Action.ADD_ON:
            form.choose_add_on()
        form.show_offers([each.offers for each in found])

    def begin() -> None:
        context.tasks.start(_OFFERS, load(), replace=True)

    begin()


def _show(
    dialog: ActDialog, sent: Callable[[str], None], cards_wanted: Callable[[object], None]
) -> None:
    dialog.sent.connect(sent)
    dialog.cards_wanted.connect(cards_wanted)
    dialog.open()
