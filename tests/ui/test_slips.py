"""Two hundred slips at the real window: nothing reaches the provider that was not previewed."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.filters import CardFilter, Sort
from tests.ui.slips import Operator, an_operator, unpreviewed

SLIPS = 200


async def iccids(operator: Operator) -> dict[str, int]:
    ids = await operator.desk.cards.ids(CardFilter(), Sort())
    return {row.facts.iccid: row.id for row in await operator.desk.cards.rows(ids)}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.long_async(300)
@pytest.mark.parametrize("seed", [7])
async def test_no_slip_reaches_the_provider_unpreviewed(
    qloop: Any, tmp_path: Path, seed: int
) -> None:
    made: Counter[str] = Counter()
    async with an_operator(tmp_path, seed) as operator:
        known = await iccids(operator)
        for _ in range(SLIPS):
            name = operator.random.choice(sorted(operator.slips))
            await operator.slip(name)
            made[name] += 1
            watcher, sent = operator.watcher, [one for one, _ in operator.provider.commands]
            found = watcher.wrong + unpreviewed(known, watcher, sent)
            assert not found, f"seed {seed}, slip {sum(made.values())}, {name}: {found}"
        assert set(made) == set(operator.slips)
        # The slips were not idle: much was confirmed and sent, of every kind of risk.
        assert len(watcher.shown) > len(watcher.confirmed) > SLIPS // 4
        assert len({type(command) for command in sent}) >= 6
        assert len({serial for _, serial in operator.provider.commands}) == len(sent)
