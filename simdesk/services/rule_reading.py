"""Stored rules, notifications and records, read for the pages."""

from simdesk.models.comparison_notice import notice_text
from simdesk.models.errors import KnownError
from simdesk.models.rule_codec import condition_from_json
from simdesk.models.rule_words import condition_text, measured_text
from simdesk.models.texts import Text, shortened, text
from simdesk.services.rule_rows import NoticeRow, RuleRow, TriggerRecord
from simdesk.services.storage.comparison_store import NO_RULE
from simdesk.services.storage.notice_store import StoredNotice, StoredRecord
from simdesk.services.storage.rule_store import StoredRule


def rule_row(stored: StoredRule) -> RuleRow:
    last = stored.last
    return RuleRow(
        stored.id,
        stored.name,
        stored.group,
        stored.push,
        stored.enabled,
        None if stored.rule is None else stored.rule.draft,
        stored.trouble,
        stored.checked_at,
        None if last is None else last.at,
        0 if last is None else last.cards,
    )


def notice_row(stored: StoredNotice) -> NoticeRow:
    words = _notice_words(stored)
    return NoticeRow(
        stored.id,
        stored.rule_id,
        stored.rule_name,
        words,
        stored.at,
        stored.cards,
        stored.read_at is None,
        stored.voucher,
    )


def _notice_words(stored: StoredNotice) -> Text:
    if stored.rule_id != NO_RULE:
        return _condition(stored.condition, stored.rule_name, "")[0]
    try:
        return notice_text(stored.condition)
    except KnownError as error:
        return error.message


def trigger_record(stored: StoredRecord) -> TriggerRecord:
    condition, measured = _condition(stored.condition, "", stored.measured)
    return TriggerRecord(
        stored.id,
        stored.at,
        stored.card_id,
        stored.iccid,
        stored.voucher,
        condition,
        measured,
        stored.measured,
        stored.notification_id,
    )


def _condition(stored: str, rule: str, measured: str) -> tuple[Text, Text]:
    """Condition and measured value in words; as they are where this version cannot read them."""
    try:
        condition = condition_from_json(stored, rule)
        value = int(measured or 0)
    except (KnownError, ValueError):
        return text("{words}", words=shortened(stored)), text("{words}", words=measured)
    return condition_text(condition), measured_text(condition, value)
