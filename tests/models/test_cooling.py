"""When a cancellation goes out, as a table of when it was asked for."""

from datetime import datetime, timedelta

import pytest

from simdesk.models.action import Action
from simdesk.models.cooling import goes_at, sent_before
from simdesk.models.periods import ZONE


def at(words: str) -> datetime:
    return datetime.strptime(f"2026-{words}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("asked", "seconds", "goes"),
    [
        ("06-10 14:00", 0, "06-11 14:00"),
        ("06-18 22:59", 0, "06-19 22:59"),
        ("06-18 23:30", 0, "06-19 23:00"),
        ("06-19 09:00", 0, "06-19 23:00"),
        # A long bulk begins so early that it is over by 23:00.
        ("06-19 09:00", 7200, "06-19 21:00"),
        # Too late to wait: it goes at once, still before the 20th.
        ("06-19 23:10", 0, None),
        ("06-19 22:00", 7200, None),
        # From the 20th on it finishes next month, and may wait its whole day.
        ("06-20 00:00", 0, "06-21 00:00"),
        ("06-30 12:00", 0, "07-01 12:00"),
        ("02-28 12:00", 0, "03-01 12:00"),
    ],
)
def test_a_cancellation_can_be_revoked_and_is_sent_before_the_20th(
    asked: str, seconds: float, goes: str | None
) -> None:
    found = goes_at(Action.CANCEL, at(asked), seconds)
    assert found == (None if goes is None else at(goes))


@pytest.mark.parametrize("action", [one for one in Action if not one.irreversible])
def test_what_can_be_undone_goes_at_once(action: Action) -> None:
    assert goes_at(action, at("06-10 14:00"), 0) is None


def test_without_a_cooling_time_nothing_waits() -> None:
    assert goes_at(Action.CANCEL, at("06-10 14:00"), 0, timedelta(0)) is None


@pytest.mark.parametrize(
    ("action", "asked", "until", "held_to"),
    [
        (Action.CANCEL, "06-18 12:00", "06-21 12:00", "06-19 23:59"),
        (Action.CANCEL, "06-18 12:00", "06-19 12:00", "06-19 12:00"),
        (Action.CANCEL, "06-20 12:00", "06-23 12:00", "06-23 12:00"),
        (Action.SUSPEND, "06-18 12:00", "06-21 12:00", "06-21 12:00"),
    ],
)
def test_a_cancellation_asked_for_in_time_is_never_sent_late(
    action: Action, asked: str, until: str, held_to: str
) -> None:
    found = sent_before(action, at(asked), at(until))
    assert found.replace(second=0) == at(held_to)
