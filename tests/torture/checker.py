"""Holds the world's truth against the journal's history; shares no code with either.

It reads rows by plain SQL and the world's lists by position, and knows the states and moves of
reliability.md by hand. Rules are named by the invariants I1-I13 there.
"""

import hashlib
import json
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.torture import history_rules
from tests.torture.history_rules import OPEN, SECOND, Rows, Truth

WITHOUT_EFFECT = frozenset({"FAILED", "NOT_APPLIED", "SKIPPED", "WITHDRAWN"})
FINAL = WITHOUT_EFFECT | {"DONE"}
NOT_SENT_TRIES = 5


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
        *history_rules.transfers(rows, items, history),
        *history_rules.intents(rows, items, history, truth),
        *history_rules.moves(history),
        *history_rules.one_open_per_card(history),
        *history_rules.one_open_purchase(rows),
        *history_rules.evidence(rows, history),
        *_cancelled(truth),
        *_chain(rows),
        *_rate(truth, rules["rate"]),
        *history_rules.held(rows, items, truth),
        *history_rules.words(items, truth),
        *_labelled(rows, items, buys, truth),
        *_refusals(rows, items, truth),
        *history_rules.urgent(items, truth, rules["rate"]),
    ]


def _effects(rows: Rows, items: Sequence[Any], buys: Sequence[Any], truth: Truth) -> Iterator[str]:
    """I1, I2, I3 by serial; I1 by the chain of items that replace each other.

    A setting that an earlier act has made already may be seen as done: nothing tells whose it is,
    and nothing is lost by it. What costs money must have an effect of its own, or one that the
    network made of an earlier act like it, each for one item: `_taken_over`.
    """
    asked = {row[0]: row[1:] for row in rows(_ACTS)}
    acts = {serial: row[0] for serial, row in asked.items()}
    made = {(row[4], row[3]) for row in truth["effects"]}
    done = Counter(row[2] for row in truth["effects"] if row[5] == "us")
    repeated = {row[2] for row in truth["effects"] if row[5] == "network"}
    taken_over = _taken_over(rows, truth)
    states = {row[4]: row[5] for row in items} | {row[0]: row[1] for row in buys}
    for serial, state in states.items():
        effects = done[serial]
        if effects > 1:
            yield f"I1 {effects} effects of one {acts[serial]} ({state}) {serial}"
        action, subject, minor = asked[serial]
        as_asked = not minor and (action, subject) in made
        if state == "DONE" and not effects and not as_asked and serial not in taken_over:
            yield f"I2 {acts[serial]} done without an effect {serial}"
        acted = effects or serial in repeated
        if state in WITHOUT_EFFECT and acted and (minor or not _undone(serial, truth)):
            yield f"I3 {acts[serial]} {state} with an effect {serial}"
    for serial in done:
        if serial not in states:
            yield "I4 an effect without an item"
    for chain in _chains(items):
        effects = sum(done[row[4]] for row in chain)
        if effects > 1 and chain[0][6] is None:  # what was taken back may well be asked for anew
            effects -= sum(done[row[4]] for row in chain if _undone(row[4], truth))
        if effects > 1:
            yield f"I1 {effects} effects of one card's act asked for {len(chain)} times"


_OPPOSITES = {
    "auto_renew_on": {"auto_renew_off"},
    "auto_renew_off": {"auto_renew_on"},
    "suspend": {"resume", "resume_use"},
    "resume": {"suspend"},
    "resume_use": {"suspend"},
}


def _undone(serial: str, truth: Truth) -> bool:
    """The network repeated the opposite on the card afterwards: nobody can read that it was so."""
    mine = [row for row in truth["effects"] if row[2] == serial]
    return any(
        (later[3], later[5]) == (row[3], "network")
        and later[4] in _OPPOSITES.get(row[4], ())
        and later[0] > row[0]
        for row in mine
        for later in truth["effects"]
    )


def _taken_over(rows: Rows, truth: Truth) -> dict[str, int]:
    """Paid acts by serial that were lost, with the money of the repetition they were taken for.

    A provider without serials does again, and charges again, what the network repeats. When that
    comes after a second act of the same kind, for the same money, on the same card, which was lost
    itself, no reading and no order tells the two apart. Every repetition stands for one act.
    """
    own = {row[2] for row in truth["effects"] if row[5] == "us"}
    charged = {row[3]: row[4] for row in truth["charges"] if row[6] == "us"}
    spare = [row for row in truth["effects"] if row[5] == "network" and row[2] in charged]
    found: dict[str, int] = {}
    for serial, action, iccid, minor, sent_at in rows(_PAID_AND_DONE):
        for again in spare if serial not in own else ():
            alike = again[3:5] == (iccid, action) and charged[again[2]] == minor
            if alike and again[2] != serial and again[1] >= sent_at:
                found[serial] = minor
                spare.remove(again)
                break
    return found


_PAID_AND_DONE = (
    "SELECT serial, action, iccid, op_item.amount_minor, sent_at FROM op_item"
    " JOIN operation ON operation.id = op_item.op_id"
    " WHERE op_item.state = 'DONE' AND op_item.amount_minor > 0"
)
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
    charged.update(_taken_over(rows, truth))
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


def _refusals(rows: Rows, items: Sequence[Any], truth: Truth) -> Iterator[str]:
    """F06: being throttled, or not getting out, is no refusal.

    What was accepted may turn out to be void: then a look at the provider says so.
    """
    looked_at = set(rows("SELECT op_id, seq FROM evidence WHERE source <> 'person'"))
    told: dict[str, list[str]] = defaultdict(list)
    for _, _, serial, word in truth["answers"]:
        told[serial].append(word)
    for row in items:
        words = told[row[4]]
        given_up = words.count("NotSent") >= NOT_SENT_TRIES
        void = "Accepted" in words and (row[0], row[1]) in looked_at
        if row[5] == "FAILED" and "Refused" not in words and not given_up and not void:
            yield f"F06 failed after {words}"
