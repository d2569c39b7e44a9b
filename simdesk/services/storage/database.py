"""The desk's database: reader threads that can be stopped, and one writer that cannot."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from simdesk.models.audit_chain import Anchor
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw, FlawKind
from simdesk.services.files import InstanceLock, file_trouble
from simdesk.services.storage import committed, opening
from simdesk.services.storage.desk_file import HEAD
from simdesk.services.storage.engines import READERS, reader_engine, writer_engine
from simdesk.services.storage.faults import damaged, known_trouble
from simdesk.services.storage.jobs import AbandonedError, ReadJob, watch_statements
from simdesk.services.storage.places import check_place
from simdesk.services.storage.restore_files import finish_restore
from simdesk.services.storage.upgrading import back_up, upgrade
from simdesk.services.storage.verification import Held, verify_open

T = TypeVar("T")
SLOW_SECONDS = 1.0
"""Writes that take longer, waiting for their turn included, are noted in the log."""
_LOG = logging.getLogger(__name__)
_PRESS_AGAIN = 0.02  # an interrupt that came between two statements is lost


class Follower(Protocol):
    """Hears of every transaction of the writer, on its thread."""

    def watch(self, connection: Connection) -> None:
        """Begin to follow."""
        ...

    def gather(self, connection: Connection) -> Callable[[], None] | None:
        """Look at a transaction that is about to be committed; what to do when it is."""
        ...


class Database:
    """One desk's file. Jobs are plain functions of a Connection that return plain values."""

    def __init__(
        self, path: Path, lock: InstanceLock, prepared: "_Prepared", writer: Executor
    ) -> None:
        """Use `open`."""
        self.path = path
        self._lock = lock
        self._seal = prepared.seal
        self._trusted = True
        self._fitted = False
        self._writer_engine = prepared.engine
        self._writer = writer
        self._reader_engine = reader_engine(path)
        watch_statements(self._reader_engine)
        self._readers = ThreadPoolExecutor(READERS, "desk-read")
        self._reading: set[ReadJob[Any]] = set()
        self._follower: Follower | None = None
        self._closed = False

    @classmethod
    async def open(cls, path: Path, identity: str) -> Self:
        """Open the desk at `path`, made new when there is none, that belongs to `identity`.

        Raises KnownError and leaves the file as it is when it is not ours, newer than us,
        damaged, already open, another fleet's, shared with other machines, or may not be written.
        """
        check_place(path)
        lock = InstanceLock(path.with_name(path.name + ".lock"))
        lock.acquire()
        writer = ThreadPoolExecutor(1, "desk-write")
        preparing = writer.submit(_prepared, path, identity)
        try:
            return cls(path, lock, await asyncio.wrap_future(preparing), writer)
        except BaseException:
            writer.shutdown()
            if not preparing.cancelled() and preparing.exception() is None:
                preparing.result().engine.dispose()
            lock.release()
            raise

    async def read(self, job: Callable[[Connection], T]) -> T:
        """Run `job` on a reader thread, on one consistent state of the file.

        Cancelling the awaiting task interrupts the running statement. Raises KnownError for
        what the disk or another program does.
        """
        task = ReadJob(self._reader_engine, job)
        future = self._readers.submit(task.run)
        self._reading.add(task)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            future.cancel()
            self._press(task, future)
            raise
        except AbandonedError:
            raise asyncio.CancelledError from None  # the desk is being closed
        except DBAPIError as error:
            raise known_trouble(error, self.path) or error from error
        finally:
            self._reading.discard(task)

    async def begin_check(
        self, anchors: Sequence[Anchor] = ()
    ) -> "asyncio.Future[tuple[Flaw, ...]]":
        """Verify the file as it is at this moment, on a reader thread; see `verification`.

        Returns once that state is held: what is written from then on is not looked at. The result
        comes later; it is cancelled when the desk is closed first. `anchors` are heads of the audit
        that were noted elsewhere. A file that fits the seal of its last closing may move away from
        it at once, however the rest turns out and whenever it is closed or killed.
        """
        loop = asyncio.get_running_loop()
        begun = loop.create_future()

        def tell(fits: bool) -> None:
            if not begun.done():
                begun.set_result(fits)

        job = partial(
            verify_open,
            held=Held(self._seal, tuple(anchors)),
            begun=lambda fits: loop.call_soon_threadsafe(tell, fits),
        )
        checking = asyncio.ensure_future(self._checked(job))
        checking.add_done_callback(lambda done: tell(False))
        if await begun:
            await self.write(opening.forget_seal)
            self._seal, self._fitted = None, True
        return checking

    async def _checked(self, job: Callable[[Connection], tuple[Flaw, ...]]) -> tuple[Flaw, ...]:
        try:
            return await self.read(job)
        except KnownError as error:  # not even a connection can be had any more
            return (Flaw(FlawKind.STRUCTURE, str(error)),)

    def distrust(self) -> None:
        """Until `trust` put no new seal on what does not fit the one of the last closing."""
        self._trusted = False

    @property
    def trusted(self) -> bool:
        """What is in the file may be sealed anew: it was verified, or nobody asked."""
        return self._trusted

    async def trust(self) -> None:
        """The file was verified, or a person accepts it: it may move away from its seal."""
        await self.write(opening.forget_seal)
        self._seal, self._trusted = None, True

    def _press(self, task: ReadJob[T], future: Future[T]) -> None:
        if not future.done() and not task.abandon():
            asyncio.get_running_loop().call_later(_PRESS_AGAIN, self._press, task, future)

    async def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` on the writer thread; committed when this returns, nothing kept when it raises.

        A write that began, ends: cancelling the awaiting task does not stop it. Raises KnownError
        for what the disk or another program does.
        """
        loop = asyncio.get_running_loop()
        began = loop.time()
        future = asyncio.wrap_future(self._writer.submit(self._written, job))
        future.add_done_callback(_retrieved)
        try:
            return await asyncio.shield(future)
        finally:
            seconds = loop.time() - began
            if seconds > SLOW_SECONDS:
                _LOG.warning("a write took %.1f seconds", seconds)

    async def follow(self, follower: Follower) -> None:
        """Let `follower` hear of every write that begins after this returns."""
        await self.write(follower.watch)
        self._follower = follower

    def _written(self, job: Callable[[Connection], T]) -> T:
        try:
            with self._writer_engine.begin() as connection:
                following = committed.begin(connection)
                result = job(connection)
                if self._follower is not None:
                    act = self._follower.gather(connection)
                    if act is not None:
                        committed.after_commit(connection, "follower", act)
        except (DBAPIError, sqlite3.Error) as error:
            raise known_trouble(error, self.path) or error from error
        for act in following.values():
            act()
        return result

    async def aclose(self) -> None:
        """Let writes end and reads go, note that the file is whole, and release it."""
        if self._closed:
            return
        self._closed = True
        for task in self._reading:
            task.abandon()
        await asyncio.shield(asyncio.wrap_future(self._writer.submit(self._close)))
        self._writer.shutdown()

    def _close(self) -> None:
        self._readers.shutdown(cancel_futures=True)
        self._reader_engine.dispose()
        try:
            opening.mark_stopped(self._writer_engine, seal=self._trusted or self._fitted)
        except DBAPIError as error:
            # A full disk must not keep the window open; the next start checks the file.
            if known_trouble(error, self.path) is None:
                raise
        finally:
            self._writer_engine.dispose()
            self._lock.release()


def _retrieved(future: "asyncio.Future[T]") -> None:
    # Nobody may be waiting any more; asyncio would complain about an error never looked at.
    if not future.cancelled():
        future.exception()


@dataclass(frozen=True)
class _Prepared:
    """The writer's engine, and the seal the file was closed with; None after a crash."""

    engine: Engine
    seal: str | None


def _prepared(path: Path, identity: str) -> _Prepared:
    with _told(path):
        finish_restore(path)
        if path.exists():
            opening.check_header(path)
            content = opening.check_content(path, identity)
        else:
            opening.create(path, identity)
            content = opening.Content(HEAD, None)
        engine = writer_engine(path)
        try:
            if content.revision != HEAD:
                back_up(path)
                upgrade(engine)
                content = opening.Content(HEAD, None)
            opening.mark_running(engine)
        except BaseException:
            engine.dispose()
            raise
    return _Prepared(engine, content.seal)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    # A new file and a backup are written by sqlite3 itself, whose errors nobody has wrapped.
    try:
        yield
    except OSError as error:
        raise file_trouble(error, path) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise known_trouble(error, path) or error from error
    except UnicodeDecodeError as error:  # SQLite's own sentence quotes damaged names
        raise damaged(path) from error
