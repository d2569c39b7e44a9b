"""Named tasks: the newest question wins, a second press does nothing, failures are told."""

import asyncio

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.ui.messages import Messages, Weight
from simdesk.ui.tasks import Tasks


class Steps:
    """Coroutines that write down what becomes of them."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.gate = asyncio.Event()

    async def run(self, name: str) -> None:
        self.log.append(f"{name} begins")
        try:
            await self.gate.wait()
            self.log.append(f"{name} ends")
        except asyncio.CancelledError:
            self.log.append(f"{name} cancelled")
            raise


async def _turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_newer_question_replaces_the_older(qloop: object) -> None:
    messages = Messages()
    tasks, steps = Tasks(messages), Steps()
    busy: list[tuple[str, bool]] = []
    tasks.busy_changed.connect(lambda name, on: busy.append((name, on)))
    tasks.start("search", steps.run("first"), replace=True)
    await _turns()
    tasks.start("search", steps.run("second"), replace=True)
    await _turns()
    assert tasks.busy("search")
    steps.gate.set()
    await _turns()
    assert steps.log == ["first begins", "first cancelled", "second begins", "second ends"]
    assert busy == [("search", True), ("search", False)]
    assert messages.history == []


async def test_a_second_press_does_nothing(qloop: object) -> None:
    tasks, steps = Tasks(Messages()), Steps()
    tasks.start("renew 41", steps.run("first"), replace=False)
    tasks.start("renew 41", steps.run("second"), replace=False)
    await _turns()
    steps.gate.set()
    await _turns()
    assert steps.log == ["first begins", "first ends"]
    tasks.start("renew 41", steps.run("third"), replace=False)
    await _turns()
    assert steps.log[-1] == "third ends"


async def test_what_fails_is_told_as_words_and_a_mistake_with_its_trace(qloop: object) -> None:
    messages = Messages()
    tasks = Tasks(messages)

    async def refused() -> None:
        raise KnownError(text("The wallet is empty."), text("Fill it."), "NoMoney")

    async def broken() -> None:
        raise IndexError("list index out of range")

    tasks.start("pay", refused(), replace=False)
    tasks.start("count", broken(), replace=False)
    await _turns()
    words = [message.words for message in messages.history]
    assert words == [
        "The wallet is empty. Fill it. [NoMoney]",
        "Something in SimDesk went wrong (IndexError). Please report it.",
    ]
    assert [message.weight for message in messages.history] == [Weight.FAILED, Weight.FAILED]
    report = messages.history[1].report
    assert report is not None
    assert report.startswith("count\n")
    assert "in broken" in report


async def test_closing_cancels_what_runs_and_starts_nothing_more(qloop: object) -> None:
    tasks, steps = Tasks(Messages()), Steps()
    tasks.start("sync", steps.run("sync"), replace=False)
    await _turns()
    await tasks.aclose()
    tasks.start("late", steps.run("late"), replace=True)
    await _turns()
    assert steps.log == ["sync begins", "sync cancelled"]


async def test_a_task_can_be_cancelled_by_name(qloop: object) -> None:
    tasks, steps = Tasks(Messages()), Steps()
    tasks.start("preview", steps.run("preview"), replace=True)
    await _turns()
    tasks.cancel("preview")
    tasks.cancel("nothing of that name")
    await _turns()
    assert steps.log == ["preview begins", "preview cancelled"]
    assert not tasks.busy("preview")


async def test_how_each_ended_is_told_when_its_failure_has_been(qloop: object) -> None:
    messages, told = Messages(), list[tuple[str, object, int]]()
    tasks = Tasks(messages)
    tasks.ended.connect(lambda name, how: told.append((name, how, len(messages.history))))
    error = KnownError(text("No answer."))

    async def fail() -> None:
        raise error

    tasks.start("read", asyncio.sleep(0), replace=True)
    tasks.start("fail", fail(), replace=True)
    tasks.start("wait", asyncio.Event().wait(), replace=True)
    await _turns()
    assert told == [("fail", error, 1), ("read", None, 1)]
    await tasks.aclose()
    assert told[-1][0] == "wait"
    assert isinstance(told[-1][1], asyncio.CancelledError)
