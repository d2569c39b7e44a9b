"""What takes longest stands at the head of a worker's share, whole."""

import itertools
import re

import pytest

from tests.longest_first import AKIN, LONGEST, arranged, group_of

SHORT = [f"tests/models/test_texts.py::test_{number}" for number in range(100)]
LONG = [f"{start}[{number}]" for start in LONGEST for number in range(2)]
NAMES = [*SHORT[:9], *LONG, *SHORT[9:]]


def shares(names: list[str], workers: int) -> list[list[str]]:
    """What each worker begins with, as xdist's worksteal deals it."""
    found = [names[at] for at in arranged(names, workers)]
    assert sorted(found) == sorted(names)
    dealt: list[list[str]] = []
    for left in range(workers, 0, -1):
        size = len(found) // left
        dealt.append(found[:size])
        found = found[size:]
    return dealt


@pytest.mark.parametrize("workers", [1, 2, 3, 4])
def test_every_worker_begins_with_what_is_long_and_then_has_short_ones(workers: int) -> None:
    for share in shares(NAMES, workers):
        groups = [group_of(name) for name in share]
        long = [group for group in groups if group]
        assert long
        assert groups[: len(long)] == long


@pytest.mark.parametrize("workers", [1, 2, 3, 4])
def test_a_group_is_with_one_worker_and_in_one_piece(workers: int) -> None:
    pieces = [
        group
        for share in shares(NAMES, workers)
        for group, _ in itertools.groupby(map(group_of, share))
        if group
    ]
    assert sorted(pieces) == sorted(LONGEST)


def test_the_load_is_even() -> None:
    loads = [
        sum({group: LONGEST[group] for group in map(group_of, share) if group}.values())
        for share in shares(NAMES, 2)
    ]
    assert max(loads) - min(loads) <= min(LONGEST.values())


@pytest.mark.parametrize("names", [[], SHORT, LONG, LONG[:1], SHORT[:1]])
def test_all_are_run_whichever_are_asked_for(names: list[str]) -> None:
    shares(names, 2)


def test_short_ones_keep_their_order() -> None:
    found = [NAMES[at] for at in arranged(NAMES, 2)]
    assert [name for name in found if group_of(name) is None] == SHORT


def test_the_groups_are_there(request: pytest.FixtureRequest) -> None:
    """A test that was renamed would be begun last again."""
    root = request.config.rootpath
    for start in (*LONGEST, *AKIN):
        path, _, name = start.partition("::")
        assert f"def {name}(" in (root / path).read_text("utf-8")


def test_no_walk_is_made_by_a_test_outside_its_group(request: pytest.FixtureRequest) -> None:
    path = "tests/ui/ears/test_walk.py"
    source = (request.config.rootpath / path).read_text("utf-8")
    looking = re.findall(r"^def (test_\w+)\((\w+): Walk", source, re.MULTILINE)
    assert len(looking) > 3
    for name, walk in looking:
        assert group_of(f"{path}::{name}") == f"{path}::test_{walk}"
