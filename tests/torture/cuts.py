"""What is left of a disk after the power went: un-synced writes lost, kept or torn (F22).

What was synced is there. Of what was written since, chance keeps nothing, everything, the first
few writes with the last one torn, or any of the sectors in any order, as caches do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.torture.disk import Event, Kind

SECTOR = 512
MANNERS = ("nothing", "everything", "the first", "any")


@dataclass
class _Platter:
    """A file as it is for certain, and what may or may not have reached it."""

    durable: bytearray | None = None
    pending: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Remains:
    """Files by name after a cut at an event, and the last transaction that was promised by then."""

    files: Mapping[str, bytes]
    promised: int
    manner: str


def cut(images: Mapping[str, bytes], events: Sequence[Event], at: int, chance: Random) -> Remains:
    """The power goes before `events[at]`; `images` was durable at the beginning."""
    platters = {name: _Platter(bytearray(image)) for name, image in images.items()}
    promised = 0
    for event in events[:at]:
        if event.kind is Kind.PROMISE:
            promised = event.offset
            continue
        platter = platters.setdefault(event.file, _Platter())
        if event.kind is Kind.SYNC:
            _keep(platter, platter.pending)
            platter.pending.clear()
        else:
            platter.pending.append(event)
    manner = chance.choice(MANNERS)
    for platter in platters.values():
        _keep(platter, _survivors(platter.pending, manner, chance))
    files = {
        name: bytes(platter.durable)
        for name, platter in platters.items()
        if platter.durable is not None
    }
    return Remains(files, promised, manner)


def _keep(platter: _Platter, events: Iterable[Event]) -> None:
    for event in events:
        if event.kind is Kind.DELETE:
            platter.durable = None
            continue
        data = platter.durable = bytearray() if platter.durable is None else platter.durable
        if event.kind is Kind.TRUNCATE:
            del data[event.offset :]
            continue
        if len(data) < event.offset:
            data.extend(bytes(event.offset - len(data)))
        data[event.offset : event.offset + len(event.data)] = event.data


def _survivors(pending: Sequence[Event], manner: str, chance: Random) -> list[Event]:
    match manner:
        case "nothing":
            return []
        case "everything":
            return list(pending)
        case "the first":
            whole = chance.randrange(len(pending) + 1)
            torn = [
                Event(event.kind, event.file, event.offset, _torn(event.data, chance))
                for event in pending[whole : whole + 1]
                if event.kind is Kind.WRITE
            ]
            return [*pending[:whole], *torn]
    share = chance.random()
    kept: list[Event] = []
    for event in pending:
        if event.kind is not Kind.WRITE:
            if chance.random() < share:
                kept.append(event)
            continue
        for start in range(0, len(event.data), SECTOR):
            if chance.random() < share:
                part = event.data[start : start + SECTOR]
                kept.append(Event(Kind.WRITE, event.file, event.offset + start, part))
    return kept


def _torn(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]
