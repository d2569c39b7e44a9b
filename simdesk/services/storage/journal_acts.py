"""What an operator does to an operation, each in one transaction with its line in the audit."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from simdesk.models.audit import Audited
from simdesk.models.errors import KnownError
from simdesk.models.guards import GuardedAct, passed
from simdesk.models.operations import Hold
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.storage import (
    guard_store,
    journal_entry,
    journal_findings,
    journal_reads,
    journal_states,
)
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import moment
from simdesk.services.storage.journal_entry import NewItem, NewOperation
from simdesk.services.storage.journal_findings import Finding
from simdesk.services.storage.journal_reads import ItemKey

_ASKED_ANEW = text(
    QT_TRANSLATE_NOOP("trade", "Some of these cards were tried again since the preview.")
)


def start(
    connection: Connection,
    auditor: Auditor,
    new: NewOperation,
    items: Iterable[NewItem],
    *,
    guarded: GuardedAct,
    body: dict[str, object],
    replaced: Sequence[ItemKey] = (),
) -> None:
    """Keep an operation and its items, all PLANNED; `body` is what the audit tells of it.

    `replaced` are the items that its own replace. Raises KnownError where it would pass a bound,
    and where they were asked for anew since the preview; then nothing is written.
    """
    _bounds(connection, new, guarded)
    if journal_reads.asked_anew(connection, replaced):
        raise KnownError(_ASKED_ANEW)
    journal_entry.write_operation(connection, new, items)
    auditor.write(connection, Audited.OPERATION_STARTED, new.id, body)


def enter(connection: Connection, new: NewOperation, guarded: GuardedAct) -> None:
    """Begin to write one down in parts. Raises KnownError where it would pass a bound."""
    _bounds(connection, new, guarded)
    journal_entry.enter(connection, new)


def approve(
    connection: Connection,
    auditor: Auditor,
    new: NewOperation,
    *,
    digest: str,
    guarded: GuardedAct,
    body: dict[str, object],
) -> None:
    """All parts are written: it may be run. Raises KnownError where it passes a bound by now.

    Another one may have been started while it was being written down; of two at once, the second
    to come here sees the first.
    """
    _bounds(connection, new, guarded)
    journal_entry.approve(connection, new, digest)
    auditor.write(connection, Audited.OPERATION_STARTED, new.id, body)


def _bounds(connection: Connection, new: NewOperation, guarded: GuardedAct) -> None:
    obstacles = guard_store.violated(connection, guarded, moment(new.requested_at))
    if obstacles:
        raise passed(obstacles)


def pause(connection: Connection, auditor: Auditor, op_id: str, why: str) -> None:
    """Hold it until the operator's word."""
    journal_states.pause(connection, op_id, why)
    auditor.write(connection, Audited.OPERATION_PAUSED, op_id, {"why": why})


def leave(connection: Connection, auditor: Auditor, op_id: str, *, at: int, why: str) -> None:
    """Nobody sends it at present: SimDesk itself holds what is left of it."""
    if journal_states.leave(connection, op_id, at, why):
        body = {"why": why, "by": "SimDesk"}
        auditor.write(connection, Audited.OPERATION_PAUSED, op_id, body)


def let_go(
    connection: Connection, auditor: Auditor, op_id: str, *, hold: Hold, send_until: int, left: int
) -> bool:
    """Take the hold off. False when it is not held so."""
    done = journal_states.let_go(connection, op_id, hold, send_until)
    if done:
        body = {"left": left, "held": hold.value}
        auditor.write(connection, Audited.OPERATION_CONTINUED, op_id, body)
    return done


def park(connection: Connection, op_id: str, why: str) -> None:
    """Its time has come, but nothing may be sent: it is paused instead."""
    journal_states.unhold(connection, op_id)
    journal_states.pause(connection, op_id, why)


def ask_to_stop(connection: Connection, auditor: Auditor, op_id: str) -> None:
    """Note the wish; whoever sends it carries it out."""
    if journal_states.ask_to_stop(connection, op_id):
        auditor.write(connection, Audited.OPERATION_STOPPED, op_id, {})


def withdraw(
    connection: Connection, auditor: Auditor, op_id: str, *, at: int, why: str, left: int
) -> None:
    """End one that nobody sends: what is planned of it is withdrawn."""
    journal_states.close_operation(connection, op_id, at, stopped=True, why=why)
    auditor.write(connection, Audited.OPERATION_STOPPED, op_id, {"withdrawn": left})


def decide(connection: Connection, auditor: Auditor, finding: Finding) -> None:
    """A person's word about an item that needs one."""
    journal_findings.record(connection, [finding])
    body = {"seq": finding.seq, "outcome": finding.after.value, "note": finding.finding}
    auditor.write(connection, Audited.ITEM_DECIDED, finding.op_id, body)
