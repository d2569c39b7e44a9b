"""When something will be done, on the clock that the window shows."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simdesk.compose import Desk


def finishing_at(desk: "Desk", seconds_left: float | None) -> datetime | None:
    """The business time in `seconds_left` seconds; None where it cannot be told.

    A simulated world has a speed: its clock goes on by so much in a second.
    """
    if seconds_left is None:
        return None
    world = desk.simulation
    if world is not None and world.paused:
        return None
    speed = 1.0 if world is None else world.speed
    return desk.provider.now() + timedelta(seconds=seconds_left * speed)
