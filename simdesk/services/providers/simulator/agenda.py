"""What was to happen later, and now does: the carriers' events and delayed commands."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from simdesk.models.status import Base, Event, Trigger
from simdesk.services.providers.simulator import chance, identities, moments
from simdesk.services.providers.simulator.course import Course
from simdesk.services.providers.simulator.hazards import ALL, COMMAND, DELIVERY, PLUGGED
from simdesk.services.providers.simulator.life import Life

_LIFTING_DAYS: Final = {
    Event.REAL_NAME_MISSING: (Event.CERTIFIED, 1, 15),
    Event.RISK_FOUND: (Event.RISK_LIFTED, 2, 20),
}
_LIFTINGS: Final = frozenset({Event.CERTIFIED, Event.RISK_LIFTED})
_AGAIN_AFTER: Final = 5 * moments.DAY


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    at: int
    card: int
    what: str
    detail: str


class Agenda:
    """Carries out entries in order of time; must be used in the world's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        course: Course,
        seed: int,
        land: Callable[[Entry], None],
    ) -> None:
        self._connection = connection
        self._course = course
        self._seed = seed
        self._land = land

    def next_at(self) -> int | None:
        """When the next entry is due; None for an empty agenda."""
        row = self._connection.execute("SELECT min(at) FROM agenda").fetchone()
        return None if row[0] is None else int(row[0])

    def add(self, at: int, card: int, what: str, detail: str) -> None:
        self._connection.execute(
            "INSERT INTO agenda (at, card, what, detail) VALUES (?, ?, ?, ?)",
            (at, card, what, detail),
        )

    def run_next(self) -> None:
        """Take the earliest entry off the agenda and let it happen."""
        row = self._connection.execute(
            "SELECT id, at, card, what, detail FROM agenda ORDER BY at, id LIMIT 1"
        ).fetchone()
        entry = Entry(*row)
        self._connection.execute("DELETE FROM agenda WHERE id = ?", (entry.id,))
        if entry.what in (COMMAND, DELIVERY):
            self._land(entry)
            return
        life = self._course.lives.load(entry.card)
        if life.ended:
            return
        if entry.what == PLUGGED:
            self._plug_in(life, entry.at)
        else:
            self._befall(life, Event(entry.what), entry)
        self._course.lives.save(life)

    def _plug_in(self, life: Life, at: int) -> None:
        life.plugged = 1
        self._course.note(life.card, at, PLUGGED, Trigger.CARRIER.value)
        self._course.occur(life, Event.FIRST_TRAFFIC, at, Trigger.CARRIER)

    def _befall(self, life: Life, event: Event, entry: Entry) -> None:
        only = self._only(life, event, entry)
        refusal = self._course.occur(life, event, entry.at, Trigger.CARRIER, only=only)
        if refusal is not None:
            if event in _LIFTINGS and life.base == Base.STOPPED:
                # The hold is hidden now and may return with a renewal: lift it then.
                self.add(entry.at + _AGAIN_AFTER, life.card, event.value, entry.detail)
            return
        if event is Event.DEVICE_CHANGED:
            self._change_device(life, entry.at, only)
        elif event in _LIFTING_DAYS:
            _certify(life, event, only, 0)
            lifted, low, high = _LIFTING_DAYS[event]
            share = chance.one(self._seed, "lifting", entry.at, life.card)
            later = entry.at + int((low + (high - low) * share) * moments.DAY)
            self.add(later, life.card, lifted.value, ",".join(map(str, only)) if only else ALL)
        elif event is Event.CERTIFIED:
            _certify(life, event, only, 1)

    def _only(self, life: Life, event: Event, entry: Entry) -> tuple[int, ...] | None:
        """The sub-card of a smart card that it befalls; most often one alone."""
        if not life.subs or entry.detail == ALL:
            return None
        if entry.detail:
            return tuple(int(seq) for seq in entry.detail.split(","))
        share = chance.one(self._seed, "sub-card", event.value, entry.at, life.card)
        return (int(share * len(life.subs)),) if share < 0.9 else None

    def _change_device(self, life: Life, at: int, only: tuple[int, ...] | None) -> None:
        life.device = identities.imei(int(chance.one(self._seed, "device", at, life.card) * 1e9))
        if life.auto_rebind:
            released = Event.DEVICE_RELEASED
            if self._course.occur(life, released, at, Trigger.CARRIER, only=only) is None:
                life.imei = life.device


def _certify(life: Life, event: Event, only: tuple[int, ...] | None, certified: int) -> None:
    if event not in (Event.REAL_NAME_MISSING, Event.CERTIFIED):
        return
    for sub in life.subs:
        if only is None or sub.seq in only:
            sub.certified = certified
    life.certified = int(all(sub.certified for sub in life.subs)) if life.subs else certified
