"""Bugs to plant, each with the rules that are to catch it (reliability.md 4.1, G11).

A bug is one wrong sentence of the source, sometimes with the guards behind it. The table is the
list: name, words replaced, rules of the checker that may be the first to see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

STORE = "services/storage/journal_store.py"
STATES = "services/storage/journal_states.py"
FINDINGS = "services/storage/journal_findings.py"
READS = "services/storage/journal_reads.py"
ENTRY = "services/storage/journal_entry.py"
ACTS = "services/storage/journal_acts.py"
TABLES = "services/storage/journal_tables.py"
TRIGGERS = "services/storage/triggers.py"
AUDIT = "services/storage/audit_store.py"
RUNNER = "services/operation_runner.py"
FLIGHT = "services/operation_flight.py"
JOURNAL = "services/operation_journal.py"
ANSWERS = "services/operation_answers.py"
OUTCOMES = "services/operation_outcomes.py"
SETTLE = "services/operation_settle.py"
EFFECTS = "services/operation_effects.py"
WAITING = "services/operation_waiting.py"
OPERATIONS = "services/operations.py"
RATE = "services/rate.py"
CALLS = "services/calls.py"
PURCHASES = "services/purchases.py"
PURCHASE_OUTCOMES = "services/purchase_outcomes.py"
PURCHASE_STORE = "services/storage/purchase_store.py"
PURCHASE_BOOKS = "services/storage/purchase_books.py"
SIGHT = "services/account_sight.py"


@dataclass(frozen=True)
class Edit:
    """`old` stands in `file` exactly once."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Mutant:
    """`rules` are those that may see it first, as the checker names them."""

    rules: str
    edits: tuple[Edit, ...]


def _one(rules: str, file: str, old: str, new: str) -> Mutant:
    return Mutant(rules, (Edit(file, old, new),))


_TO_SENDING = (
    '.where(_item_of(_begun), op_item.c.state == "PLANNED")\n    .values(\n        state="SENDING",'
)
_UNKNOWN = 'Meaning(ItemState.UNKNOWN, "unknown"'

MUTANTS: Mapping[str, Mutant] = {
    # The journal: intents
    "acknowledged before the commit": _one(
        "I6 I13 E",
        JOURNAL,
        "        return await waiting",
        "        return Ruling(ItemState.SENDING, 1)",
    ),
    "an attempt is not kept": _one(
        "I6", STORE, "        connection.execute(_BEGIN_ATTEMPT, begun)\n", ""
    ),
    "an attempt never ends": _one("I6", STORE, "    connection.execute(_END_ATTEMPT, rows)\n", ""),
    "attempts are not counted": _one("I6 I13 E", STORE, "item.attempts + 1)", "1)"),
    "a serial of its own for every send": _one(
        "I4", RUNNER, "send(command, item.serial,", 'send(command, item.serial + "2",'
    ),
    "two open items of a card": Mutant(
        "I8",
        (
            Edit(STORE, "busy_with = item.busy_with or taken_by", "busy_with = None"),
            Edit(
                TABLES,
                '    "one_open",\n    op_item.c.card_id,\n    unique=True,',
                '    "one_open",\n    op_item.c.card_id,\n    unique=False,',
            ),
        ),
    ),
    "no image of the card before": _one(
        "P I2 I5 I6",
        ENTRY,
        '"before_json": image_json(),',
        '"before_json": literal(\'{"specific":0}\'),',
    ),
    # The journal: answers
    "an answer is not written": _one(
        "I6 I13", STORE, "    connection.execute(_SETTLE, rows)\n", ""
    ),
    "answers that came meanwhile are forgotten": _one(
        "I13 E", ANSWERS, "        del self._waiting[: len(part)]", "        self._waiting.clear()"
    ),
    "no answer is a refusal": _one(
        "I3 F06", OUTCOMES, _UNKNOWN, 'Meaning(ItemState.FAILED, "unknown"'
    ),
    "no answer is as good as done": _one(
        "I2 I5", OUTCOMES, _UNKNOWN, 'Meaning(ItemState.DONE, "unknown"'
    ),
    "no answer is sent again": _one(
        "I1", OUTCOMES, _UNKNOWN, 'Meaning(ItemState.PLANNED, "unknown", again_in=1.0'
    ),
    "throttled counts as failed": _one(
        "F06", OUTCOMES, 'ItemState.PLANNED, "throttled"', 'ItemState.FAILED, "throttled"'
    ),
    "what never left counts as failed": _one(
        "F06", OUTCOMES, "NOT_SENT_TRIES = 5", "NOT_SENT_TRIES = 1"
    ),
    "barred counts as failed": _one(
        "F06", OUTCOMES, 'ItemState.PLANNED, "barred"', 'ItemState.FAILED, "barred"'
    ),
    "refused is as good as done": _one(
        "I2 I5", OUTCOMES, 'ItemState.FAILED, "refused"', 'ItemState.DONE, "refused"'
    ),
    "accepted is as good as done": _one(
        "I2 I5", OUTCOMES, 'ItemState.ACCEPTED, "accepted"', 'ItemState.DONE, "accepted"'
    ),
    "no answer in time was never sent": _one(
        "I1 I3", FLIGHT, 'return Unknown("no answer in time")', 'return NotSent("held back")'
    ),
    "a mistake of the adapter was never sent": _one(
        "I1 I3 F06",
        FLIGHT,
        "return Unknown(type(error).__name__)",
        "return NotSent(type(error).__name__)",
    ),
    "what is to be tried again is forgotten": _one(
        "L I13", RUNNER, "            heapq.heappush(self._again, (due, item.seq, item))\n", ""
    ),
    "nobody looks at doubts": _one(
        "I13", RUNNER, "            self._shop.doubt()\n", "            pass\n"
    ),
    # The journal: restarts
    "a restart sends what was being sent again": _one(
        "I1 I3 I13",
        STATES,
        'values(state="UNKNOWN", reason=bindparam("why"))',
        'values(state="PLANNED", reason=bindparam("why"))',
    ),
    "a restart withdraws what was being sent": _one(
        "I3 I13",
        STATES,
        'values(state="UNKNOWN", reason=bindparam("why"))',
        'values(state="WITHDRAWN", reason=bindparam("why"))',
    ),
    "a restart leaves sends as they were": _one(
        "I13 I8",
        STATES,
        'update(op_item).where(_SENDING).values(state="UNKNOWN", reason=bindparam("why"))',
        'update(op_item).where(_SENDING).values(reason=bindparam("why"))',
    ),
    "a restart leaves attempts open": _one(
        "I6",
        STATES,
        '.values(ended_at=bindparam("at"), outcome="interrupted")',
        '.values(outcome="interrupted")',
    ),
    "a restart withdraws the rest": _one(
        "L", STATES, "        if state == OperationState.RUNNING.value:", "        if False:"
    ),
    "to carry on sends doubts again": Mutant(
        "I1 I13 I6",
        (
            Edit(
                STORE,
                'op_item.c.state == "PLANNED",\n        op_item.c.seq >',
                'op_item.c.state.in_(("PLANNED", "UNKNOWN")),\n        op_item.c.seq >',
            ),
            Edit(
                STORE,
                "    if item.state != ItemState.PLANNED:",
                "    if item.state not in (ItemState.PLANNED, ItemState.UNKNOWN):",
            ),
            Edit(STORE, "busy_with = item.busy_with or taken_by", "busy_with = None"),
            Edit(STORE, _TO_SENDING, _TO_SENDING.replace(', op_item.c.state == "PLANNED"', "")),
        ),
    ),
    # Doubts
    "a doubt is lifted without evidence": _one(
        "I2", FINDINGS, "    connection.execute(_ADD_EVIDENCE, rows)\n", ""
    ),
    "not applied before the window is over": _one(
        "I3", SETTLE, "if waited <= late_effect + _ROUNDING:", "if waited <= _ROUNDING:"
    ),
    "half a window": _one(
        "I3", SETTLE, "if waited <= late_effect + _ROUNDING:", "if waited <= late_effect / 2:"
    ),
    "no order is as good as one": _one(
        "I2 I5",
        EFFECTS,
        'Sight.NOT_SEEN, text(QT_TRANSLATE_NOOP("trade", "The provider has no order for it."))',
        'Sight.SEEN, text(QT_TRANSLATE_NOOP("trade", "The provider has no order for it."))',
    ),
    "any order is its own": _one(
        "I2 I3 I5",
        SETTLE,
        "orders.of(doubt.serial)",
        "next(iter(orders._by_serial.values()), None)",
    ),
    "an expiry that stayed is a renewal": _one(
        "I2 I5 P",
        EFFECTS,
        "    if facts.expires_at == before:\n        return Judgement(Sight.NOT_SEEN, found)",
        "    if facts.expires_at == before:\n        return Judgement(Sight.SEEN, found)",
    ),
    "a running card was suspended": _one(
        "I2",
        EFFECTS,
        "return Sight.NOT_SEEN if now in _RUNNING else Sight.HIDDEN",
        "return Sight.SEEN if now in _RUNNING else Sight.HIDDEN",
    ),
    "an earlier act's effect is evidence": _one(
        "I2 I5",
        SETTLE,
        "if paid and outdated(doubt, slack):",
        "if False:",
    ),
    "what the network repeated before is evidence": _one(
        "I2 I5",
        SETTLE,
        "if orders is None or kind is None or orders.placed(kind, doubt.ref.iccid, since):",
        "if True:",
    ),
    "paused for ever with nothing left": _one(
        "I13",
        STATES,
        "or_(operation.c.hold.is_(None), _ALL_SENT)",
        "operation.c.hold.is_(None)",
    ),
    "a person's word is turned round": _one(
        "I2 I3 I5",
        OPERATIONS,
        "after = ItemState.DONE if took_effect else ItemState.NOT_APPLIED",
        "after = ItemState.NOT_APPLIED if took_effect else ItemState.DONE",
    ),
    # The operator's words
    "what was tried again is tried again": Mutant(
        "I1",
        (
            Edit(READS, "            op_item.c.seq.not_in(_anew(op_id)),\n", ""),
            Edit(
                ACTS,
                "if journal_reads.asked_anew",
                "if replaced == 0 and journal_reads.asked_anew",
            ),
        ),
    ),
    "a retry takes what is done": _one(
        "I1",
        OPERATIONS,
        "_RETRIED = (ItemState.FAILED, ItemState.NOT_APPLIED)",
        "_RETRIED = (ItemState.FAILED, ItemState.NOT_APPLIED, ItemState.DONE)",
    ),
    "a stop lets what waits for its turn go": _one(
        "I12", FLIGHT, "        if self._stopping():", "        if False:"
    ),
    "a stop forgets what is planned": _one(
        "I13",
        STATES,
        'state="WITHDRAWN",\n        settled_at=bindparam("at"),\n'
        '        next_try_at=None,\n        reason=bindparam("why"),\n',
        "next_try_at=None,\n",
    ),
    "what waits a day goes at once": _one(
        "I12", WAITING, "            if left > 0:", "            if left > 86_000:"
    ),
    "an operation begins unrecorded": _one(
        "I10",
        ACTS,
        "write_operation(connection, new, items)\n"
        "    auditor.write(connection, Audited.OPERATION_STARTED, new.id, body)\n",
        "write_operation(connection, new, items)\n",
    ),
    "records are not chained": _one(
        "I10", AUDIT, '            "prev": last.digest,', '            "prev": GENESIS,'
    ),
    "a digest leaves out the body": _one("I10", AUDIT, "(number, *told, body)", "(number, *told)"),
    # The ledger
    "a doubt is not in flight": _one(
        "I5",
        TRIGGERS,
        "'SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN'",
        "'SENDING', 'ACCEPTED', 'NEEDS_HUMAN'",
    ),
    "what is done stays in flight": _one(
        "I5",
        TRIGGERS,
        "WHEN {row}.state = 'DONE' THEN 'spent'",
        "WHEN {row}.state = 'X' THEN 'spent'",
    ),
    "what waits is not reserved": _one(
        "I5", TRIGGERS, "WHEN {row}.state = 'PLANNED'", "WHEN {row}.state = 'X'"
    ),
    "money moves twice over": _one(
        "I5 E", TRIGGERS, 'money = f"NEW.amount_minor,', 'money = f"2 * NEW.amount_minor,'
    ),
    "money goes the other way": _one(
        "I5",
        TRIGGERS,
        "{entry}, {_side('OLD')}, {_side('NEW')}, {money}",
        "{entry}, {_side('NEW')}, {_side('OLD')}, {money}",
    ),
    "a purchase moves no money": _one(
        "I5",
        TRIGGERS,
        'CREATE TRIGGER ledger_{table}_begins AFTER INSERT ON {table}"\n'
        '        f" WHEN NEW.amount_minor > 0 AND',
        'CREATE TRIGGER ledger_{table}_begins AFTER INSERT ON {table}"\n'
        "        f\" WHEN {int(table != 'purchase')} AND NEW.amount_minor > 0 AND",
    ),
    # The rate
    "twice the rate": Mutant(
        "I11 U",
        (
            Edit(RATE, "interval = 1 / self.rate", "interval = 0.5 / self.rate"),
            Edit(RATE, "_WINDOW = 1.000001", "_WINDOW = 0.4"),
        ),
    ),
    "a send takes no token": _one(
        "I11 U",
        CALLS,
        "        await self._bucket.take(urgent=urgent)\n        if wanted",
        "        if wanted",
    ),
    "a click waits behind a bulk": _one(
        "U",
        RATE,
        "        queue = self._urgent if urgent else self._patient\n",
        "        queue = self._patient\n",
    ),
    # Acts on vouchers and orders
    "a purchase is sent before it is written": _one(
        "I4 I6 I2 E",
        PURCHASES,
        "await self._begin(command, serial)\n            await self._send(command, serial)",
        "await self._send(command, serial)\n            await self._begin(command, serial)",
    ),
    "a purchase without an answer has failed": _one(
        "I3 I5", PURCHASE_OUTCOMES, "Meaning(ItemState.UNKNOWN,", "Meaning(ItemState.FAILED,"
    ),
    "a purchase without an answer is sent again": _one(
        "I1 I4 I5",
        PURCHASE_OUTCOMES,
        "        case NotSent():\n            return _PAUSE",
        "        case NotSent() | Unknown():\n            return _PAUSE",
    ),
    "a second purchase beside an open one": _one(
        "I8",
        PURCHASE_STORE,
        "    for row in connection.execute(same, asked):\n        return _act(row)\n",
        "",
    ),
    "a restart leaves purchases as they were": _one(
        "I13",
        PURCHASE_STORE,
        ".values(state=ItemState.UNKNOWN.value)",
        ".values(code=None)",
    ),
    "a purchase is given up at once": _one(
        "I3 I5", PURCHASES, "late = self._calls.now() >= act.requested_at + patience", "late = True"
    ),
    "one order for two acts": _one(
        "I2 I4 I5",
        PURCHASE_STORE,
        "purchase.c.state == ItemState.DONE.value,",
        'purchase.c.state == "X",',
    ),
    "another's order is its own": _one(
        "I2 I3 I4 I5", SIGHT, "if one.serial == act.serial]", "if one.serial]"
    ),
    "a purchase keeps half its price": _one(
        "I5",
        PURCHASE_STORE,
        '"amount_minor": None if price is None else price.minor',
        '"amount_minor": None if price is None else price.minor // 2',
    ),
    "an item keeps half its price": _one(
        "I5 L",
        ENTRY,
        "None if item.price is None else item.price.minor,",
        "None if item.price is None else item.price.minor // 2,",
    ),
    "a purchase is asked for unrecorded": _one(
        "I10",
        PURCHASE_BOOKS,
        "        _record(connection, auditor, Audited.PURCHASE_ASKED, act.serial)\n",
        "        pass\n",
    ),
}
