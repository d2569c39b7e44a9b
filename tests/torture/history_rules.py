"""The checker's rules on the order of things: intents, moves, holds, words and money on its way.

Like the checker it knows rows and lists by position, and shares no code with journal or world.
"""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Rows = Callable[[str], list[Any]]
Truth = Mapping[str, Sequence[Any]]

OPEN = frozenset({"SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN"})
MOVES = frozenset(
    {
        ("PLANNED", "SENDING"),
        ("PLANNED", "SKIPPED"),
        ("PLANNED", "WITHDRAWN"),
        ("SENDING", "PLANNED"),
        ("SENDING", "ACCEPTED"),
        ("SENDING", "DONE"),
        ("SENDING", "FAILED"),
        ("SENDING", "UNKNOWN"),
        ("ACCEPTED", "DONE"),
        ("ACCEPTED", "FAILED"),
        ("ACCEPTED", "UNKNOWN"),
        ("UNKNOWN", "DONE"),
        ("UNKNOWN", "NOT_APPLIED"),
        ("UNKNOWN", "NEEDS_HUMAN"),
        ("NEEDS_HUMAN", "DONE"),
        ("NEEDS_HUMAN", "NOT_APPLIED"),
    }
)
# A refusal is settled as FAILED, and in the same transaction becomes a doubt after a doubt.
IN_ONE_STEP = frozenset({("FAILED", "UNKNOWN")})
SECOND = 1.0


def transfers(rows: Rows, items: Sequence[Any], history: Sequence[Any]) -> Iterator[str]:
    """I5 at every moment: each move of an item or a purchase moved its money, from side to side."""
    states = {row[4]: ["PLANNED"] for row in items if row[6]}
    serial_of = {(row[0], row[1]): row[4] for row in items if row[6]}
    for _, op_id, seq, _, _, new in history:
        if (op_id, seq) in serial_of:
            states[serial_of[op_id, seq]].append(new)
    for serial, new in rows(_PAID_MOVES):
        states.setdefault(serial, []).append(new)
    moved: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for debit, credit, op_id, seq, serial in rows(_ENTRIES):
        moved[serial or serial_of.get((op_id, seq), "?")].append((debit, credit))
    for serial, names in states.items():
        sides = ["budget", *(_side(name) for name in names)]
        wanted = [pair for pair in pairwise(sides) if pair[0] != pair[1]]
        if moved[serial] != wanted:
            yield f"I5 money went {moved[serial]}, its act {wanted}"


def _side(state: str) -> str:
    if state in OPEN:
        return "in_flight"
    return {"PLANNED": "reserved", "DONE": "spent"}.get(state, "budget")


_PAID_MOVES = (
    "SELECT purchase_history.serial, new FROM purchase_history"
    " JOIN purchase ON purchase.serial = purchase_history.serial"
    " WHERE amount_minor > 0 ORDER BY n"
)
_ENTRIES = "SELECT debit, credit, op_id, seq, serial FROM ledger ORDER BY id"


def intents(
    rows: Rows, items: Sequence[Any], history: Sequence[Any], truth: Truth
) -> Iterator[str]:
    """I6: no send, and no effect, without an intent committed before it."""
    states: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
    serial_of = {(row[0], row[1]): row[4] for row in items}
    intended: Counter[str] = Counter()
    for tick, op_id, seq, _, _, new in history:
        serial = serial_of[op_id, seq]
        states[serial][0].append(tick)
        states[serial][1].append(new)
        intended[serial] += new == "SENDING"
    bought = rows("SELECT tick, serial, new FROM purchase_history ORDER BY n")
    for tick, serial, new in bought:
        states[serial][0].append(tick)
        states[serial][1].append(new)
    sent: Counter[str] = Counter()
    first_send: dict[str, int] = {}
    for tick, _, serial, _, _ in truth["sends"]:
        sent[serial] += 1
        first_send.setdefault(serial, tick)
        ticks, names = states[serial]
        place = bisect_right(ticks, tick) - 1
        if place < 0 or names[place] != "SENDING":
            yield f"I6 sent while {names[place] if place >= 0 else 'nothing was written'}"
    for tick, _, serial, _, _, _ in truth["effects"]:
        if tick < first_send.get(serial, tick + 1):
            yield "I6 an effect before its send"
    begun = {(row[0], row[1]): row[2:] for row in rows(_ATTEMPTS)}
    for op_id, seq, _, _, serial, state, _, attempts, before, _, _ in items:
        count, last, ended = begun.get((op_id, seq), (0, 0, 0))
        if not intended[serial] == attempts == count == last:
            yield f"I6 {intended[serial]} intents, {attempts} told, {count} attempts kept"
        if sent[serial] > count:
            yield f"I6 {sent[serial]} sends in {count} attempts"
        if state not in OPEN and ended != count:
            yield "I6 an attempt that never ended"
        if json.loads(before).get("specific") is None:
            yield "I6 no image of the card before"


_ATTEMPTS = "SELECT op_id, seq, count(*), max(n), count(ended_at) FROM attempt GROUP BY op_id, seq"


def moves(history: Sequence[Any]) -> Iterator[str]:
    """The moves of reliability.md 2 and no others."""
    for _, _, _, _, old, new in history:
        if (old, new) not in MOVES and (old, new) not in IN_ONE_STEP:
            yield f"I13 {old} became {new}"


def one_open_per_card(history: Sequence[Any]) -> Iterator[str]:
    """I8, at every moment."""
    holder: dict[int, tuple[str, int]] = {}
    for _, op_id, seq, card, _, new in history:
        key = (op_id, seq)
        if new in OPEN:
            if holder.setdefault(card, key) != key:
                yield "I8 two open items of one card"
        elif holder.get(card) == key:
            del holder[card]


def one_open_purchase(rows: Rows) -> Iterator[str]:
    """I8 for acts of one kind on one voucher or order."""
    open_ones: dict[tuple[str, str], str] = {}
    for serial, kind, subject, new in rows(_PURCHASE_MOVES):
        key = (kind, subject)
        if new in OPEN:
            if open_ones.setdefault(key, serial) != serial:
                yield f"I8 two open acts: {kind} {subject}"
        elif open_ones.get(key) == serial:
            del open_ones[key]


_PURCHASE_MOVES = (
    "SELECT purchase_history.serial, kind, coalesce(voucher, order_number), new"
    " FROM purchase_history JOIN purchase ON purchase.serial = purchase_history.serial ORDER BY n"
)


def evidence(rows: Rows, history: Sequence[Any]) -> Iterator[str]:
    """No way out of a doubt without evidence."""
    found = {(row[0], row[1]): row[2] for row in rows(_EVIDENCE)}
    doubts = {"UNKNOWN", "NEEDS_HUMAN", "ACCEPTED"}
    left = Counter((row[1], row[2]) for row in history if row[4] in doubts)
    for key, count in left.items():
        if found.get(key, 0) != count:
            yield f"I2 {count} doubts lifted, {found.get(key, 0)} pieces of evidence"


_EVIDENCE = (
    "SELECT op_id, seq, count(*) FROM evidence WHERE finding <> '' OR source = 'person'"
    " GROUP BY op_id, seq"
)


def held(rows: Rows, items: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I12: nothing of an operation is sent while it is held, stopped or before its time."""
    moves: dict[str, tuple[list[int], list[tuple[str, str | None]]]] = {}
    resumed: Counter[str] = Counter()
    for tick, op_id, state, hold in rows(_OPERATIONS):
        ticks, states = moves.setdefault(op_id, ([], []))
        resumed[op_id] += bool(states) and states[-1][1] == "PAUSED" and state == "RUNNING"
        ticks.append(tick)
        states.append((state, hold))
    spoken = Counter(row[2] for row in truth["words"] if row[3] == "carry_on")
    for op_id, count in resumed.items():
        if count > spoken[op_id]:
            yield "I12 went on without the operator's word"
    times = {row[0]: row[1:] for row in rows(_TIMES)}
    op_of = {row[4]: row[0] for row in items}
    for tick, at, serial, _, _ in truth["sends"]:
        op_id = op_of.get(serial)
        if op_id is None:
            continue
        ticks, states = moves[op_id]
        state, hold = states[bisect_right(ticks, tick) - 1]
        if state != "RUNNING" or hold is not None:
            yield f"I12 sent while {state} {hold or ''}"
        not_before, until = times[op_id]
        if at < (not_before or 0) or at > until + SECOND:
            yield "I12 sent before or after its time"


_OPERATIONS = "SELECT tick, op_id, state, hold FROM operation_history ORDER BY n"
_TIMES = "SELECT id, not_before, send_until FROM operation"


def words(items: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I12: an operation sends between the operator's words only."""
    op_of = {row[4]: row[0] for row in items}
    may: dict[str, tuple[list[int], list[bool]]] = defaultdict(lambda: ([], []))
    for tick, _, op_id, word, _ in sorted(truth["words"]):
        may[op_id][0].append(tick)
        may[op_id][1].append(word in ("start", "carry_on"))
    for tick, _, serial, _, _ in truth["sends"]:
        if serial not in op_of:
            continue
        ticks, allowed = may[op_of[serial]]
        place = bisect_right(ticks, tick) - 1
        # Of one that was killed while it was being started, nobody has heard the word.
        if place >= 0 and not allowed[place]:
            yield "I12 sent without the operator's word"


def urgent(items: Sequence[Any], truth: Truth, rate: float) -> Iterator[str]:
    """A click overtakes a bulk: while it is being written down, few others go."""
    op_of = {row[4]: row[0] for row in items}
    sends = [(row[0], op_of.get(row[2])) for row in truth["sends"]]
    words = sorted(truth["words"])
    for place, (tick, _, op_id, word, count) in enumerate(words):
        if word != "start" or count != 1:
            continue
        until = words[place + 1][0] if place + 1 < len(words) else sends[-1][0] + 1 if sends else 0
        between = [op for at, op in sends if tick < at < until]
        if op_id in between and between.index(op_id) > rate / 10:
            yield f"U {between.index(op_id)} others went before a click"
