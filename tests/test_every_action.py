"""Nothing is forgotten: every action has its place in every table that knows actions.

Whether what stands there is right is the matter of other tests. What fails here names the files in
which something is missing, as CONTRIBUTING.md lists them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.models.action import Action
from simdesk.models.actions import PERMITTED
from simdesk.models.commands import OF_SUB_CARDS, CardRef
from simdesk.models.operations import PLAIN, Request, command_for
from simdesk.models.orders import Money
from simdesk.services.operation_effects import EFFECTS
from simdesk.ui import icons
from simdesk.ui.actions.cards import card_actions
from simdesk.ui.dialogs.words import (
    button_words,
    consequence,
    look_for,
    running_word,
    sub_card_words,
)
from tests import pictures
from tests.services.providers.asking import COMMANDS
from tests.ui.actions.test_button_states import Room
from tests.ui.fakes import FakeDesk, a_context

CARD = CardRef("89860321000000015668", "123456")
Place = tuple[str, Callable[[], object]]


def places(action: Action, lines: dict[Action | None, str | None]) -> Iterator[Place]:
    """The files that must know this action, and how to ask each for it."""
    yield "simdesk/models/action.py", lambda: str(action.label) and action.risk in range(6)
    yield "simdesk/models/actions.py", lambda: PERMITTED[action]
    yield "tests/pictures.py", lambda: pictures.risk(action) in range(6)
    if action is Action.EXPORT:
        return  # it has a menu and a dialog of its own
    yield "simdesk/ui/actions/cards.py", lambda: lines[action]
    yield "simdesk/ui/icons.py", lambda: icons.names()[str(lines.get(action))]
    yield "simdesk/ui/dialogs/words.py", lambda: str(button_words(action, 1, Money(100)))
    yield "simdesk/ui/dialogs/words.py", lambda: str(button_words(action, 2, Money(100)))
    if action.local:
        return
    yield "simdesk/ui/dialogs/words.py", lambda: str(consequence(action))
    yield "simdesk/ui/dialogs/words.py", lambda: str(running_word(action))
    yield "simdesk/ui/dialogs/words.py", lambda: str(look_for(action, "9:00"))
    if action in OF_SUB_CARDS:
        yield "simdesk/ui/dialogs/words.py", lambda: str(sub_card_words(action, 1))
        yield "simdesk/ui/dialogs/words.py", lambda: str(sub_card_words(action, 2))
    yield "tests/services/providers/asking.py", lambda: COMMANDS[action](CARD)
    if action in PLAIN:
        yield "simdesk/models/commands.py", lambda: command_for(Request(action), CARD, None)
        yield "simdesk/services/operation_effects.py", lambda: EFFECTS[action]


def lacking(action: Action, lines: dict[Action | None, str | None]) -> list[str]:
    """The files in which this action is missing, each once."""
    return list(dict.fromkeys(file for file, ask in places(action, lines) if not found(ask)))


def found(ask: Callable[[], object]) -> bool:
    try:
        return bool(ask())
    except (KeyError, ValueError):
        return False


@pytest.mark.parametrize("action", Action)
def test_an_action_is_known_everywhere(qapp: QApplication, tmp_path: Path, action: Action) -> None:
    room = Room()
    specs = card_actions(a_context(FakeDesk(tmp_path, [])), room, room)
    lines = {spec.action: spec.icon for spec in specs}
    missing = lacking(action, lines)
    assert not missing, f"{action} is missing in\n" + "\n".join(missing)


def test_what_is_missing_is_named() -> None:
    missing = lacking(Action.SUSPEND, {})
    assert missing == ["simdesk/ui/actions/cards.py", "simdesk/ui/icons.py"]


def test_nothing_is_left_over() -> None:
    assert set(EFFECTS) == set(PLAIN)
    assert set(PERMITTED) == set(Action)
    assert set(COMMANDS) == {action for action in Action if not action.local}
