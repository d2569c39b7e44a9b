"""Rows of a reviewed sheet beside the cards of the desk they are about, a batch at a time."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from simdesk.models.bringing_back import LIMIT, REMARK, TAGS, DeskCard, SheetRow
from simdesk.models.card import ActionKey
from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.sheet_fields import WISH
from simdesk.models.sheet_lines import Stored
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.storage import dialect, export_reading, review_wishes
from simdesk.services.storage.sheet_history import History
from simdesk.services.storage.tables import card

_BATCH = 500
_KEPT = (REMARK, TAGS, LIMIT)
_READ = ("iccid", "version", *_KEPT)


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the sheet beside the desk.

    `card_id` is None for a card that the desk does not know, `card` for one it has just as the row
    says.
    """

    row: SheetRow
    card_id: int | None = None
    card: DeskCard | None = None


def returned(
    sheet: Connection,
    desk: Connection,
    fields: Collection[str],
    written_at: datetime | None,
    judged: Collection[int] = frozenset(),
) -> Iterator[list[Beside]]:
    """All rows of the sheet in their order, beside the desk's cards.

    `fields` are those of `bringing_back.FIELDS` that the sheet tells; `written_at` is when it was
    written, None where nobody knows: then the desk has had what it has now. Rows that are `judged`
    come with their card whatever they say.
    """
    history = History(desk, written_at)
    asked = select(card.c.id).order_by(card.c.id)
    found = sheet.scalars(asked, execution_options={"yield_per": _BATCH})
    for ids in found.partitions(_BATCH):
        rows = _sheet_rows(sheet, list(ids), fields)
        yield _beside(desk, rows, history, judged)


def _sheet_rows(sheet: Connection, ids: Sequence[int], fields: Collection[str]) -> list[SheetRow]:
    wishes = review_wishes.of(sheet, ids) if WISH in fields else {}
    kept = [name for name in _KEPT if name in fields]
    rows: list[SheetRow] = []
    for chunk in export_reading.columns(sheet, ids, _READ, (), daily=False):
        told = dict(zip(_READ, chunk.columns, strict=True))
        for place, iccid in enumerate(told["iccid"]):
            row = ids[len(rows)]
            says: dict[str, Stored] = {name: told[name][place] or "" for name in kept}
            if LIMIT in says:
                says[LIMIT] = told[LIMIT][place]  # 0 is none, blank says nothing
            if wishes.get(row, "").strip():
                says[WISH] = wishes[row]
            version = told["version"][place] if "version" in fields else 0
            rows.append(SheetRow(row, str(iccid), says, int(version or 0)))
    return rows


def _beside(
    desk: Connection, rows: Sequence[SheetRow], history: History, judged: Collection[int]
) -> list[Beside]:
    known = _ids_by_iccid(desk, [row.iccid for row in rows])
    ids = [known.get(row.iccid.upper()) for row in rows]
    now = _kept(desk, [one for one in ids if one is not None])
    others = {
        one: now[one]
        for row, one in zip(rows, ids, strict=True)
        if one is not None
        and (WISH in row.says or row.row in judged or _differs(row.says, now[one]))
    }
    cards = _desk_cards(desk, others, history)
    return [
        Beside(row, one, None if one is None else cards.get(one))
        for row, one in zip(rows, ids, strict=True)
    ]


def _differs(says: Mapping[str, Stored], has: Mapping[str, Stored]) -> bool:
    if LIMIT in says and says[LIMIT] is not None and (says[LIMIT] or 0) != (has[LIMIT] or 0):
        return True
    return any(says[name] != has[name] for name in (REMARK, TAGS) if name in says)


def _ids_by_iccid(desk: Connection, iccids: Collection[str]) -> dict[str, int]:
    """By ICCID in capitals: the living card before a cancelled one, then the newest."""
    asked = (
        select(card.c.iccid, card.c.id)
        .where(dialect.texts_in(card.c.iccid))
        .order_by((card.c.status != CANCELLED_CODE), card.c.id)
    )
    found = desk.execute(asked, {"texts": dialect.text_list(iccids)})
    return {iccid.upper(): card_id for iccid, card_id in found}


def _kept(desk: Connection, ids: Sequence[int]) -> dict[int, dict[str, Stored]]:
    """What the desk has now, by card and field."""
    distinct = list(dict.fromkeys(ids))
    found: dict[int, dict[str, Stored]] = {}
    for chunk in export_reading.columns(desk, distinct, _KEPT, (), daily=False):
        for remark, tags, limit in zip(*chunk.columns, strict=True):
            card_id = distinct[len(found)]
            found[card_id] = {REMARK: remark or "", TAGS: tags or "", LIMIT: limit}
    return found


_OWN = select(
    card.c.id,
    card.c.iccid,
    card.c.specific,
    card.c.plan_type,
    card.c.carrier,
    card.c.auto_renew,
    card.c.cancellation_due,
    card.c.version,
    card.c.card_limit_kb,
    card.c.voucher_limit_kb,
).where(dialect.ids_in(card.c.id))


def _desk_cards(
    desk: Connection, now: Mapping[int, Mapping[str, Stored]], history: History
) -> dict[int, DeskCard]:
    if not now:
        return {}
    had, limits = history.had(now), history.limits(now)
    found = desk.execute(_OWN, {"ids": dialect.id_list(now)})
    return {
        row.id: DeskCard(
            row.id,
            row.iccid,
            _key(row),
            row.version,
            now[row.id],
            {**had[row.id], LIMIT: _limit_had(row, limits)},
            row.card_limit_kb is not None,
        )
        for row in found
    }


def _key(row: Row[*tuple[Any, ...]]) -> ActionKey:
    return ActionKey(
        SpecificStatus.of(row.specific),
        PlanType(row.plan_type),
        row.carrier == Carrier.VNO,
        bool(row.auto_renew),
        bool(row.cancellation_due),
    )


def _limit_had(
    row: Row[*tuple[Any, ...]], before: Mapping[tuple[int, str], int | None]
) -> int | None:
    own = before.get((row.id, "limit"), row.card_limit_kb)
    return before.get((row.id, "voucher_limit"), row.voucher_limit_kb) if own is None else own


def without_restoring(desk: Connection, ids: Collection[int]) -> frozenset[int]:
    """Which of these cards stay suspended by their limit when the next month begins."""
    asked = select(card.c.id).where(dialect.ids_in(card.c.id), card.c.limit_auto_restore.is_(False))
    return frozenset(desk.scalars(asked, {"ids": dialect.id_list(ids)}))
