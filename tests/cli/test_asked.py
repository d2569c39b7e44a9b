"""What the command line understands, and which fleet it is about."""

from pathlib import Path

import pytest

from simdesk import __version__
from simdesk.cli import main, parser
from simdesk.cli.asked import Asked, operator
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.paths import DataFolder
from simdesk.services.recent import Recent


def asked(tmp_path: Path, line: str) -> Asked:
    return Asked.of(parser().parse_args([*line.split(), "--data", str(tmp_path)]))


@pytest.mark.parametrize(
    ("line", "fleet", "cards", "seed", "profile"),
    [
        ("", "demo", 10_000, 1, "demo"),
        ("--fleet north", "north", 10_000, 1, "demo"),
        ("--fleet north --profile linkcard sync", "north", 10_000, 1, "linkcard"),
        ("sync --fleet north", "north", 10_000, 1, "demo"),
        ("demo --cards 50 --seed 7", "demo", 50, 7, "demo"),
        ("demo --cards 50 --fleet small --profile linkcard", "small", 50, 1, "linkcard"),
    ],
)
def test_a_command_is_about_a_fleet(
    tmp_path: Path, line: str, fleet: str, cards: int, seed: int, profile: str
) -> None:
    found = asked(tmp_path, line)
    assert (found.fleet, found.cards, found.seed, found.profile) == (fleet, cards, seed, profile)
    assert found.folder == tmp_path / "fleets" / fleet
    plan = found.plan
    assert (plan.cards, plan.seed, plan.profile) == (cards, seed, profile)


@pytest.mark.parametrize(
    ("line", "months"),
    [("demo", 13), ("demo --cards 1000000", 3), ("demo --history 3", 3), ("sync", 13)],
)
def test_a_fleet_has_as_many_months_behind_it_as_suit_its_size(
    tmp_path: Path, line: str, months: int
) -> None:
    assert asked(tmp_path, line).plan.past_months == months


@pytest.mark.parametrize(
    ("line", "provider"),
    [
        ("", "simulator"),
        ("--provider paper", "paper"),
        ("--provider paper demo", "simulator"),
        ("demo --cards 50", "simulator"),
    ],
)
def test_only_the_window_begins_a_fleet_that_is_not_simulated(
    tmp_path: Path, line: str, provider: str
) -> None:
    assert asked(tmp_path, line).plan.provider == provider


def test_options_may_stand_before_the_command_and_after_it(tmp_path: Path) -> None:
    before = parser().parse_args(["--data", str(tmp_path), "--fleet", "north", "sync"])
    after = parser().parse_args(["sync", "--data", str(tmp_path), "--fleet", "north"])
    assert Asked.of(before) == Asked.of(after)


def test_the_fleet_opened_last_comes_back(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    data.fleet("north").mkdir(parents=True)
    Recent(data).note_fleet("north")
    assert asked(tmp_path, "sync").fleet == "north"
    assert asked(tmp_path, "demo").fleet == "demo"
    data.fleet("north").rmdir()
    assert asked(tmp_path, "sync").fleet == "demo"


@pytest.mark.parametrize(
    ("line", "file", "chosen"),
    [
        ("", None, False),
        ("", "desk.db", True),
        ("", "world.db", True),
        ("", "simdesk.log", False),
        ("--fleet demo", None, True),
        ("--provider paper", None, True),
        ("--profile linkcard", None, True),
    ],
)
def test_the_window_asks_what_to_open_when_nothing_was_chosen(
    tmp_path: Path, line: str, file: str | None, chosen: bool
) -> None:
    if file is not None:
        folder = DataFolder(tmp_path).fleet("demo")
        folder.mkdir(parents=True)
        (folder / file).touch()
    assert asked(tmp_path, line).nothing_chosen is not chosen


def test_a_fleet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        asked(tmp_path, "sync --fleet south").existing()
    assert "no fleet “south”" in str(refused.value.message)
    assert "simdesk demo --fleet south" in str(refused.value.remedy)


def test_a_name_no_folder_can_have_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", "--data", str(tmp_path), "--fleet", "../up"]) == 2
    assert "“../up” cannot be used as a name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("202605..202606", (Month(2026, 5), Month(2026, 6))),
        ("202605", (Month(2026, 5), Month(2026, 5))),
    ],
)
def test_months(words: str, months: tuple[Month, Month]) -> None:
    assert parser().parse_args(["export", "--to", "x.csv", "--months", words]).months == months


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("export --to x.csv --months 202613", "202605..202606"),
        ("export --to x.csv --months 202606..202605", "the last month comes first"),
        ("export", "--to"),
        ("demo --cards 0", "1 to 1,000,000"),
        ("demo --cards many", "--cards"),
        ("demo --history 14", "1 to 13 months"),
        ("nonsense", "nonsense"),
        ("--profile other", "linkcard"),
    ],
)
def test_what_is_not_understood(line: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line.split())
    assert ended.value.code == 2
    assert why in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"simdesk {__version__}\n"


def test_somebody_is_at_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "li.wei")
    assert operator() == "li.wei"

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert operator() == "operator"
