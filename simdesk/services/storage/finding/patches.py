"""What a transaction changed of the index, read in that transaction and put in after its commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from simdesk.services.storage.finding import reading, touched
from simdesk.services.storage.finding.columns import Whole
from simdesk.services.storage.finding.fields import (
    IDENTITIES,
    PARTS,
    READ,
    REMARK,
    STALE_ORDERS,
)

Values = tuple[Whole, Mapping[str, Sequence[Any]]]
"""Cards, and for some fields the value of each."""


@dataclass
class Patch:
    """New values of some cards. `lost`: too much changed, everything must be read anew."""

    lost: bool = False
    values: list[Values] = field(default_factory=list)
    identities: Mapping[int, str] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    """Text fields whose order is no longer known."""


def gathered(connection: Connection) -> Patch | None:
    """The changes of this transaction so far, which is about to be committed; None without any."""
    if not touched.watches(connection):  # the connection is new: what came before is unknown
        touched.watch(connection)
        return Patch(lost=True)
    counts = touched.counts(connection)
    if not counts:
        return None
    patch = Patch(lost=True)
    if touched.GONE not in counts and max(counts.values()) <= touched.MOST:
        patch = _read(connection, counts)
    touched.forget(connection)
    return patch


def _read(connection: Connection, counts: Mapping[str, int]) -> Patch:
    patch = Patch()
    patch.values = [_values(connection, part) for part in PARTS if part in counts]
    if "identity" in counts:
        patch.identities = _texts(connection, "identity", IDENTITIES)
    if "remark" in counts:
        patch.remarks = _texts(connection, "remark", REMARK)
    stale = [name for part in counts for name in STALE_ORDERS.get(part, ())]
    patch.stale = frozenset([*stale, "tag"] if touched.TAGS in counts else stale)
    return patch


def _values(connection: Connection, part: str) -> Values:
    names = PARTS[part]
    expressions = tuple(READ[name] for name in names)
    ids, columns = reading.some(connection, expressions, touched.WHERE.format(part=part))
    return ids, dict(zip(names, columns, strict=True))


def _texts(connection: Connection, part: str, text: Any) -> dict[int, str]:  # noqa: ANN401
    ids, (words,) = reading.some(connection, (text,), touched.WHERE.format(part=part))
    return dict(zip(ids.tolist(), words, strict=True))
