"""Acts on vouchers and orders as JSON, for the journal: every parameter by name."""

import json
from collections.abc import Mapping
from dataclasses import fields

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.errors import KnownError
from simdesk.models.orders import Money
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.storage.purchase_store import StoredAct

_KINDS: Mapping[str, type[AccountCommand]] = {
    "voucher_limit": SetVoucherLimit,
    "add_cards": AddCards,
    "enlarge_pool": EnlargePool,
    "function_fees": BuyFunctionFees,
    "pay_order": PayOrder,
    "close_order": CloseOrder,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def kind_of(command: AccountCommand) -> str:
    """The act's name in the journal."""
    return _NAMES[type(command)]


def command_to_json(command: AccountCommand) -> str:
    given: dict[str, object] = {"kind": kind_of(command)}
    for field in fields(command):
        value = getattr(command, field.name)
        given[field.name] = (
            {"minor": value.minor, "currency": value.currency}
            if isinstance(value, Money)
            else value
        )
    return json.dumps(given, separators=(",", ":"), ensure_ascii=False)


def command_from_json(words: str) -> AccountCommand:
    """The act again. Raises KnownError for one this version does not know."""
    try:
        stored = json.loads(words)
        kind = _KINDS[stored.pop("kind")]
        if isinstance(stored.get("price"), dict):
            price = stored["price"]
            stored["price"] = Money(int(price["minor"]), str(price["currency"]))
        return kind(**stored)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "An operation in the journal cannot be read: {stored}"),
                stored=words,
            ),
            text(QT_TRANSLATE_NOOP("trade", "Open it with the version of SimDesk that wrote it.")),
        ) from error


def act_from(stored: StoredAct) -> AccountAct:
    """An act as the journal has it. Raises KnownError for one this version does not know."""
    return AccountAct(
        stored.serial,
        command_from_json(stored.command_json),
        stored.state,
        stored.requested_by,
        stored.requested_at,
        stored.order_number,
        stored.code,
        stored.reason,
    )
