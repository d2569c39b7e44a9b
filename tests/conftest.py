"""The stage for every test: offscreen Qt, coroutines, virtual time, and nothing left behind."""

import asyncio
import functools
import gc
import heapq
import inspect
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
# What whoever runs the tests has set for his own SimDesk is nothing to them.
os.environ["XDG_CONFIG_HOME"] = f"{tempfile.gettempdir()}/simdesk-tests-set-nothing"

import pytest
from hypothesis import HealthCheck, settings

from tests.longest_first import arranged

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from qasync import QEventLoop

TIME_OUT = 20.0
"""Seconds an asynchronous test may take; `@pytest.mark.long_async(seconds)` lengthens it."""

MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
"""A disk in memory, and the bytes it must have left to be used for the folders of tests."""

QT_FIXTURES = frozenset({"qapp", "qtbot", "qloop", "qtmodeltester"})

# The same examples on every run; `HYPOTHESIS_PROFILE=search` looks for new ones.
_CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
settings.register_profile(
    "steady", derandomize=True, deadline=None, database=None, suppress_health_check=_CHECKS
)
settings.register_profile("search", deadline=None, database=None, suppress_health_check=_CHECKS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Order())
    # A desk waits for the disk at every act; no test pulls a real plug.
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    config.addinivalue_line(
        "markers", "long_async(seconds): this asynchronous test may take `seconds`, not 20"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark whole folders that `make test` leaves to their own commands."""
    kept_apart = {"benchmarks": "bench", "interop": "interop"}
    for item in items:
        folder = item.path.relative_to(config.rootpath).parts[1:2]
        if folder and folder[0] in kept_apart:
            item.add_marker(kept_apart[folder[0]])


class Order:
    """Puts what is left of the tests in order when all others have chosen among them."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
        places = arranged([item.nodeid for item in items], workers)
        items[:] = [items[place] for place in places]


# Coroutines as tests


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def test_*`: on `qloop` where the test asks for it, else on a loop of its own."""
    marker = pyfuncitem.get_closest_marker("long_async")
    seconds = TIME_OUT if marker is None else float(marker.args[0])
    run = functools.partial(_run_alone, seconds)
    if "qloop" in pyfuncitem.fixturenames:
        run = functools.partial(_run_on, pyfuncitem.funcargs["qloop"], seconds)

    examples = getattr(pyfuncitem.obj, "hypothesis", None)
    if examples is not None and inspect.iscoroutinefunction(examples.inner_test):
        examples.inner_test = _made_plain(examples.inner_test, run)
        return None
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    arguments = {name: pyfuncitem.funcargs[name] for name in wanted}
    run(pyfuncitem.obj(**arguments))
    return True


def _made_plain(
    test: Callable[..., Coroutine[Any, Any, None]],
    run: Callable[[Coroutine[Any, Any, None]], None],
) -> Callable[..., None]:
    @functools.wraps(test)
    def plain(*args: object, **kwargs: object) -> None:
        run(test(*args, **kwargs))

    return plain


def _run_alone(seconds: float, test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(_watched(test, seconds))


def _run_on(loop: "QEventLoop", seconds: float, test: Coroutine[Any, Any, None]) -> None:
    loop.run_until_complete(_watched(test, seconds))


async def _watched(test: Coroutine[Any, Any, None], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        await test
    for _ in range(3):  # what has just been cancelled or answered may end
        await asyncio.sleep(0)
    current = asyncio.current_task()
    left = [task for task in asyncio.all_tasks() if task is not current]
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    if left:
        pytest.fail(f"tasks left running: {', '.join(sorted(map(repr, left)))}", pytrace=False)


class VirtualClock:
    """A `models.clock.Clock` whose `sleep` costs no time: the earliest sleeper wakes first.

    Time moves only when somebody sleeps, after everything that can run at once has run.
    `slept` keeps the waits in the order they were asked for.
    """

    TURNS = 8

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._turning = False

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        woken: asyncio.Future[None] = loop.create_future()
        self.slept.append(seconds)
        due = self.now + max(seconds, 0.0)
        heapq.heappush(self._sleepers, (due, next(self._order), woken))
        if not self._turning:
            self._turning = True
            loop.call_soon(self._turn, loop, self.TURNS)
        await woken

    def _turn(self, loop: asyncio.AbstractEventLoop, turns: int) -> None:
        if turns:
            loop.call_soon(self._turn, loop, turns - 1)
            return
        while self._sleepers:
            due, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self.now = max(self.now, due)
                woken.set_result(None)
                break
        self._turning = bool(self._sleepers)
        if self._turning:
            loop.call_soon(self._turn, loop, self.TURNS)


@pytest.fixture
def virtual_clock() -> VirtualClock:
    return VirtualClock()


# Qt


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """pytest-qt's application with a style, a font and a locale that do not depend on the desk."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    font = QFont()
    font.setFamilies(["DejaVu Sans", "Noto Sans", "Noto Sans CJK SC"])
    font.setPixelSize(13)
    qapp.setStyle("Fusion")
    qapp.setFont(font)
    qapp.setQuitOnLastWindowClosed(False)
    return qapp


@pytest.fixture
def qloop(qapp: "QApplication") -> Iterator["QEventLoop"]:
    """A Qt event loop for coroutines; an error nobody awaited fails the test."""
    from qasync import QEventLoop

    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    troubles: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: troubles.append(context))
    yield loop
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.close()
    asyncio.set_event_loop(None)
    assert not left, f"tasks left running: {left}"
    assert not troubles, f"errors on the loop: {troubles}"


@pytest.fixture(autouse=True, scope="module")
def _what_is_there_stays() -> None:
    """What earlier modules imported and cached is not looked at again by each collection."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows left open fail the test; Qt objects in cycles die here, on the main thread."""
    if request.node.get_closest_marker("years") is not None:
        yield  # long, full of garbage, and before all windows
        return
    # The collector may otherwise run in a worker thread and destroy widgets there, also those of
    # an earlier test: some things live until the next one begins.
    gc.disable()
    yield
    if QT_FIXTURES.isdisjoint(request.fixturenames):
        gc.collect(1)
        return
    open_windows = [_described(window) for window in _close_windows()]
    gc.collect()
    if open_windows:
        pytest.fail(f"windows left open: {', '.join(open_windows)}", pytrace=False)


def _close_windows() -> list["QWidget"]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    # Offscreen, what was copied would outlive the interpreter and end it with a crash.
    QApplication.clipboard().clear()

    # pytest-qt has closed what was given to qtbot.addWidget; let deleteLater happen.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in found:
        window.hide()
        window.deleteLater()
    return found


def _described(window: "QWidget") -> str:
    return f"{type(window).__name__} “{window.windowTitle() or window.objectName()}”"
