"""`simdesk self-test`: what it looks at, and what it says where something is missing."""

import os
import subprocess
import sys
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simdesk.cli import self_test
from simdesk.compose import utc_now
from simdesk.services.watch import Watch
from simdesk.tour import proof


@pytest.fixture
def watch() -> Iterator[Watch]:
    with Watch(utc_now) as watch:
        yield watch


def test_the_installation_is_whole(tmp_path: Path) -> None:
    """As it is run: a program of its own, with Qt's loop, and nothing on any screen."""
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    ended = subprocess.run(
        [sys.executable, "-m", "simdesk", "self-test"],
        check=False,
        capture_output=True,
        text=True,
        env=environment | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    *lines, last = ended.stdout.splitlines()
    assert [line[8:28].strip() for line in lines] == [
        "SimDesk",
        "Python",
        "Qt for Python",
        "SQLite",
        "resources",
        "time zones",
        "icons",
        "languages",
        "migrated",
        "built",
        "synced",
        "found",
        "window",
        "exported to xlsx",
        "exported to csv",
        "exported apart",
        "read for review",
    ]
    assert all(line.startswith("ok ") for line in lines)
    assert last == "This installation is whole."
    assert list(tmp_path.iterdir()) == []


async def failure(watch: Watch, capsys: pytest.CaptureFixture[str]) -> str:
    """The line that tells of the failure, which is the last but one: nothing is tried after it."""
    assert await self_test.whole(watch) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith("FAILED") for line in lines[-2:]] == [True, False]
    assert not any(line.startswith("FAILED") for line in lines[:-2])
    assert lines[-1].startswith("This installation is not whole")
    return lines[-2].removeprefix("FAILED").strip()


async def test_resources_that_are_missing_are_told(
    qloop: object,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def missing(name: str) -> Path:
        raise FileNotFoundError(name)

    monkeypatch.setattr(self_test, "resource", missing)
    assert (await failure(watch, capsys)).split() == ["resources", "style.qss"]


async def test_time_zones_are_those_that_came_with_the_program(
    qloop: object,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    systems = zoneinfo.TZPATH
    monkeypatch.setitem(sys.modules, "tzdata.zoneinfo.Asia", None)
    told = await failure(watch, capsys)
    assert told.split(maxsplit=2) == ["time", "zones", "no time zones came with the program"]
    assert systems == zoneinfo.TZPATH


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("languages/simdesk_zh_CN.qm", b"no translations", "simdesk_zh_CN.qm cannot be used"),
        pytest.param(
            "icons/broken.svg",
            b"<svg",
            "icons that cannot be drawn: broken.svg",
            marks=pytest.mark.qt_log_ignore("Cannot read file", extend=True),
        ),
        ("themes/light.toml", b"[[", "TOMLDecodeError"),
    ],
)
async def test_a_resource_that_cannot_be_used_is_named(
    qloop: object,
    watch: Watch,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    said: str,
) -> None:
    drawing = Path("resources/icons/simdesk.svg").read_bytes()
    for other, words in (
        ("style.qss", b""),
        ("prices.toml", b""),
        ("themes/light.toml", b""),
        ("icons/simdesk.svg", drawing),
        (name, content),
    ):
        path = tmp_path / other
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(words)
    for module in (self_test, proof):
        monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    assert said in await failure(watch, capsys)


async def test_a_fleet_that_comes_out_wrong_is_told(
    qloop: object,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(self_test, "_first_column", lambda path: [path.suffix])
    assert "ids in xlsx: ['.xlsx'] instead of ['8986" in await failure(watch, capsys)


async def test_a_window_without_its_cards_is_told(
    qloop: object,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    show = proof.window

    async def short(desk: Any, clock: Any, cards: int) -> str:
        return await show(desk, clock, cards + 1)

    monkeypatch.setattr(proof, "window", short)
    monkeypatch.setattr(proof, "_PATIENCE", 0.5)
    assert "cards" in await failure(watch, capsys)


async def test_a_reading_process_that_does_not_start_is_told(
    qloop: object,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from simdesk.services.reviewing.reviews import Reviews

    broken = Reviews(lambda bits: 1, argv=lambda: (sys.executable, "-c", "pass"))
    monkeypatch.setattr(self_test, "make_reviews", lambda: broken)
    assert "cards.xlsx" in await failure(watch, capsys)
