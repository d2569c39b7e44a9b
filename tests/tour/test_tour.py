"""The tour on a small fleet: every step reaches its picture, and the file can be read."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from simdesk.tour.steps import STEPS
from simdesk.tour.walk import take
from simdesk.ui import theme
from tests.ui.test_theme_switch import brightest


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.follow(qapp, "light", theme.NoDesktop())


@pytest.mark.long_async(300)
async def test_it_leaves_a_picture_of_every_step_and_the_file(
    qloop: object, tmp_path: Path
) -> None:
    """In dark colours: what is forgotten stays white."""
    assert await take(tmp_path, 700, ("dark",)) == 0
    pictures = sorted(tmp_path.glob("*.png"))
    assert [path.stem.split("-", 1)[1] for path in pictures] == [name for name, _ in STEPS]
    assert all(not QImage(str(path)).isNull() for path in pictures)
    bright = [path.stem[3:] for path in pictures if brightest(QImage(str(path))) > 0.5]
    assert bright == ["guide"]  # whose pictures are those of the light theme
    book = openpyxl.load_workbook(tmp_path / "cards.xlsx", read_only=True)
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert header[0] == "ICCID"
    assert rows
    assert all(isinstance(row[0], str) and len(row[0]) == 20 for row in rows)
    book.close()
