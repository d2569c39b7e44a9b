"""What becomes of one send: whether it takes effect, when, and what answer comes back."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from simdesk.models.account_commands import AccountCommand
from simdesk.models.commands import AddOn, Command, Renew
from simdesk.models.outcomes import (
    Accepted,
    Barred,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from tests.torture.behaviours import ACCEPTED, LATE, LATER, LONG

if TYPE_CHECKING:
    from tests.torture.world import World

Asked = Command | AccountCommand
AGAIN = 90.0
NEVER = 1e12
RAISED = 100
REVOKED = 600.0
BARRED = Barred("InvalidAccessKeyId", "The key is not valid.")


async def fate(world: "World", word: str, command: Asked, serial: str) -> Outcome:
    """Let a send meet its fate; tells the adapter's answer, or raises what an adapter may raise."""
    plain = _WITHOUT_EFFECT.get(word)
    if plain is not None:
        return plain
    return await _FATES[word](world, command, serial)


_WITHOUT_EFFECT: Mapping[str, Outcome] = {
    "refused": Refused("CardDestroy", "The card is missing."),
    "barred": BARRED,
    "throttled": Throttled(2.0),
    "not_sent": NotSent("no network"),
    "lost": Unknown("time-out"),
    "malformed_lost": Unknown("the answer cannot be read"),
    "accepted_lost": Accepted("ref 2"),
}


def _effect(world: "World", command: Asked, serial: str) -> str | None:
    number = world.act(command, serial)
    world.points.point("after the effect")
    return number


async def _done(world: "World", command: Asked, serial: str) -> Outcome:
    return Done(_effect(world, command, serial))


def _answering(answer: Outcome) -> Callable[["World", Asked, str], Awaitable[Outcome]]:
    async def answered(world: "World", command: Asked, serial: str) -> Outcome:
        _effect(world, command, serial)
        return answer

    return answered


def _later(seconds: float, answer: Outcome) -> Callable[["World", Asked, str], Awaitable[Outcome]]:
    async def later(world: "World", command: Asked, serial: str) -> Outcome:
        world.after(seconds, lambda: world.act(command, serial))
        world.points.point("after the effect")
        return answer

    return later


def _after(seconds: float) -> Callable[["World", Asked, str], Awaitable[Outcome]]:
    async def after(world: "World", command: Asked, serial: str) -> Outcome:
        number = _effect(world, command, serial)
        await world.clock.sleep(seconds)
        return Done(number)

    return after


async def _silent_lost(world: "World", command: Asked, serial: str) -> Outcome:
    await world.clock.sleep(NEVER)
    return Unknown("never")


async def _breaks(world: "World", command: Asked, serial: str) -> Outcome:
    _effect(world, command, serial)
    raise ZeroDivisionError("a mistake in an adapter")


async def _drops(world: "World", command: Asked, serial: str) -> Outcome:
    raise ConnectionResetError("key=secret")


async def _doubled(world: "World", command: Asked, serial: str) -> Outcome:
    number = _effect(world, command, serial)
    world.act(command, serial, by="network")
    return Done(number)


async def _doubled_late(world: "World", command: Asked, serial: str) -> Outcome:
    number = _effect(world, command, serial)
    world.after(AGAIN, lambda: world.act(command, serial, by="network"))
    return Done(number)


async def _dearer(world: "World", command: Asked, serial: str) -> Outcome:
    if not isinstance(command, Renew | AddOn):
        return Done(_effect(world, command, serial))
    world.raised = RAISED
    return Refused("PriceChanged", "It costs more now.")


async def _behind(world: "World", command: Asked, serial: str) -> Outcome:
    world.change_behind(command)
    return Refused("IllegalStatus", "Not in its present status.")


async def _lost_behind(world: "World", command: Asked, serial: str) -> Outcome:
    world.change_behind(command)
    return Unknown("time-out")


async def _revoked(world: "World", command: Asked, serial: str) -> Outcome:
    world.revoked_until = world.clock.monotonic() + REVOKED
    return BARRED


_FATES: Mapping[str, Callable[["World", Asked, str], Awaitable[Outcome]]] = {
    "done": _done,
    "answer_lost": _answering(Unknown("time-out")),
    "error_after": _answering(Unknown("500")),
    "malformed": _answering(Unknown("the answer cannot be read")),
    "late": _later(LATE, Unknown("time-out")),
    "later": _later(LATER, Unknown("time-out")),
    "accepted": _later(ACCEPTED, Accepted("ref 1")),
    "slow": _after(5.0),
    "overdue": _after(LONG),
    "silent": _after(NEVER),
    "silent_lost": _silent_lost,
    "breaks": _breaks,
    "drops": _drops,
    "doubled": _doubled,
    "doubled_late": _doubled_late,
    "dearer": _dearer,
    "behind": _behind,
    "lost_behind": _lost_behind,
    "revoked": _revoked,
}
