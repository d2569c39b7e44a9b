"""The checker stands alone, and it is looked at itself (reliability.md 0, finding 12)."""

import ast
from pathlib import Path

import pytest

from tests.torture.plan import Schedule
from tests.torture.schedule import room

pytestmark = pytest.mark.torture
CHECKER = Path(__file__).with_name("checker.py")
TRUTH = Path(__file__).with_name("truth.py")


@pytest.mark.parametrize("path", [CHECKER, TRUTH], ids=lambda path: path.stem)
def test_it_shares_no_code_with_journal_or_world(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert imported
    assert imported.isdisjoint({"simdesk", "tests", "sqlalchemy", ""})


def test_a_quiet_life_breaks_no_rule_and_leaves_a_history() -> None:
    report = room().live(Schedule("renew", script=("done", "done")))
    assert report.violations == []
    assert report.states == ["DONE", "DONE"]
    assert room().store.rows("SELECT count(*) FROM history") == [(4,)]
    spent = "SELECT sum(minor) FROM ledger WHERE credit = 'spent'"
    assert room().store.rows(spent) == [(1000,)]
