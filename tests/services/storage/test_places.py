"""Where a desk may lie, as a table; and which SQLite is warned of."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.storage import places
from simdesk.services.storage.database import Database
from simdesk.services.storage.places import shared_by
from simdesk.services.storage.sqlite_version import sqlite_warning

MOUNTS = """\
overlay / overlay rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda2 /home ext4 rw 0 0
nas:/vol1 /home/lin/team nfs4 rw,vers=4.2 0 0
//nas/ops /mnt/with\\040blank cifs rw 0 0
lin@far:/data /mnt/far fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdb1 /mnt/far/usb vfat rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
drive /mnt/over cifs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/lin/.local/share/simdesk/fleets/north", None),
        ("/home/lin/team/fleets", "nfs4"),
        ("/home/lin/teamwork/fleets", None),
        ("/mnt/with blank/fleets", "cifs"),
        ("/mnt/far/fleets", "fuse.sshfs"),
        ("/mnt/far/usb/fleets", None),
        ("/run/user/1000/gvfs/smb-share/fleets", "fuse.gvfsd-fuse"),
        ("/run/user/1000/doc/fleets", None),
        ("/mnt/over/fleets", None),
        ("/home/lin/OneDrive/fleets", "OneDrive"),
        ("/home/lin/OneDrive - Contoso/fleets", "OneDrive - Contoso"),
        ("/home/lin/Dropbox (Work)/fleets", "Dropbox (Work)"),
        ("/home/lin/Google Drive/fleets", "Google Drive"),
        ("/home/lin/Library/Mobile Documents/fleets", "Mobile Documents"),
        ("/home/lin/Nextcloud/fleets", "Nextcloud"),
        ("/home/lin/inbox/dropboxes/fleets", None),
    ],
)
def test_on_linux(path: str, shared: str | None) -> None:
    assert shared_by(PurePosixPath(path), "linux", MOUNTS) == shared


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (r"C:\Users\lin\AppData\Local\simdesk\fleets", None),
        (r"Z:\fleets", "Z:\\"),
        (r"\\nas\ops\fleets", "\\\\nas\\ops\\"),
        (r"C:\Users\lin\OneDrive - Contoso\fleets", "OneDrive - Contoso"),
    ],
)
def test_on_windows(path: str, shared: str | None) -> None:
    def kind(root: str) -> int:
        return {"C:\\": 3, "Z:\\": 4}[root]

    assert shared_by(PureWindowsPath(path), "win32", drive_kind=kind) == shared


async def test_a_desk_in_a_cloud_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox" / "north" / "desk.db"
    with pytest.raises(KnownError, match="Dropbox") as told:
        await Database.open(path, "world 1")
    assert "copy" in str(told.value.remedy)
    assert not path.parent.exists()


def test_this_machine_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"nas:/vol1 {tmp_path.resolve()} nfs rw 0 0\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    with pytest.raises(KnownError, match="nfs"):
        places.check_place(tmp_path / "fleets" / "desk.db")


@pytest.mark.parametrize(
    ("version", "warned"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
    ],
)
def test_which_sqlite_is_warned_of(version: tuple[int, int, int], warned: bool) -> None:
    assert (sqlite_warning(version) is not None) == warned
    assert (sqlite_warning() is None) or "SQLite" in str(sqlite_warning())
