"""Cards that say what type-ahead looks for."""

from array import array

from sqlalchemy import Connection, select

from simdesk.models.seeking import Beginning, Sought
from simdesk.services.storage import where
from simdesk.services.storage.id_lists import as_array, ids_of
from simdesk.services.storage.tables import card


def ids(connection: Connection, sought: Sought) -> "array[int]":
    """The cards, cancelled ones included, in no order. Raises KeyError for an unknown field."""
    if isinstance(sought, Beginning):
        says = where.begins_with(sought.field, sought.words)
    else:
        says = where.holding(sought)
    return as_array(ids_of(connection, select(card.c.id).where(says)))
