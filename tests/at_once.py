"""Threads that nobody can overtake: for tests whose outcome must not depend on who is quicker."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from simdesk.services.providers.simulator.room import Room
from simdesk.services.storage.database import Database

T = TypeVar("T")


class AtOnce(Executor):
    """Has each job done by its own threads before `submit` returns."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads

    def submit(self, job: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future = self._threads.submit(job, *args, **kwargs)
        future.exception()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._threads.shutdown(wait, cancel_futures=cancel_futures)


def at_once(owner: Database | Room) -> None:
    """From now on a job of these threads ends before anything else happens on the loop."""
    names = ("_readers", "_writer") if isinstance(owner, Database) else ("_thread",)
    for name in names:
        setattr(owner, name, AtOnce(getattr(owner, name)))
