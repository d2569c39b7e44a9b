"""Slips at the real window: nothing reaches the provider that was not previewed and confirmed."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.commands import Command
from simdesk.models.filters import CardFilter, Sort
from tests.ui.slips import Operator, an_operator, unpreviewed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


async def iccids(operator: Operator) -> dict[str, int]:
    ids = await operator.desk.cards.ids(CardFilter(), Sort())
    return {row.facts.iccid: row.id for row in await operator.desk.cards.rows(ids)}


async def slipped(folder: Path, seed: int, slips: int) -> tuple[Operator, Counter[str]]:
    """An operator after so many slips; fails at the first that got through."""
    made: Counter[str] = Counter()
    async with an_operator(folder, seed) as operator:
        known, watcher = await iccids(operator), operator.watcher
        for number in range(slips):
            name = operator.random.choice(sorted(operator.slips))
            await operator.slip(name)
            made[name] += 1
            found = watcher.wrong + unpreviewed(known, watcher, sent(operator))
            assert not found, f"seed {seed}, slip {number}, {name}: {found}"
    return operator, made


def sent(operator: Operator) -> list[Command]:
    return [command for command, _ in operator.provider.commands]


@pytest.mark.long_async(120)
async def test_no_slip_reaches_the_provider_unpreviewed(qloop: Any, tmp_path: Path) -> None:
    operator, _ = await slipped(tmp_path, 3, 30)
    assert sent(operator)
    assert operator.watcher.confirmed


@pytest.mark.torture
@pytest.mark.long_async(600)
@pytest.mark.parametrize("seed", [7, 20])
async def test_none_of_two_hundred_slips_does(qloop: Any, tmp_path: Path, seed: int) -> None:
    operator, made = await slipped(tmp_path, seed, 200)
    watcher = operator.watcher
    # The slips were not idle: much was confirmed and sent, of every kind of risk.
    assert set(made) == set(operator.slips)
    assert len(watcher.shown) > len(watcher.confirmed) > 50
    assert len({type(command) for command in sent(operator)}) >= 6
    serials = {serial for _, serial in operator.provider.commands}
    assert len(serials) == len(operator.provider.commands)
    print(
        f"seed {seed}: {sum(made.values())} slips, {len(watcher.shown)} previews shown,"
        f" {len(watcher.confirmed)} confirmed, {len(serials)} commands"
    )
