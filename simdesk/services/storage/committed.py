"""What is done once a transaction is committed, and never when it is not."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

_KEY = "simdesk_after_commit"
After = dict[str, Callable[[], None]]


def begin(connection: Connection) -> Mapping[str, Callable[[], None]]:
    """A transaction begins: what is to follow it gathers in what is returned."""
    waiting: After = {}
    connection.info[_KEY] = waiting
    return waiting


def after_commit(connection: Connection, name: str, act: Callable[[], None]) -> None:
    """Do `act` on the writer's thread after the commit; of several with one name only the last.

    It must not raise: the transaction is done by then.
    """
    waiting = connection.info.get(_KEY)
    if waiting is not None:
        waiting[name] = act
