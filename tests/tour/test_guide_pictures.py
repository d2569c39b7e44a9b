"""The pictures of the guide come from the tour, and are small files that look the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from simdesk.paths import resource
from simdesk.tour.guide_pictures import CHOSEN, choose
from simdesk.tour.steps import STEPS
from simdesk.tour.variants import LANGUAGES

pytestmark = pytest.mark.usefixtures("qapp")


def a_tour(folder: Path) -> None:
    """A picture of each chosen step: a blue field with a red corner."""
    for number, step in enumerate(CHOSEN.values(), 1):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.blue))
        image.setPixelColor(0, 0, QColor(Qt.GlobalColor.red))
        image.save(str(folder / f"{number:02d}-{step}.png"))


def test_each_is_taken_at_a_step_of_the_tour_and_is_there() -> None:
    assert set(CHOSEN.values()) <= {name for name, _ in STEPS}
    for language in LANGUAGES:
        pictures = resource(f"guide/{language}/pictures").glob("*.png")
        assert {path.stem for path in pictures} == set(CHOSEN)


def test_a_chosen_picture_keeps_its_colours_in_a_palette(tmp_path: Path) -> None:
    a_tour(tmp_path)
    made = choose(tmp_path, tmp_path / "guide")
    assert [path.stem for path in made] == list(CHOSEN)
    image = QImage(str(made[0]))
    assert image.format() == QImage.Format.Format_Indexed8
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.red)
    assert image.pixelColor(20, 20) == QColor(Qt.GlobalColor.blue)


def test_a_step_that_was_not_reached_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="welcome"):
        choose(tmp_path, tmp_path / "guide")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    a_tour(tmp_path)
    (tmp_path / "guide" / "welcome.png").mkdir(parents=True)
    with pytest.raises(OSError, match="welcome"):
        choose(tmp_path, tmp_path / "guide")
