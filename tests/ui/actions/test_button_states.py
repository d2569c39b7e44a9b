"""Every key a verdict reads, every action: the button says what the table of domain.md 2.5 says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey
from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.card import CardRow
from simdesk.models.voucher import Carrier
from simdesk.ui.actions.cards import action_id, card_actions
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionTarget
from simdesk.ui.actions.standing import of_card
from tests.factories import TODAY, a_card_row
from tests.pictures import every_key, permitted
from tests.ui.fakes import EVERYTHING, FakeDesk, a_context

UNKNOWN = 999
BUTTONS = tuple(action for action in Action if action is not Action.EXPORT)


class Room(QWidget):
    """Nothing is opened here."""

    def edit_remark(self) -> bool:
        return True

    def show_cards(self, question: object) -> None: ...

    def show_operation(self, operation_id: str) -> None: ...

    def show_details(self) -> None: ...

    def show_sub_cards(self) -> None: ...

    def sub_cards_reason(self) -> str | None:
        return None


def _card(key: ActionKey) -> CardRow:
    return a_card_row(
        specific=UNKNOWN if key.specific is None else key.specific,
        plan_type=key.plan_type,
        carrier=Carrier.VNO if key.smart else Carrier.CMCC,
        auto_renew=key.auto_renew,
        cancellation_due=key.cancellation_due,
    )


class Desk:
    """The card menu of one desk, shown one card at a time."""

    def __init__(self, folder: Path, capabilities: Capabilities) -> None:
        self.capabilities = capabilities
        self.card: CardRow | None = None
        self.room = Room()
        self.registry = ActionRegistry(self.room, lambda: ActionTarget((1,), self.card))
        context = a_context(FakeDesk(folder, [], capabilities))
        self.registry.add(card_actions(context, self.room, self.room))

    def look_at(self, key: ActionKey) -> dict[Action, bool]:
        self.card = _card(key)
        assert self.card.facts.key == key
        self.registry.show_standings(of_card(self.card, self.capabilities, TODAY))
        return {one: self.registry.actions[action_id(one)].isEnabled() for one in BUTTONS}


@pytest.mark.parametrize("capabilities", [EVERYTHING, READ_ONLY], ids=["all", "read only"])
def test_every_button_is_as_the_picture_says(
    qapp: QApplication, tmp_path: Path, capabilities: Capabilities
) -> None:
    desk = Desk(tmp_path, capabilities)
    walked = 0
    for key in every_key():
        for action, enabled in desk.look_at(key).items():
            offered = action.local or action in capabilities.actions
            assert enabled is permitted(key, action, offered=offered), (key, action)
            reason = desk.registry.reason(action_id(action))
            tip = desk.registry.actions[action_id(action)].toolTip()
            assert enabled is (reason is None), (key, action)
            assert reason is None or reason in tip
            walked += 1
    assert walked == 14 * 6 * 8 * len(BUTTONS)
