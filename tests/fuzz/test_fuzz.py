"""Thousands of files from seeds: each is read or refused with words, in little memory."""

import pytest

from tests.fuzz.corpus import BOMBS
from tests.fuzz.product import LONGEST_PAUSE, Heart, through
from tests.fuzz.run import Report, fuzz

FILES = 5_000
REVIEWED = 100


@pytest.fixture(scope="module")
def report() -> Report:
    return fuzz(range(FILES))


@pytest.mark.interop
def test_every_file_is_read_or_refused(report: Report) -> None:
    assert report.ends.total() == FILES
    assert not report.broken, "\n".join(report.lines())


@pytest.mark.interop
def test_they_are_of_many_kinds(report: Report) -> None:
    """Fuzzing reaches far: files that are read, and every refusal that a file can meet."""
    kinds = {what for what in report.ends if what.startswith("refused")}
    assert report.ends["read"] > FILES / 10
    assert {
        "refused: not a spreadsheet",
        "refused: damaged",
        "refused: too large",
        "refused: needs a password",
        "refused: unsafe",
        "refused: empty",
    } <= kinds


@pytest.mark.interop
def test_a_bomb_kills_hardly_any_process(report: Report) -> None:
    died = [
        seed for what, seeds in report.seeds.items() if what.startswith("died") for seed in seeds
    ]
    assert len(died) <= len(BOMBS) + FILES / 500, died


@pytest.mark.interop
@pytest.mark.long_async(1_200)
async def test_the_product_reviews_or_refuses_each_and_its_loop_goes_on() -> None:
    heart = Heart()
    report = await through(range(REVIEWED), heart)
    assert report.ends.total() == REVIEWED
    assert not report.broken, "\n".join(report.lines())
    assert report.ends["read"]
    assert heart.pause < LONGEST_PAUSE
