"""Does the window work on this machine? What `simdesk self-test` asks of Qt."""

import asyncio
from pathlib import Path

import PySide6
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from simdesk.app import show_desk
from simdesk.compose import Desk
from simdesk.models.clock import Clock
from simdesk.paths import resource

LANGUAGES = "languages"
ENGLISH = "English"
"""It stands in the sources and needs no file."""
_PATIENCE = 30.0
_LOOK_EVERY = 0.02
_LEAST_COLOURS = 8
_QTS_OWN = "qtbase_"


class ProofError(Exception):
    """What should be seen is not."""


def qt() -> str:
    """Qt's version, and the platform that windows are drawn on."""
    return f"{PySide6.__version__}, platform {QApplication.platformName()}"


def drawings() -> int:
    """How many icons of ours there are, each of which can be drawn. Raises ProofError."""
    files = sorted(resource("icons").glob("*.svg"))
    broken = [file.name for file in files if not QSvgRenderer(str(file)).isValid()]
    if broken or not files:
        raise ProofError(f"icons that cannot be drawn: {', '.join(broken) or 'all'}")
    return len(files)


def languages() -> list[str]:
    """Every language whose file came along, ours and Qt's own words. Raises ProofError."""
    folder = resource("icons").parent / LANGUAGES
    return [ENGLISH, *(_loaded(file) for file in sorted(folder.glob("*.qm")))]


def _loaded(file: Path) -> str:
    code = file.stem.partition("_")[2]
    qts_own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for part in (file, qts_own / f"{_QTS_OWN}{code}.qm"):
        translator = QTranslator()
        if not translator.load(str(part)) or translator.isEmpty():
            raise ProofError(f"the language file {part} cannot be used")
    return code


async def window(desk: Desk, clock: Clock, cards: int) -> str:
    """Open the window of `desk`, wait for its `cards`, look at it. Raises ProofError."""
    opened = show_desk(desk)
    table = opened.window.cards.table.cards
    try:
        deadline = clock.monotonic() + _PATIENCE
        while table.rowCount() < cards:
            if clock.monotonic() > deadline:
                raise ProofError(f"the window shows {table.rowCount()} of {cards} cards")
            await asyncio.sleep(_LOOK_EVERY)
        picture = opened.window.grab().toImage()
        width, height = picture.width(), picture.height()
        seen = {picture.pixel(x, y) for x in range(0, width, 7) for y in range(0, height, 7)}
        if len(seen) < _LEAST_COLOURS:
            raise ProofError(f"the window was drawn in {len(seen)} colours")
        return f"{table.rowCount()} cards shown in {width} x {height} pixels"
    finally:
        await opened.aclose()
