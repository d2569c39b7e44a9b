"""Automation rules as they are kept. Names are unique, ASCII case apart.

The history of a deleted rule stays, so its number is never given to another one.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row, and_, delete, func, insert, or_, select, update

from simdesk.models.errors import KnownError
from simdesk.models.rule_codec import condition_from_json, condition_to_json
from simdesk.models.rules import Group, GroupKind, Push, Rule, RuleDraft, RuleKind
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment, moment_or_none, seconds
from simdesk.services.storage.tables import card_change, notification, rule, trigger_record

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Notice:
    """The last notification of a rule."""

    id: int
    at: datetime
    cards: int


@dataclass(frozen=True, slots=True)
class StoredRule:
    """A rule as kept; `rule` is None where its condition cannot be read, `trouble` says why."""

    id: int
    name: str
    group: Group
    push: Push
    enabled: bool
    checked_at: datetime | None
    rule: Rule | None
    trouble: KnownError | None
    last: Notice | None


_last = (
    select(func.max(notification.c.id))
    .where(notification.c.rule_id == rule.c.id, notification.c.cards > 0)
    .correlate(rule)
    .scalar_subquery()
)
_SELECT = select(
    *rule.c,
    notification.c.id.label("notice_id"),
    notification.c.at.label("notice_at"),
    notification.c.cards.label("notice_cards"),
).outerjoin_from(rule, notification, notification.c.id == _last)


@dataclass(frozen=True, slots=True)
class Imaged(Generic[R]):
    """What a job told, with its rule before and after; None where there was or is none."""

    result: R
    before: StoredRule | None
    after: StoredRule | None


def imaged(
    connection: Connection, job: Callable[[Connection], R], rule_id: int | None = None
) -> Imaged[R]:
    """Do a job and look at its rule around it: that of `rule_id`, else the one of its result."""
    before = None if rule_id is None else rule_of(connection, rule_id)
    result = job(connection)
    if rule_id is None and isinstance(result, int):
        rule_id = result
    after = None if rule_id is None else rule_of(connection, rule_id)
    return Imaged(result, before, after)


def rules(connection: Connection) -> tuple[StoredRule, ...]:
    """All rules by name."""
    found = connection.execute(_SELECT.order_by(dialect.uncased(rule.c.name)))
    return tuple(_read(row) for row in found)


def rule_of(connection: Connection, rule_id: int) -> StoredRule | None:
    found = connection.execute(_SELECT.where(rule.c.id == rule_id)).one_or_none()
    return None if found is None else _read(found)


def concerning(
    connection: Connection, voucher: str, tags: Collection[str]
) -> tuple[StoredRule, ...]:
    """The rules whose group a card of this voucher with these tags is in, by name."""
    mine = or_(
        rule.c.group_kind == GroupKind.ALL.value,
        and_(rule.c.group_kind == GroupKind.VOUCHER.value, rule.c.group_value == voucher),
        and_(rule.c.group_kind == GroupKind.TAG.value, rule.c.group_value.in_(sorted(tags))),
    )
    asked = _SELECT.where(mine).order_by(dialect.uncased(rule.c.name))
    return tuple(_read(row) for row in connection.execute(asked))


def using(connection: Connection, kind: GroupKind, value: str) -> tuple[str, ...]:
    """Names of the rules that watch this voucher or tag."""
    asked = select(rule.c.name).where(rule.c.group_kind == kind.value, rule.c.group_value == value)
    return tuple(connection.scalars(asked.order_by(dialect.uncased(rule.c.name))))


def _read(row: Row[*tuple[Any, ...]]) -> StoredRule:
    group, push = Group(GroupKind(row.group_kind), row.group_value), Push(row.push)
    last = None
    if row.notice_id is not None:
        last = Notice(row.notice_id, moment(row.notice_at), row.notice_cards)
    found, trouble = None, None
    try:
        condition = condition_from_json(row.condition_json, row.name)
    except KnownError as error:
        trouble = error
    else:
        found = Rule(
            row.id,
            RuleDraft(row.name, group, condition, push),
            row.enabled,
            row.created_by,
            moment(row.created_at),
            moment(row.changed_at),
            moment_or_none(row.checked_at),
            row.checked_change,
        )
    checked_at = moment_or_none(row.checked_at)
    return StoredRule(row.id, row.name, group, push, row.enabled, checked_at, found, trouble, last)


def add(connection: Connection, draft: RuleDraft, who: str, at: datetime) -> int | str:
    """The new rule's number, switched off; or the name of a rule that has it already."""
    taken = _named(connection, draft.name, 0)
    if taken is not None:
        return taken
    new = insert(rule).values(
        **_values(draft),
        id=_next_id(connection),
        enabled=False,
        created_by=who,
        created_at=seconds(at),
        changed_at=seconds(at),
    )
    return int(connection.execute(new.returning(rule.c.id)).scalar_one())


def change(connection: Connection, rule_id: int, draft: RuleDraft, at: datetime) -> bool | str:
    """Write a rule anew; the name of another rule that has its name, or False when it is gone.

    A rule that looks for something else than before is switched off.
    """
    taken = _named(connection, draft.name, rule_id)
    if taken is not None:
        return taken
    before = rule_of(connection, rule_id)
    if before is None:
        return False
    values = _values(draft)
    if before.rule is None or not draft.watches_like(before.rule.draft):
        values |= {"enabled": False, "changed_at": seconds(at)}
    connection.execute(update(rule).where(rule.c.id == rule_id).values(**values))
    return True


def switch(connection: Connection, rule_id: int, *, on: bool) -> bool:
    """Switch a rule on or off. What changed while it was off is not looked at later."""
    values: dict[str, Any] = {"enabled": on}
    if on:
        values["checked_change"] = last_change(connection)
    changed = update(rule).where(rule.c.id == rule_id, rule.c.enabled != on).values(**values)
    return connection.execute(changed).rowcount > 0


def remove(connection: Connection, rule_id: int) -> bool:
    """Delete a rule. Its notifications and trigger records stay."""
    return connection.execute(delete(rule).where(rule.c.id == rule_id)).rowcount > 0


def last_change(connection: Connection) -> int:
    """The last change a sync observed; 0 when there is none."""
    return connection.scalar(select(func.max(card_change.c.id))) or 0


def _values(draft: RuleDraft) -> dict[str, Any]:
    kind: RuleKind = draft.kind
    return {
        "name": draft.name,
        "group_kind": draft.group.kind.value,
        "group_value": draft.group.value,
        "kind": kind.value,
        "condition_json": condition_to_json(draft.condition),
        "push": draft.push.value,
    }


def _named(connection: Connection, name: str, rule_id: int) -> str | None:
    same = select(rule.c.name).where(dialect.uncased(rule.c.name) == name, rule.c.id != rule_id)
    return connection.scalars(same).first()


def _next_id(connection: Connection) -> int:
    # SQLite would hand out the number of the last rule again once that is deleted.
    columns = (rule.c.id, notification.c.rule_id, trigger_record.c.rule_id)
    used: Sequence[int | None] = [connection.scalar(select(func.max(column))) for column in columns]
    return 1 + max(number or 0 for number in used)
