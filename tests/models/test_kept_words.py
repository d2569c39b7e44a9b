"""What a journal keeps in English is understood again, whole and with what fills its gaps."""

import ast
from pathlib import Path

import pytest

from simdesk.models.kept_words import SENTENCES, understood
from simdesk.models.orders import OrderState
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import Text, text

SERVICES = Path(__file__).resolve().parents[2] / "simdesk" / "services"


def test_each_is_said_somewhere() -> None:
    said = {
        node.args[1].value
        for file in SERVICES.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "QT_TRANSLATE_NOOP"
        and isinstance(node.args[1], ast.Constant)
    }
    assert [one for one in SENTENCES if one not in said] == []


@pytest.mark.parametrize("source", SENTENCES)
def test_each_is_understood_as_itself(source: str) -> None:
    gaps = {"state": "on", "status": "In use"}
    names = [part.split("}")[0] for part in source.split("{")[1:]]
    words = source.format(**{name: gaps.get(name, "42") for name in names})
    found = understood(words)
    assert found is not None
    assert found.source == source
    assert str(found) == words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The card shows Suspended (device change).",
            text("The card shows {status}.", status=SpecificStatus.DEVICE_CHANGE.label),
        ),
        (
            "Order 2101 is unpaid.",
            text("Order {number} is {state}.", number="2101", state=OrderState.UNPAID.label),
        ),
        (
            "The card shows In use. It can no longer take effect.",
            text(
                "{found} It can no longer take effect.",
                found=text("The card shows {status}.", status=SpecificStatus.IN_USE.label),
            ),
        ),
        (
            "3 of 10 did not go as expected, the last: Carrier said no.",
            text(
                "{wrong} of {count} did not go as expected, the last: {why}",
                wrong="3",
                count="10",
                why="Carrier said no.",
            ),
        ),
        ("The card shows Lost.", text("The card shows {status}.", status="Lost")),
        ("The carrier turned the request down.", None),
        ("", None),
    ],
)
def test_gaps_are_filled_with_what_they_meant(words: str, found: Text | None) -> None:
    assert understood(words) == found
