"""All variants of the tour: who takes which pictures, and the sheets that are made of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from simdesk.cli.asked import parser
from simdesk.tour import variants
from simdesk.tour.sheets import TILE, assemble, sheet
from simdesk.tour.stage import TourError
from simdesk.ui import theme

pytestmark = pytest.mark.usefixtures("light_again")
INKS = [QColor.fromHsv(40 * number, 200, 200) for number in range(8)]


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.follow(qapp, "light", theme.NoDesktop())


def plain(colour: QColor, width: int = 1440, height: int = 900) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


class Walks:
    """Takes a picture where a walk would; one of them may lack."""

    def __init__(self, lacking: str = "", status: int = 0) -> None:
        self.asked: list[Sequence[str]] = []
        self._lacking, self._status = lacking, status

    def __call__(self, command: Sequence[str]) -> int:
        self.asked.append(command)
        words = parser().parse_args(command[command.index("tour") :])
        assert words.theme == "both"
        for name in ("light", "dark"):
            folder = words.out / name
            folder.mkdir(parents=True)
            for page in ("01-first.png", "02-second.png"):
                if f"{words.language} {name} {words.scale} {page}" != self._lacking:
                    plain(INKS[0], 144 * words.scale // 100, 90).save(str(folder / page))
        return self._status


def test_four_walks_take_all_eight_and_each_page_gets_its_sheet(tmp_path: Path) -> None:
    walks = Walks()
    assert variants.main(tmp_path, walks) == 0
    told = {tuple(one[one.index("--language") + 1 :: 2]) for one in walks.asked}
    assert told == {("en", "100"), ("zh_CN", "100"), ("en", "200"), ("zh_CN", "200")}
    assert len(variants.VARIANTS) == 8
    assert [path.name for path in sorted((tmp_path / "sheets").glob("*"))] == [
        "01-first.png",
        "02-second.png",
    ]


def test_a_picture_that_lacks_is_named_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert variants.main(tmp_path, Walks("zh_CN dark 200 02-second.png")) == 1
    assert "no picture: zh_CN · dark · 200 %: 02-second.png" in capsys.readouterr().err
    assert len(list((tmp_path / "sheets").glob("*.png"))) == 2


def test_a_walk_that_failed_is_a_failure(tmp_path: Path) -> None:
    assert variants.main(tmp_path, Walks(status=70)) == 1


def test_a_sheet_shows_each_picture_in_its_place(qapp: QApplication) -> None:
    pictures = {str(number): plain(ink) for number, ink in enumerate(INKS)}
    found = sheet(pictures, 4)
    width, height = found.width() // 4, found.height() // 2
    middles = [
        found.pixelColor(place % 4 * width + width // 2, place // 4 * height + height // 2).name()
        for place in range(8)
    ]
    assert middles == [ink.name() for ink in INKS]
    assert found.width() > 4 * TILE[0]


def test_sheets_of_an_earlier_tour_are_gone(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "09-old.png").write_bytes(b"")
    (tmp_path / "one").mkdir()
    plain(INKS[1]).save(str(tmp_path / "one" / "01-new.png"))
    assert assemble({"one": tmp_path / "one"}, 1, tmp_path / "sheets") == (1, [])
    assert [path.name for path in (tmp_path / "sheets").iterdir()] == ["01-new.png"]


def test_a_sheet_that_cannot_be_written_is_said(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").mkdir()
    plain(INKS[1]).save(str(tmp_path / "one" / "01-new.png"))
    monkeypatch.setattr(QImage, "save", lambda *asked: False)
    with pytest.raises(TourError, match="01-new"):
        assemble({"one": tmp_path / "one"}, 1, tmp_path / "sheets")


def test_a_walk_is_a_process_of_this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = variants.WALKS[0]
    assert list(walk.command(Path("out")))[1:4] == ["-m", "simdesk", "tour"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert list(walk.command(Path("out")))[1:3] == ["tour", "--out"]
    assert variants._run(["true"]) == 0
