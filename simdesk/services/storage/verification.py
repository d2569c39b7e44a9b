"""Is the file whole, and does it still say what it said? (reliability.md 4.4, 4.7, G14)

SQLite's own check sees damaged pages, not a changed digit in a row. So everything that is money or
proof is held against something else: the audit against its chain, settled operations against the
seals in it, open ones and purchases against the seal of the last closing, plans against their
hash, the ledger against the states.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from simdesk.models.audit import Audited
from simdesk.models.audit_chain import Anchor
from simdesk.models.flaws import Flaw, FlawKind
from simdesk.services.storage.audit_verify import verify_raw
from simdesk.services.storage.desk_file import SCHEMA, looked_into
from simdesk.services.storage.faults import primary_code
from simdesk.services.storage.jobs import AbandonedError
from simdesk.services.storage.journal_seals import (
    FORM,
    PLANNED_OUT,
    closing_seal,
    operation_digest,
    plan_agrees,
)
from simdesk.services.storage.ledger_store import imbalances
from simdesk.services.storage.opening import SEALED

_MOST = 20
"""Flaws of one kind that are told; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a file is held against: the seal of its last closing, if it must fit; anchors."""

    seal: str | None = None
    anchors: tuple[Anchor, ...] = ()


def verify_file(path: Path) -> tuple[Flaw, ...]:
    """Verify a desk that nobody has open, or a backup. Changes nothing; never raises for damage."""
    engine = create_engine("sqlite://", creator=lambda: _unwritten(path), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            return verify(connection, Held(seal_kept(_raw(connection))))
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        return (_structural(error),)


def _unwritten(path: Path) -> sqlite3.Connection:
    raw = looked_into(path)
    raw.isolation_level = None
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "busy_timeout=5000"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


def verify_open(
    connection: Connection, held: Held, begun: Callable[[bool], object]
) -> tuple[Flaw, ...]:
    """Verify a desk that is open, in a transaction at hand that has read nothing yet.

    `begun` is called once that state of the file is held, with whether it fits the seal of the
    last closing: what is written from then on is not looked at, and does not wait. Raises
    AbandonedError when the connection was interrupted.
    """
    try:
        # What this connection read before must come from the disk again.
        connection.exec_driver_sql("PRAGMA shrink_memory")
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").one()
        fits = held.seal is not None and not any(_closing(connection, held))
        begun(fits)
        return verify(connection, replace(held, seal=None) if fits else held)
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        return (_structural(error),)
    finally:
        # A damaged file refuses a COMMIT even of what was only read; the flaws would be lost.
        _raw(connection).rollback()


def verify(connection: Connection, held: Held | None = None) -> tuple[Flaw, ...]:
    """Everything that is wrong with the file, worst first.

    Of a file of another schema only the structure is known. Raises AbandonedError when the
    connection was interrupted.
    """
    held = held or Held()
    flaws: list[Flaw] = []
    ours = _raw(connection).execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    for check in _CHECKS if ours else _CHECKS[:2]:
        try:
            for flaw, _ in zip(check(connection, held), range(_MOST), strict=False):
                flaws.append(flaw)
        except (sqlite3.Error, DBAPIError) as error:
            flaws.append(_structural(error))
        except (ValueError, TypeError, KeyError) as error:  # what is not what it should be
            flaws.append(Flaw(FlawKind.STRUCTURE, f"{check.__name__.strip('_')}: {error!s:.80}"))
    return tuple(dict.fromkeys(flaws))


def _structural(error: sqlite3.Error | DBAPIError | UnicodeDecodeError) -> Flaw:
    if isinstance(error, UnicodeDecodeError):  # SQLite's own sentence quotes damaged names
        return Flaw(FlawKind.STRUCTURE, str(error))
    if primary_code(error) == sqlite3.SQLITE_INTERRUPT:
        raise AbandonedError from error
    return Flaw(FlawKind.STRUCTURE, str(error.orig if isinstance(error, DBAPIError) else error))


def _raw(connection: Connection) -> sqlite3.Connection:
    # What is damaged is read as it is stored, in words that no later schema changes.
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def seal_kept(raw: sqlite3.Connection) -> str | None:
    """The seal that the file must fit; None for one that may have moved since its closing."""
    row = raw.execute("SELECT value FROM meta WHERE key = ?", (SEALED,)).fetchone()
    return None if row is None else str(row[0])


def _structure(connection: Connection, held: Held) -> Iterator[Flaw]:
    del held
    for (words,) in _raw(connection).execute(f"PRAGMA integrity_check({_MOST})"):
        if words != "ok":
            yield Flaw(FlawKind.STRUCTURE, str(words).replace("\n", " "))


def _references(connection: Connection, held: Held) -> Iterator[Flaw]:
    del held
    for table in sorted({row[0] for row in _raw(connection).execute("PRAGMA foreign_key_check")}):
        yield Flaw(FlawKind.REFERENCE, table)


def _chain(connection: Connection, held: Held) -> Iterator[Flaw]:
    broken = verify_raw(_raw(connection), held.anchors).broken
    if broken is not None:
        yield Flaw(FlawKind.CHAIN, str(broken.number))


def _plans(connection: Connection, held: Held) -> Iterator[Flaw]:
    del held
    raw = _raw(connection)
    # A seal covers what the plan's hash covers, so that only what is not sealed needs it.
    for (op_id,) in raw.execute(PLANNED_OUT).fetchall():
        if not plan_agrees(raw, op_id):
            yield Flaw(FlawKind.PLAN, op_id)


def _seals(connection: Connection, held: Held) -> Iterator[Flaw]:
    del held
    raw = _raw(connection)
    asked = "SELECT subject, body_json FROM audit WHERE act = ? ORDER BY n"
    for op_id, body in raw.execute(asked, (Audited.OPERATION_SETTLED.value,)).fetchall():
        told = json.loads(body)
        if told["form"] != FORM:
            continue
        if operation_digest(raw, op_id) != (told["digest"], told["items"]):
            yield Flaw(FlawKind.SEAL, op_id)


def _ledger(connection: Connection, held: Held) -> Iterator[Flaw]:
    del held
    for one in imbalances(connection, _MOST):
        cause = one.cause
        yield Flaw(FlawKind.LEDGER, cause.serial or f"{cause.op_id} {cause.seq}")


def _purchases(connection: Connection, held: Held) -> Iterator[Flaw]:
    """Rows against the newest record of each: none moves without one (`purchase_books`)."""
    del held
    raw = _raw(connection)
    acts = (Audited.PURCHASE_ASKED, Audited.PURCHASE_ANSWERED, Audited.PURCHASE_DECIDED)
    asked = "SELECT body_json FROM audit WHERE act IN (?, ?, ?) ORDER BY n"
    records = [json.loads(body) for (body,) in raw.execute(asked, [act.value for act in acts])]
    for serial, told in {record["serial"]: record for record in records}.items():
        row = raw.execute(_PURCHASE, (serial,)).fetchone()
        # An order that was not told may have been found since.
        linked = row is not None and told["order"] in (None, row[0])
        if not linked or list(row[1:]) != [told[name] for name in _TOLD]:
            yield Flaw(FlawKind.PURCHASE, serial)


_TOLD: Final = ("kind", "voucher", "amount_minor", "currency", "state", "code", "reason")
_PURCHASE: Final = f"SELECT order_number, {', '.join(_TOLD)} FROM purchase WHERE serial = ?"


def _closing(connection: Connection, held: Held) -> Iterator[Flaw]:
    seal = held.seal
    if seal is not None and seal.startswith(f"{FORM} ") and closing_seal(_raw(connection)) != seal:
        yield Flaw(FlawKind.CLOSING, "operations, purchases")


_CHECKS: Final = (_structure, _references, _chain, _plans, _seals, _ledger, _purchases, _closing)
