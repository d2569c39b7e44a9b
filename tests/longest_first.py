"""The order of all tests: what takes longest begins, and what shares a fixture stays together.

xdist's `worksteal` gives every worker a contiguous share of the list, and one that is done takes
from the end of another's. So long tests stand at the heads of the shares: begun last, one would
keep its worker while the others have nothing left, and a group that is torn over two workers would
make its fixture twice.
"""

import heapq
from collections.abc import Iterator, Sequence
from itertools import islice

LONGEST = {
    "tests/years/test_years.py::test_a_thousand_cards_live_long": 230,
    "tests/years/test_years.py::test_small_worlds_live_long": 130,
    "tests/years/test_overview_years.py::test_overview_and_world_agree_for_two_years": 35,
    "tests/ui/ears/test_walk.py::test_as_it_is": 100,
    "tests/ui/ears/test_walk.py::test_in_long_words": 100,
    "tests/ui/ears/test_walk.py::test_in_large_letters": 100,
    "tests/tour/test_tour.py::test_it_leaves_a_picture_of_every_step_and_the_file": 60,
}
"""Groups, by how the names of their tests begin, and about how many seconds each takes: only that
one is longer than another matters. A share has them in this order: the years, which are full of
garbage that is collected as it comes, before all windows."""

AKIN = {
    "tests/ui/ears/test_walk.py::test_no_window_page_or_dialog_is_left_out": (
        "tests/ui/ears/test_walk.py::test_as_it_is"
    ),
}
"""Tests that look at what a group has made, and the group."""


def group_of(name: str) -> str | None:
    """The group of a test; None if it is not among the longest."""
    return AKIN.get(name) or next((start for start in LONGEST if name.startswith(start)), None)


def arranged(names: Sequence[str], workers: int) -> list[int]:
    """The places of `names` in the order in which to run them, one share behind the other."""
    groups: dict[str | None, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(group_of(name), []).append(place)
    rest = iter(groups.pop(None, []))
    found: list[int] = []
    dealt = _dealt({start for start in groups if start is not None}, workers)
    for starts, size in zip(dealt, _shares(len(names), workers), strict=True):
        head = [place for start in starts for place in groups[start]]
        found += [*head, *islice(rest, max(size - len(head), 0))]
    return [*found, *rest]


def _dealt(starts: set[str], workers: int) -> list[list[str]]:
    """The groups that each worker begins with: the longest goes to who has the least so far."""
    laden = [(0, worker) for worker in range(workers)]
    dealt: list[set[str]] = [set() for _ in laden]
    for start in sorted(starts, key=lambda start: (-LONGEST[start], start)):
        seconds, worker = heapq.heappop(laden)
        dealt[worker].add(start)
        heapq.heappush(laden, (seconds + LONGEST[start], worker))
    return [[start for start in LONGEST if start in one] for one in dealt]


def _shares(count: int, workers: int) -> Iterator[int]:
    """How many tests xdist gives each worker to begin with."""
    for left in range(workers, 0, -1):
        yield count // left
        count -= count // left
