"""Which cards carry which tags."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from simdesk.services.storage import dialect
from simdesk.services.storage.tables import card_tag, tag

_GIVE = insert(card_tag)


def import_tags(connection: Connection, tags: Mapping[int, Sequence[str]]) -> bool:
    """Give new cards the provider's tags. True when a name was not known before."""
    ids, came = tag_ids(connection, {name for names in tags.values() for name in names})
    rows = [
        (card_id, ids[name]) for card_id, names in tags.items() for name in dict.fromkeys(names)
    ]
    if rows:
        dialect.execute_many(connection, _GIVE, rows)
    return came


def tag_ids(connection: Connection, names: Iterable[str]) -> tuple[dict[str, int], bool]:
    """Ids of these names, made where they are missing, and whether any was."""
    wanted = sorted(set(names))
    found = _ids(connection, wanted)
    missing = [name for name in wanted if name not in found]
    if missing:
        connection.execute(insert(tag), [{"name": name} for name in missing])
        found = _ids(connection, wanted)
    return found, bool(missing)


def _ids(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    if not names:
        return {}
    asked = select(tag.c.name, tag.c.id).where(dialect.exactly_in(tag.c.name))
    rows = connection.execute(asked, {"texts": dialect.text_list(names)})
    return {row.name: row.id for row in rows}


def tags_of(connection: Connection, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each of these cards by name; every id is a key."""
    asked = (
        select(card_tag.c.card_id, tag.c.name)
        .join_from(card_tag, tag)
        .where(dialect.ids_in(card_tag.c.card_id))
        .order_by(tag.c.name)
    )
    found: dict[int, list[str]] = {card_id: [] for card_id in ids}
    for card_id, name in connection.execute(asked, {"ids": dialect.id_list(ids)}):
        found[card_id].append(name)
    return {card_id: tuple(names) for card_id, names in found.items()}


def set_tags(connection: Connection, tags: Mapping[int, Sequence[str]]) -> bool:
    """Let each card carry exactly these tags. True when a name came in.

    A tag that no card carries any more stays: it is the operator's to delete.
    """
    ids, came = tag_ids(connection, {name for names in tags.values() for name in names})
    connection.execute(
        delete(card_tag).where(dialect.ids_in(card_tag.c.card_id)),
        {"ids": dialect.id_list(tags)},
    )
    rows = [
        {"card_id": card_id, "tag_id": ids[name]}
        for card_id, names in tags.items()
        for name in dict.fromkeys(names)
    ]
    if rows:
        connection.execute(insert(card_tag), rows)
    return came
