"""Rules and records as services hand them to the window, for tests of its pieces."""

from dataclasses import replace
from datetime import timedelta

from simdesk.models.rules import EVERY_CARD, CycleUsage, Push, RuleDraft
from simdesk.services.rule_rows import RuleRow, TriggerRecord, trigger_record
from simdesk.services.storage.notice_store import StoredRecord
from tests.factories import a_moment

A_DRAFT = RuleDraft("Usage", EVERY_CARD, CycleUsage(100))
A_RULE = RuleRow(1, "Usage", EVERY_CARD, Push.CYCLE, True, A_DRAFT, None, a_moment(), a_moment(), 3)


def a_record(number: int, *, told: bool = False, **changes: object) -> TriggerRecord:
    """The record `number`, each an hour older than the one before."""
    stored = StoredRecord(
        number,
        1,
        7,
        "89860321000000015668",
        None,
        a_moment() - timedelta(hours=number),
        '{"what":"cycle_usage","mb":100}',
        str(102_400 + number * 1024),
        5 if told else None,
    )
    return trigger_record(replace(stored, **changes))


A_RECORD, A_TOLD_RECORD = a_record(1), a_record(2, told=True)
