"""What buttons and headings say of an act: always a verb, always how many."""

from simdesk.models.action import Action
from simdesk.models.orders import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_BUTTONS: dict[Action, tuple[str, str]] = {
    Action.SUSPEND: (
        QT_TRANSLATE_NOOP("trade", "Suspend 1 card"),
        QT_TRANSLATE_NOOP("trade", "Suspend {count} cards"),
    ),
    Action.RESUME: (
        QT_TRANSLATE_NOOP("trade", "Resume 1 card"),
        QT_TRANSLATE_NOOP("trade", "Resume {count} cards"),
    ),
    Action.RESUME_USE: (
        QT_TRANSLATE_NOOP("trade", "Resume use of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Resume use of {count} cards"),
    ),
    Action.FORCE_ACTIVATE: (
        QT_TRANSLATE_NOOP("trade", "Force activate 1 card"),
        QT_TRANSLATE_NOOP("trade", "Force activate {count} cards"),
    ),
    Action.CANCEL: (
        QT_TRANSLATE_NOOP("trade", "Request cancellation of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Request cancellation of {count} cards"),
    ),
    Action.USAGE_LIMIT: (
        QT_TRANSLATE_NOOP("trade", "Set usage limit of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Set usage limit of {count} cards"),
    ),
    Action.AUTO_RENEW_ON: (
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew on for 1 card"),
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew on for {count} cards"),
    ),
    Action.AUTO_RENEW_OFF: (
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew off for 1 card"),
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew off for {count} cards"),
    ),
    Action.AUTO_REBIND: (
        QT_TRANSLATE_NOOP("trade", "Set automatic rebind of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Set automatic rebind of {count} cards"),
    ),
    Action.TAG: (
        QT_TRANSLATE_NOOP("trade", "Change tags of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Change tags of {count} cards"),
    ),
    Action.REMARK: (
        QT_TRANSLATE_NOOP("trade", "Write remark of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Write remark of {count} cards"),
    ),
}
_PAY = QT_TRANSLATE_NOOP("trade", "Create Order and Pay {total}")
_PAY_NOTHING = QT_TRANSLATE_NOOP("trade", "Create Order and Pay")

_CONSEQUENCES: dict[Action, str] = {
    Action.SUSPEND: QT_TRANSLATE_NOOP(
        "trade",
        "The network is closed until the cards are resumed. "
        "Plan time keeps running and is charged.",
    ),
    Action.RESUME: QT_TRANSLATE_NOOP("trade", "The network opens again."),
    Action.RESUME_USE: QT_TRANSLATE_NOOP(
        "trade",
        "The device lock is lifted. The next device that produces traffic becomes the bound one.",
    ),
    Action.FORCE_ACTIVATE: QT_TRANSLATE_NOOP(
        "trade",
        "The plan starts now and is charged; each card adds its tier to the pool. "
        "This cannot be taken back.",
    ),
    Action.CANCEL: QT_TRANSLATE_NOOP(
        "trade",
        "The accounts are closed for good and the numbers are lost.",
    ),
    Action.RENEW: QT_TRANSLATE_NOOP(
        "trade",
        "The plans bought run one after another, behind the one that runs now.",
    ),
    Action.ADD_ON: QT_TRANSLATE_NOOP(
        "trade", "The data is there at once and ends with the plan that runs now."
    ),
    Action.USAGE_LIMIT: QT_TRANSLATE_NOOP(
        "trade",
        "A card that reaches its limit within a month is suspended. "
        "The card's own limit wins over its voucher's.",
    ),
    Action.AUTO_RENEW_ON: QT_TRANSLATE_NOOP(
        "trade", "Each plan is renewed and paid by itself when it ends, until this is turned off."
    ),
    Action.AUTO_RENEW_OFF: QT_TRANSLATE_NOOP("trade", "The cards stop when their plans end."),
    Action.AUTO_REBIND: QT_TRANSLATE_NOOP(
        "trade", "When it is on, a device change no longer suspends the card."
    ),
}


def button_words(action: Action, count: int, total: Money | None = None) -> Text:
    """The confirming button: `Suspend 214 cards`, `Create Order and Pay CNY 1,200.00`."""
    if action.paid:
        return text(_PAY_NOTHING) if total is None else text(_PAY, total=total)
    one, many = _BUTTONS[action]
    return text(one) if count == 1 else text(many, count=f"{count:,}")


_SUB_CARDS: dict[Action, tuple[str, str]] = {
    Action.SUSPEND: (
        QT_TRANSLATE_NOOP("trade", "Suspend 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Suspend {count} sub-cards"),
    ),
    Action.RESUME: (
        QT_TRANSLATE_NOOP("trade", "Resume 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Resume {count} sub-cards"),
    ),
    Action.RESUME_USE: (
        QT_TRANSLATE_NOOP("trade", "Resume use of 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Resume use of {count} sub-cards"),
    ),
}


def sub_card_words(action: Action, count: int) -> Text:
    """The confirming button of an act on single sub-cards: `Suspend 2 sub-cards`."""
    one, many = _SUB_CARDS[action]
    return text(one) if count == 1 else text(many, count=f"{count:,}")


def consequence(action: Action) -> Text:
    """One sentence: what the act does to a card."""
    return text(_CONSEQUENCES[action])
