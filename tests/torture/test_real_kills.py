"""SIGKILL of the real program in mid-bulk: nothing lost, doubled or orphaned (F02, F21; I1-I6, I8).

The program runs as a process of its own, ten times under its window, and is killed at moments
drawn from the seed. After every death and at the end `plain_books` holds the journal against the
world's own file.
"""

import signal
import time
from pathlib import Path

import pytest

from tests.torture import plain_books
from tests.torture.campaign import Campaign, life
from tests.torture.tier import asked

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way"),
]
SEEDS = range(4, 14) if asked().night else (4,)
KILLS = 10
BULK = 700
FLEET = ("--cards", "1100", "--most", str(BULK))
CAMPAIGNS = {
    "paid, where serials are honoured": ("--act", "renew", "--faults", "rough"),
    "paid, where they are not": ("--act", "renew", "--profile", "linkcard"),
    "suspend on a rough day": ("--profile", "linkcard", "--faults", "rough"),
    "paid, under the window": ("--act", "renew", "--window", "--faults", "rough"),
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_a_program_killed_in_mid_bulk_loses_and_doubles_nothing(
    name: str, seed: int, tmp_path: Path
) -> None:
    campaign = Campaign(tmp_path / "fleet", (*FLEET, *CAMPAIGNS[name]), seed)
    books = campaign.run(KILLS)
    print(f"{name}: {campaign.figures()}; {dict(books.states)}")
    assert campaign.wrong == []
    assert (books.lost, books.doubled, books.orphaned) == (0, 0, 0)
    assert campaign.in_mid_bulk == campaign.deaths == KILLS
    assert campaign.doubtful > 0, "no kill met anything in flight: the test proves nothing"
    # Every card had its act once; what was refused or did not arrive was asked for anew.
    assert books.states["DONE"] == sum(books.cards.values()) == BULK


def test_at_half_of_five_thousand_suspends_a_kill_costs_nothing(tmp_path: Path) -> None:
    """The bulk goes on at the operator's word, in the same operation, each card suspended once."""
    folder, half = tmp_path / "fleet", 2_500
    options = ("--cards", "7600", "--most", "5000", "--act", "suspend")
    began = time.monotonic()
    with life(folder, *options) as one:
        while (line := one.until("at")) is not None and int(line.split()[1]) < half:
            pass
        assert line is not None, one.told()
    before = plain_books.read(folder, ended=False)
    assert before.wrong == []
    assert before.states["PLANNED"] + before.states["SENDING"] + before.states["DONE"] == 5_000
    with life(folder, *options) as two:
        assert two.ended() == 0, two.told()
    carried_on = [line for line in two.lines if line.startswith("carried on")]
    assert carried_on == [f"carried on {before.states['PLANNED']}"], two.told()
    books = plain_books.read(folder, ended=True)
    print(
        f"killed with {before.states['DONE']} done, {before.states['SENDING']} in flight;"
        f" {time.monotonic() - began:.0f} s; {dict(books.states)}"
    )
    assert books.wrong == []
    assert sum(books.cards.values()) == len(books.cards) == books.states["DONE"] == 5_000
