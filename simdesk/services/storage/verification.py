"""Is the file whole, and does it still say what it said? (reliability.md 4.4, 4.7, G14)

SQLite's own check sees damaged pages, not a changed digit in a row. So everything that is money or
proof is held against something else: the audit against its chain, settled operations against the
seals in it, open ones and purchases against the seal of the last closing, plans against their
hash, the ledger against the states.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from simdesk.models.audit import Audited
from simdesk.models.flaws import Flaw, FlawKind
from simdesk.services.storage.audit_store import GENESIS, digest
from simdesk.services.storage.jobs import AbandonedError
from simdesk.services.storage.journal_seals import (
    FORM,
    UNSEALED,
    closing_seal,
    operation_digest,
    plan_agrees,
)
from simdesk.services.storage.opening import SCHEMA, SEALED

_MOST = 20
"""Flaws of one kind that are told; more say nothing new."""


def verify_file(path: Path) -> tuple[Flaw, ...]:
    """Verify a desk that nobody has open, or a backup. Changes nothing; never raises for damage."""
    wal = path.with_name(path.name + "-wal")
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "mode=ro&immutable=1"
    return _verified(path, mode, seal_kept)


def verify_open(
    path: Path,
    seal: str | None,
    hold: Callable[[sqlite3.Connection], None],
    let_go: Callable[[], None],
) -> tuple[Flaw, ...]:
    """Verify a desk that is open, on a connection of its own and one state of the file.

    `seal` is what it was closed with, None after a crash. `hold` is handed the connection once
    that state is held, until `let_go`: whoever wants to stop this interrupts it in between, and
    AbandonedError is raised.
    """

    def begun(raw: sqlite3.Connection) -> str | None:
        hold(raw)
        return seal

    return _verified(path, "mode=ro", begun, let_go)


def _verified(
    path: Path,
    mode: str,
    seal_of: Callable[[sqlite3.Connection], str | None],
    let_go: Callable[[], None] = lambda: None,
) -> tuple[Flaw, ...]:
    try:
        uri = f"{path.absolute().as_uri()}?{mode}"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as raw:
            for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "busy_timeout=5000"):
                raw.execute(f"PRAGMA {pragma}")
            raw.execute("BEGIN")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            try:
                return verify(raw, seal_of(raw))
            finally:
                let_go()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return (Flaw(FlawKind.STRUCTURE, str(error)),)


def verify(raw: sqlite3.Connection, seal: str | None = None) -> tuple[Flaw, ...]:
    """Everything that is wrong with the file, worst first; `seal` is that of its closing, if any.

    Of a file of another schema only the structure is known. Raises AbandonedError when the
    connection was interrupted.
    """
    flaws: list[Flaw] = []
    ours = raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    for check in _CHECKS if ours else _CHECKS[:2]:
        try:
            for flaw, _ in zip(check(raw), range(_MOST), strict=False):
                flaws.append(flaw)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise AbandonedError from error
            flaws.append(Flaw(FlawKind.STRUCTURE, str(error)))
        except (ValueError, TypeError, KeyError) as error:  # what is not what it should be
            flaws.append(Flaw(FlawKind.STRUCTURE, f"{check.__name__.strip('_')}: {error!s:.80}"))
    flaws.extend(_closing(raw, seal) if ours else ())
    return tuple(dict.fromkeys(flaws))


def seal_kept(raw: sqlite3.Connection) -> str | None:
    """The seal in a file that was closed properly, or a backup; None without one."""
    known = dict(raw.execute("SELECT key, value FROM meta").fetchall())
    return known.get(SEALED) if known.get("stopped") == "cleanly" else None


def _structure(raw: sqlite3.Connection) -> Iterator[Flaw]:
    for (words,) in raw.execute(f"PRAGMA integrity_check({_MOST})"):
        if words != "ok":
            yield Flaw(FlawKind.STRUCTURE, str(words).replace("\n", " "))


def _references(raw: sqlite3.Connection) -> Iterator[Flaw]:
    for table in sorted({row[0] for row in raw.execute("PRAGMA foreign_key_check")}):
        yield Flaw(FlawKind.REFERENCE, table)


def _chain(raw: sqlite3.Connection) -> Iterator[Flaw]:
    """The first record that does not follow from the one before; the rest proves nothing."""
    last = GENESIS
    rows = raw.execute(
        "SELECT n, prev, h, at, who, host, act, subject, body_json FROM audit ORDER BY n"
    )
    for number, (n, prev, h, *told) in enumerate(rows, start=1):
        if n != number or prev != last or h != digest(last, (n, *told)):
            yield Flaw(FlawKind.CHAIN, str(number))
            return
        last = h


def _plans(raw: sqlite3.Connection) -> Iterator[Flaw]:
    # A seal covers what the plan's hash covers, so that only what is not sealed needs it.
    for (op_id,) in raw.execute(UNSEALED).fetchall():
        if not plan_agrees(raw, op_id):
            yield Flaw(FlawKind.PLAN, op_id)


def _seals(raw: sqlite3.Connection) -> Iterator[Flaw]:
    asked = "SELECT subject, body_json FROM audit WHERE act = ? ORDER BY n"
    for op_id, body in raw.execute(asked, (Audited.OPERATION_SETTLED.value,)).fetchall():
        told = json.loads(body)
        if told["form"] != FORM:
            continue
        if operation_digest(raw, op_id) != (told["digest"], told["items"]):
            yield Flaw(FlawKind.SEAL, op_id)


def _ledger(raw: sqlite3.Connection) -> Iterator[Flaw]:
    for (cause,) in raw.execute(_MISPLACED):
        yield Flaw(FlawKind.LEDGER, str(cause))


def _purchases(raw: sqlite3.Connection) -> Iterator[Flaw]:
    """Rows against the newest record of each serial that tells its state."""
    asked = "SELECT subject, body_json FROM audit WHERE act IN (?, ?) ORDER BY n"
    acts = (Audited.PURCHASE_ANSWERED.value, Audited.PURCHASE_DECIDED.value)
    told = {serial: json.loads(body) for serial, body in raw.execute(asked, acts)}
    for serial, body in told.items():
        row = raw.execute(
            "SELECT state, order_number FROM purchase WHERE serial = ?", (serial,)
        ).fetchone()
        if row is None or not _follows(body, *row):
            yield Flaw(FlawKind.PURCHASE, serial)


def _follows(told: dict[str, object], state: str, order: str | None) -> bool:
    # What was told as final is so for ever; what was open may have moved on without a record.
    if told.get("state") in _FINAL and told["state"] != state:
        return False
    return told.get("order") in (None, order)


def _closing(raw: sqlite3.Connection, seal: str | None) -> Iterator[Flaw]:
    if seal is None or not seal.startswith(f"{FORM} "):
        return
    try:
        if closing_seal(raw) != seal:
            yield Flaw(FlawKind.CLOSING, "operations, purchases")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise AbandonedError from error
        yield Flaw(FlawKind.STRUCTURE, str(error))


_FINAL: Final = ("DONE", "FAILED", "NOT_APPLIED")
_SIDE: Final = (
    "CASE WHEN state = 'PLANNED' THEN 'reserved'"
    " WHEN state IN ('SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN') THEN 'in_flight'"
    " WHEN state = 'DONE' THEN 'spent' ELSE 'budget' END"
)
# Each cause's money as (account, what is there): where it should lie, less all that was moved.
_MISPLACED: Final = f"""
SELECT DISTINCT cause FROM (
  SELECT cause, account, currency FROM (
    SELECT op_id || ' ' || seq AS cause, {_SIDE} AS account, currency, amount_minor AS minor
      FROM op_item WHERE amount_minor > 0
    UNION ALL SELECT serial, {_SIDE}, currency, amount_minor FROM purchase WHERE amount_minor > 0
    UNION ALL SELECT op_id || ' ' || seq, 'budget', currency, -amount_minor
      FROM op_item WHERE amount_minor > 0
    UNION ALL SELECT serial, 'budget', currency, -amount_minor FROM purchase WHERE amount_minor > 0
    UNION ALL SELECT coalesce(serial, op_id || ' ' || seq), credit, currency, -minor FROM ledger
    UNION ALL SELECT coalesce(serial, op_id || ' ' || seq), debit, currency, minor FROM ledger
  ) GROUP BY cause, account, currency HAVING sum(minor) <> 0
) ORDER BY cause
"""
_CHECKS: Final = (_structure, _references, _chain, _plans, _seals, _ledger, _purchases)
