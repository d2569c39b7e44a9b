"""Rules and records as services hand them to the window, for tests of its pieces."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from simdesk.models.rule_words import condition_text, measured_text
from simdesk.models.rules import EVERY_CARD, CycleUsage, Push, RuleDraft
from simdesk.services.rule_rows import RuleRow, TriggerRecord
from tests.factories import a_moment

A_DRAFT = RuleDraft("Usage", EVERY_CARD, CycleUsage(100))
A_RULE = RuleRow(1, "Usage", EVERY_CARD, Push.CYCLE, True, A_DRAFT, None, a_moment(), a_moment(), 3)


def a_record(number: int, *, told: bool = False, **changes: Any) -> TriggerRecord:
    """The record `number`, each an hour older than the one before."""
    kb = 102_400 + number * 1024
    record = TriggerRecord(
        number,
        a_moment() - timedelta(hours=number),
        7,
        "89860321000000015668",
        None,
        condition_text(CycleUsage(100)),
        measured_text(CycleUsage(100), kb),
        str(kb),
        5 if told else None,
    )
    return replace(record, **changes)


A_RECORD, A_TOLD_RECORD = a_record(1), a_record(2, told=True)
