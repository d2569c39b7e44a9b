"""A card's history in words: opening, activation, changes seen, operations, the desk's edits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from simdesk.models.action import Action
from simdesk.models.card import ActivationMethod, CardRow
from simdesk.models.filter_fields import FIELDS, Field, FieldKind
from simdesk.models.kept_words import understood
from simdesk.models.operations import ItemState
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import size_text
from simdesk.services.storage.codec import moment
from simdesk.services.storage.detail_store import SUB_CARD
from simdesk.services.storage.record_store import History, StoredChange, StoredEdit, StoredItem


@dataclass(frozen=True, slots=True)
class CardRecord:
    """One line of a card's history (domain.md 6.6): when, what, who, with what result."""

    at: datetime
    kind: Text
    content: Text
    operator: Text
    result: Text


_CARRIER = text(QT_TRANSLATE_NOOP("trade", "Carrier system"))
_SYSTEM = text(QT_TRANSLATE_NOOP("trade", "System"))
_PROVIDER = text(QT_TRANSLATE_NOOP("trade", "Provider"))
_DONE = text(QT_TRANSLATE_NOOP("trade", "Done"))
_SEEN = text(QT_TRANSLATE_NOOP("trade", "Seen by sync"))
_NOTHING = text(QT_TRANSLATE_NOOP("trade", "nothing"))
_YES = text(QT_TRANSLATE_NOOP("trade", "yes"))
_NO = text(QT_TRANSLATE_NOOP("trade", "no"))
_ARROW = QT_TRANSLATE_NOOP("trade", "{before} → {after}")

_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "specific": text(QT_TRANSLATE_NOOP("trade", "Status changed")),
        "provider_tags": text(QT_TRANSLATE_NOOP("trade", "Tags changed at the provider")),
        "provider_remark": text(QT_TRANSLATE_NOOP("trade", "Remark changed at the provider")),
        "private_segment": text(QT_TRANSLATE_NOOP("trade", "Private segment changed")),
        "sms_enabled": text(QT_TRANSLATE_NOOP("trade", "SMS changed")),
        "ips": text(QT_TRANSLATE_NOOP("trade", "IP addresses changed")),
        "certified": text(QT_TRANSLATE_NOOP("trade", "Real-name state changed")),
        "voucher_limit": text(QT_TRANSLATE_NOOP("trade", "Usage limit of the voucher changed")),
        "limit_auto_restore": text(
            QT_TRANSLATE_NOOP("trade", "Resumption next month after a usage stop changed")
        ),
        "auto_rebind": text(QT_TRANSLATE_NOOP("trade", "Automatic rebind changed")),
    }
)
_FLAGS = frozenset({"sms_enabled", "certified", "limit_auto_restore", "auto_rebind"})
_SIZES = frozenset({"voucher_limit"})


def records(history: History) -> tuple[CardRecord, ...]:
    """The whole history, newest first."""
    found = [
        *map(of_item, history.items),
        *map(of_edit, history.edits),
        *map(of_change, history.changes),
        *reversed(list(opening(history.row))),
    ]
    # Stable: within one second, what an operator did stands above what a sync saw of it.
    return tuple(sorted(found, key=lambda record: record.at, reverse=True))


def opening(row: CardRow) -> Iterable[CardRecord]:
    """What a card's own dates tell: its account's opening and its activation."""
    facts = row.facts
    if facts.opened is not None:
        yield CardRecord(
            facts.opened,
            text(QT_TRANSLATE_NOOP("trade", "Account was opened")),
            text(QT_TRANSLATE_NOOP("trade", "{voucher}"), voucher=facts.voucher),
            _CARRIER,
            _DONE,
        )
    if facts.activated_at is not None:
        method = facts.activation_method
        yield CardRecord(
            facts.activated_at,
            text(QT_TRANSLATE_NOOP("trade", "Card was activated")),
            Text("") if method is None else method.label,
            _CARRIER if method is not ActivationMethod.SILENCE_EXPIRE else _SYSTEM,
            _DONE,
        )


def of_change(change: StoredChange) -> CardRecord:
    return CardRecord(moment(change.at), _kind(change.field), _moved(change), _PROVIDER, _SEEN)


def of_edit(edit: StoredEdit) -> CardRecord:
    kind = (
        QT_TRANSLATE_NOOP("trade", "Remark edited")
        if edit.field == "remark"
        else QT_TRANSLATE_NOOP("trade", "Tags edited")
    )
    content = text(_ARROW, before=_quoted(edit.before), after=_quoted(edit.after))
    return CardRecord(moment(edit.at), text(kind), content, _name(edit.who), _DONE)


def of_item(item: StoredItem) -> CardRecord:
    state = ItemState(item.state)
    why = item.reason or item.code
    result = (
        state.label
        if not why or state is ItemState.DONE
        else text(
            QT_TRANSLATE_NOOP("trade", "{state}: {why}"),
            state=state.label,
            why=understood(why) or why,
        )
    )
    kind, who = Action(item.action).label, _name(item.requested_by)
    return CardRecord(moment(item.at), kind, _paid(item), who, result)


def _paid(item: StoredItem) -> Text:
    if item.price is not None and item.order_number:
        return text(
            QT_TRANSLATE_NOOP("trade", "{price}, order {number}"),
            price=item.price,
            number=item.order_number,
        )
    if item.price is not None:
        return text(QT_TRANSLATE_NOOP("trade", "{price}"), price=item.price)
    return Text("")


def _name(who: str) -> Text:
    return text(QT_TRANSLATE_NOOP("trade", "{name}"), name=who)


def _kind(field: str) -> Text:
    if field in _KINDS:
        return _KINDS[field]
    if field.startswith(SUB_CARD):
        return text(
            QT_TRANSLATE_NOOP("trade", "Status of sub-card {iccid} changed"),
            iccid=field.partition(":")[2],
        )
    label = FIELDS[field].label if field in FIELDS else field
    return text(QT_TRANSLATE_NOOP("trade", "{field} changed"), field=label)


def _moved(change: StoredChange) -> Text:
    return text(
        _ARROW,
        before=_value(change.field, change.before),
        after=_value(change.field, change.after),
    )


def _value(field: str, stored: str | None) -> object:
    """A stored value as people say it; what SimDesk does not know is shown as it came."""
    if stored is None or stored == "":
        return _NOTHING
    if field == "specific" or field.startswith(SUB_CARD):
        known = SpecificStatus.of(int(stored))
        return stored if known is None else known.label
    if field in _FLAGS:
        return _flag(stored)
    if field in _SIZES:
        return size_text(int(stored))
    if field in FIELDS:
        return _of_field(FIELDS[field], stored)
    return _quoted(stored)


def _of_field(field: Field, stored: str) -> object:
    if field.kind is FieldKind.MOMENT:
        return moment(int(stored))
    if field.kind is FieldKind.SIZE:
        return size_text(int(stored))
    if field.kind is FieldKind.FLAG:
        return _flag(stored)
    for choice in field.choices:
        if str(choice.value) == stored:
            return choice.label
    return _quoted(stored)


def _flag(stored: str) -> Text:
    return _YES if stored == "1" else _NO


def _quoted(stored: str) -> object:
    return ", ".join(stored.split("\n")) if stored else _NOTHING
