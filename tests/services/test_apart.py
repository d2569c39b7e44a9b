"""Work in a copy of the process: the same items, and whatever went wrong."""

import io
import os
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from simdesk.services.apart import BrokenOffError, apart, received, send

ITEMS = [
    ("Cards", 2, [["89860321440000000001", None], (1.5, True)]),
    ("Cards", 4, [[date(2026, 1, 3)]]),
]


def telling(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


class ToldError(Exception):
    pass


def failing() -> Iterator[int]:
    yield 1
    raise ValueError("no more")


def test_items_travel_as_they_are() -> None:
    pipe = io.BytesIO()
    send(iter(ITEMS), pipe, telling)
    pipe.seek(0)
    assert list(received(pipe, ToldError)) == ITEMS


def test_what_goes_wrong_travels_in_words() -> None:
    pipe = io.BytesIO()
    send(failing(), pipe, telling)
    pipe.seek(0)
    found = received(pipe, ToldError)
    assert next(found) == 1
    with pytest.raises(ToldError, match="ValueError: no more"):
        next(found)


@pytest.mark.parametrize("lost", [1, 5, 30])
def test_an_early_end_is_noticed(lost: int) -> None:
    pipe = io.BytesIO()
    send(iter(ITEMS), pipe, telling)
    with pytest.raises(BrokenOffError):
        list(received(io.BytesIO(pipe.getvalue()[:-lost]), ToldError))


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied")
def test_a_copy_does_the_work() -> None:
    assert list(apart(iter(ITEMS), telling, ToldError)) == ITEMS
    here = os.getpid()
    (there,) = apart((os.getpid() for _ in range(1)), telling, ToldError)
    assert there != here


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied")
def test_a_copy_that_dies_is_noticed() -> None:
    def dying() -> Iterator[int]:
        yield 1
        os._exit(3)

    with pytest.raises(BrokenOffError):
        list(apart(dying(), telling, ToldError))


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied")
def test_nobody_need_hear_it_out() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield 1

    found = apart(endless(), telling, ToldError)
    assert next(found) == 1
    found.close()  # type: ignore[attr-defined]  # it is a generator
