"""What happens at the edges: closed pipes, stopped exports, installations that are not whole."""

import argparse
import asyncio
import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simdesk import start
from simdesk.cli import main
from simdesk.cli.asked import Asked, last_fleet, parser
from simdesk.cli.export import exported
from simdesk.cli.opening import opened
from simdesk.compose import utc_now
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.paths import DataFolder
from simdesk.services import files
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.watch import Watch
from simdesk.tour import walk


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for line in ("demo --cards 3000", "sync"):
        assert main([*line.split(), "--data", str(folder)]) == 0
    return folder


def test_whoever_reads_our_lines_may_stop_reading(data: Path) -> None:
    command = [sys.executable, "-m", "simdesk", "--data", str(data), "find", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as finding:
        assert finding.stdout is not None
        assert finding.stderr is not None
        assert json.loads(finding.stdout.readline())["iccid"]
        finding.stdout.close()
        assert finding.stderr.read() == b""
    assert finding.returncode == 141


def test_without_a_command_the_window_opens_and_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_fleets: list[tuple[Path, int]] = []

    def run(
        folder: Path,
        plan: Callable[[], FleetPlan],
        operator: str,
        *,
        safe: bool,
        preferences: PreferenceService,
    ) -> int:
        assert preferences.path is not None
        assert operator
        assert not safe
        opened_fleets.append((folder, plan().cards))
        folder.mkdir(parents=True)
        return 0

    monkeypatch.setattr(start, "run", run)
    assert main(["--data", str(tmp_path), "--fleet", "north"]) == 0
    assert opened_fleets == [(tmp_path / "fleets" / "north", 10_000)]
    assert last_fleet(DataFolder(tmp_path)) == "north"


def test_the_tour_goes_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(walk, "main", lambda out: taken.append(out) or 0)
    assert main(["tour", "--out", str(tmp_path)]) == 0
    assert taken == [tmp_path]


def asked(data: Path) -> Asked:
    words: argparse.Namespace = parser().parse_args(["sync", "--data", str(data)])
    return Asked.of(words)


async def test_a_stopped_export_leaves_no_file(data: Path, tmp_path: Path) -> None:
    with Watch(utc_now) as watch:
        async with opened(asked(data).folder, asked(data).plan, watch) as desk:
            month = Month.of(desk.cards.today())
            request = ExportRequest(
                CardFilter(), Sort(), None, month, month, daily=True, name="cards", folder=tmp_path
            )
            writing = asyncio.create_task(exported(desk, request))
            while not await desk.exports.list():
                await asyncio.sleep(0)
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)
            (row,) = await desk.exports.list()
            assert row.state is ExportState.CANCELLED
    assert list(tmp_path.iterdir()) == []


def full_disk(handle: int) -> None:
    del handle
    raise OSError(errno.ENOSPC, "No space left on device")


def test_an_export_on_a_full_disk_says_so(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(files.os, "fsync", full_disk)
    assert main(["export", "--to", str(tmp_path / "cards.csv"), "--data", str(data)]) == 2
    said = capsys.readouterr().err
    assert "The disk is full" in said
    assert "Free some space" in said
    assert list(tmp_path.iterdir()) == []
