"""On which clock moments are told: the carriers’, or another one that the operator chose.

Business days, deadlines and expiries stay on the carriers' (domain.md 9). Where the two clocks
differ each moment says on which of them it is told.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from simdesk.models.periods import ZONE, local


class _Shown:
    zone: ZoneInfo = ZONE


def show_in(name: str) -> None:
    """Tell moments in the time zone of this name, in every window.

    Raises ZoneInfoNotFoundError, a KeyError, for a zone that is not known.
    """
    _Shown.zone = ZoneInfo(name)


def here(moment: datetime) -> datetime:
    """The same moment on the operator's clock. Raises ValueError for a naive datetime."""
    return local(moment).astimezone(_Shown.zone)


def clock_mark(moment: datetime) -> str:
    """` UTC+2` behind a moment told on its own clock; nothing where one clock serves all."""
    shown, carriers = here(moment).utcoffset(), local(moment).utcoffset()
    if shown == carriers:
        return ""
    offset = moment.utcoffset()
    assert offset is not None  # or it would have no clock
    minutes = round(offset.total_seconds() / 60)
    sign, minutes = ("+" if minutes > 0 else "−"), abs(minutes)
    rest = f":{minutes % 60:02d}" if minutes % 60 else ""
    return f" UTC{sign}{minutes // 60}{rest}" if minutes else " UTC"
