"""What is written for Windows and macOS: it can be read here, though not built."""

import ast
import re
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import bootstrap
from building.__main__ import OUT, WORK
from building.bundle import information, version_text
from building.icons import SIZES, icns, ico, png, write_icons
from simdesk import __version__
from simdesk.cli import parser
from simdesk.ui.dropping import SHEETS

ROOT = Path(__file__).resolve().parents[2]
DRAWING = ROOT / "resources/icons/simdesk.svg"


@pytest.mark.parametrize("size", SIZES)
def test_the_icon_is_drawn_in_every_size(size: int) -> None:
    image = QImage.fromData(png(DRAWING, size), "PNG")
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 4).alpha() == 255


def test_the_icon_of_windows_is_read_by_another_reader(qapp: object) -> None:
    pictures = {size: png(DRAWING, size) for size in (16, 256)}
    content = ico(pictures)
    kind, count = struct.unpack("<HH", content[2:6])
    assert (kind, count) == (1, 2)
    image = QImage.fromData(content, "ICO")
    assert image.width() in (16, 256)
    # The entry of the second: its side of 256 is written 0, and its picture is where it says.
    side, length, begin = content[22], *struct.unpack("<II", content[30:38])
    assert side == 0
    assert content[begin : begin + length] == pictures[256]


def test_the_icon_of_macos_is_read_by_another_reader(qapp: object) -> None:
    content = icns({size: png(DRAWING, size) for size in (128, 256, 512)})
    assert struct.unpack(">4sI", content[:8]) == (b"icns", len(content))
    assert not QImage.fromData(content, "ICNS").isNull()


def test_the_version_that_windows_shows() -> None:
    words = version_text("1.2.3")
    assert isinstance(ast.parse(words, mode="eval").body, ast.Call)
    assert "filevers=(1, 2, 3, 0)" in words
    assert "StringStruct('ProductVersion', '1.2.3')" in words


SETUP = (ROOT / "packaging/windows/simdesk.iss").read_text("utf-8")


def test_the_installer_finds_its_files_from_the_folder_of_the_project(tmp_path: Path) -> None:
    """Inno Setup takes every name as one in SourceDir, which is told from the script's folder."""
    told = dict(re.findall(r"^(\w+)=(.*)$", SETUP, re.MULTILINE))
    home = ROOT / "packaging/windows" / told["SourceDir"].replace("\\", "/")
    assert home.resolve() == ROOT
    assert (home / told["LicenseFile"]).is_file()
    work = str(WORK.relative_to(ROOT)).replace("/", "\\")
    icon = write_icons(DRAWING, tmp_path)["win32"].name
    # PyInstaller puts what it works with into a folder that is named like the .spec.
    assert told["SetupIconFile"] == f"{work}\\work\\simdesk\\{icon}"
    assert f'Source: "{work}\\simdesk\\*"' in SETUP
    assert told["OutputDir"] == OUT.name
    parser().parse_args(["review", "cards.xlsx"])
    assert 'simdesk.exe"" review ""%1"""' in SETUP


def test_the_installer_offers_the_review_for_what_the_window_takes() -> None:
    offered = set(re.findall(r"Classes\\(\.\w+)\\OpenWithProgids", SETUP))
    assert offered == SHEETS - {".txt"}  # "Open with" of every text would be a nuisance


def test_the_workflow_runs_tasks_that_there_are() -> None:
    told = (ROOT / ".github/workflows/package.yml").read_text("utf-8")
    tasks = re.findall(r"run: (?:make|python3? bootstrap\.py) (\S+)", told)
    assert len(tasks) == 3
    assert set(tasks) <= bootstrap.TASKS.keys()
    work = WORK.relative_to(ROOT)
    assert str(work / "simdesk" / "simdesk.exe").replace("/", "\\") in told
    assert f"{work}/SimDesk.app/Contents/MacOS/simdesk" in told
    assert "NOT RUN" in told
    assert "NOT RUN" in SETUP


def test_the_bundle_of_macos_is_a_program_with_a_window() -> None:
    told = information("1.2.3")
    assert told["LSBackgroundOnly"] is False
    assert told["CFBundleVersion"] == "1.2.3"


def test_the_version_stands_in_one_place() -> None:
    for path in (*(ROOT / "packaging").rglob("*"), ROOT / "simdesk.spec", ROOT / "pyproject.toml"):
        if path.is_file() and path.suffix not in (".txt", ".pyc"):
            assert not re.search(
                rf"\b{re.escape(__version__)}\b(?!\.\d)", path.read_text("utf-8")
            ), path
