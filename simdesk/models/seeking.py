"""What type-ahead looks for in a column."""

from dataclasses import dataclass

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import Term

_TEXTS = (FieldKind.ID, FieldKind.TEXT, FieldKind.WORDS, FieldKind.TAGS)
WITH_TEXT = frozenset(
    name for name, field in FIELDS.items() if field.kind in _TEXTS and name != "notification"
)
"""Fields that show the text they hold, so that the desk's file can be asked for its beginning."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The field's text, or one of a card's tags, begins with these words, ASCII case apart.

    Several numbers are one text, the first number first. `field` is one of `WITH_TEXT`.
    """

    field: str
    words: str


Sought = Beginning | Term
