"""What the foreign sheets are about, and where their builders are listed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

Builder = Callable[[Path], object]
BUILDERS: dict[str, Builder] = {}
"""What makes each file, by the file's name."""

TITLES = ["ICCID", "MSISDN", "Status", "Used (MB)", "Expires", "Remarks"]
CHINESE = ["卡号", "手机号", "状态", "已用流量(MB)", "到期时间", "备注"]
EXPIRES = datetime.fromisoformat("2026-12-31T23:59:59")
ROWS: list[list[str | float | datetime]] = [
    ["89860321000000015668", "1440000000001", "In use", 12.5, EXPIRES, "north gate, left"],
    ["00860321000000015669", "1440000000002", "Suspended", 1024, EXPIRES, "=1+1"],
    ["89860321000000015670", "1440000000003", "In use", 0, EXPIRES, "北门 3 号 😀"],
]


def builder(name: str) -> Callable[[Builder], Builder]:
    """Marks the function that makes the file of this name."""

    def marked(build: Builder) -> Builder:
        assert name not in BUILDERS, name
        BUILDERS[name] = build
        return build

    return marked


def as_text(titles: list[str] = TITLES) -> list[list[str]]:
    """The same rows as a csv file has them."""
    return [titles, *([str(cell) for cell in row] for row in ROWS)]
