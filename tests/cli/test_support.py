"""`simdesk support-bundle`, and what the command line says of an unexpected error."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from simdesk.cli import main
from simdesk.cli.support import bundle_name
from simdesk.compose import DESK_FILE
from simdesk.services import crash, logs
from simdesk.services.files import InstanceLock

FLEET = "small"


def on(data: Path, *words: str) -> int:
    command, *rest = words
    return main([command, "--data", str(data), "--fleet", FLEET, *rest])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert on(tmp_path, "demo", "--cards", "30", "--seed", "4") == 0
    assert on(tmp_path, "sync") == 0
    return tmp_path


def answered(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def unpacked(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_it_lists_asks_and_writes(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "bundle.zip"
    answered(monkeypatch, "y\n")
    capsys.readouterr()
    assert on(data, "support-bundle", "--out", str(out)) == 0
    said = capsys.readouterr()
    found = unpacked(out)
    assert list(found) == [line.split("  ")[0] for line in said.out.splitlines()[1:]]
    assert set(found) == {
        "versions.txt",
        "fleet.txt",
        "desk.txt",
        "verification.txt",
        "settings.json",
        f"{logs.FOLDER}/{logs.FILE}",
    }
    assert "SQLite 3." in found["versions.txt"]
    assert "provider: simulator" in found["fleet.txt"]
    assert "card 30" in found["desk.txt"]
    assert found["verification.txt"] == "nothing is wrong with it\n"
    log = found[f"{logs.FOLDER}/{logs.FILE}"]
    for told in ("desk opened provider=", "sync begins", "sync ends phase=", "cards=30", "closed"):
        assert told in log
    assert "8986" not in "".join(found.values())


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_nothing_is_written_unless_it_is_wanted(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    answered(monkeypatch, answer)
    assert on(data, "support-bundle", "--out", str(tmp_path / "bundle.zip")) == 1
    assert not (tmp_path / "bundle.zip").exists()


def test_a_name_is_made_where_none_is_given(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data)
    assert on(data, "support-bundle", "--yes") == 0
    (path,) = data.glob("simdesk-support-small-*.zip")
    assert len(path.name) == len(bundle_name(FLEET, crash.datetime(2026, 6, 15, 9, 4)))


@pytest.mark.parametrize("how", ["open elsewhere", "damaged"])
def test_a_fleet_that_does_not_open_tells_what_it_can(data: Path, tmp_path: Path, how: str) -> None:
    folder, out = data / "fleets" / FLEET, tmp_path / "bundle.zip"
    if how == "damaged":
        (folder / DESK_FILE).write_bytes(b"not a database " * 300)
        assert on(data, "support-bundle", "--yes", "--out", str(out)) == 0
    else:
        with InstanceLock(folder / f"{DESK_FILE}.lock"):
            assert on(data, "support-bundle", "--yes", "--out", str(out)) == 0
    found = unpacked(out)
    assert "not opened: " in found["fleet.txt"]
    assert "sync ends" in found[f"{logs.FOLDER}/{logs.FILE}"]
    assert "desk.txt" not in found
    whole = found["verification.txt"] == "nothing is wrong with it\n"
    assert whole is (how == "open elsewhere")


def test_an_unexpected_error_is_kept_and_redacted(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slips(*given: object, **more: object) -> None:
        raise ZeroDivisionError("token=abcdef")

    monkeypatch.setattr("simdesk.cli.find.json_line", slips)
    assert on(data, "find", "--json") == 70
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "abcdef" not in said.err
    (path,) = crash.kept_reports(data / "fleets" / FLEET / crash.FOLDER)
    assert "simdesk find" in crash.read_report(path)
    assert "abcdef" not in crash.read_report(path)
