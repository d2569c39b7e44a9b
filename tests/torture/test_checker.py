"""The checker stands alone, and it is looked at itself (reliability.md 0, finding 12)."""

import ast
import sys
from pathlib import Path

import pytest

from tests.torture.plan import Schedule
from tests.torture.schedule import room
from tests.torture.storms import Storm, live

pytestmark = pytest.mark.torture
OWN = ("checker", "history_rules", "truth")


@pytest.mark.parametrize("name", OWN)
def test_it_shares_no_code_with_journal_or_world(name: str) -> None:
    tree = ast.parse(Path(__file__).with_name(f"{name}.py").read_text("utf-8"))
    imported = {
        found
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for found in (
            [f"{node.module}.{one.name}" for one in node.names]
            if isinstance(node, ast.ImportFrom)
            else [one.name for one in node.names]
        )
    }
    assert imported
    allowed = ("tests.torture.history_rules",)
    foreign = {one for one in imported if one.split(".")[0] not in sys.stdlib_module_names}
    assert all(one.startswith(allowed) for one in foreign), foreign


def test_a_quiet_life_breaks_no_rule_and_leaves_a_history() -> None:
    report = room().live(Schedule("renew", script=("done", "done")))
    assert report.violations == []
    assert report.states == ["DONE", "DONE"]
    assert room().store.rows("SELECT count(*) FROM history") == [(4,)]
    spent = "SELECT sum(minor) FROM ledger WHERE credit = 'spent'"
    assert room().store.rows(spent) == [(1000,)]


@pytest.mark.parametrize(
    ("seed", "people"),
    [
        pytest.param(1103, 0, id="an older act, repeated, turns a setting back"),
        pytest.param(2855, 1, id="a renewal is lost, after the network repeated the one before"),
        pytest.param(2918, 0, id="a card becomes active before an accepted activation is done"),
        pytest.param(3575, 0, id="a paused operation ends with its last item in flight"),
        pytest.param(13059, 0, id="an older resumption, repeated, takes a suspension back"),
        pytest.param(19143, 0, id="what an older act, repeated, takes back is asked for anew"),
        pytest.param(3611, 0, id="an add-on is lost, before the network repeats the one before"),
    ],
)
def test_what_long_storms_have_found(seed: int, people: int) -> None:
    report = live(Storm(seed))
    assert report.violations == []
    assert report.kills >= 10
    assert report.people == people
