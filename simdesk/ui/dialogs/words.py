"""What the screen says of an act, a row for each: always a verb, always how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from simdesk.models.action import Action
from simdesk.models.money import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


@dataclass(frozen=True, slots=True)
class _Words:
    """The confirming button for one card and for many, the consequence, the word while it runs.

    Paid acts share their button; what stays on the desk has no consequence and never runs.
    `look_for` is what a person looks for at the provider where SimDesk cannot tell what became
    of it. `sub_one` and `sub_many` are for acts that may name sub-cards.
    """

    one: str = ""
    many: str = ""
    consequence: str = ""
    going_on: str = ""
    look_for: str = ""
    sub_one: str = ""
    sub_many: str = ""


_ORDERED = QT_TRANSLATE_NOOP(
    "trade", "Is there an order for the card there, at that price, made at about {sent}?"
)
_WORDS: Mapping[Action, _Words] = {
    Action.SUSPEND: _Words(
        QT_TRANSLATE_NOOP("trade", "Suspend 1 card"),
        QT_TRANSLATE_NOOP("trade", "Suspend {count} cards"),
        QT_TRANSLATE_NOOP(
            "trade",
            "The network is closed until the cards are resumed. "
            "Plan time keeps running and is charged.",
        ),
        QT_TRANSLATE_NOOP("trade", "suspending"),
        QT_TRANSLATE_NOOP("trade", "Is the card suspended there, by hand, since about {sent}?"),
        QT_TRANSLATE_NOOP("trade", "Suspend 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Suspend {count} sub-cards"),
    ),
    Action.RESUME: _Words(
        QT_TRANSLATE_NOOP("trade", "Resume 1 card"),
        QT_TRANSLATE_NOOP("trade", "Resume {count} cards"),
        QT_TRANSLATE_NOOP("trade", "The network opens again."),
        QT_TRANSLATE_NOOP("trade", "resuming"),
        QT_TRANSLATE_NOOP("trade", "Is the card in use there, and resumed since about {sent}?"),
        QT_TRANSLATE_NOOP("trade", "Resume 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Resume {count} sub-cards"),
    ),
    Action.RESUME_USE: _Words(
        QT_TRANSLATE_NOOP("trade", "Resume use of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Resume use of {count} cards"),
        QT_TRANSLATE_NOOP(
            "trade",
            "The device lock is lifted. "
            "The next device that produces traffic becomes the bound one.",
        ),
        QT_TRANSLATE_NOOP("trade", "resuming"),
        QT_TRANSLATE_NOOP(
            "trade", "Was the device lock of the card lifted there since about {sent}?"
        ),
        QT_TRANSLATE_NOOP("trade", "Resume use of 1 sub-card"),
        QT_TRANSLATE_NOOP("trade", "Resume use of {count} sub-cards"),
    ),
    Action.FORCE_ACTIVATE: _Words(
        QT_TRANSLATE_NOOP("trade", "Force activate 1 card"),
        QT_TRANSLATE_NOOP("trade", "Force activate {count} cards"),
        QT_TRANSLATE_NOOP(
            "trade",
            "The plan starts now and is charged; each card adds its tier to the pool. "
            "This cannot be taken back.",
        ),
        QT_TRANSLATE_NOOP("trade", "activating"),
        QT_TRANSLATE_NOOP(
            "trade", "Was the card activated there since about {sent}, and did its plan begin?"
        ),
    ),
    Action.CANCEL: _Words(
        QT_TRANSLATE_NOOP("trade", "Request cancellation of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Request cancellation of {count} cards"),
        QT_TRANSLATE_NOOP("trade", "The accounts are closed for good and the numbers are lost."),
        QT_TRANSLATE_NOOP("trade", "cancelling"),
        QT_TRANSLATE_NOOP(
            "trade",
            "Is the account cancelled there, or its cancellation requested since about {sent}?",
        ),
    ),
    Action.RENEW: _Words(
        consequence=QT_TRANSLATE_NOOP(
            "trade", "The plans bought run one after another, behind the one that runs now."
        ),
        going_on=QT_TRANSLATE_NOOP("trade", "renewing"),
        look_for=_ORDERED,
    ),
    Action.ADD_ON: _Words(
        consequence=QT_TRANSLATE_NOOP(
            "trade", "The data is there at once and ends with the plan that runs now."
        ),
        going_on=QT_TRANSLATE_NOOP("trade", "topping up"),
        look_for=_ORDERED,
    ),
    Action.USAGE_LIMIT: _Words(
        QT_TRANSLATE_NOOP("trade", "Set usage limit of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Set usage limit of {count} cards"),
        QT_TRANSLATE_NOOP(
            "trade",
            "A card that reaches its limit within a month is suspended. "
            "The card's own limit wins over its voucher's.",
        ),
        QT_TRANSLATE_NOOP("trade", "setting limit"),
        QT_TRANSLATE_NOOP("trade", "Does the card have the new usage limit there?"),
    ),
    Action.AUTO_RENEW_ON: _Words(
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew on for 1 card"),
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew on for {count} cards"),
        QT_TRANSLATE_NOOP(
            "trade",
            "Each plan is renewed and paid by itself when it ends, until this is turned off.",
        ),
        QT_TRANSLATE_NOOP("trade", "auto-renew on"),
        QT_TRANSLATE_NOOP("trade", "Is auto-renew on for the card there?"),
    ),
    Action.AUTO_RENEW_OFF: _Words(
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew off for 1 card"),
        QT_TRANSLATE_NOOP("trade", "Turn auto-renew off for {count} cards"),
        QT_TRANSLATE_NOOP("trade", "The cards stop when their plans end."),
        QT_TRANSLATE_NOOP("trade", "auto-renew off"),
        QT_TRANSLATE_NOOP("trade", "Is auto-renew off for the card there?"),
    ),
    Action.AUTO_REBIND: _Words(
        QT_TRANSLATE_NOOP("trade", "Set automatic rebind of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Set automatic rebind of {count} cards"),
        QT_TRANSLATE_NOOP("trade", "When it is on, a device change no longer suspends the card."),
        QT_TRANSLATE_NOOP("trade", "setting rebind"),
        QT_TRANSLATE_NOOP(
            "trade", "Is automatic rebind of the card set there as it was asked for?"
        ),
    ),
    Action.TAG: _Words(
        QT_TRANSLATE_NOOP("trade", "Change tags of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Change tags of {count} cards"),
    ),
    Action.REMARK: _Words(
        QT_TRANSLATE_NOOP("trade", "Write remark of 1 card"),
        QT_TRANSLATE_NOOP("trade", "Write remark of {count} cards"),
    ),
}
_PAY_ONE = QT_TRANSLATE_NOOP("trade", "Create Order and Pay {total} for 1 card")
_PAY_MANY = QT_TRANSLATE_NOOP("trade", "Create Order and Pay {total} for {count} cards")
_PAY_NOTHING = QT_TRANSLATE_NOOP("trade", "Create Order and Pay")


def button_words(action: Action, count: int, total: Money | None = None) -> Text:
    """The confirming button: `Suspend 214 cards`, `Create Order and Pay CNY 24.00 for 2 cards`."""
    if action.paid:
        if total is None:
            return text(_PAY_NOTHING)
        many = text(_PAY_MANY, total=total, count=f"{count:,}")
        return text(_PAY_ONE, total=total) if count == 1 else many
    words = _WORDS[action]
    return text(words.one) if count == 1 else text(words.many, count=f"{count:,}")


def sub_card_words(action: Action, count: int) -> Text:
    """The confirming button of an act on single sub-cards: `Suspend 2 sub-cards`."""
    words = _WORDS[action]
    return text(words.sub_one) if count == 1 else text(words.sub_many, count=f"{count:,}")


def consequence(action: Action) -> Text:
    """One sentence: what the act does to a card."""
    return text(_WORDS[action].consequence)


def running_word(action: Action) -> Text:
    """What the table says of a card while the act runs: `suspending`."""
    return text(_WORDS[action].going_on)


def look_for(action: Action, sent: str) -> Text:
    """What to look for at the provider to tell whether the act, `sent` then, took effect."""
    return text(_WORDS[action].look_for, sent=sent)
