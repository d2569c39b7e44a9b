"""Whole files or none, one instance per fleet, names every system takes."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.services import files
from simdesk.services.files import InstanceLock, clean_name, require_space, write_atomically
from tests.narrow_disk import needs_limits, room_for


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "cards.xlsx"
    target.write_bytes(b"old")
    with write_atomically(target) as file:
        file.write(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("trouble", [ValueError("a bug"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, trouble: BaseException
) -> None:
    target = tmp_path / "cards.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(type(trouble)), write_atomically(target) as file:
        file.write(b"half")
        raise trouble
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "said", "remedy"),
    [
        (errno.ENOSPC, "The disk is full", "Free some space"),
        (errno.EDQUOT, "The disk is full", "Free some space"),
        (errno.EROFS, "may not be written", "Choose a folder you may write to"),
        (errno.EACCES, "may not be written", "Choose a folder you may write to"),
        (errno.EIO, "could not be written", "Choose another place"),
    ],
)
def test_what_the_disk_refuses_is_said_with_place_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, remedy: str
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, "as the system says")

    monkeypatch.setattr(files.os, "fsync", refuse)
    target = tmp_path / "cards.xlsx"
    with pytest.raises(KnownError) as refused, write_atomically(target) as file:
        file.write(b"half")
    assert said in str(refused.value.message)
    assert str(target) in str(refused.value.message)
    assert remedy in str(refused.value.remedy)
    assert list(tmp_path.iterdir()) == []


@needs_limits
@pytest.mark.parametrize("size", [10, 1_000_000])
def test_a_really_full_disk_is_said_and_leaves_nothing(tmp_path: Path, size: int) -> None:
    target = tmp_path / "cards.csv"
    with (
        room_for(0),
        pytest.raises(KnownError, match="The disk is full"),
        write_atomically(target) as file,
    ):
        file.write(b"x" * size)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "cards.csv"
    with pytest.raises(KnownError, match="its folder does not exist"), write_atomically(target):
        raise AssertionError("the body must not run")


def test_a_disk_that_fills_while_writing_is_named(tmp_path: Path) -> None:
    target = tmp_path / "cards.csv"
    with pytest.raises(KnownError, match="The disk is full"), write_atomically(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_trouble_with_something_else_keeps_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), write_atomically(tmp_path / "cards.csv"):
        (tmp_path / "another").read_bytes()


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with write_atomically(link, durable=False) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_room_is_asked_for_beforehand(tmp_path: Path) -> None:
    require_space(tmp_path, 1)
    with pytest.raises(KnownError, match="The disk is full"):
        require_space(tmp_path, 1 << 60)
    with pytest.raises(KnownError, match="nowhere"):
        require_space(tmp_path / "nowhere", 1)


def test_a_second_instance_is_refused_and_told_who_is_first(tmp_path: Path) -> None:
    path = tmp_path / "north" / "simdesk.lock"
    with InstanceLock(path), pytest.raises(KnownError) as refused:
        InstanceLock(path).acquire()
    assert f"process {files.os.getpid()} on" in str(refused.value.message)
    assert "--fleet" in str(refused.value.remedy)
    with InstanceLock(path):
        pass


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "simdesk.lock"
    program = (
        "import os, sys; from pathlib import Path\n"
        "from simdesk.services.files import InstanceLock\n"
        "lock = InstanceLock(Path(sys.argv[1])); lock.acquire(); os._exit(7)"
    )
    ended = subprocess.run([sys.executable, "-c", program, path], check=False)
    assert ended.returncode == 7
    assert path.read_text()
    with InstanceLock(path):
        pass


def test_a_lock_without_a_name_is_still_refused(tmp_path: Path) -> None:
    path = tmp_path / "simdesk.lock"
    with InstanceLock(path):
        path.write_bytes(b"")
        with pytest.raises(KnownError, match=r"already open in another SimDesk\."):
            InstanceLock(path).acquire()


def test_a_lock_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="could not be written"):
        InstanceLock(tmp_path / "file" / "simdesk.lock").acquire()
    InstanceLock(tmp_path / "never taken").release()


@pytest.mark.parametrize("name", ["demo", "  demo ", "2026 北门 depot", "a.b", "x" * 50, "CONSOLE"])
def test_good_names(name: str) -> None:
    assert clean_name(name) == name.strip()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "1 to 50"),
        ("   ", "1 to 50"),
        ("x" * 51, "1 to 50"),
        *((f"a{letter}b", "none of the characters") for letter in '\\/:*?"<>|'),
        ("a\tb", "invisible"),
        ("a\x00b", "invisible"),
        ("invoice\u202exslx.exe", "invisible"),
        ("zero\u200bwidth", "invisible"),
        ("..", "dot"),
        (".hidden", "dot"),
        ("ends.", "dot"),
        ("con", "device"),
        ("NUL.xlsx", "device"),
        ("Com1", "device"),
        ("lpt³", "device"),
    ],
)
def test_bad_names(name: str, why: str) -> None:
    with pytest.raises(KnownError) as refused:
        clean_name(name)
    assert why in str(refused.value.remedy)
    assert not any(files._invisible(letter) for letter in str(refused.value.message))
