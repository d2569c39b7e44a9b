"""What is written for Windows and macOS: it can be read here, though not built."""

import ast
import re
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from building.bundle import information, version_text
from building.icons import SIZES, icns, ico, png
from simdesk import __version__

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
