"""A sheet that comes back edited: what it wants changed, row by row (reliability.md F55)."""

from collections.abc import Mapping
from dataclasses import dataclass

from simdesk.models.card import ActionKey
from simdesk.models.operations import ActRequest
from simdesk.models.sheet_fields import WISH
from simdesk.models.sheet_lines import Stored
from simdesk.models.texts import Text

REMARK, TAGS, LIMIT = "remark", "tags", "limit"
FIELDS = (REMARK, TAGS, LIMIT, WISH)
"""What can be brought back, by the keys of export columns. A blank limit or wish wants nothing."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet: what its cells say, by field, as a desk stores it.

    `version` is the card's when the sheet was written, 0 where the sheet does not tell.
    """

    row: int
    iccid: str
    says: Mapping[str, Stored]
    version: int = 0


@dataclass(frozen=True, slots=True)
class DeskCard:
    """The card as the desk has it now, and as it had it when the sheet was written.

    `has` and `had` hold the values by field: remark, tags as lines, the limit in force in KB.
    `own_limit` tells that this is the card's own and not its voucher's.
    """

    id: int
    iccid: str
    key: ActionKey
    version: int
    has: Mapping[str, Stored]
    had: Mapping[str, Stored]
    own_limit: bool = False


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What a sheet wants: its rows in four groups, which together are all rows of the file.

    A row with one cell that is refused is refused as a whole, one with a conflict is a conflict as
    a whole. `fields` counts the cells to be changed by field. `cautions` is what a person must
    know first.
    """

    label: str
    unchanged: int
    changed: int
    conflicts: int
    refused: int
    fields: Mapping[str, int]
    cautions: tuple[Text, ...] = ()

    @property
    def rows(self) -> int:
        return self.unchanged + self.changed + self.conflicts + self.refused


@dataclass(frozen=True, slots=True)
class WishedAct:
    """An act at the provider that the sheet wants for these cards of the desk."""

    request: ActRequest
    card_ids: tuple[int, ...]
