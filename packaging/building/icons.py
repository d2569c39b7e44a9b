"""The program's icon in the shapes that systems want, all drawn from the one SVG."""

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of a side, as the hicolor theme of Linux desktops has folders for."""
_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png(svg: Path, size: int) -> bytes:
    """The drawing, `size` pixels wide and high, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stubs want text
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of Windows from PNGs by size: a list of where each begins, then all of them."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    begin = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        side = size % 256  # 256 does not fit into its byte and is written 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), begin)
        begin += len(picture)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of macOS: each PNG under the four letters of its size, 128 to 512."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write_icons(svg: Path, folder: Path) -> dict[str, Path]:
    """Write those of Windows and macOS into `folder`; their paths by `sys.platform`."""
    written = {"win32": folder / "simdesk.ico", "darwin": folder / "simdesk.icns"}
    written["win32"].write_bytes(ico({size: png(svg, size) for size in _ICO}))
    written["darwin"].write_bytes(icns({size: png(svg, size) for size in _ICNS}))
    return written
