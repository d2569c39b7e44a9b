"""A world: its file, its cards and its time. Everything here happens in one thread."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from simdesk.models.account_commands import AccountCommand
from simdesk.models.commands import Command
from simdesk.models.errors import KnownError
from simdesk.models.outcomes import Outcome, Refused
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.providers.simulator import moments, schema, wire
from simdesk.services.providers.simulator.account import Account
from simdesk.services.providers.simulator.acting import Acting
from simdesk.services.providers.simulator.agenda import Agenda, Entry
from simdesk.services.providers.simulator.course import Course
from simdesk.services.providers.simulator.day import Midnight
from simdesk.services.providers.simulator.delivery import Deliveries
from simdesk.services.providers.simulator.fleet_plan import LONG_PAST, Profile, able
from simdesk.services.providers.simulator.hazards import COMMAND, DELIVERY, Hazards
from simdesk.services.providers.simulator.ledger import price_list
from simdesk.services.providers.simulator.lives import Lives
from simdesk.services.providers.simulator.pools import Pools
from simdesk.services.providers.simulator.reading import Reader
from simdesk.services.providers.simulator.till import Till
from simdesk.services.providers.simulator.upgrade import upgrade

T = TypeVar("T")


class World:
    """Opens `path` in the calling thread and must be used in it alone. Raises KnownError."""

    def __init__(self, path: Path) -> None:
        self.rows = schema.connect(path)
        try:
            upgrade(self.rows)
        except BaseException as problem:
            self.rows.close()
            if isinstance(problem, sqlite3.OperationalError):
                raise _not_written(problem) from problem
            raise
        meta = dict(self.rows.execute("SELECT name, value FROM meta").fetchall())
        self.id = str(meta["world"])
        self.seed = int(meta["seed"])
        self.profile = Profile(meta["profile"])
        self.at = int(meta["now"])
        self.reader = Reader(self.rows)
        self.till = Till(self.rows, price_list())
        lives = Lives(self.rows, self.reader.vouchers)
        self.course = Course(self.rows, lives, self.till)
        # Worlds of earlier versions do not say it: all had a long past.
        self.capabilities = able(self.profile, int(meta.get("months", LONG_PAST)))
        self._acting = Acting(self.course, self.capabilities)
        self._agenda = Agenda(self.rows, self.course, self.seed, self._land)
        self.pools = Pools(self.rows, self.reader.vouchers, self.seed)
        self._account = Account(
            self.rows,
            self.reader,
            self.course,
            pools=self.pools,
            agenda=self._agenda,
            able=self.capabilities,
        )
        self._deliveries = Deliveries(self.rows, self.till, self.seed)
        hazards = Hazards(self.rows, self.seed, int(meta["restless"]))
        self._midnight = Midnight(self.rows, self.course, self.reader.vouchers, hazards)

    @property
    def cards(self) -> int:
        """How many cards there are."""
        return self.reader.count()

    @property
    def today(self) -> int:
        return moments.day_at(self.at)

    def pass_time(self, until: int) -> None:
        """Let everything happen that is due by second `until`, in its order."""
        while (due := self._next(until)) is not None:
            self.transact(due)
        if until > self.at:
            self.transact(lambda: self._save_now(until))

    def _next(self, until: int) -> Callable[[], None] | None:
        midnight = moments.begin(self.today + 1)
        entry = self._agenda.next_at()
        if entry is not None and entry < midnight and entry <= until:
            return self._run_entry
        return self._strike if midnight <= until else None

    def _run_entry(self) -> None:
        entry = self._agenda.next_at()
        assert entry is not None
        self._save_now(max(self.at, entry))
        self._agenda.run_next()

    def _strike(self) -> None:
        day = self.today + 1
        date = moments.day_of(day)
        ended = moments.month_number(Month.of(date)) - 1
        if date.day == 1:
            self.pools.note_cards(ended)
        self._save_now(moments.begin(day))
        self._midnight.strike(day)
        if date.day == 1:
            self.pools.close(ended, day - 1)

    def _save_now(self, second: int) -> None:
        self.at = second
        self.rows.execute("UPDATE meta SET value = ? WHERE name = 'now'", (str(second),))

    def transact(self, job: Callable[[], T]) -> T:
        """Do `job` as one transaction; a failure leaves the world as it was.

        Raises KnownError for a full disk.
        """
        before = self.at
        try:
            self.rows.execute("BEGIN IMMEDIATE")
            result = job()
            self.rows.execute("COMMIT")
        except BaseException as problem:
            if self.rows.in_transaction:
                self.rows.execute("ROLLBACK")
            self.at = before
            self.till.reload()
            self.reader.reload()
            if isinstance(problem, sqlite3.OperationalError):
                raise _not_written(problem) from problem
            raise
        return result

    def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        """Carry out a command now; a serial that came before is answered as it was then."""
        return self.transact(lambda: self._send(command, serial))

    def _send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        if self.profile.honours_serials:
            answer = self._answered(serial)
            if answer is not None:
                return answer
        outcome = self._act(command, serial)
        self._remember(serial, outcome)
        return outcome

    def _act(self, command: Command | AccountCommand, serial: str) -> Outcome:
        if isinstance(command, AccountCommand):
            return self._account.act(command, serial, self.at)
        return self._acting.act(self.reader.find(command.card), command, serial, self.at)

    def _refusal(self, command: Command | AccountCommand) -> Refused | None:
        if isinstance(command, AccountCommand):
            return self._account.refusal(command)
        return self._acting.refusal(self.reader.find(command.card), command, self.at)

    def accept(
        self, command: Command | AccountCommand, serial: str, delay: int, answer: Outcome | None
    ) -> Outcome:
        """Take a command that lands `delay` seconds from now; `answer` is what the caller hears.

        Without an answer the caller never hears of it, nor does the serial: the message is still
        on its way.
        """
        return self.transact(lambda: self._accept(command, serial, delay, answer))

    def _accept(
        self, command: Command | AccountCommand, serial: str, delay: int, answer: Outcome | None
    ) -> Outcome:
        heard = self._answered(serial) if self.profile.honours_serials else None
        if heard is not None:
            return heard
        if answer is not None:
            refusal = self._refusal(command)
            if refusal is not None:
                self._remember(serial, refusal)
                return refusal
        detail = json.dumps(
            {"serial": serial, "taken": answer is not None, "command": wire.packed(command)}
        )
        self._agenda.add(self.at + delay, 0, COMMAND, detail)
        if answer is None:
            return wire.UNHEARD
        self._remember(serial, answer)
        return answer

    def _land(self, entry: Entry) -> None:
        if entry.what == DELIVERY:
            self._deliveries.deliver(entry.detail, self.at)
            return
        detail = json.loads(entry.detail)
        command, serial = wire.unpacked(detail["command"]), str(detail["serial"])
        if detail["taken"]:
            self._act(command, serial)
        else:
            self._send(command, serial)

    def _answered(self, serial: str) -> Outcome | None:
        row = self.rows.execute("SELECT answer FROM serial WHERE serial = ?", (serial,)).fetchone()
        return None if row is None else wire.outcome_from(row[0])

    def _remember(self, serial: str, outcome: Outcome) -> None:
        self.rows.execute(
            "INSERT OR REPLACE INTO serial VALUES (?, ?, ?)",
            (serial, self.at, wire.outcome_text(outcome)),
        )

    def close(self) -> None:
        """Let go of the file; what happened is in it already."""
        self.rows.close()


def _not_written(problem: sqlite3.OperationalError) -> KnownError:
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "The simulated world cannot be written: {why}."),
            why=str(problem),
        ),
        text(QT_TRANSLATE_NOOP("trade", "Free some space on its disk and try again.")),
    )
