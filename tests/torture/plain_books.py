"""The books of one fleet, read as they lie on the disk: the world's truth beside the journal.

Nothing here is taken from the program or from its tests. Both files are opened with SQLite alone,
copies of them, so that what a crash left is neither mended nor changed.
"""

import hashlib
import json
import shutil
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

OPEN = ("SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN")
WITHOUT_EFFECT = ("FAILED", "NOT_APPLIED", "SKIPPED", "WITHDRAWN")
ENDED = ("DONE", *WITHOUT_EFFECT)
IN_FLIGHT, SPENT = "in_flight", "spent"
SIDE = {
    "PLANNED": "reserved",
    **dict.fromkeys(OPEN, IN_FLIGHT),
    "DONE": SPENT,
    **dict.fromkeys(WITHOUT_EFFECT, "budget"),
}


@dataclass
class Books:
    """What both sides say, and what of it cannot both be true."""

    items: list[sqlite3.Row] = field(default_factory=list)
    effects: Counter[str] = field(default_factory=Counter)
    """By serial, how often the world did what was asked, or was paid for it."""
    at: dict[str, int] = field(default_factory=dict)
    """By serial, the second of the effect."""
    cards: Counter[int] = field(default_factory=Counter)
    """By the world's card, how many effects it had in all."""
    charges: dict[str, int] = field(default_factory=dict)
    """By serial, what was charged for it in minor units."""
    wrong: list[str] = field(default_factory=list)

    @property
    def states(self) -> Counter[str]:
        """How many items are in each state."""
        return Counter(row["state"] for row in self.items)

    @property
    def lost(self) -> int:
        """Effects and charges that the journal denies."""
        return sum(line.startswith("lost") for line in self.wrong)

    @property
    def doubled(self) -> int:
        return sum(line.startswith("doubled") for line in self.wrong)

    @property
    def orphaned(self) -> int:
        return sum(line.startswith("orphaned") for line in self.wrong)


def read(folder: Path, *, ended: bool) -> Books:
    """Hold desk against world in `folder`; `ended`: nothing may be open any more."""
    books = Books()
    with _copies(folder) as (desk, world):
        _whole(books, desk, world)
        _read_world(books, world)
        books.items = desk.execute("SELECT * FROM op_item ORDER BY op_id, seq").fetchall()
        _check_effects(books, ended)
        _check_attempts(books, desk, ended)
        _check_money(books, desk)
        _check_audit(books, desk)
    return books


@contextmanager
def _copies(folder: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    with TemporaryDirectory() as place:
        for name in ("desk.db", "world.db"):
            for end in ("", "-wal"):
                if (folder / (name + end)).exists():
                    shutil.copy(folder / (name + end), place)
        with (
            closing(sqlite3.connect(Path(place, "desk.db"))) as desk,
            closing(sqlite3.connect(Path(place, "world.db"))) as world,
        ):
            desk.row_factory = world.row_factory = sqlite3.Row
            yield desk, world


def _whole(books: Books, *files: sqlite3.Connection) -> None:
    for file in files:
        for (said,) in file.execute("PRAGMA integrity_check(3)"):
            if said != "ok":
                books.wrong.append(f"corrupt: {said}")
        for table, row, other, _ in file.execute("PRAGMA foreign_key_check"):
            books.wrong.append(f"corrupt: row {row} of {table} names no {other}")


def _read_world(books: Books, world: sqlite3.Connection) -> None:
    acts = world.execute(
        "SELECT detail AS serial, card, at FROM event WHERE what = 'suspended' AND who = 'operator'"
        " AND length(detail) = 32"
    ).fetchall()
    orders = world.execute(
        "SELECT o.serial, o.card, o.created AS at, count(c.id) AS times, sum(c.minor) AS minor,"
        " (SELECT count(*) FROM wallet w JOIN charge d ON w.charge = d.id"
        "  WHERE d.order_number = o.number AND w.minor = -d.minor) AS drawn"
        " FROM orders o JOIN charge c ON c.order_number = o.number"
        " WHERE o.serial IS NOT NULL GROUP BY o.id"
    ).fetchall()
    for row in (*acts, *orders):
        books.effects[row["serial"]] += 1
        books.at[row["serial"]] = row["at"]
        books.cards[row["card"]] += 1
    for row in orders:
        books.charges[row["serial"]] = books.charges.get(row["serial"], 0) + row["minor"]
        if row["times"] != row["drawn"]:
            books.wrong.append(f"the wallet was drawn on {row['drawn']} times for one order")


def _check_effects(books: Books, ended: bool) -> None:
    for row in books.items:
        effects, state = books.effects[row["serial"]], row["state"]
        if effects > 1:
            books.wrong.append(f"doubled: {effects} effects of one item, {state}")
        if state == "DONE" and not effects:
            books.wrong.append("lost: done without an effect")
        if state in WITHOUT_EFFECT and effects:
            books.wrong.append(f"lost: an effect of an item that is {state}")
        if state == "PLANNED" and effects:
            books.wrong.append("lost: an effect before its intent")
        if ended and state not in ENDED:
            books.wrong.append(f"left open: {state}")
    serials = {row["serial"] for row in books.items}
    for serial in books.effects.keys() - serials:
        books.wrong.append(f"orphaned: {serial} belongs to no item")
    for card, effects in books.cards.items():
        if effects > 1:
            books.wrong.append(f"doubled: card {card} had its act {effects} times")
    busy = Counter(row["card_id"] for row in books.items if row["state"] in OPEN)
    for card, items in busy.items():
        if items > 1:
            books.wrong.append(f"card {card} has {items} open items")


def _check_attempts(books: Books, desk: sqlite3.Connection, ended: bool) -> None:
    attempts: dict[tuple[str, int], list[sqlite3.Row]] = defaultdict(list)
    for row in desk.execute("SELECT * FROM attempt ORDER BY op_id, seq, n"):
        attempts[row["op_id"], row["seq"]].append(row)
    for item in books.items:
        mine = attempts[item["op_id"], item["seq"]]
        if [row["n"] for row in mine] != list(range(1, item["attempts"] + 1)):
            books.wrong.append(f"lost: {len(mine)} attempts of {item['attempts']}")
        at = books.at.get(item["serial"])
        if at is not None and (not mine or mine[0]["started_at"] > at):
            books.wrong.append("lost: an effect before its intent")
        if ended and any(row["ended_at"] is None for row in mine):
            books.wrong.append("left open: an attempt without an end")


def _check_money(books: Books, desk: sqlite3.Connection) -> None:
    """Each item's money went one way without a gap and lies where its state says (4.9)."""
    place: dict[tuple[str, int], str] = {}
    balance: Counter[str] = Counter()
    for row in desk.execute("SELECT * FROM ledger WHERE op_id IS NOT NULL ORDER BY id"):
        key = row["op_id"], row["seq"]
        if place.get(key, "budget") != row["debit"]:
            books.wrong.append(f"ledger: taken from {row['debit']}, lay in {place.get(key)}")
        place[key] = row["credit"]
        balance[row["debit"]] -= row["minor"]
        balance[row["credit"]] += row["minor"]
    for row in books.items:
        lies = place.get((row["op_id"], row["seq"]), "budget")
        if row["amount_minor"] and lies != SIDE[row["state"]]:
            books.wrong.append(f"ledger: money of an item that is {row['state']} lies in {lies}")
    doubtful = {row["serial"] for row in books.items if row["state"] in OPEN}
    charged = sum(minor for serial, minor in books.charges.items() if serial not in doubtful)
    if balance[SPENT] != charged:
        books.wrong.append(f"ledger: {balance[SPENT]} spent, {charged} charged")
    in_doubt = sum(minor for serial, minor in books.charges.items() if serial in doubtful)
    if balance[IN_FLIGHT] < in_doubt:
        books.wrong.append(f"ledger: {balance[IN_FLIGHT]} in flight, {in_doubt} charged for it")


def _check_audit(books: Books, desk: sqlite3.Connection) -> None:
    before = "0" * 64
    for number, row in enumerate(desk.execute("SELECT * FROM audit ORDER BY n"), start=1):
        told: tuple[Any, ...] = tuple(row)[:7]
        words = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256((before + words).encode()).hexdigest()
        if (row["n"], row["prev"], row["h"]) != (number, before, digest):
            books.wrong.append(f"audit: the chain breaks at record {row['n']}")
            return
        before = row["h"]
