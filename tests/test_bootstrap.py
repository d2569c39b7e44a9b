"""The set-up script: what it asks of a system, and what it says when it may not help itself."""

import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def called(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every command that would run; all of them succeed and say nothing."""
    lines: list[str] = []

    def run(command: Sequence[object], **options: object) -> subprocess.CompletedProcess[bytes]:
        del options
        lines.append(" ".join(map(str, command)))
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    return lines


@pytest.mark.parametrize(
    ("display", "missing", "packages"),
    [
        ("", {"libEGL.so.1"}, ["libegl1"]),
        ("", {"libxcb-cursor.so.0"}, []),
        (":0", {"libxcb-cursor.so.0"}, ["libxcb-cursor0"]),
    ],
)
def test_only_what_is_missing_is_asked_for(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    display: str,
    missing: set[str],
    packages: list[str],
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(bootstrap, "SYSTEM", "Linux")
    monkeypatch.setattr(bootstrap, "loads", lambda library: library not in missing)
    for found in ("has_certificates", "has_chinese_font", "can_make_environment"):
        monkeypatch.setattr(bootstrap, found, lambda: True)
    assert bootstrap.missing_packages() == packages


def test_a_bare_system_is_asked_for_everything(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "has_display", lambda: False)
    for lacking in ("has_certificates", "has_chinese_font", "can_make_environment"):
        monkeypatch.setattr(bootstrap, lacking, lambda: False)
    monkeypatch.setattr(bootstrap, "loads", lambda library: False)
    version = bootstrap.sys.version_info[1]
    assert bootstrap.missing_packages() == [
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libdbus-1-3",
        "libfontconfig1",
        "libglib2.0-0",
        f"python3.{version}-venv",
        "ca-certificates",
        "fonts-noto-cjk",
    ]


@pytest.mark.parametrize(
    ("user", "sudo", "ran"),
    [
        (
            0,
            False,
            "APT install -y --no-install-recommends libgl1",
        ),
        (
            1000,
            True,
            "sudo DEBIAN_FRONTEND=noninteractive APT install -y --no-install-recommends libgl1",
        ),
    ],
)
def test_apt_is_used_where_it_may(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    called: list[str],
    user: int,
    sudo: bool,
    ran: str,
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(bootstrap, "may_sudo", lambda: sudo)
    bootstrap.install_packages(["libgl1"])
    assert called[-1].replace("apt-get -q -o DPkg::Lock::Timeout=300", "APT") == ran


def test_where_apt_may_not_be_used_the_line_is_printed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(bootstrap, "may_sudo", lambda: False)
    with pytest.raises(SystemExit, match="sudo apt-get install --no-install-recommends libgl1 x"):
        bootstrap.install_packages(["libgl1", "x"])
    assert called == []


def test_a_system_without_apt_goes_on(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    called: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    bootstrap.install_packages(["libgl1"])
    assert "libgl1" in capsys.readouterr().out
    assert called == []


def a_project(bootstrap: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("requirements.lock", "pyproject.toml"):
        (folder / name).write_text(name)
    (folder / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "ROOT", folder)
    monkeypatch.setattr(bootstrap, "LOCK", folder / "requirements.lock")
    monkeypatch.setattr(bootstrap, "VENV", folder / ".venv")
    monkeypatch.setattr(bootstrap, "STAMP", folder / ".venv" / "simdesk.stamp")
    monkeypatch.setattr(bootstrap, "LINUX", False)


def test_the_second_time_nothing_is_installed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, called: list[str], tmp_path: Path
) -> None:
    a_project(bootstrap, tmp_path, monkeypatch)
    bootstrap.set_up()
    installs = [line for line in called if "install" in line]
    assert len(installs) == 2
    assert "--require-hashes --no-deps -r" in installs[0]
    assert "--no-build-isolation --no-deps -e" in installs[1]
    called.clear()
    bootstrap.set_up()
    assert not [line for line in called if "install" in line]
    (tmp_path / "requirements.lock").write_text("changed")
    bootstrap.set_up()
    assert [line for line in called if "--require-hashes" in line]


@pytest.mark.parametrize(
    ("display", "ran"),
    [(True, ["--data", ".run"]), (False, ["tour", "--out", "tour"])],
)
def test_run_without_a_display_is_the_tour(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    called: list[str],
    display: bool,
    ran: list[str],
) -> None:
    monkeypatch.setattr(bootstrap, "set_up", lambda: None)
    monkeypatch.setattr(bootstrap, "has_display", lambda: display)
    bootstrap.run([])
    words = called[0].split()[1:]
    assert [Path(word).name for word in words] == ["-m", "simdesk", *ran]


def test_cover_counts_and_then_holds_the_count_against_the_goals(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, called: list[str]
) -> None:
    monkeypatch.setattr(bootstrap, "set_up", lambda: None)
    bootstrap.cover(["-x"])
    tests, goals = called
    assert "not years and not interop and not bench and not torture --cov --cov-report= -x" in tests
    assert Path(goals.split()[1]) == ROOT / "tests" / "coverage_goals.py"


def test_seeds_are_listed_or_counted(bootstrap: ModuleType) -> None:
    assert bootstrap.seeds("7 1..3") == ["7", "1", "2", "3"]


def test_the_lock_names_no_place_to_fetch_from() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert not [line for line in lock.splitlines() if line.startswith("-")]
    packages = [line for line in lock.splitlines() if line and not line.startswith(" ")]
    assert lock.count("--hash=sha256:") >= len(packages)


def test_the_lock_is_complete() -> None:
    # It is installed without resolving anything again.
    checked = subprocess.run(
        [sys.executable, "-m", "pip", "check"], check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout
