"""Everything an operator can do to cards: one row per action."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Risk(IntEnum):
    """What an act can do in the worst case (reliability.md 4.8); the journal keeps the number."""

    READ = 0
    """Changes nothing."""
    DESK = 1
    """Changes what is kept on the desk only: tags, remarks."""
    EASY = 2
    """Changes a card, and another act takes it back at once and for nothing: suspend, resume."""
    HARD = 3
    """Starts billing, or is hard to take back: force activation, automatic rebind."""
    PAYS = 4
    """Pays, now or by itself later: renewals, add-ons, auto-renew turned on."""
    FINAL = 5
    """Cannot be taken back at all: cancellation."""


class Action(StrEnum):
    """Everything an operator can do to cards; the value is its name in files and tables."""

    SUSPEND = "suspend"
    RESUME = "resume"
    RESUME_USE = "resume_use"
    FORCE_ACTIVATE = "force_activate"
    CANCEL = "cancel"
    RENEW = "renew"
    ADD_ON = "add_on"
    USAGE_LIMIT = "usage_limit"
    AUTO_RENEW_ON = "auto_renew_on"
    AUTO_RENEW_OFF = "auto_renew_off"
    AUTO_REBIND = "auto_rebind"
    TAG = "tag"
    REMARK = "remark"
    EXPORT = "export"

    @property
    def label(self) -> Text:
        return text(_ROWS[self].label)

    @property
    def risk(self) -> Risk:
        return _ROWS[self].risk

    @property
    def local(self) -> bool:
        """Kept on the desk; no provider is asked."""
        return self.risk <= Risk.DESK

    @property
    def paid(self) -> bool:
        """It makes an order, at a price that the operator approves."""
        return _ROWS[self].paid

    @property
    def irreversible(self) -> bool:
        return self.risk is Risk.FINAL


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    risk: Risk
    paid: bool = False


_ROWS: Mapping[Action, _Row] = {
    Action.SUSPEND: _Row(QT_TRANSLATE_NOOP("trade", "Suspend"), Risk.EASY),
    Action.RESUME: _Row(QT_TRANSLATE_NOOP("trade", "Resume"), Risk.EASY),
    Action.RESUME_USE: _Row(QT_TRANSLATE_NOOP("trade", "Resume Use"), Risk.EASY),
    Action.FORCE_ACTIVATE: _Row(QT_TRANSLATE_NOOP("trade", "Force Activate"), Risk.HARD),
    Action.CANCEL: _Row(QT_TRANSLATE_NOOP("trade", "Request Account Cancellation"), Risk.FINAL),
    Action.RENEW: _Row(QT_TRANSLATE_NOOP("trade", "Renew plan"), Risk.PAYS, paid=True),
    Action.ADD_ON: _Row(
        QT_TRANSLATE_NOOP("trade", "Purchase add-on package"), Risk.PAYS, paid=True
    ),
    Action.USAGE_LIMIT: _Row(QT_TRANSLATE_NOOP("trade", "Set usage limit"), Risk.EASY),
    Action.AUTO_RENEW_ON: _Row(QT_TRANSLATE_NOOP("trade", "Turn auto-renew on"), Risk.PAYS),
    Action.AUTO_RENEW_OFF: _Row(QT_TRANSLATE_NOOP("trade", "Turn auto-renew off"), Risk.EASY),
    Action.AUTO_REBIND: _Row(QT_TRANSLATE_NOOP("trade", "Set automatic rebind"), Risk.HARD),
    Action.TAG: _Row(QT_TRANSLATE_NOOP("trade", "Tag"), Risk.DESK),
    Action.REMARK: _Row(QT_TRANSLATE_NOOP("trade", "Edit remark"), Risk.DESK),
    Action.EXPORT: _Row(QT_TRANSLATE_NOOP("trade", "Export"), Risk.READ),
}
