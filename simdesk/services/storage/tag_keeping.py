"""The list of tags itself: made, renamed, merged, taken away and put back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, case, delete, func, insert, select, update

from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.tags import TagColor, TagRow
from simdesk.services.storage import dialect
from simdesk.services.storage.edit_store import Signed, Tags, remember_tags
from simdesk.services.storage.tables import card, card_tag, rule, saved_search, tag
from simdesk.services.storage.tag_store import tags_of

_WORDS = saved_search.c.filter_text


@dataclass(frozen=True, slots=True)
class TagImage:
    """A tag that was taken away, enough to put it back: its look and the cards that had it.

    `given` are the cards that got another tag, named `into`, for it in a merge.
    """

    id: int
    name: str
    color: str
    card_ids: tuple[int, ...]
    given: tuple[int, ...] = ()
    into: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """Another tag has the name, ASCII case apart; nothing was written."""

    name: str


@dataclass(frozen=True, slots=True)
class Watched:
    """Automation rules watch the tag; nothing was written."""

    name: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The name before, and how many saved searches follow."""

    before: str
    searches: int


@dataclass(frozen=True, slots=True)
class Recoloured:
    """The tag's name, and its colour before."""

    name: str
    before: str


def all_tags(connection: Connection) -> tuple[TagRow, ...]:
    """Every tag by name, with how many cards carry it and which rules watch it."""
    cancelled = func.sum(case((card.c.status == CANCELLED_CODE, 1), else_=0))
    counts = {
        tag_id: (count - gone, gone)
        for tag_id, count, gone in connection.execute(
            select(card_tag.c.tag_id, func.count(), cancelled)
            .join_from(card_tag, card)
            .group_by(card_tag.c.tag_id)
        )
    }
    rules = rules_by_tag(connection)
    asked = select(tag.c.id, tag.c.name, tag.c.color).order_by(dialect.uncased(tag.c.name))
    return tuple(
        TagRow(tag_id, name, TagColor.of(color), *counts.get(tag_id, (0, 0)), rules.get(name, ()))
        for tag_id, name, color in connection.execute(asked)
    )


def rules_by_tag(connection: Connection) -> Mapping[str, tuple[str, ...]]:
    """The names of the automation rules that watch each tag, by the tag's name."""
    asked = select(rule.c.group_value, rule.c.name).where(rule.c.group_kind == "tag")
    found: dict[str, tuple[str, ...]] = {}
    for name, rule_name in connection.execute(asked.order_by(rule.c.name)):
        found[name] = (*found.get(name, ()), rule_name)
    return found


def _taken(connection: Connection, name: str, but: int | None = None) -> Taken | None:
    asked = select(tag.c.id, tag.c.name).where(dialect.uncased(tag.c.name) == name)
    found = (held for tag_id, held in connection.execute(asked) if tag_id != but)
    return next(map(Taken, found), None)


def create(connection: Connection, name: str, color: str) -> int | Taken:
    """The new tag's id."""
    new = insert(tag).values(name=name, color=color).returning(tag.c.id)
    return _taken(connection, name) or int(connection.execute(new).scalar_one())


def recolour(connection: Connection, tag_id: int, color: str) -> Recoloured | None:
    """Show it in another colour; None when there is no such tag any more."""
    asked = select(tag.c.name, tag.c.color).where(tag.c.id == tag_id)
    before = connection.execute(asked).one_or_none()
    connection.execute(update(tag).where(tag.c.id == tag_id).values(color=color))
    return None if before is None else Recoloured(before.name, before.color)


def rename(
    connection: Connection, tag_id: int, name: str, reworded: Callable[[str, str, str], str]
) -> Renamed | Taken | None:
    """Give the tag another name, also in the rules and saved searches that ask for it.

    `reworded` says a search's text anew (text, name before, name after). None when there is no
    such tag any more. Cards' records keep the name that was true then.
    """
    before = connection.scalar(select(tag.c.name).where(tag.c.id == tag_id))
    if before is None:
        return None
    taken = _taken(connection, name, tag_id)
    if taken is not None:
        return taken
    connection.execute(update(tag).where(tag.c.id == tag_id).values(name=name))
    watching = (rule.c.group_kind == "tag") & (rule.c.group_value == before)
    connection.execute(update(rule).where(watching).values(group_value=name))
    changed = 0
    for search_id, words in connection.execute(select(saved_search.c.id, _WORDS)).all():
        told = reworded(words, before, name)
        if told != words:
            one = update(saved_search).where(saved_search.c.id == search_id)
            connection.execute(one.values(filter_text=told))
            changed += 1
    return Renamed(before, changed)


def carriers(connection: Connection, tag_id: int) -> tuple[int, ...]:
    """The cards that carry the tag, cancelled ones included, by id."""
    asked = select(card_tag.c.card_id).where(card_tag.c.tag_id == tag_id)
    return tuple(connection.scalars(asked.order_by(card_tag.c.card_id)))


def take_away(
    connection: Connection, tag_id: int, signed: Signed, into: int | None = None
) -> TagImage | Watched | None:
    """Delete a tag; with `into`, its cards carry that one instead. None when either is gone."""
    wanted = {tag_id} if into is None else {tag_id, into}
    rows = {row.id: row for row in connection.execute(select(tag).where(tag.c.id.in_(wanted)))}
    if rows.keys() != wanted:
        return None
    row = rows[tag_id]
    rules = rules_by_tag(connection).get(row.name)
    if rules:
        return Watched(row.name, rules)
    ids = carriers(connection, tag_id)
    before = tags_of(connection, ids)
    connection.execute(delete(card_tag).where(card_tag.c.tag_id == tag_id))
    given = () if into is None else _give(connection, into, ids)
    connection.execute(delete(tag).where(tag.c.id == tag_id))
    _remember(connection, before, signed)
    name = None if into is None else rows[into].name
    return TagImage(row.id, row.name, row.color, ids, given, name)


def put_back(
    connection: Connection, image: TagImage, signed: Signed, out_of: int | None = None
) -> Taken | None:
    """Undo `take_away`: the tag is there again, on the cards that had it."""
    taken = _taken(connection, image.name)
    if taken is not None:
        return taken
    before = tags_of(connection, image.card_ids)
    new = insert(tag).values(id=image.id, name=image.name, color=image.color)
    connection.execute(new)
    if out_of is not None and image.given:
        theirs = (card_tag.c.tag_id == out_of) & dialect.ids_in(card_tag.c.card_id)
        connection.execute(delete(card_tag).where(theirs), {"ids": dialect.id_list(image.given)})
    _give(connection, image.id, image.card_ids)
    _remember(connection, before, signed)
    return None


def _give(connection: Connection, tag_id: int, ids: tuple[int, ...]) -> tuple[int, ...]:
    """Attach a tag to those of these cards that lack it; returns them."""
    have = set(carriers(connection, tag_id))
    lacking = tuple(card_id for card_id in ids if card_id not in have)
    if lacking:
        rows = [{"card_id": card_id, "tag_id": tag_id} for card_id in lacking]
        connection.execute(insert(card_tag), rows)
    return lacking


def _remember(connection: Connection, before: Mapping[int, Tags], signed: Signed) -> None:
    remember_tags(connection, before, tags_of(connection, before), signed)
