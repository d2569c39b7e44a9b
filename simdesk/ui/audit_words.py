"""What a record of the audit tells, in words: its act, its subject, what was before and after.

Bodies are plain JSON of whoever wrote them; what is not known here is shown as it stands.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from simdesk.models.action import Action
from simdesk.models.audit import Audited, AuditRecord
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.ui.audit_codes import code_words
from simdesk.ui.joining import listed, named
from simdesk.ui.kept import kept
from simdesk.ui.text import count_shown, moment_shown, money_shown, shown

NOTHING = "–"
_OPERATION = re.compile("[0-9a-f]{32}")
_ICCID = re.compile("[0-9A-Fa-f]{19,20}")
_SHORT = 8
"""Letters of an operation's number that are shown."""

_NAMES: Mapping[str, str] = {
    "accepted": QT_TRANSLATE_NOOP("trade", "Flaws that were accepted"),
    "acts": QT_TRANSLATE_NOOP("trade", "Acts"),
    "after": QT_TRANSLATE_NOOP("trade", "Value"),
    "amount": QT_TRANSLATE_NOOP("trade", "Amount"),
    "auto_restore": QT_TRANSLATE_NOOP("trade", "Restores itself"),
    "becomes": QT_TRANSLATE_NOOP("trade", "Statuses it looks for"),
    "blocked": QT_TRANSLATE_NOOP("trade", "Left out"),
    "by": QT_TRANSLATE_NOOP("trade", "How"),
    "bytes": QT_TRANSLATE_NOOP("trade", "Size in bytes"),
    "cards": QT_TRANSLATE_NOOP("trade", "Cards"),
    "charged": QT_TRANSLATE_NOOP("trade", "Charged"),
    "code": QT_TRANSLATE_NOOP("trade", "Code"),
    "color": QT_TRANSLATE_NOOP("trade", "Colour"),
    "compared": QT_TRANSLATE_NOOP("trade", "Orders compared"),
    "daily": QT_TRANSLATE_NOOP("trade", "Usage of every day"),
    "daily_cap": QT_TRANSLATE_NOOP("trade", "Spending of a day at most"),
    "daily_closing_percent": QT_TRANSLATE_NOOP(
        "trade", "Percent of a pool closed in a day at most"
    ),
    "days": QT_TRANSLATE_NOOP("trade", "Days"),
    "did": QT_TRANSLATE_NOOP("trade", "What happened"),
    "digest": QT_TRANSLATE_NOOP("trade", "Digest"),
    "earlier": QT_TRANSLATE_NOOP("trade", "Earlier operation"),
    "enabled": QT_TRANSLATE_NOOP("trade", "Switched on"),
    "file": QT_TRANSLATE_NOOP("trade", "File"),
    "form": QT_TRANSLATE_NOOP("trade", "Form of the seal"),
    "group": QT_TRANSLATE_NOOP("trade", "Cards it watches"),
    "head": QT_TRANSLATE_NOOP("trade", "Audit head"),
    "held": QT_TRANSLATE_NOOP("trade", "It was held"),
    "in_doubt": QT_TRANSLATE_NOOP("trade", "In doubt"),
    "into": QT_TRANSLATE_NOOP("trade", "Instead of it"),
    "items": QT_TRANSLATE_NOOP("trade", "Cards"),
    "kind": QT_TRANSLATE_NOOP("trade", "Kind"),
    "left": QT_TRANSLATE_NOOP("trade", "Cards still to do"),
    "limit_mb": QT_TRANSLATE_NOOP("trade", "Limit in MB"),
    "lines": QT_TRANSLATE_NOOP("trade", "Lines"),
    "made": QT_TRANSLATE_NOOP("trade", "Backup of"),
    "mb": QT_TRANSLATE_NOOP("trade", "Limit in MB"),
    "months": QT_TRANSLATE_NOOP("trade", "Months"),
    "name": QT_TRANSLATE_NOOP("trade", "Name"),
    "not_before": QT_TRANSLATE_NOOP("trade", "Not before"),
    "note": QT_TRANSLATE_NOOP("trade", "Note"),
    "number": QT_TRANSLATE_NOOP("trade", "Record"),
    "on": QT_TRANSLATE_NOOP("trade", "Switched on"),
    "only_theirs": QT_TRANSLATE_NOOP("trade", "Orders only the provider knows"),
    "order": QT_TRANSLATE_NOOP("trade", "Order"),
    "outcome": QT_TRANSLATE_NOOP("trade", "Outcome"),
    "percent": QT_TRANSLATE_NOOP("trade", "Percent"),
    "periods": QT_TRANSLATE_NOOP("trade", "Periods"),
    "push": QT_TRANSLATE_NOOP("trade", "Notifies"),
    "quantity": QT_TRANSLATE_NOOP("trade", "Quantity"),
    "question": QT_TRANSLATE_NOOP("trade", "Asked for"),
    "reason": QT_TRANSLATE_NOOP("trade", "Reason"),
    "records": QT_TRANSLATE_NOOP("trade", "Records"),
    "request": QT_TRANSLATE_NOOP("trade", "Asked for"),
    "seq": QT_TRANSLATE_NOOP("trade", "Place in the operation"),
    "serial": QT_TRANSLATE_NOOP("trade", "Serial number"),
    "sha256": QT_TRANSLATE_NOOP("trade", "SHA-256 of the file"),
    "size": QT_TRANSLATE_NOOP("trade", "Size in bytes"),
    "state": QT_TRANSLATE_NOOP("trade", "State"),
    "tier_kb": QT_TRANSLATE_NOOP("trade", "Size in KB"),
    "voucher": QT_TRANSLATE_NOOP("trade", "Voucher"),
    "what": QT_TRANSLATE_NOOP("trade", "Looks for"),
    "why": QT_TRANSLATE_NOOP("trade", "Reason"),
    "withdrawn": QT_TRANSLATE_NOOP("trade", "Cards withdrawn"),
}
_SAID: Mapping[str, str] = {
    "added": QT_TRANSLATE_NOOP("trade", "added"),
    "changed": QT_TRANSLATE_NOOP("trade", "changed"),
    "created": QT_TRANSLATE_NOOP("trade", "created"),
    "deleted": QT_TRANSLATE_NOOP("trade", "deleted"),
    "merged": QT_TRANSLATE_NOOP("trade", "merged"),
    "put back": QT_TRANSLATE_NOOP("trade", "put back"),
    "recoloured": QT_TRANSLATE_NOOP("trade", "recoloured"),
    "redo": QT_TRANSLATE_NOOP("trade", "done again"),
    "renamed": QT_TRANSLATE_NOOP("trade", "renamed"),
    "switched off": QT_TRANSLATE_NOOP("trade", "switched off"),
    "switched on": QT_TRANSLATE_NOOP("trade", "switched on"),
    "undo": QT_TRANSLATE_NOOP("trade", "taken back"),
}
"""What SimDesk's own records say happened, under `did` and `by`."""
_SUBJECTS: Mapping[str, str] = {
    "desk": QT_TRANSLATE_NOOP("trade", "This desk"),
    "guards": QT_TRANSLATE_NOOP("trade", "Limits of this desk"),
    "safe mode": QT_TRANSLATE_NOOP("trade", "Safe mode"),
}
_ACTS: Mapping[str, Text] = {act.value: act.label for act in Audited}
_STATES: Mapping[str, Text] = {state.value: state.label for state in ItemState}
_MOMENTS = frozenset({"not_before", "made"})
"""Facts that are seconds of UTC."""
_YES, _NO = QT_TRANSLATE_NOOP("trade", "yes"), QT_TRANSLATE_NOOP("trade", "no")
_ONE_CARD = QT_TRANSLATE_NOOP("trade", "1 card")
_CARDS = QT_TRANSLATE_NOOP("trade", "{count} cards")
_FURTHER = QT_TRANSLATE_NOOP("trade", "and {count} more")
_NAMED = QT_TRANSLATE_NOOP("trade", "Operation {number}")
_CHANGE = QT_TRANSLATE_NOOP("trade", "{before} → {after}")
_OF = QT_TRANSLATE_NOOP("trade", "{name}: {words}")
_CURRENCY, _MINOR = "currency", "_minor"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a record: what it is about, before and now. `changed` tells the two apart."""

    name: str
    before: str
    now: str
    changed: bool = False


def act_words(record: AuditRecord) -> str:
    """What was done; the code of an act that this SimDesk does not know."""
    known = _ACTS.get(record.act)
    return record.act if known is None else shown(known)


def card_of(record: AuditRecord) -> str | None:
    """The ICCID of the one card it is about."""
    return record.subject if is_iccid(record.subject) else None


def is_iccid(words: str) -> bool:
    """It looks like the number of a card."""
    return _ICCID.fullmatch(words) is not None


def operation_of(record: AuditRecord) -> str | None:
    """The number of the operation it is about."""
    return record.subject if _OPERATION.fullmatch(record.subject) else None


def subject_words(record: AuditRecord) -> str:
    """What was acted on; of many cards how many."""
    if operation_of(record) is not None:
        return shown(text(_NAMED, number=record.subject[:_SHORT]))
    if record.subject in _SUBJECTS:
        return shown(text(_SUBJECTS[record.subject]))
    if record.subject:
        return record.subject
    cards = record.body.get("cards")
    return shown(_counted(cards)) if isinstance(cards, int) else NOTHING


def _counted(cards: int) -> Text:
    return text(_ONE_CARD) if cards == 1 else text(_CARDS, count=count_shown(cards))


def summary(record: AuditRecord) -> str:
    """The facts in one line, without what the subject says already."""
    told = (fact for fact in _facts(record, sample=False) if _is_news(fact, record))
    return " · ".join(map(_in_line, told))


def _is_news(fact: Fact, record: AuditRecord) -> bool:
    return fact.changed or fact.now != record.subject


def _in_line(fact: Fact) -> str:
    words = fact.now
    if fact.changed:
        words = shown(text(_CHANGE, before=fact.before, after=fact.now))
    return shown(text(_OF, name=fact.name, words=words)) if fact.name else words


def facts(record: AuditRecord) -> tuple[Fact, ...]:
    """Every line of a record, what changed first."""
    return tuple(_facts(record, sample=True))


def _facts(record: AuditRecord, *, sample: bool) -> Iterator[Fact]:
    body = dict(record.body)
    did = body.pop("did", None)
    if did is not None:
        yield Fact(_name("did") if sample else "", "", _said(did))
    request = body.pop("request", None)
    if request is not None:
        yield from _request(str(request))
    yield from _changes(body, _name("after") if sample else "")
    cards = body.pop("cards", None)
    if isinstance(cards, int) and (record.subject or sample):
        yield Fact(_name("cards"), "", count_shown(cards))
    named = body.pop("sample", None)
    digest = body.pop("digest", None)
    if sample and isinstance(named, list):
        yield from _named(named, cards if isinstance(cards, int) else len(named))
    yield from _others(body)
    if sample and digest is not None:
        yield Fact(_name("digest"), "", _value(digest))


def _changes(body: dict[str, object], alone: str) -> Iterator[Fact]:
    """`before` and `after`: of one value, which is called `alone`, or of several by name.

    What is the same in both is left out; without a `before` there is no change to tell.
    """
    if "before" not in body and "after" not in body:
        return
    known, currency = "before" in body, body.get(_CURRENCY)
    before, after = body.pop("before", None), body.pop("after", None)
    if not isinstance(before or after, Mapping):
        before, after, called = {alone: before}, {alone: after}, {alone: alone}
    else:
        called = {}
    old = before if isinstance(before, Mapping) else {}
    new = after if isinstance(after, Mapping) else {}
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            was = _amount(key, old.get(key), currency) if known else ""
            now = _amount(key, new.get(key), currency)
            yield Fact(called.get(key, _name(key)), was, now, known)


def _named(sample: list[object], cards: int) -> Iterator[Fact]:
    for one in sample:
        if isinstance(one, list) and len(one) == 3:
            yield Fact(str(one[0]), _value(one[1]), _value(one[2]), True)
    if cards > len(sample):
        yield Fact(shown(text(_FURTHER, count=count_shown(cards - len(sample)))), "", "")


def _others(body: dict[str, object]) -> Iterator[Fact]:
    currency = body.pop(_CURRENCY, None)
    for key, value in body.items():
        if value is None or value == "":
            continue
        if key == "by":
            yield Fact(_name(key), "", _said(value))
        elif key in _MOMENTS and isinstance(value, int):
            yield Fact(_name(key), "", moment_shown(datetime.fromtimestamp(value, UTC)))
        else:
            yield Fact(_name(key), "", _amount(key, value, currency))


def _amount(key: object, value: object, currency: object) -> str:
    """A value; in minor units of a currency where its key says so, in words where it is a code."""
    known = code_words(str(key), value)
    if known is not None:
        return named(map(shown, known))
    if str(key).endswith(_MINOR) and isinstance(value, int) and isinstance(currency, str):
        return money_shown(Money(value, currency))
    return _value(value)


def _request(words: str) -> Iterator[Fact]:
    """What an operation asks for, as the journal writes it."""
    try:
        asked = json.loads(words)
        action = Action(asked.pop("action"))
    except (ValueError, KeyError, TypeError, AttributeError):
        yield Fact(_name("request"), "", words)
        return
    yield Fact(_name("request"), "", shown(action.label))
    for key, value in asked.items():
        if value not in (None, "", []):
            yield Fact(_name(key), "", _value(value))


def _name(key: object) -> str:
    plain = str(key).removesuffix(_MINOR)
    source = _NAMES.get(plain)
    return plain.replace("_", " ") if source is None else shown(text(source))


def _said(value: object) -> str:
    source = _SAID.get(str(value))
    return str(value) if source is None else shown(text(source))


def _value(value: object) -> str:
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return shown(text(_YES if value else _NO))
        case int():
            return count_shown(value)
        case list():
            return named(map(_value, value))
        case Mapping():
            pairs = ((_name(key), _value(one)) for key, one in value.items())
            return listed(shown(text(_OF, name=name, words=words)) for name, words in pairs)
    state = _STATES.get(str(value))
    return kept(str(value)) if state is None else shown(state)
