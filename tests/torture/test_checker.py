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


def test_what_the_network_undid_again_nobody_can_read() -> None:
    # An older act that the network repeats turns a setting back: it was made, and is not.
    report = live(Storm(1103))
    assert report.violations == []
    assert report.kills == 10
