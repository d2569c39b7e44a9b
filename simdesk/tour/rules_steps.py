"""The tour's steps through automation: a rule written, tried on history, switched on, obeyed."""

from collections.abc import Awaitable, Callable

from simdesk.models.rules import (
    EVERY_CARD,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    Push,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.tour.stage import Stage
from simdesk.ui.details.dock import Tab
from simdesk.ui.dialogs.rule_editor import RuleEditor
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from simdesk.ui.pages.notifications import NotificationsPage
from simdesk.ui.pages.rules import RulesPage

_HELD = StatusBecomes(frozenset({SpecificStatus.CREDIT_CONTROL, SpecificStatus.DEVICE_CHANGE}))
_RULES = (
    RuleDraft("Nearly used up", EVERY_CARD, TierShare(90)),
    RuleDraft("Depot above 20 MB", Group(GroupKind.TAG, "depot"), CycleUsage(20), Push.DAY),
    RuleDraft("Expires within a month", EVERY_CARD, ExpiresWithin(30)),
    RuleDraft("Suspended by the carrier", EVERY_CARD, _HELD, Push.CHECK),
)


async def rule_editor(stage: Stage) -> None:
    """A new rule says in one sentence what it will do."""
    _page(stage).add()
    await stage.quiet()
    editor = stage.dialog(RuleEditor)
    editor.name.setText("Cameras above 2 GB")
    editor.fields.usage.setValue(2_048)


async def impossible_rule(stage: Stage) -> None:
    """What cannot be combined says why."""
    await rule_editor(stage)
    editor = stage.dialog(RuleEditor)
    editor.group.show_group(Group(GroupKind.VOUCHER, "CM_SC_M_2_100M"))
    editor.kind.setCurrentIndex(editor.kind.count() - 1)
    await stage.quiet()


async def tried_on_history(stage: Stage) -> None:
    """The rule is kept, and shows what it would have done before it is switched on."""
    await rule_editor(stage)
    stage.dialog(RuleEditor).confirm_button.click()
    await stage.until(lambda: _trial_shown(stage), "the try on history")
    await stage.quiet()


async def rules(stage: Stage) -> None:
    """Some rules have been checked."""
    automation = stage.desk.automation
    for draft in _RULES:
        await automation.switch(await automation.create(draft), on=True)
    await automation.check()
    await stage.quiet()
    page = _page(stage)
    page.choose({row.id for row in page.model.rows if row.name == _RULES[0].name})
    await stage.quiet()


async def notifications(stage: Stage) -> None:
    _notices(stage)
    await stage.quiet()


async def notification_s_cards(stage: Stage) -> None:
    """A notification opens its cards; a card tells which rules concern it."""
    page = _notices(stage)
    await stage.quiet()
    wanted = [row.id for row in page.model.rows if row.rule_name == _RULES[1].name]
    page.choose(set(wanted))
    page.open_cards()
    await stage.quiet()
    window = stage.opened.window
    window.cards.table.setFocus()
    window.cards.table.go_to(0)
    await stage.quiet()
    window.cards.show_details()
    window.cards.details.open_tab(Tab.AUTOMATION)
    await stage.quiet()


def _page(stage: Stage) -> RulesPage:
    stage.opened.window.show_page("rules")
    return stage.opened.window.findChildren(RulesPage)[0]


def _notices(stage: Stage) -> NotificationsPage:
    stage.opened.window.show_page("notifications")
    return stage.opened.window.findChildren(NotificationsPage)[0]


def _trial_shown(stage: Stage) -> bool:
    found = stage.opened.window.findChildren(RuleTrialDialog)
    return any(one.isVisible() and one.result_shown is not None for one in found)


RULES_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("rule-editor", rule_editor),
    ("impossible-rule", impossible_rule),
    ("try-on-history", tried_on_history),
    ("rules", rules),
    ("notifications", notifications),
    ("card-rules", notification_s_cards),
)
