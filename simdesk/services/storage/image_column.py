"""A card's before-image as SQL spells it, for `BeforeImage.from_json` to read.

So a bulk's images are made where the cards are, without any of them passing through Python.
Dialect: SQLite's JSON functions.
"""

from sqlalchemy import ColumnElement, case, func, literal_column, select

from simdesk.services.storage.tables import card, sub_card


def image_json() -> ColumnElement[str]:
    """The image of the row of `card` in the statement it stands in."""
    c = card.c
    fields: dict[str, ColumnElement[object]] = {
        "specific": c.specific,
        "expires_at": c.expires_at,
        "auto_renew": _flag(c.auto_renew),
        "cancellation_due": _flag(c.cancellation_due),
        "cycle_usage_kb": c.cycle_usage_kb,
        "cycle_left_kb": c.cycle_left_kb,
        "tier_kb": c.tier_kb,
        "usage_as_of": c.usage_as_of,
        "detailed": _flag(c.detailed_at.is_not(None)),
        "card_limit_kb": c.card_limit_kb,
        "limit_auto_restore": _flag(c.limit_auto_restore),
        "auto_rebind": _flag(c.auto_rebind),
        "sub_cards": func.json(_sub_cards()),
        "read_at": func.max(c.listed_at, func.coalesce(c.detailed_at, 0)),
    }
    return func.json_object(
        *(part for name, field in fields.items() for part in (_word(name), field))
    )


def _word(name: str) -> ColumnElement[str]:
    return literal_column(f"'{name}'")


def _flag(column: ColumnElement[bool]) -> ColumnElement[object]:
    """true, false or null; as numbers they would not be the same words."""
    return func.json(case((column, _word("true")), (~column, _word("false")), else_=_word("null")))


def _sub_cards() -> ColumnElement[object]:
    """The specific status of each of a smart card's MSISDNs, which are kept as lines."""
    lines = func.replace(sub_card.c.msisdns, literal_column("char(10)"), _word('","'))
    numbers = func.json_each(_word('["').concat(lines).concat(_word('"]'))).table_valued(
        "value", joins_implicitly=True
    )
    return (
        select(func.json_group_object(numbers.c.value, sub_card.c.specific))
        .where(sub_card.c.card_id == card.c.id, sub_card.c.msisdns != "")
        .correlate(card)
        .scalar_subquery()
    )
