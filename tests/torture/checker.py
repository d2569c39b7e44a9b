"""Holds the world's truth against the journal's history; shares no code with either.

It reads rows by plain SQL and the world's lists by position, and knows the states and moves of
reliability.md by hand. Rules are named by the invariants I1-I13 there.
"""

import hashlib
import json
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Rows = Callable[[str], list[Any]]
Truth = Mapping[str, Sequence[Any]]

OPEN = frozenset({"SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN"})
WITHOUT_EFFECT = frozenset({"FAILED", "NOT_APPLIED", "SKIPPED", "WITHDRAWN"})
FINAL = WITHOUT_EFFECT | {"DONE"}
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
NOT_SENT_TRIES = 5
SECOND = 1.0


def check(rows: Rows, truth: Truth, rules: Mapping[str, Any]) -> list[str]:
    """Every violation of an invariant over a whole life, in words that begin with its number."""
    items = rows(
        "SELECT op_id, seq, card_id, iccid, serial, state, amount_minor, attempts, before_json,"
        " replaces_op, replaces_seq FROM op_item"
    )
    buys = rows("SELECT serial, state, amount_minor, order_number FROM purchase")
    history = rows("SELECT tick, op_id, seq, card_id, old, new FROM history ORDER BY n")
    return [
        *_effects(rows, items, buys, truth),
        *_orders(items, buys, truth),
        *_ledger(rows, items, buys, truth),
        *_transfers(rows, items, history),
        *_intents(rows, items, history, truth),
        *_moves(history),
        *_one_open_per_card(history),
        *_one_open_purchase(rows),
        *_evidence(rows, history),
        *_cancelled(truth),
        *_chain(rows),
        *_rate(truth, rules["rate"]),
        *_held(rows, items, truth),
        *_words(items, truth),
        *_labelled(rows, items, buys, truth),
        *_refusals(items, truth),
        *_urgent(items, truth, rules["rate"]),
    ]


def _effects(rows: Rows, items: Sequence[Any], buys: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I1, I2, I3 by serial; I1 by the chain of items that replace each other.

    A setting that an earlier act has made already may be seen as done: nothing tells whose it is,
    and nothing is lost by it. What costs money must have its own effect.
    """
    asked = {row[0]: row[1:] for row in rows(_ACTS)}
    acts = {serial: row[0] for serial, row in asked.items()}
    made = {(row[4], row[3]) for row in truth["effects"]}
    done = Counter(row[2] for row in truth["effects"] if row[5] == "us")
    repeated = {row[2] for row in truth["effects"] if row[5] == "network"}
    states = {row[4]: row[5] for row in items} | {row[0]: row[1] for row in buys}
    for serial, state in states.items():
        effects = done[serial]
        if effects > 1:
            yield f"I1 {effects} effects of one {acts[serial]} ({state}) {serial}"
        action, subject, minor = asked[serial]
        as_asked = not minor and (action, subject) in made
        if state == "DONE" and not effects and not as_asked:
            yield f"I2 {acts[serial]} done without an effect {serial}"
        if state in WITHOUT_EFFECT and (effects or serial in repeated):
            yield f"I3 {acts[serial]} {state} with an effect {serial}"
    for serial in done:
        if serial not in states:
            yield "I4 an effect without an item"
    for chain in _chains(items):
        effects = sum(done[row[4]] for row in chain)
        if effects > 1:
            yield f"I1 {effects} effects of one card's act asked for {len(chain)} times"


_ACTS = (
    "SELECT serial, action, iccid, op_item.amount_minor FROM op_item"
    " JOIN operation ON operation.id = op_item.op_id"
    " UNION ALL SELECT serial, kind, coalesce(voucher, order_number), amount_minor FROM purchase"
)


def _chains(items: Sequence[Any]) -> Iterator[list[Any]]:
    """Items that ask for the same thing anew, together."""
    by_key = {(row[0], row[1]): row for row in items}
    first: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for row in items:
        key = (row[0], row[1])
        while by_key[key][9] is not None:
            key = (by_key[key][9], by_key[key][10])
        first[key].append(row)
    for chain in first.values():
        if len(chain) > 1:
            yield chain


def _orders(items: Sequence[Any], buys: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I4: every order and every charge belongs to one item; a done one knows no other's order."""
    serials = {row[4] for row in items} | {row[0] for row in buys}
    made = {row[2]: row[3] for row in truth["orders"] if row[7] == "us"}
    if len(made) != sum(row[7] == "us" for row in truth["orders"]):
        yield "I4 two orders of one number"
    for number, serial in made.items():
        if serial not in serials:
            yield f"I4 order {number} belongs to nobody"
    for serial, state, _, number in buys:
        if state == "DONE" and number in made and made[number] != serial:
            yield f"I4 order {number} is held for another's"
    claimed = Counter(row[3] for row in buys if row[1] == "DONE" and row[3] in made)
    for number, count in claimed.items():
        if count > 1:
            yield f"I4 order {number} is claimed {count} times"


def _ledger(rows: Rows, items: Sequence[Any], buys: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I5: spent is what was charged, in flight what is in doubt, reserved what waits."""
    moved = rows("SELECT debit, credit, minor, op_id, seq, serial FROM ledger")
    key_of = {(row[0], row[1]): row[4] for row in items}
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    for debit, credit, minor, op_id, seq, serial in moved:
        own = sides[key_of.get((op_id, seq), "?") if serial is None else serial]
        own[debit] -= minor
        own[credit] += minor
    charged: Counter[str] = Counter()
    for row in truth["charges"]:
        if row[6 if len(row) == 7 else -1] == "us":
            charged[row[3]] += row[4]
    money = {row[4]: (row[5], row[6]) for row in items if row[6]}
    money |= {row[0]: (row[1], row[2]) for row in buys if row[2]}
    for serial in sides.keys() | charged.keys() | money.keys():
        state, minor = money.get(serial, ("nobody's", 0))
        own = sides[serial]
        yield from _sides(state, minor, own, charged[serial])


def _sides(state: str, minor: int, own: Counter[str], charged: int) -> Iterator[str]:
    settled = state not in OPEN
    if settled and own["spent"] != charged:
        yield f"I5 {state}: {own['spent']} spent, {charged} charged"
    wanted = {
        "in_flight": minor if state in OPEN else 0,
        "reserved": minor if state == "PLANNED" else 0,
    }
    for side, amount in wanted.items():
        if own[side] != amount:
            yield f"I5 {state}: {own[side]} {side}, not {amount}"
    if sum(own.values()):
        yield f"I5 the sides sum to {sum(own.values())}"


def _transfers(rows: Rows, items: Sequence[Any], history: Sequence[Any]) -> Iterator[str]:
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


def _intents(
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


def _moves(history: Sequence[Any]) -> Iterator[str]:
    """The moves of reliability.md 2 and no others."""
    for _, _, _, _, old, new in history:
        if (old, new) not in MOVES and (old, new) not in IN_ONE_STEP:
            yield f"I13 {old} became {new}"


def _one_open_per_card(history: Sequence[Any]) -> Iterator[str]:
    """I8, at every moment."""
    holder: dict[int, tuple[str, int]] = {}
    for _, op_id, seq, card, _, new in history:
        key = (op_id, seq)
        if new in OPEN:
            if holder.setdefault(card, key) != key:
                yield "I8 two open items of one card"
        elif holder.get(card) == key:
            del holder[card]


def _one_open_purchase(rows: Rows) -> Iterator[str]:
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


def _evidence(rows: Rows, history: Sequence[Any]) -> Iterator[str]:
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


def _cancelled(truth: Truth) -> Iterator[str]:
    """I9: nothing is sent for a card whose account is cancelled."""
    ended = {row[3]: row[0] for row in truth["effects"] if row[4] == "cancel"}
    for tick, _, _, subject, _ in truth["sends"]:
        if tick > ended.get(subject, tick):
            yield "I9 sent for a cancelled card"


def _chain(rows: Rows) -> Iterator[str]:
    """I10: each record's digest covers the one before it."""
    before = "0" * 64
    for place, row in enumerate(rows(_AUDIT), start=1):
        *told, prev, digest = row
        words = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if told[0] != place or prev != before:
            yield f"I10 record {place} does not follow"
        if hashlib.sha256((prev + words).encode()).hexdigest() != digest:
            yield f"I10 record {place} is not what it was"
        before = digest
    told = Counter(row[0] for row in rows("SELECT subject FROM audit WHERE act LIKE '%started'"))
    if told != Counter(row[0] for row in rows("SELECT id FROM operation")):
        yield "I10 an operation began without its record"
    (asked,), (bought,) = rows(_ASKED)
    if asked != bought:
        yield f"I10 {bought} purchases, {asked} records of asking"


_ASKED = (
    "SELECT count(*) FROM audit WHERE act = 'purchase_asked' UNION ALL"
    " SELECT count(*) FROM purchase"
)
_AUDIT = "SELECT n, at, who, host, act, subject, body_json, prev, h FROM audit ORDER BY n"


def _rate(truth: Truth, rate: float) -> Iterator[str]:
    """I11: calls in any second, reads included."""
    window: deque[float] = deque()
    for at in truth["calls"]:
        window.append(at)
        while at - window[0] >= SECOND:
            window.popleft()
        if len(window) > rate:
            yield f"I11 {len(window)} calls within a second at {at:.3f}"
            return


def _held(rows: Rows, items: Sequence[Any], truth: Truth) -> Iterator[str]:
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


def _words(items: Sequence[Any], truth: Truth) -> Iterator[str]:
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
        if ticks and (place < 0 or not allowed[place]):
            yield "I12 sent without the operator's word"


def _labelled(rows: Rows, items: Sequence[Any], buys: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I13: every item ends in a final state, and the counts add up to the plan."""
    for state in (*(row[5] for row in items), *(row[1] for row in buys)):
        if state not in FINAL:
            yield f"I13 left {state}"
    kept: dict[str, list[int]] = defaultdict(list)
    for row in items:
        kept[row[0]].append(row[1])
    states = dict(rows("SELECT id, state FROM operation"))
    for op_id, seqs in kept.items():
        if sorted(seqs) != list(range(1, len(seqs) + 1)):
            yield "I13 items are not numbered through"
        if states.get(op_id) not in ("STOPPED", "FINISHED"):
            yield f"I13 an operation left {states.get(op_id)}"
    for _, _, op_id, word, count in truth["words"]:
        if word == "start" and len(kept[op_id]) != count:
            yield f"I13 {len(kept[op_id])} items of {count} planned"


def _refusals(items: Sequence[Any], truth: Truth) -> Iterator[str]:
    """F06: being throttled, or not getting out, is no refusal."""
    told: dict[str, list[str]] = defaultdict(list)
    for _, _, serial, word in truth["answers"]:
        told[serial].append(word)
    for row in items:
        words = told[row[4]]
        given_up = words.count("NotSent") >= NOT_SENT_TRIES
        if row[5] == "FAILED" and "Refused" not in words and not given_up:
            yield f"F06 failed after {words}"


def _urgent(items: Sequence[Any], truth: Truth, rate: float) -> Iterator[str]:
    """A click overtakes a bulk: while it is being written down, few others go."""
    op_of = {row[4]: row[0] for row in items}
    sends = [(row[0], op_of.get(row[2])) for row in truth["sends"]]
    words = sorted(truth["words"])
    for place, (tick, _, op_id, word, count) in enumerate(words):
        if word != "start" or count != 1:
            continue
        until = words[place + 1][0] if place + 1 < len(words) else sends[-1][0] + 1 if sends else 0
        between = [op for at, op in sends if tick < at < until]
        if op_id in between and between.index(op_id) > rate / 10 + 1:
            yield f"U {between.index(op_id)} others went before a click"
