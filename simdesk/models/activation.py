"""What made a card active, as the provider tells it (domain.md 1)."""

from enum import StrEnum

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class ActivationMethod(StrEnum):
    FIRST_DATA_RECORD = "first_data_record"
    CARRIER_STATUS_PUSH = "carrier_status_push"
    SILENCE_EXPIRE = "silence_expire"
    MANAGE = "manage"
    TEST_FLOW_DEPLETED = "test_flow_depleted"

    @property
    def label(self) -> Text:
        return text(_METHOD_LABELS[self])


_METHOD_LABELS = {
    ActivationMethod.FIRST_DATA_RECORD: QT_TRANSLATE_NOOP("trade", "First traffic"),
    ActivationMethod.CARRIER_STATUS_PUSH: QT_TRANSLATE_NOOP("trade", "Carrier notice"),
    ActivationMethod.SILENCE_EXPIRE: QT_TRANSLATE_NOOP("trade", "Silent period ended"),
    ActivationMethod.MANAGE: QT_TRANSLATE_NOOP("trade", "Forced by operator"),
    ActivationMethod.TEST_FLOW_DEPLETED: QT_TRANSLATE_NOOP("trade", "Test data used up"),
}
