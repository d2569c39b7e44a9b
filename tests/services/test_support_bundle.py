"""A support bundle: what it holds, what it hides, and that it comes when things are wrong."""

import json
import zipfile
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.redaction import HIDDEN, Redactor
from simdesk.models.texts import text
from simdesk.services import crash, logs
from simdesk.services.settings import Settings
from simdesk.services.storage.database import Database
from simdesk.services.support_bundle import Entry, SupportBundle, bundle_name, write_bundle
from tests.factories import a_card_row, a_moment
from tests.narrow_disk import needs_limits, room_for
from tests.services.desk_stage import staged
from tests.services.scripted_provider import EVERYTHING
from tests.test_compose import damage

SECRET = "Xy7+secretive"
ICCID = "89860321000000005668"


def bundle(folder: Path, database: Database | None = None) -> SupportBundle:
    return SupportBundle(
        folder,
        Redactor([SECRET]),
        desk=folder / "desk.db",
        settings=Settings(folder / "settings.json"),
        database=database,
        provider="scripted",
        capabilities=EVERYTHING,
        now=lambda: a_moment(2026, 6, 15, 9, 4),
    )


def named(entries: tuple[Entry, ...]) -> dict[str, str]:
    return {entry.name: entry.text for entry in entries}


async def test_it_counts_and_checks_the_desk_and_tells_no_card(tmp_path: Path) -> None:
    rows = [a_card_row(id=one, iccid=f"8986032100000000{one:04d}") for one in (1, 2, 3)]
    async with staged(tmp_path, rows) as stage:
        found = named(await bundle(tmp_path, stage.database).entries())
    assert "  card 3\n" in found["desk.txt"]
    assert found["verification.txt"] == "nothing is wrong with it\n"
    assert "journal_mode: wal" in found["desk.txt"]
    assert "business time: 2026-06-15T09:04:00+08:00" in found["fleet.txt"]
    assert "calls_per_second: 200.0" in found["fleet.txt"]
    assert "actions: add_on, " in found["fleet.txt"]
    assert "8986" not in "".join(found.values())


@pytest.mark.parametrize("opens", [True, False])
async def test_what_is_wrong_with_the_desk_is_in_it(tmp_path: Path, opens: bool) -> None:
    async with staged(tmp_path, [a_card_row(id=1)]):
        pass
    damage(tmp_path / "desk.db", "op_item")
    if opens:
        async with staged(tmp_path) as stage:
            found = named(await bundle(tmp_path, stage.database).entries())
    else:
        found = named(await bundle(tmp_path).entries())
    assert found["verification.txt"].startswith("structure: ")
    assert ("desk.txt" in found) is opens


async def test_files_beside_the_desk_are_redacted_once_more(tmp_path: Path) -> None:
    (tmp_path / logs.FOLDER).mkdir()
    (tmp_path / crash.FOLDER).mkdir()
    (tmp_path / logs.FOLDER / logs.FILE).write_text(f"a\rb {SECRET}\ntoken=abc {ICCID}\n")
    (tmp_path / logs.FOLDER / f"{logs.FILE}.1").write_bytes(b"older \xff\n")
    (tmp_path / crash.FOLDER / "crash-20260615-010401.txt").write_text(f"report {SECRET}")
    (tmp_path / crash.FOLDER / "letter.txt").write_text("somebody's")
    (tmp_path / "settings.json").write_text(
        json.dumps({"provider": {"password": SECRET}, "search": {"text": f"iccid:{ICCID}"}})
    )
    found = named(await bundle(tmp_path).entries(KnownError(text("It is {how}.", how="damaged"))))
    assert found["logs/simdesk.log"] == f"a\\rb {HIDDEN}\ntoken={HIDDEN} 898603…5668\n"
    assert found["logs/simdesk.log.1"] == "older \N{REPLACEMENT CHARACTER}\n"
    assert found["crash-reports/crash-20260615-010401.txt"] == f"report {HIDDEN}\n"
    assert "crash-reports/letter.txt" not in found
    assert json.loads(found["settings.json"]) == {
        "provider": {"password": HIDDEN},
        "search": {"text": "iccid:898603…5668"},
    }
    assert "not opened: It is damaged." in found["fleet.txt"]
    assert "desk.txt" not in found


async def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / logs.FOLDER / logs.FILE).mkdir(parents=True)
    found = named(await bundle(tmp_path).entries())
    assert found["logs/simdesk.log"].startswith("not read: ")


async def test_what_is_written_is_what_was_shown(tmp_path: Path) -> None:
    entries = await bundle(tmp_path).entries()
    path = tmp_path / bundle_name("north", a_moment(2026, 6, 15, 9, 4))
    assert path.name == "simdesk-support-north-20260615-0904.zip"
    await write_bundle(path, entries, a_moment(2026, 6, 15, 9, 4))
    with zipfile.ZipFile(path) as archive:
        assert [(one.filename, one.file_size) for one in archive.infolist()] == [
            (one.name, one.size) for one in entries
        ]
        assert {one.date_time for one in archive.infolist()} == {(2026, 6, 15, 9, 4, 0)}
        assert all(archive.read(one.name).decode() == one.text for one in entries)


@needs_limits
async def test_a_full_disk_leaves_no_half_bundle(tmp_path: Path) -> None:
    entries = await bundle(tmp_path).entries()
    with room_for(0), pytest.raises(KnownError, match="disk is full"):
        await write_bundle(tmp_path / "bundle.zip", entries, a_moment())
    assert list(tmp_path.iterdir()) == []
