"""The names of everything an operator can do to cards."""

from enum import StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


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
        return text(_LABELS[self])

    @property
    def local(self) -> bool:
        """Kept on the desk; no provider is asked."""
        return self in (Action.TAG, Action.REMARK, Action.EXPORT)

    @property
    def paid(self) -> bool:
        return self in (Action.RENEW, Action.ADD_ON)

    @property
    def irreversible(self) -> bool:
        return self is Action.CANCEL


_LABELS = {
    Action.SUSPEND: QT_TRANSLATE_NOOP("trade", "Suspend"),
    Action.RESUME: QT_TRANSLATE_NOOP("trade", "Resume"),
    Action.RESUME_USE: QT_TRANSLATE_NOOP("trade", "Resume Use"),
    Action.FORCE_ACTIVATE: QT_TRANSLATE_NOOP("trade", "Force Activate"),
    Action.CANCEL: QT_TRANSLATE_NOOP("trade", "Request Account Cancellation"),
    Action.RENEW: QT_TRANSLATE_NOOP("trade", "Renew plan"),
    Action.ADD_ON: QT_TRANSLATE_NOOP("trade", "Purchase add-on package"),
    Action.USAGE_LIMIT: QT_TRANSLATE_NOOP("trade", "Set usage limit"),
    Action.AUTO_RENEW_ON: QT_TRANSLATE_NOOP("trade", "Turn auto-renew on"),
    Action.AUTO_RENEW_OFF: QT_TRANSLATE_NOOP("trade", "Turn auto-renew off"),
    Action.AUTO_REBIND: QT_TRANSLATE_NOOP("trade", "Set automatic rebind"),
    Action.TAG: QT_TRANSLATE_NOOP("trade", "Tag"),
    Action.REMARK: QT_TRANSLATE_NOOP("trade", "Edit remark"),
    Action.EXPORT: QT_TRANSLATE_NOOP("trade", "Export"),
}
