"""Actions made of specs: worded, enabled, parted into menus."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from simdesk.models.action import Action
from simdesk.models.texts import text
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.actions.standing import Standing
from tests.factories import a_card_row


class Stage:
    """A window with a selection that the test sets."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.target = ActionTarget()
        self.ran: list[tuple[str, int]] = []
        self.registry = ActionRegistry(self.window, lambda: self.target)

    def spec(self, name: str, **changes: object) -> ActionSpec:
        values = {
            "id": name,
            "text": name.title(),
            "run": lambda target: self.ran.append((name, len(target.card_ids))),
            "menu": Menu.CARD,
            **changes,
        }
        return ActionSpec(**values)


@pytest.fixture
def stage(qapp: QApplication) -> Stage:
    return Stage()


def test_what_needs_cards_waits_for_them(stage: Stage) -> None:
    stage.registry.add([stage.spec("suspend", needs=Needs.CARDS), stage.spec("find")])
    assert stage.registry.reason("suspend") == "Select a card first."
    assert stage.registry.reason("find") is None
    stage.registry.run("suspend")
    assert stage.ran == []
    stage.target = ActionTarget((1, 2, 3))
    stage.registry.refresh()
    stage.registry.actions["suspend"].trigger()
    assert stage.ran == [("suspend", 3)]


def test_what_needs_a_card_to_stand_on_says_so(stage: Stage) -> None:
    stage.registry.add([stage.spec("details", needs=Needs.CURRENT)])
    assert stage.registry.reason("details") == "Go to a card first."
    stage.target = ActionTarget((), a_card_row())
    stage.registry.refresh()
    assert stage.registry.reason("details") is None


def test_a_partly_fitting_selection_is_told_in_the_tip(stage: Stage) -> None:
    stage.registry.add([stage.spec("suspend", action=Action.SUSPEND, shortcuts=("Ctrl+B",))])
    blocked = ((text("It is stopped."), 7), (text("It is silent."), 1))
    stage.registry.show_standings({Action.SUSPEND: Standing(1008, 1000, (), blocked)})
    action = stage.registry.actions["suspend"]
    assert action.isEnabled()
    assert action.toolTip() == "Suspend (Ctrl+B)\n1,000 of 1,008 cards; the others: It is stopped."
    stage.registry.show_standings({Action.SUSPEND: Standing(8, 0, (), blocked)})
    assert not action.isEnabled()
    assert action.statusTip() == "It is stopped."


def test_words_may_depend_on_the_moment(stage: Stage) -> None:
    words = ["Undo"]
    stage.registry.add([stage.spec("undo", wording=lambda: words[0], why_not=lambda: None)])
    words[0] = "Undo: tag of 20 cards"
    stage.registry.refresh()
    assert stage.registry.actions["undo"].text() == "Undo: tag of 20 cards"


def test_names_and_keys_are_taken_once(stage: Stage) -> None:
    stage.registry.add([stage.spec("one", shortcuts=("F5",))])
    with pytest.raises(ValueError, match="two actions are called one"):
        stage.registry.add([stage.spec("one")])
    with pytest.raises(ValueError, match="F5 is one's, other wants it too"):
        stage.registry.add([stage.spec("other", shortcuts=("F5",))])


def test_menus_are_parted_by_group_and_submenus_lie_in_place(stage: Stage) -> None:
    stage.registry.add(
        [
            stage.spec("last", group=9),
            stage.spec("first", group=0),
            stage.spec("compact", group=1, submenu="Rows"),
            stage.spec("roomy", group=1, submenu="Rows"),
            stage.spec("elsewhere", menu=Menu.HELP),
        ]
    )
    menu = QMenu()
    stage.registry.fill(menu, Menu.CARD)
    words = [one.text() or "-" for one in menu.actions()]
    assert words == ["First", "-", "Rows", "-", "Last"]
    inside = menu.actions()[2].menu()
    assert [one.text() for one in inside.actions()] == ["Compact", "Roomy"]


def test_several_changes_are_refreshed_once(stage: Stage, qapp: QApplication) -> None:
    stage.registry.add([stage.spec("one")])
    heard: list[None] = []
    stage.registry.refreshed.connect(lambda: heard.append(None))
    for _ in range(3):
        stage.registry.refresh_soon()
    assert heard == []
    qapp.sendPostedEvents()
    stage.registry.refresh()
    assert len(heard) == 1


def test_other_keys_are_given_and_told_and_later_actions_get_theirs(stage: Stage) -> None:
    stage.registry.add([stage.spec("one", shortcuts=("F5", "Ctrl+R")), stage.spec("two")])
    problems = stage.registry.bind({"one": "F9", "two": "F9", "late": "Ctrl+R"})
    assert [problem.command for problem in problems] == ["late", "two"]
    assert stage.registry.keys_of("one") == ("F9",)
    assert stage.registry.actions["one"].shortcut().toString() == "F9"
    assert stage.registry.actions["one"].toolTip() == "One (F9)"
    stage.registry.add([stage.spec("late")])
    assert stage.registry.keys_of("late") == ("Ctrl+R",)
    assert stage.registry.bind({}) == ()
    assert stage.registry.keys_of("one") == ("F5", "Ctrl+R")
    assert stage.registry.actions["late"].toolTip() == "Late"
