"""When a card was last met in the list, read in full, and asked for its usage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Update, bindparam, update

from simdesk.services.storage import dialect
from simdesk.services.storage.tables import card

LISTED: Final = "listed_at"
DETAILED: Final = "detailed_at"
USED: Final = "usage_at"


def stamp(connection: Connection, moments: Mapping[str, tuple[Iterable[int], int]]) -> None:
    """Write down moments: for each column the cards, and the second that counts for them.

    A card that gets several has its row written once. One that is listed is missing no more.
    """
    columns: dict[int, tuple[str, ...]] = {}
    for name, (ids, _) in moments.items():
        for card_id in ids:
            columns[card_id] = (*columns.get(card_id, ()), name)
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for card_id, names in columns.items():
        alike[names].append(card_id)
    for names, cards in alike.items():
        seconds = {name: moments[name][1] for name in names}
        connection.execute(_stamp(names), {"ids": dialect.id_list(cards), **seconds})


@lru_cache(maxsize=8)
def _stamp(names: tuple[str, ...]) -> Update:
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    if LISTED in names:
        values["not_listed_since"] = None
    return update(card).where(dialect.ids_in(card.c.id)).values(values)
