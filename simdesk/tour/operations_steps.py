"""The tour's steps on acts: previews and gates, a bulk under way, paused, stopped, taken back."""

from collections.abc import Awaitable, Callable, Sequence

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.operation_steps import Step
from simdesk.models.operations import Hold, ItemState
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.sending import Ban
from simdesk.tour.stage import Stage
from simdesk.ui.dialogs.act import ActDialog

_JOB = 214
_FEW = 12
_MANY = 2_000
_WHY = "contract ended in May"
_RESTORED = text(QT_TRANSLATE_NOOP("trade", "this desk was restored and is not compared yet."))


async def suspend_preview(stage: Stage) -> None:
    await _open_act(stage, "card.suspend")


async def suspending(stage: Stage) -> None:
    """Cards are suspended; the picture is taken in the middle."""
    await chosen(stage, "status:in_use", _MANY)
    await _open_act(stage, "card.suspend")
    await _confirm(stage)
    await stage.until_async(lambda: _settled(stage, 0.2), "a fifth of the cards")


async def paused(stage: Stage) -> None:
    """It waits for the operator's word, on whichever page one is."""
    (running, *_) = await stage.desk.operations.operations()
    await stage.desk.operations.pause(running.id)
    await stage.until(lambda: not stage.desk.operations.running, "the pause")
    stage.opened.window.show_operation(running.id)
    await stage.quiet()


async def stopped(stage: Stage) -> None:
    (running, *_) = await stage.desk.operations.operations()
    await stage.desk.operations.stop(running.id)
    stage.opened.window.show_operation(running.id)
    await stage.until(lambda: not stage.opened.context.tasks.busy("operations"), "its results")
    await stage.quiet()


async def taken_back(stage: Stage) -> None:
    """The preview of the opposite, for the cards that were changed and not touched since."""
    await stage.until(
        lambda: stage.opened.window.operations.why_not(Step.REVERSE) is None, "its end"
    )
    stage.opened.window.registry.run("operation.reverse")
    await stage.quiet()
    stage.dialog(ActDialog)


async def failed_job(stage: Stage) -> None:
    """The provider refuses, and loses answers; doubt is shown as doubt."""
    assert stage.desk.simulation is not None
    await chosen(stage, "specific:manual", _JOB)
    stage.desk.simulation.fault_profile = "rough"
    await _open_act(stage, "card.resume")
    await _confirm(stage)
    await stage.until_async(lambda: _settled(stage, 0.5), "half of the cards")
    stage.desk.simulation.fault_profile = "none"


async def top_up(stage: Stage) -> None:
    await chosen(stage, "plan:SC,SF expires<30d", 40)
    await _open_act(stage, "card.renew")


async def cancellation(stage: Stage) -> None:
    await chosen(stage, "status:stopped", _FEW)
    await _open_act(stage, "card.cancel")
    _answer(stage)


async def waiting(stage: Stage) -> None:
    """A cancellation waits a day, on top of the operations, and can be revoked."""
    await cancellation(stage)
    await _confirm(stage)
    stage.opened.window.show_page("operations")
    await stage.quiet()


async def nothing_is_sent(stage: Stage) -> None:
    """While nothing may be sent a banner says so, and previews cannot be confirmed."""
    stage.desk.sending.forbid(Ban.RESTORED, _RESTORED)
    await chosen(stage, "status:in_use", _FEW)
    await _open_act(stage, "card.suspend")


async def sending_again(stage: Stage) -> None:
    """The ban is over, and the cancellations are revoked."""
    stage.desk.sending.allow(Ban.RESTORED)
    for row in await stage.desk.operations.operations():
        if row.hold is Hold.WAITING:
            await stage.desk.operations.stop(row.id)
    stage.opened.window.show_page("operations")
    await stage.quiet()


async def chosen(stage: Stage, words: str, count: int) -> None:
    """Choose the first `count` cards that match the filter `words`."""
    window = stage.opened.window
    window.show_page("cards")
    await stage.ask(parse_filter(words))
    ids = await stage.desk.cards.ids(parse_filter(words), Sort())
    some: Sequence[int] = ids[:count]
    window.cards.table.setFocus()
    window.cards.table.selected.select(some)
    window.cards.presenter.judge_now()
    await stage.quiet()


async def _open_act(stage: Stage, action_id: str) -> None:
    stage.opened.window.registry.run(action_id)
    await stage.quiet()
    stage.dialog(ActDialog)


def _answer(stage: Stage) -> ActDialog:
    """Give what the gate and the reason ask for, as a person would."""
    dialog = stage.dialog(ActDialog)
    if dialog.preview is not None:
        dialog.gate.tick.setChecked(True)
        dialog.gate.number.setText(str(dialog.preview.eligible_count))
        dialog.gate.name.setText(stage.desk.provider.account)
    dialog.reason.line.setText(_WHY)
    return dialog


async def _confirm(stage: Stage) -> None:
    _answer(stage).confirm_button.click()
    await stage.quiet()


async def _settled(stage: Stage, share: float) -> bool:
    listed = await stage.desk.operations.operations()
    if not listed:
        return False
    newest = listed[0]
    waiting_items = newest.counts[ItemState.PLANNED] + newest.counts[ItemState.SENDING]
    still = newest.hold is Hold.PAUSED
    return still or newest.total - waiting_items >= newest.total * share


OPERATION_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("suspend-preview", suspend_preview),
    ("suspending", suspending),
    ("paused", paused),
    ("stopped", stopped),
    ("taken-back", taken_back),
    ("failed-job", failed_job),
    ("top-up", top_up),
    ("cancellation", cancellation),
    ("waiting-cancellation", waiting),
    ("nothing-is-sent", nothing_is_sent),
    ("sending-again", sending_again),
)
