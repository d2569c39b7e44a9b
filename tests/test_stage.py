"""The stage itself: coroutines run, virtual time moves in order, Qt coroutines run on Qt."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest_plugins = ["pytester"]


async def test_a_coroutine_is_a_test() -> None:
    await asyncio.sleep(0)
    assert asyncio.get_running_loop().is_running()


@given(number=st.integers())
async def test_a_coroutine_takes_examples(number: int) -> None:
    await asyncio.sleep(0)
    assert isinstance(number, int)


async def test_virtual_sleepers_wake_in_the_order_of_their_time(virtual_clock: Any) -> None:
    woken: list[tuple[str, float]] = []

    async def sleeper(name: str, *waits: float) -> None:
        for wait in waits:
            await virtual_clock.sleep(wait)
            woken.append((name, virtual_clock.monotonic()))

    await asyncio.gather(sleeper("slow", 5.0, 5.0), sleeper("quick", 2.0, 2.0, 2.0))

    assert woken == [
        ("quick", 2.0),
        ("quick", 4.0),
        ("slow", 5.0),
        ("quick", 6.0),
        ("slow", 10.0),
    ]


async def test_a_cancelled_sleeper_does_not_hold_the_others(virtual_clock: Any) -> None:
    dreamer = asyncio.create_task(virtual_clock.sleep(1.0))
    await asyncio.sleep(0)
    dreamer.cancel()
    await virtual_clock.sleep(3.0)
    assert virtual_clock.now == 3.0
    assert dreamer.cancelled()


async def test_a_coroutine_on_qt_sees_signals_and_awaits(qloop: Any) -> None:
    from PySide6.QtCore import QTimer

    rang = qloop.create_future()
    timer = QTimer(singleShot=True, interval=1)
    timer.timeout.connect(lambda: rang.set_result("rang"))
    timer.start()
    assert await rang == "rang"


def test_leftovers_fail(pytester: pytest.Pytester, request: pytest.FixtureRequest) -> None:
    pytester.makeconftest((request.config.rootpath / "tests" / "conftest.py").read_text("utf-8"))
    settings = (
        "filterwarnings = error",
        "qt_api = pyside6",
        f"pythonpath = {request.config.rootpath}",
    )
    pytester.makeini("\n".join(["[pytest]", *settings]))
    pytester.makepyfile(
        """
        import asyncio, pytest

        async def test_task_left():
            asyncio.create_task(asyncio.sleep(9), name="sleepy")

        async def test_task_left_on_qt(qloop):
            asyncio.create_task(asyncio.sleep(9), name="sleepy")

        @pytest.mark.long_async(0.01)
        async def test_too_long():
            await asyncio.sleep(9)

        def test_window_left(qapp):
            from PySide6.QtWidgets import QWidget
            test_window_left.kept = QWidget(windowTitle="forgotten")
            test_window_left.kept.show()

        def test_window_given_to_qtbot(qtbot):
            from PySide6.QtWidgets import QWidget
            window = QWidget()
            qtbot.addWidget(window)
            window.show()
        """
    )
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=2, failed=3, errors=1)
    result.stdout.fnmatch_lines_random(["*sleepy*", "*TimeoutError*", "*forgotten*"])
